import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../../support/merge-patch.ts';
import { caseOf, folded, inDecimals, inFloats } from '../support.ts';

/** The format is described in `README.md`. */
interface Expected {
  readonly title: string;
  readonly outcomes: readonly Outcome[];
}

interface Outcome {
  readonly when: string;
  readonly change?: Json;
  readonly gross: number;
  readonly groundUp?: number;
  readonly countedHours?: number;
  readonly paidHours?: number;
  readonly triggered?: boolean;
  readonly covered?: boolean;
}

const here = new URL('./', import.meta.url);
const readJson = (path: string): unknown => JSON.parse(readFileSync(new URL(path, here), 'utf8'));

const folders = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

it('has cases, each with its arithmetic', () => {
  expect(folders.length).toBeGreaterThan(10);
  for (const folder of folders)
    expect(readFileSync(new URL(`${folder}/why.md`, here), 'utf8')).toMatch(/^# /);
});

describe.each(folders)('%s', (folder) => {
  const given = readJson(`${folder}/policy.json`) as Json;
  const { outcomes } = readJson(`${folder}/expected.json`) as Expected;

  it.each(outcomes)('$when: $gross', ({ change, ...outcome }) => {
    const one = caseOf(given, change ?? {});
    const exact = inDecimals(one);
    expect(exact.gross.toDecimalPlaces(2).toNumber()).toBe(outcome.gross);
    expect(inFloats(one).gross).toBeCloseTo(outcome.gross, 2);
    expect(folded(one)).toBeCloseTo(outcome.gross, 2);
    if (outcome.groundUp !== undefined) expect(exact.groundUp.toNumber()).toBe(outcome.groundUp);
    if (outcome.countedHours !== undefined) expect(exact.countedHours).toBeCloseTo(outcome.countedHours, 6);
    if (outcome.paidHours !== undefined) expect(exact.paidHours).toBeCloseTo(outcome.paidHours, 6);
    if (outcome.triggered !== undefined) expect(exact.triggered).toBe(outcome.triggered);
    if (outcome.covered !== undefined) expect(exact.covered).toBe(outcome.covered);
  });
});
