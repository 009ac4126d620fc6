import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge, LEEWAY, nearestEndUsd, rankOf, type ClaimTotal } from '../../../src/core/claims/verdict.ts';

const bn = 1e9;
const range = (p5: number, p10: number, p90: number, p95: number, ceiling: number | null = null) => ({
  p5: p5 * bn,
  p10: p10 * bn,
  p90: p90 * bn,
  p95: p95 * bn,
  ceilingUsd: ceiling === null ? null : ceiling * bn,
});
const claim = (low: number, high = low, bound: ClaimTotal['bound'] = 'none'): ClaimTotal => ({
  lowUsd: bound === 'up-to' ? 0 : low * bn,
  highUsd: bound === 'at-least' ? Infinity : high * bn,
  bound,
});

/** Ranges that the rules were first tested with, and verdicts found then; billions of dollars. */
const aws = range(0.06, 0.09, 3.1, 6.2, 425);
const crowdstrike = range(0.31, 0.53, 19, 33);
const fortune500 = range(0.42, 0.69, 18, 30);

describe('verdicts', () => {
  it.each([
    ['hundreds of billions', claim(100, 999), aws, 'implausible-high', 5],
    ['tens of billions to a hundred', claim(20, 100), aws, 'implausible-high', 5],
    ['several hundred billion', claim(200, 900), aws, 'implausible-high', 5],
    ['billions', claim(1, 10), aws, 'high-but-possible', 7],
    ['hundreds of billions of yen', claim(1.3, 6), aws, 'plausible', 7],
    ['half of a billion and a half', claim(0.5, 0.65), aws, 'plausible', 7],
    ['over 1.5 billion', claim(1.5, 1.5, 'at-least'), aws, 'plausible', 7],
    ['a misprint by ten', claim(54), fortune500, 'implausible-high', 5],
    ['what it was', claim(5.4), fortune500, 'plausible', 7],
    ['a floor of a billion', claim(1, 1, 'at-least'), crowdstrike, 'plausible', 7],
    ['fifteen billion', claim(15), crowdstrike, 'plausible', 7],
    ['a content farm', claim(0.06), crowdstrike, 'implausible-low', 6],
    ['2.5 billion yen', claim(0.0165), aws, 'implausible-low', 6],
    ['five hundred billion', claim(500), aws, 'exceeds-ceiling', 3],
    ['just above the range', claim(7), aws, 'high-but-possible', 5],
    ['just below the range', claim(0.05), aws, 'low-but-possible', 6],
    ['inside the range, above its 8-in-10 part', claim(4), aws, 'high-but-possible', 7],
    ['inside the range, below its 8-in-10 part', claim(0.07), aws, 'low-but-possible', 7],
    ['up to 100 billion', claim(100, 100, 'up-to'), aws, 'implausible-high', 5],
    ['up to 600 million', claim(0.6, 0.6, 'up-to'), aws, 'plausible', 7],
    ['up to a million', claim(0.001, 0.001, 'up-to'), aws, 'implausible-low', 6],
  ] as const)('%s', (_, stated, held, verdict, rule) => {
    expect(judge(stated, held)).toEqual({ verdict, rule });
  });

  it('change at the ends of the rules, not before', () => {
    expect(judge(claim(6.2), aws).verdict).toBe('high-but-possible');
    expect(judge(claim(6.2 * LEEWAY), aws).verdict).toBe('high-but-possible');
    expect(judge(claim(6.2 * LEEWAY * 1.0001), aws).verdict).toBe('implausible-high');
    expect(judge(claim((0.06 / LEEWAY) * 1.0001), aws).verdict).toBe('low-but-possible');
    expect(judge(claim((0.06 / LEEWAY) * 0.9999), aws).verdict).toBe('implausible-low');
    expect(judge(claim(425), aws).verdict).toBe('implausible-high');
    expect(judge(claim(425.1), aws).verdict).toBe('exceeds-ceiling');
    expect(judge(claim(3.1), aws).verdict).toBe('plausible');
    expect(judge(claim(0.09), aws).verdict).toBe('plausible');
  });

  it('on a part of what the range is about are never low', () => {
    expect(judge(claim(0.001), aws, true).verdict).toBe('plausible');
    expect(judge(claim(0.07), aws, true).verdict).toBe('plausible');
    expect(judge(claim(100), aws, true).verdict).toBe('implausible-high');
  });
});

const positive = fc.double({ min: 1e3, max: 1e14, noNaN: true });
const step = fc.double({ min: 1, max: 50, noNaN: true });
const anyRange = fc.tuple(positive, step, step, step).map(([p5, a, b, c]) => ({
  p5,
  p10: p5 * a,
  p90: p5 * a * b,
  p95: p5 * a * b * c,
  ceilingUsd: p5 * a * b * c * 20,
}));
const anyClaim = fc
  .tuple(
    positive,
    fc.double({ min: 1, max: 100, noNaN: true }),
    fc.constantFrom('none', 'at-least', 'up-to' as const),
  )
  .map(([low, width, bound]): ClaimTotal => ({
    lowUsd: bound === 'up-to' ? 0 : low,
    highUsd: bound === 'at-least' ? Infinity : low * width,
    bound,
  }));
const times = (total: ClaimTotal, factor: number): ClaimTotal => ({
  ...total,
  lowUsd: total.lowUsd * factor,
  highUsd: total.highUsd * factor,
});

describe('properties', () => {
  it('a larger claim never gets a lower verdict', () => {
    fc.assert(
      fc.property(
        anyRange,
        anyClaim,
        fc.double({ min: 1, max: 1e4, noNaN: true }),
        fc.boolean(),
        (held, stated, factor, part) => {
          const [before, after] = [judge(stated, held, part), judge(times(stated, factor), held, part)];
          expect(rankOf(after.verdict)!).toBeGreaterThanOrEqual(rankOf(before.verdict)!);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('the unit of money does not matter', () => {
    fc.assert(
      fc.property(anyRange, anyClaim, fc.integer({ min: -20, max: 20 }), (held, stated, power) => {
        // Powers of two scale without rounding.
        const factor = 2 ** power;
        const scaled = {
          p5: held.p5 * factor,
          p10: held.p10 * factor,
          p90: held.p90 * factor,
          p95: held.p95 * factor,
          ceilingUsd: held.ceilingUsd * factor,
        };
        const centre = judge(times(stated, factor), scaled);
        // The square root of a product may round differently at the edge of a rule.
        const near = [0.999999999, 1.000000001].map((nudge) => judge(times(stated, nudge), held).verdict);
        expect([judge(stated, held).verdict, ...near]).toContain(centre.verdict);
      }),
    );
  });

  it('what must be explained is the end nearest to our middle', () => {
    fc.assert(
      fc.property(anyClaim, positive, (stated, middle) => {
        const end = nearestEndUsd(stated, middle);
        expect(Number.isFinite(end)).toBe(true);
        const { lowUsd, highUsd } = stated;
        expect(end).toBeGreaterThanOrEqual(lowUsd);
        expect(end).toBeLessThanOrEqual(highUsd);
        if (lowUsd > middle) expect(end).toBe(lowUsd);
      }),
    );
  });
});
