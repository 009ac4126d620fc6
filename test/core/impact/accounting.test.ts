import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { economyAccount, firmAccount } from '../../../src/core/impact/accounting.ts';
import type { EconomyTerms, FirmTerms } from '../../../src/core/impact/accounting.ts';

const usd = fc.integer({ min: 0, max: 1e12 });
const firm: fc.Arbitrary<FirmTerms> = fc.record({
  lostRevenueUsd: usd,
  savedVariableCostUsd: usd,
  recapturedMarginUsd: usd,
  extraExpenseUsd: usd,
  penaltiesPaidUsd: usd,
  creditsReceivedUsd: usd,
});
const economy: fc.Arbitrary<EconomyTerms> = fc.record({
  interruptedUsd: usd,
  madeUpLaterUsd: usd,
  movedToRivalsUsd: usd,
  extraResourcesUsd: usd,
  destroyedStocksUsd: usd,
  indirectUsd: usd,
});

describe('firmAccount', () => {
  it('Delta, July 2024: 380 million lost, 170 extra, 50 saved', () => {
    const terms = {
      lostRevenueUsd: 380e6,
      savedVariableCostUsd: 50e6,
      recapturedMarginUsd: 0,
      extraExpenseUsd: 170e6,
      penaltiesPaidUsd: 0,
      creditsReceivedUsd: 0,
    };
    expect(firmAccount(terms)).toBe(500e6);
    expect(firmAccount({ ...terms, savedVariableCostUsd: 0 })).toBe(550e6);
  });

  it('holds transfers: a firm pays penalties and receives credits', () => {
    fc.assert(
      fc.property(firm, usd, (terms, amount) => {
        const more = (name: keyof FirmTerms) =>
          firmAccount({ ...terms, [name]: terms[name] + amount }) - firmAccount(terms);
        // Whole dollars below 2^53 add exactly.
        expect(more('penaltiesPaidUsd')).toBe(amount);
        expect(more('creditsReceivedUsd')).toBe(-amount + 0);
        expect(more('lostRevenueUsd')).toBe(amount);
        expect(more('savedVariableCostUsd')).toBe(-amount + 0);
        expect(more('recapturedMarginUsd')).toBe(-amount + 0);
        expect(more('extraExpenseUsd')).toBe(amount);
      }),
    );
  });
});

describe('economyAccount', () => {
  it('adds up by hand', () => {
    expect(
      economyAccount({
        interruptedUsd: 100,
        madeUpLaterUsd: 40,
        movedToRivalsUsd: 10,
        extraResourcesUsd: 7,
        destroyedStocksUsd: 3,
        indirectUsd: 5,
      }),
    ).toBe(65);
  });

  it('holds no transfers: what one firm pays another leaves it as it was', () => {
    fc.assert(
      fc.property(economy, firm, firm, usd, (terms, payer, payee, amount) => {
        const paid = firmAccount({ ...payer, penaltiesPaidUsd: payer.penaltiesPaidUsd + amount });
        const received = firmAccount({ ...payee, creditsReceivedUsd: payee.creditsReceivedUsd + amount });
        // The two firms together lost what they lost before, and the economy's terms know nothing of either.
        expect(paid + received).toBe(firmAccount(payer) + firmAccount(payee));
        expect(Object.keys(terms).filter((name) => /penalt|credit|insur|transfer/i.test(name))).toEqual([]);
      }),
    );
  });

  it('falls with what is made up or moves to rivals, and rises with the rest', () => {
    fc.assert(
      fc.property(economy, usd, (terms, amount) => {
        for (const [name, sign] of [
          ['interruptedUsd', 1],
          ['madeUpLaterUsd', -1],
          ['movedToRivalsUsd', -1],
          ['extraResourcesUsd', 1],
          ['destroyedStocksUsd', 1],
          ['indirectUsd', 1],
        ] as const) {
          const change = economyAccount({ ...terms, [name]: terms[name] + amount }) - economyAccount(terms);
          expect(change).toBe(sign * amount + 0);
        }
      }),
    );
  });
});
