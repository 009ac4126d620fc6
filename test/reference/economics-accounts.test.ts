import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { economyAccount, firmAccount } from '../../src/core/impact/accounting.ts';

/**
 * A closed economy of three firms and its households, for one interruption.
 *
 * - B sells to households and is interrupted; it buys inputs from P.
 * - C sells the same and takes over some of B's customers; it buys inputs from P too.
 * - P makes inputs of nothing but work; its crew repairs B's systems instead of working for households.
 *
 * A sale of 1 USD by B or C holds `inputs` bought from P, `wages` of people who are paid by the hour, `taxes` on products, and a margin.
 * A sale of P holds `supplierWages` and `supplierTaxes`. All amounts in US dollars, shares of sales 0–1.
 */
interface Interruption {
  readonly interruptedSales: number;
  /** Parts of the interrupted sales, 0–1. */
  readonly madeUp: number;
  readonly toRival: number;
  readonly inputs: number;
  readonly wages: number;
  readonly taxes: number;
  readonly supplierWages: number;
  readonly supplierTaxes: number;
  /** Work of P's crew at B, lost to households. */
  readonly repair: number;
  /** Goods of B that spoilt. */
  readonly spoilt: number;
  /** Extra pay for the hours that B's staff stayed longer: from B to households. */
  readonly overtimePremium: number;
  /** Paid by B to C under a contract. */
  readonly penalty: number;
  /** Paid by P to B as a service credit. */
  readonly credit: number;
  /** Paid by B to its customers, who are households. */
  readonly compensation: number;
}

/** Ground-up losses of the three firms; `receipts` false books a transfer with its payer only. */
function firmLosses(x: Interruption, receipts: boolean): { b: number; c: number; p: number } {
  const saved = x.inputs + x.wages + x.taxes;
  const recaptured = x.interruptedSales * x.madeUp;
  const taken = x.interruptedSales * x.toRival;
  const inputsNotSold = x.inputs * (x.interruptedSales - recaptured - taken);
  return {
    b: firmAccount({
      lostRevenueUsd: x.interruptedSales,
      savedVariableCostUsd: x.interruptedSales * saved,
      recapturedMarginUsd: recaptured * (1 - saved),
      extraExpenseUsd: x.repair + x.spoilt + x.overtimePremium,
      penaltiesPaidUsd: x.penalty + x.compensation,
      creditsReceivedUsd: receipts ? x.credit : 0,
    }),
    c: firmAccount({
      lostRevenueUsd: -taken,
      savedVariableCostUsd: -taken * saved,
      recapturedMarginUsd: 0,
      extraExpenseUsd: 0,
      penaltiesPaidUsd: 0,
      creditsReceivedUsd: receipts ? x.penalty : 0,
    }),
    p: firmAccount({
      // No repair here: what its crew earns at B it no longer earns from households.
      lostRevenueUsd: inputsNotSold,
      savedVariableCostUsd: inputsNotSold * (x.supplierWages + x.supplierTaxes),
      recapturedMarginUsd: 0,
      extraExpenseUsd: 0,
      penaltiesPaidUsd: x.credit,
      creditsReceivedUsd: 0,
    }),
  };
}

function wagesNotPaid(x: Interruption): number {
  const salesGone = x.interruptedSales * (1 - x.madeUp - x.toRival);
  return salesGone * x.wages + salesGone * x.inputs * x.supplierWages - x.overtimePremium;
}

function taxesNotPaid(x: Interruption): number {
  const salesGone = x.interruptedSales * (1 - x.madeUp - x.toRival);
  return salesGone * x.taxes + salesGone * x.inputs * x.supplierTaxes;
}

function economyLoss(x: Interruption): number {
  const valueAdded = 1 - x.inputs;
  return economyAccount({
    interruptedUsd: x.interruptedSales * valueAdded,
    madeUpLaterUsd: x.interruptedSales * x.madeUp * valueAdded,
    movedToRivalsUsd: x.interruptedSales * x.toRival * valueAdded,
    extraResourcesUsd: x.repair,
    destroyedStocksUsd: x.spoilt,
    indirectUsd: x.interruptedSales * (1 - x.madeUp - x.toRival) * x.inputs,
  });
}

