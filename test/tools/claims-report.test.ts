import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { claimsMarkdown, heldUp, isRejected, wrong } from '../../src/tools/claims-report.ts';
import { runClaims, type CheckedClaim } from '../../src/tools/run-claims.ts';

let checked: readonly CheckedClaim[];
beforeAll(async () => {
  checked = await runClaims();
}, 120_000);

const rowsOf = (fates: readonly string[]) =>
  checked.filter(({ row }) => fates.includes(row.claim.assessment));

describe('verdicts on published claims', () => {
  it('reject none that held up', () => {
    const rejected = rowsOf(heldUp).filter(({ byFigures }) => isRejected(byFigures.verdict));
    expect(rejected.map(({ row }) => row.claim.id)).toEqual([]);
  });

  it('reject by its words only one that held up, whose words call a contractual credit sales', () => {
    const rejected = rowsOf(heldUp).filter(({ byWords }) => isRejected(byWords.verdict));
    expect(rejected.map(({ row }) => row.claim.id)).toEqual(['c078']);
  });

  it('flag all that were wrong', () => {
    const unnoticed = rowsOf(wrong).filter(({ byFigures }) => !byFigures.flagged);
    expect(unnoticed.map(({ row }) => row.claim.id)).toEqual([
      // The loss of one group, told as such: only the sum with other groups is too high.
      'c063',
      // An hour written as a day: over months both totals lie inside the range of this event.
      'c067',
    ]);
  });

  it.each([
    ['c001', 'implausible-high'],
    ['c003', 'implausible-high'],
    ['c005', 'implausible-high'],
    ['c006', 'implausible-high'],
    ['c009', 'implausible-high'],
    ['c010', 'implausible-high'],
    ['c031', 'implausible-high'],
    ['c008', 'implausible-low'],
    ['c034', 'implausible-low'],
    ['c043', 'not-comparable'],
    ['c070', 'exceeds-ceiling'],
  ])('%s: %s', (id, verdict) => {
    const { byFigures, byWords } = checked.find(({ row }) => row.claim.id === id)!;
    expect([byFigures.verdict, byWords.verdict]).toContain(verdict);
  });

  it('name the patterns of past mistakes', () => {
    const mistakes = (id: string) =>
      checked.find(({ row }) => row.claim.id === id)!.byFigures.likelyMistakes.map((row) => row.id);
    expect(mistakes('c042')).toContain('published-as-rate');
    expect(mistakes('c031')).toContain('ten-times-high');
  });

  it('stand in models/VALIDATION.md as this engine gives them', () => {
    const text = readFileSync(new URL('../../models/VALIDATION.md', import.meta.url), 'utf8');
    for (const line of claimsMarkdown(checked).split('\n').slice(1)) expect(text).toContain(line);
  });
});
