import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sampleBook } from '../../src/tools/sample-book.ts';
import { projectRoot } from '../support/project-files.ts';

it('the sample book is the one that the tool writes', () => {
  expect(readFileSync(join(projectRoot, 'data/samples/portfolio.csv'), 'utf8')).toBe(sampleBook());
});