/** What households no longer get: goods not sold, goods spoilt, the crew's other work. No account is used for it. */
function finalGoodsLost(x: Interruption): number {
  return x.interruptedSales * (1 - x.madeUp - x.toRival) + x.spoilt + x.repair;
}

const example: Interruption = {
  interruptedSales: 100,
  madeUp: 0.4,
  toRival: 0.15,
  inputs: 0.3,
  wages: 0.1,
  taxes: 0.05,
  supplierWages: 0.2,
  supplierTaxes: 0.05,
  repair: 8,
  spoilt: 6,
  overtimePremium: 3,
  penalty: 4,
  credit: 5,
  compensation: 2,
};

const amount = fc.double({ min: 0, max: 1e9, noNaN: true });
const third = fc.double({ min: 0, max: 1 / 3, noNaN: true });
const interruptions: fc.Arbitrary<Interruption> = fc.record({
  interruptedSales: amount,
  madeUp: third,
  toRival: third,
  inputs: third,
  wages: third,
  taxes: third,
  supplierWages: third,
  supplierTaxes: third,
  repair: amount,
  spoilt: amount,
  overtimePremium: amount,
  penalty: amount,
  credit: amount,
  compensation: amount,
});

describe('a closed economy of three firms', () => {
  it('loses, in the example, 59 USD', () => {
    // B: 100 − 45 − 40 × .55 + (8 + 6 + 3) + (4 + 2) − 5; C: −15 + 6.75 − 4; P: 13.5 − 3.375 + 5.
    const { b, c, p } = firmLosses(example, true);
    expect(b).toBeCloseTo(51, 10);
    expect(c).toBeCloseTo(-12.25, 10);
    expect(p).toBeCloseTo(15.125, 10);
    // 70 − 28 − 10.5 + 8 + 6 + 13.5, and 45 of goods not sold + 6 spoilt + 8 of work.
    expect(economyLoss(example)).toBeCloseTo(59, 10);
    expect(finalGoodsLost(example)).toBeCloseTo(59, 10);
  });

  it('loses what its firms, workers and treasury lose together, transfers to households taken off', () => {
    fc.assert(
      fc.property(interruptions, (x) => {
        const { b, c, p } = firmLosses(x, true);
        const together = b + c + p + wagesNotPaid(x) + taxesNotPaid(x) - x.compensation;
        // Sums of up to 14 terms of 1e9, each rounded to 1e-7.
        expect(Math.abs(together - economyLoss(x))).toBeLessThan(1e-5);
        expect(Math.abs(finalGoodsLost(x) - economyLoss(x))).toBeLessThan(1e-5);
      }),
    );
  });

  it('needs transfers between firms taken off when only their payers book them', () => {
    const { b, c, p } = firmLosses(example, false);
    const transfersBetweenFirms = example.penalty + example.credit;
    const together = b + c + p + wagesNotPaid(example) + taxesNotPaid(example) - example.compensation;
    expect(together - transfersBetweenFirms).toBeCloseTo(59, 10);
  });

  it('loses the same whatever is paid between its members', () => {
    const transfers = { overtimePremium: 0, penalty: 0, credit: 0, compensation: 0 };
    expect(economyLoss({ ...example, ...transfers })).toBe(economyLoss(example));
    expect(firmLosses({ ...example, ...transfers }, true).b).toBeCloseTo(51 - 3 - 4 - 2 + 5, 10);
  });

  it('loses nothing when all is made up later and nothing was repaired or spoilt', () => {
    const x = { ...example, madeUp: 1, toRival: 0, repair: 0, spoilt: 0 };
    expect(economyLoss(x)).toBeCloseTo(0, 10);
    expect(finalGoodsLost(x)).toBeCloseTo(0, 10);
  });
});

describe('Delta Air Lines, July 2024', () => {
  // Form 8-K of 8 August 2024: 380 million of revenue and 170 million of cost; 50 million of fuel not burnt.
  const delta = {
    lostRevenueUsd: 380e6,
    savedVariableCostUsd: 50e6,
    recapturedMarginUsd: 0,
    extraExpenseUsd: 170e6,
    penaltiesPaidUsd: 0,
    creditsReceivedUsd: 0,
  };

  it('lost 500 million, 550 million before the fuel it saved', () => {
    expect(firmAccount(delta)).toBe(500e6);
    expect(firmAccount({ ...delta, savedVariableCostUsd: 0 })).toBe(550e6);
  });
});
