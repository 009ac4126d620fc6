import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregatePayment } from '../../../src/core/insurance/annual-aggregate.ts';
import {
  decimalArithmetic,
  floatArithmetic,
  type MoneyArithmetic,
} from '../../../src/core/insurance/arithmetic.ts';

/** What each loss of a year is paid, in date order. */
function aggregatePayments<Money>(
  arithmetic: MoneyArithmetic<Money>,
  terms: Parameters<typeof aggregatePayment<Money>>[1],
  losses: readonly Money[],
): Money[] {
  let sum = arithmetic.zero;
  return losses.map((loss) => {
    const paid = aggregatePayment(arithmetic, terms, sum, loss);
    sum = arithmetic.add(sum, loss);
    return paid;
  });
}

const inFloats = (attachment: number, limit: number | null, losses: readonly number[]) =>
  aggregatePayments(floatArithmetic, { attachment, limit }, losses);

describe('aggregatePayment, loss by loss', () => {
  it('uses up the attachment, then the limit, loss by loss', () => {
    // Sums 40, 110, 170, 200; above 50: 0, 60, 120, 150; at most 100: 0, 60, 100, 100.
    expect(inFloats(50, 100, [40, 70, 60, 30])).toEqual([0, 60, 40, 0]);
  });

  it('depends on the order, though its sum does not', () => {
    expect(inFloats(50, 100, [30, 60, 70, 40])).toEqual([0, 40, 60, 0]);
  });

  it('without a limit pays all above the attachment', () => {
    expect(inFloats(50, null, [40, 70, 60])).toEqual([0, 60, 60]);
  });

  it('of no terms is the losses themselves, of no losses nothing', () => {
    expect(inFloats(0, null, [3, 0, 5])).toEqual([3, 0, 5]);
    expect(inFloats(10, 20, [])).toEqual([]);
  });

  const money = fc.integer({ min: 0, max: 10_000_000 }).map((cents) => cents / 100);
  const terms = fc.record({ attachment: money, limit: fc.option(money, { nil: null }) });
  const year = fc.array(money, { maxLength: 12 });

  it('never exceeds the limit, nor any loss, and in all is the clamp of the sum', () => {
    fc.assert(
      fc.property(terms, year, ({ attachment, limit }, losses) => {
        const { of, zero } = decimalArithmetic;
        const exact = { attachment: of(attachment), limit: limit === null ? null : of(limit) };
        const paid = aggregatePayments(decimalArithmetic, exact, losses.map(of));
        paid.forEach((amount, i) => expect(amount.toNumber()).toBeLessThanOrEqual(losses[i]!));
        const sum = paid.reduce((a, b) => a.plus(b), zero).toNumber();
        const above = Math.max(losses.reduce((a, b) => a + b, 0) - attachment, 0);
        expect(sum).toBeCloseTo(Math.min(above, limit ?? Infinity), 6);
        if (limit !== null) expect(sum).toBeLessThanOrEqual(limit);
        // Doubles agree to a cent.
        inFloats(attachment, limit, losses).forEach((amount, i) =>
          expect(amount).toBeCloseTo(paid[i]!.toNumber(), 6),
        );
      }),
    );
  });
});
