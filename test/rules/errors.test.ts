import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { errorCatalogue } from '../../src/core/errors/impact-error.ts';
import { projectRoot } from '../support/project-files.ts';
import { readSources, walk } from './source-tree.ts';

const catalogueFile = 'src/core/errors/impact-error.ts';
const readme = readFileSync(`${projectRoot}/src/core/errors/README.md`, 'utf8');

/** Rows of the table: code, exit code, status, meaning. */
const documented = [...readme.matchAll(/^\| `([A-Z_]+)` *\| *(\d+) *\| *(\d+) *\| (.*?) *\|$/gm)].map((row) =>
  row.slice(1),
);

const catalogue = Object.entries(errorCatalogue).map(([code, { exitCode, httpStatus, meaning }]) => [
  code,
  String(exitCode),
  String(httpStatus),
  meaning,
]);

function stringsOf(tree: ts.Node): string[] {
  const found: string[] = [];
  walk(tree, (node) => {
    if (ts.isStringLiteralLike(node)) found.push(node.text);
  });
  return found;
}

describe('error catalogue', () => {
  it('is documented, row by row', () => {
    expect(documented).toEqual(catalogue);
  });

  it('has no code that nothing raises', () => {
    const used = new Set(
      readSources()
        .filter(({ path }) => path !== catalogueFile)
        .flatMap(({ tree }) => stringsOf(tree)),
    );
    expect(Object.keys(errorCatalogue).filter((code) => !used.has(code))).toEqual([]);
  });
});
