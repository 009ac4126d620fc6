import { describe, expect, it } from 'vitest';
import { reinsuredEvent as withShare } from '../../../../src/core/insurance/portfolio/reinsured-event.ts';
import type { Treaty, TreatyTerms } from '../../../../src/core/insurance/reinsurance/treaty.ts';
import { eventExcess, quotaShare } from '../reinsurance/support.ts';

const always = (terms: TreatyTerms): Treaty => ({ terms, inceptionMs: -Infinity, expiryMs: Infinity });
const reinsuredEvent = (...input: Parameters<typeof withShare>) => withShare(...input).losses;

describe('treaties of a book in one event', () => {
  it('see each draw as the first event of its year', () => {
    // One limit of 10 and no reinstatement: every draw has it whole.
    const layer = eventExcess(10, 5, [], { premiumUsd: 2 });
    const { net, treaties } = reinsuredEvent([always(layer)], null, Float64Array.of(0, 5, 12, 40));
    expect(net).toMatchObject({ mean: (0 + 5 + 5 + 30) / 4 });
    expect(treaties).toMatchObject([
      { inForce: true, payingShare: 0.5, reinstatementPremiumMean: 0, recovery: { mean: 17 / 4 } },
    ]);
  });

  it('leave a share of each draw, for the parts of the book to bear', () => {
    // 10 above 5: 12 keeps 5 of 12, 40 keeps 30 of 40; what loses nothing, or stays below, keeps all of it.
    const layer = eventExcess(10, 5, []);
    const { netShare } = withShare([always(layer)], null, Float64Array.of(0, 5, 12, 40));
    expect([...netShare!]).toEqual([1, 1, 5 / 12, 0.75]);
    expect(withShare([], null, Float64Array.of(1)).netShare).toBeNull();
  });

  it('cost what their limits cost again, on average over the draws', () => {
    // 7 and 10 of 10 used at 100 % of 2: 1.4 and 2.
    const layer = eventExcess(10, 5, [1], { premiumUsd: 2 });
    const { treaties } = reinsuredEvent([always(layer)], null, Float64Array.of(0, 5, 12, 40));
    expect(treaties[0]!.reinstatementPremiumMean).toBeCloseTo(3.4 / 4, 12);
  });

  it('pay for what starts from their first day up to their last, and what is not in force stays listed', () => {
    const treaty = { terms: quotaShare(0.5), inceptionMs: 100, expiryMs: 200 };
    const other = { ...always(quotaShare(0.2, { number: 2, inuringPriority: 2 })) };
    const at = (ms: number | null) => reinsuredEvent([treaty, other], ms, Float64Array.of(100));
    for (const ms of [100, 199, null]) expect(at(ms).net!.mean).toBeCloseTo(40, 12);
    for (const ms of [99, 200]) {
      const { net, treaties } = at(ms);
      expect(net!.mean).toBeCloseTo(80, 12);
      expect(treaties.map(({ terms, inForce }) => [terms.number, inForce])).toEqual([
        [1, false],
        [2, true],
      ]);
      expect(treaties[0]!.recovery).toEqual({ mean: 0, p5: 0, p50: 0, p95: 0 });
    }
  });

  it('none of them: there is no net beside gross', () => {
    expect(reinsuredEvent([], null, Float64Array.of(1))).toEqual({ net: null, treaties: [] });
  });
});
