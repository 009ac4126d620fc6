import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadModels } from '../../src/catalog/load-models.ts';
import { compileQuantity } from '../../src/core/distribution/marginal.ts';

const root = new URL('../../', import.meta.url);
const models = loadModels(root);
const parameters = [...models.parameters.values()];

function numberAt(path: string): number {
  const value = models.parameters.get(path)?.value;
  if (typeof value !== 'number') throw new Error(`${path} is not a number`);
  return value;
}

describe('models/', () => {
  it('has the 20 NAICS sectors, and one group of the UN tables or more for each', () => {
    expect(models.sectors.map(({ naics }) => naics).sort()).toEqual(
      '11 21 22 23 31-33 42 44-45 48-49 51 52 53 54 55 56 61 62 71 72 81 92'.split(' '),
    );
    expect(models.sectors.filter(({ government }) => government).map(({ id }) => id)).toEqual(['government']);
    expect(models.sectors.filter(({ online }) => online).map(({ id }) => id)).toEqual(['information']);
  });

  it.each(parameters.map((parameter) => [parameter.path, parameter] as const))(
    '%s lies inside its bounds, says why, and completes "Largest doubt: …"',
    (path, { value, min, max, evidence, note, words }) => {
      const bounds = { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
      // The largest cut meant is the coverage multiplier's 5 % below 1.
      expect(compileQuantity(value, bounds, path).cutShare).toBeLessThan(0.055);
      expect(words).toMatch(/^(how|what) /);
      expect(words).not.toMatch(/\.$/);
      if (evidence === 'assumed' || evidence === 'derived') expect(note ?? '').not.toBe('');
    },
  );

  it('spreads unnamed businesses over size classes that sum to all of them', () => {
    const shares = ['extraShare100to499', 'extraShare20to99', 'extraShareUnder20'];
    const sum = shares.reduce((total, name) => total + numberAt(`business-count.${name}`), 0);
    expect(sum).toBeCloseTo(1, 12); // three decimal fractions: binary rounding only
  });

  it('has a severity curve that passes through the survey it was fitted to', () => {
    const [immediate, maximum, scale, shape] = [
      'immediateShare',
      'maximumShare',
      'timeScaleHours',
      'shape',
    ].map((name) => numberAt(`severity.${name}`)) as [number, number, number, number];
    const at = (hours: number) =>
      immediate + (maximum - immediate) * (1 - Math.exp(-Math.pow(hours / scale, shape)));
    // Beaming and Opinium 2016: 13 % at once, 28 % after one hour, 46 % after four; published to whole percents.
    expect(Math.abs(at(0) - 0.13)).toBeLessThan(0.01);
    expect(Math.abs(at(1) - 0.28)).toBeLessThan(0.01);
    expect(Math.abs(at(4) - 0.46)).toBeLessThan(0.01);
  });

  it('asks only for fields of a scenario', () => {
    const known = [
      ...[
        'provider',
        'region',
        'phases',
        'start',
        'durationHours',
        'restorationHours',
        'impairmentShare',
      ].map((name) => `outage.${name}`),
      ...['businesses', 'userReports', 'coverage', 'flightsCancelled', 'passengers', 'devices'].map(
        (name) => `affected.${name}`,
      ),
      ...[
        'sector',
        'country',
        'annualRevenueUsd',
        'affectedUnitRevenueUsd',
        'manualFallback',
        'restorationHours',
      ].map((name) => `affected.companies[].${name}`),
    ];
    for (const { id, ask } of models.kinds.values()) {
      expect(ask.length, id).toBeGreaterThan(3);
      expect(new Set(ask).size, id).toBe(ask.length);
      for (const path of ask) expect(known, id).toContain(path);
    }
  });

  it('has a glossary that a program can read', () => {
    const lines = readFileSync(new URL('models/README.md', root), 'utf8').split('\n');
    const bullets = lines.filter((line) => line.startsWith('- '));
    const terms = bullets.map((line) => /^- \*\*(.+?)\*\*: .+\.$/.exec(line)?.[1]);
    expect(terms).not.toContain(undefined);
    expect(new Set(terms).size).toBe(terms.length);
    expect(terms).toEqual(expect.arrayContaining(['recapture', 'structural error', 'lost for good', 'seed']));
  });
});
