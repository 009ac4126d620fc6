import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestName } from '../../../src/core/units/nearest-name.ts';

const names = ['retail-trade', 'wholesale-trade', 'hospitals', 'information', 'recapture.retail-trade'];

describe('nearestName', () => {
  it.each<readonly [string, string | null]>([
    ['retail-trad', 'retail-trade'],
    ['retial-trade', 'retail-trade'],
    ['Retail-Trade', 'retail-trade'],
    ['hospitls', 'hospitals'],
    ['informations', 'information'],
    // A part of a name is nearer than any other name.
    ['whole', 'wholesale-trade'],
    ['recapture', 'recapture.retail-trade'],
    ['something-else-altogether', null],
    ['qqqqqqqq', null],
  ])('%s: %s', (name, nearest) => {
    expect(nearestName(name, names)).toBe(nearest);
  });

  it('of nothing is nothing', () => {
    expect(nearestName('retail-trade', [])).toBeNull();
  });

  it('finds a name with one letter wrong, missing or added', () => {
    const target = 'wholesale-trade';
    fc.assert(
      fc.property(
        fc.nat(target.length - 1),
        fc.constantFrom('x', 'q', ''),
        fc.boolean(),
        (at, letter, insert) => {
          const typed = target.slice(0, at) + letter + target.slice(insert ? at : at + 1);
          expect(nearestName(typed, names)).toBe(target);
        },
      ),
    );
  });

  it('does not take a code of two letters for another that shares none', () => {
    expect(nearestName('ZZ', ['FR', 'DE'])).toBeNull();
  });
});
