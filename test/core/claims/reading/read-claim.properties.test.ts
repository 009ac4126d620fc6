import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimLanguages, type ClaimReading } from '../../../../src/core/claims/claim.ts';
import { languages } from '../../../../src/core/claims/reading/languages/registry.ts';
import { LARGEST_AMOUNT, readClaim } from '../../../../src/core/claims/reading/read-claim.ts';
import { ImpactError } from '../../../../src/core/errors/impact-error.ts';

/** The reading, or the error's code; anything else that is thrown fails the test. */
function attempt(text: string): ClaimReading | string {
  try {
    return readClaim(text);
  } catch (error) {
    if (error instanceof ImpactError) return error.code;
    throw error;
  }
}

/** Words of all languages, signs and numbers, out of order. */
const pieces = [
  ...claimLanguages.flatMap((tag) => {
    const { scales, vague, ranges, between, and, bounds, links, currencies, percent, minus, numerals } =
      languages[tag];
    const words = [
      ...[scales.singular, scales.plural, scales.abbreviated, vague, numerals].flatMap(Object.keys),
      ...[ranges, between, and, links, percent, minus, ...Object.values(bounds)],
      ...Object.values(currencies),
    ];
    return words.flatMap((phrases) => phrases.split('|').map((phrase) => phrase.trim()));
  }),
  ...['$', '€', '¥', '-', '–', '(', ')', ',', '.', ';', '/', '%', '+', "'", ' ', '  ', 'x'],
  ...['0', '5', '1.5', '1,5', '1.500', '1,500', '2025', '500 000', '1e9', '1e300', '٥', '५', '５', '½'],
].filter((piece) => piece !== '');

describe('readClaim on anything', () => {
  it('never throws anything but an ImpactError', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        attempt(text);
      }),
      { numRuns: 500 },
    );
  });

  it('gives possible amounts only, with words that stand in the text', () => {
    const text = fc
      .array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom('', ' ')), { minLength: 1, maxLength: 14 })
      .map((parts) => parts.map(([piece, space]) => piece + space).join(''));
    fc.assert(
      fc.property(text, (claim) => {
        const reading = attempt(claim);
        if (typeof reading === 'string') {
          expect(reading).toBe('CLAIM_INVALID');
          return;
        }
        const alternatives = reading.alternatives.map(({ amount }) => amount);
        for (const { low, high, words, currency } of [...reading.amounts, ...alternatives]) {
          expect(low).toBeGreaterThan(0);
          expect(high).toBeGreaterThanOrEqual(low);
          expect(high).toBeLessThanOrEqual(LARGEST_AMOUNT);
          expect(reading.text).toContain(words);
          expect(words).not.toBe('');
          expect(currency ?? 'USD').toMatch(/^[A-Z]{3}$/);
        }
        if (reading.amounts.length === 0) expect(reading.alternatives).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  it('does not depend on marks of writing direction, control characters and width', () => {
    fc.assert(
      fc.property(fc.constantFrom('\u200F', '\u202B', '\u2066', '\u00AD', '\u0000'), (mark) => {
        const plain = readClaim('losses of $5.4 billion');
        expect(readClaim(`${mark}losses of ${mark}$5.4 billion${mark}`).amounts).toEqual(plain.amounts);
        expect(readClaim('ｌosses of ＄５.４ billion').amounts[0]).toMatchObject({
          low: 5.4e9,
          currency: 'USD',
        });
      }),
    );
  });

  it('reads 2,000 of any one character, or of a few, in under 50 ms', () => {
    readClaim('warm up $5 billion');
    const repeated = [
      ...[
        'a',
        '0',
        '9',
        ' ',
        '.',
        ',',
        '-',
        '$',
        '(',
        '%',
        "'",
        '+',
        '/',
        '億',
        '数',
        'の',
        'و',
        'ا',
        'अ',
        '½',
        'é',
        '😀',
      ],
      ...[
        '\u0301',
        '\u200F',
        '\uFDFA',
        '1.',
        '1,',
        '1 ',
        '$1 ',
        '1-',
        'a-',
        "a'",
        'و1',
        'hundreds of ',
        'billion ',
      ],
      ...[
        'five ',
        'of ',
        'and ',
        'at least ',
        'to ',
        'per hour ',
        '$5bn to ',
        '$5bn (',
        '1億',
        'milliards de ',
        '5 million ',
      ],
    ];
    for (const piece of repeated) {
      const text = piece.repeat(2000).slice(0, 2000);
      // Forty tries: other programs may have the processor, and the first ones are not compiled yet.
      const isFast = Array.from({ length: 40 }).some(() => {
        const start = performance.now();
        attempt(text);
        return performance.now() - start < 50;
      });
      expect({ piece, isFast }).toEqual({ piece, isFast: true });
    }
  });
});
