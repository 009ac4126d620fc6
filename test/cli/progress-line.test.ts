import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { countedBytes, progressText, sizeOf } from '../../src/cli/progress-line.ts';
import { pieces } from '../schema/portfolio/portfolio-file.ts';

describe('a line of progress', () => {
  it.each([
    [0.5, '[##########----------]  50 %  498,000 rows read'],
    [0, '[--------------------]   0 %  498,000 rows read'],
    // 0.049 x 20 = 0.98 marks: none is full yet.
    [0.049, '[--------------------]   4 %  498,000 rows read'],
    [0.999, '[###################-]  99 %  498,000 rows read'],
    [1, '[####################] 100 %  498,000 rows read'],
    // The file grew since its size was asked for.
    [1.2, '[####################] 100 %  498,000 rows read'],
    [null, '498,000 rows read ...'],
  ])('at a share of %j', (share, line) => {
    expect(progressText({ done: 498_000, of: 'rows', share })).toBe(line);
  });

  it('counts worlds likewise', () => {
    expect(progressText({ done: 25, of: 'worlds', share: 0.25 })).toBe(
      '[#####---------------]  25 %  25 worlds simulated',
    );
  });

  it('is as long whatever the share, and says 100 % at the end only', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (share) => {
        const line = progressText({ done: 7, of: 'rows', share });
        expect(line).toHaveLength(progressText({ done: 7, of: 'rows', share: 1 }).length);
        expect(line).not.toContain('100 %');
      }),
    );
  });
});

describe('bytes that are read', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lossrange-progress-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are counted before they are handed on, and stay the same', async () => {
    const totals: number[] = [];
    let text = '';
    for await (const piece of countedBytes(pieces('abcdefg', 3), (total) => totals.push(total))) {
      text += new TextDecoder().decode(piece);
      expect(totals.at(-1)).toBe(text.length);
    }
    expect({ text, totals }).toEqual({ text: 'abcdefg', totals: [3, 6, 7] });
  });

  it('have a size in a file, and none elsewhere', () => {
    writeFileSync(join(folder, 'book.csv'), 'abcdefg');
    expect(sizeOf(join(folder, 'book.csv'))).toBe(7);
    expect(sizeOf(folder)).toBeNull();
    expect(sizeOf(join(folder, 'missing.csv'))).toBeNull();
    expect(sizeOf('/dev/null')).toBeNull();
  });
});
