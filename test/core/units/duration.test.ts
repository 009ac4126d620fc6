import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDurationHours } from '../../../src/core/units/duration.ts';
import { timeOf } from '../../schema/time-of.ts';

describe('parseDurationHours', () => {
  it.each([
    ['PT6H', 6],
    ['PT0H', 0],
    ['PT360M', 6],
    ['PT21600S', 6],
    ['PT2H52M', 172 / 60],
    ['P1DT2H', 26],
    ['P2D', 48],
    ['P2W', 336],
    ['PT2.5H', 2.5],
    ['PT2,5H', 2.5],
    ['PT1H1.5M', 61.5 / 60],
    ['PT14H32M', 872 / 60],
    ['P1DT1H1M1S', 90_061 / 3600],
  ])('%s is %d hours', (text, hours) => expect(parseDurationHours(text)).toBe(hours));

  it('gives the number written in hours to the last bit', () => {
    const decimals = fc.tuple(fc.integer({ min: 0, max: 43_800 }), fc.integer({ min: 0, max: 9_999 }));
    fc.assert(
      fc.property(decimals, ([whole, fraction]) => {
        const text = `${whole}.${String(fraction).padStart(4, '0')}`;
        return Object.is(parseDurationHours(`PT${text}H`), Number(text));
      }),
    );
  });

  it.each([
    ...['', 'P', 'PT', 'P1DT', 'T6H', '6H', '6', 'PT6', 'PTH', 'pt6h', 'PT6h', ' PT6H', 'PT6H ', 'PT 6H'],
    ...['P1Y', 'P1M', 'P1Y2M3D', 'P1W2D', 'P6H', 'PT1D', 'PT5M2H', 'PT-6H', '-PT6H', 'PT+6H', 'PT1e3H'],
    ...['PT1.5H30M', 'PT.5H', 'PT5.H', 'PT1.5.5H', 'PT٦H', 'PT6H\n', 'PT9007199254740993S', 'PTInfinityH'],
  ])('%j is refused', (text) => expect(parseDurationHours(text)).toBeNull());

  it('refuses long text at once', () => {
    const milliseconds = timeOf(() => {
      for (const part of ['9', 'P', 'T', '9H', '.']) {
        expect(parseDurationHours(`PT${part.repeat(100_000)}`)).toBeNull();
      }
    });
    // Work that grows with the square of the length would take minutes.
    expect(milliseconds).toBeLessThan(100);
  });
});
