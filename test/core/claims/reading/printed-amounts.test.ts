import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimLanguages, type ClaimLanguage } from '../../../../src/core/claims/claim.ts';
import { readClaim } from '../../../../src/core/claims/reading/read-claim.ts';

/** Locales by the language that their words are in; native digits too, where some write them. */
const locales: Readonly<Record<ClaimLanguage, readonly string[]>> = {
  en: ['en', 'en-GB', 'en-IN'],
  ar: ['ar-EG', 'ar', 'ar-MA'],
  de: ['de', 'de-CH', 'de-AT'],
  fr: ['fr', 'fr-CH', 'fr-CA'],
  es: ['es', 'es-MX'],
  hi: ['hi', 'hi-u-nu-deva'],
  ja: ['ja', 'ja-u-nu-fullwide'],
  zh: ['zh', 'zh-TW'],
};

const cases = claimLanguages.flatMap((tag) =>
  locales[tag].flatMap((locale) =>
    (['name', 'code'] as const).map((currencyDisplay) => ({ tag, locale, currencyDisplay })),
  ),
);

/** 1 to 3 significant digits, as claims have them. */
const digits = fc.integer({ min: 1, max: 999 });

const currency = fc.constantFrom('USD', 'EUR', 'GBP', 'JPY', 'INR', 'CNY');

describe.each(cases)('an amount printed for $locale with the currency as $currencyDisplay', (item) => {
  const { tag, locale, currencyDisplay } = item;
  // With a code this formatter prints "4 B EUR" in Spanish, "4 Bn EUR" and "4 G EUR" in French, for 10^12 and 10^9. In print
  // these letters are the English billion, or nothing.
  const isShort = currencyDisplay === 'code' && (tag === 'es' || tag === 'fr');
  const exponent = fc.integer({ min: 3, max: isShort ? 6 : 12 });

  it('is read back from its long compact form', () => {
    const format = (code: string): Intl.NumberFormat =>
      new Intl.NumberFormat(locale, {
        style: 'currency',
        currency: code,
        currencyDisplay,
        notation: 'compact',
        compactDisplay: 'long',
        maximumSignificantDigits: 3,
      });
    fc.assert(
      fc.property(digits, exponent, currency, (mantissa, power, code) => {
        const value = Number(`${mantissa}e${power}`);
        const text = format(code).format(value);
        const [amount, ...more] = readClaim(text, { language: tag }).amounts;
        expect({ text, ...amount, more: more.length }).toMatchObject({
          text,
          low: value,
          high: value,
          currency: code,
          more: 0,
        });
      }),
      { numRuns: 40 },
    );
  });

  it('is read back from its grouped digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999_999 }), currency, (value, code) => {
        const format = new Intl.NumberFormat(locale, {
          style: 'currency',
          currency: code,
          currencyDisplay,
          maximumFractionDigits: 0,
        });
        const text = format.format(value);
        const [amount, ...more] = readClaim(text, { language: tag }).amounts;
        expect({ text, ...amount, more: more.length }).toMatchObject({
          text,
          low: value,
          high: value,
          currency: code,
          more: 0,
        });
      }),
      { numRuns: 40 },
    );
  });
});
