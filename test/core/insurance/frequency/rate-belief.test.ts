import { describe, expect, it } from 'vitest';
import { exactRateInterval, rateAt } from '../../../../src/core/insurance/frequency/rate-belief.ts';

describe('three events in 15 years', () => {
  const count = { events: 3, years: 15 };

  it('exact interval 0.055 to 0.52 a year (quantiles of gamma 3 and gamma 4; scipy 1.17.1)', () => {
    const { low, high } = exactRateInterval(count);
    expect(low).toBeCloseTo(0.0545127631, 9);
    expect(high).toBeCloseTo(0.5169104352, 9);
  });

  it('Jeffreys belief 0.072 to 0.469 a year, inside the exact interval (gamma 3.5; scipy 1.17.1)', () => {
    expect(rateAt(count, 0.05)).toBeCloseTo(0.072245, 6);
    expect(rateAt(count, 0.95)).toBeCloseTo(0.46890468, 8);
  });

  it('has mean (k + 1/2) / T', () => {
    const n = 20_000;
    let sum = 0;
    for (let i = 0; i < n; i++) sum += rateAt(count, (i + 0.5) / n);
    expect(sum / n).toBeCloseTo(3.5 / 15, 4);
  });
});

describe('no event seen', () => {
  it('the exact interval starts at 0 and ends at -ln 0.05 / T', () => {
    expect(exactRateInterval({ events: 0, years: 10 }).low).toBe(0);
    expect(exactRateInterval({ events: 0, years: 10 }).high).toBeCloseTo(-Math.log(0.05) / 10, 10);
  });

  it('still believes in some', () => {
    expect(rateAt({ events: 0, years: 10 }, 0.5)).toBeGreaterThan(0);
  });
});

it('more years with the same rate narrow both', () => {
  const wide = exactRateInterval({ events: 3, years: 15 });
  const narrow = exactRateInterval({ events: 30, years: 150 });
  expect(narrow.low).toBeGreaterThan(wide.low);
  expect(narrow.high).toBeLessThan(wide.high);
  expect(() => rateAt({ events: 3, years: 0 }, 0.5)).toThrow('invariant');
});
