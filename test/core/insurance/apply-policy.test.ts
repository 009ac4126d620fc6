import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convertPolicy } from '../../../src/core/insurance/convert-policy.ts';
import type { Policy } from '../../../src/core/insurance/policy.ts';
import { anyCase, caseOf, folded, gross, inDecimals, inFloats, withTerms, type Case } from './support.ts';

/** Rounding of doubles: amounts here are below 10 million, so a millionth is some hundred ulps. */
const ROUNDING = 1e-6;
const runs = { numRuns: 1000 };

/** No change of terms like this one may raise what is paid. */
function neverRaises(
  change: (one: Case) => Partial<Policy<number>>,
  precondition: (one: Case) => boolean = () => true,
) {
  fc.assert(
    fc.property(anyCase.filter(precondition), (one) => {
      expect(gross(withTerms(one, change(one)))).toBeLessThanOrEqual(gross(one) + ROUNDING);
    }),
    runs,
  );
}

describe('applyPolicy', () => {
  it('pays at most the ground-up loss, in whatever arithmetic', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const { gross, groundUp } = inDecimals(one);
        expect(gross.lessThanOrEqualTo(groundUp)).toBe(true);
        expect(gross.isNegative()).toBe(false);
        const floats = inFloats(one);
        expect(floats.gross).toBeLessThanOrEqual(floats.groundUp + ROUNDING);
        expect(floats.paidHours).toBeLessThanOrEqual(floats.countedHours);
      }),
      runs,
    );
  });

  it('agrees with itself to a cent in floats, in decimals and folded', () => {
    let paid = 0;
    fc.assert(
      fc.property(anyCase, (one) => {
        const exact = inDecimals(one);
        const floats = inFloats(one);
        expect(Math.abs(floats.gross - exact.gross.toNumber())).toBeLessThan(0.01);
        expect(Math.abs(floats.groundUp - exact.groundUp.toNumber())).toBeLessThan(0.01);
        expect({ ...floats, gross: 0, groundUp: 0 }).toEqual({ ...exact, gross: 0, groundUp: 0 });
        expect(Math.abs(folded(one) - floats.gross)).toBeLessThanOrEqual(1e-9 * floats.groundUp);
        if (floats.gross > 0) paid++;
      }),
      { numRuns: 4000 },
    );
    // Else the property would say nothing about amounts.
    expect(paid).toBeGreaterThan(400);
  });

  it('changes nothing it is given', () => {
    const freeze = (value: unknown): void => {
      if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return;
      Object.values(Object.freeze(value)).forEach(freeze);
    };
    fc.assert(
      fc.property(anyCase, (one) => {
        freeze(one);
        inFloats(one);
      }),
      { numRuns: 100 },
    );
  });

  it('refuses an accrual that falls', () => {
    expect(() => gross(caseOf({ loss: { accrual: { hours: [0, 1, 2], loss: [0, 2, 1] } } }))).toThrow(
      'never falls',
    );
  });
});

describe('a harder term never raises the payment', () => {
  // A short period of indemnity slides with the wait of a time deductible; see the case `indemnity-period`.
  it('a longer waiting period, where the period of indemnity outlasts the outage', () =>
    neverRaises(
      ({ policy: { waiting } }) => ({ waiting: { ...waiting, hours: waiting.hours + 1.25 } }),
      ({ policy }) => policy.indemnityHours === 2880,
    ));

  it('a longer waiting period of the other modes, whatever the period of indemnity', () =>
    neverRaises(
      ({ policy: { waiting } }) => ({ waiting: { ...waiting, hours: waiting.hours + 1.25 } }),
      ({ policy }) => policy.waiting.mode !== 'timeDeductible',
    ));

  it('more than, in place of at least', () =>
    neverRaises(({ policy: { waiting } }) => ({ waiting: { ...waiting, trigger: 'more-than' } })));

  it('the loss asked for beside the hours', () =>
    neverRaises(({ policy: { waiting } }) => ({
      waiting: { ...waiting, greaterOfTrigger: 'hours-and-loss' },
    })));

  it('a time deductible, in place of a qualifying period that no period of indemnity cuts', () =>
    neverRaises(
      ({ policy: { waiting } }) => ({ waiting: { ...waiting, mode: 'timeDeductible' } }),
      ({ policy }) => policy.waiting.mode === 'qualifying' && policy.indemnityHours === 2880,
    ));

  it('a shorter period of indemnity', () =>
    neverRaises(({ policy }) => ({ indemnityHours: policy.indemnityHours / 2 })));

  it('a higher threshold of impairment, where hours add up and no period of indemnity cuts', () =>
    neverRaises(
      ({ policy: { waiting } }) => ({
        waiting: { ...waiting, minimumImpairmentShare: (1 + waiting.minimumImpairmentShare) / 2 },
      }),
      // Restoration begins with the end of the last run, so a threshold moves it.
      ({ policy, outage }) =>
        policy.waiting.count === 'cumulative' &&
        policy.indemnityHours === 2880 &&
        outage.restorationHours === 0,
    ));

  it.each<readonly [string, (policy: Policy<number>) => Partial<Policy<number>>]>([
    ['retention', ({ retention }) => ({ retention: retention + 1000 })],
    [
      'deductible of a coverage',
      ({ own, dependent }) => ({
        own: { ...own, deductible: own.deductible + 1000 },
        dependent: { ...dependent, deductible: dependent.deductible + 1000 },
      }),
    ],
    ['deductible of the policy', ({ policyDeductible }) => ({ policyDeductible: policyDeductible + 1000 })],
    ['attachment', ({ layer }) => ({ layer: { ...layer, attachment: layer.attachment + 1000 } })],
  ])('a higher %s', (_, change) => neverRaises(({ policy }) => change(policy)));

  it.each<readonly [string, (policy: Policy<number>) => Partial<Policy<number>>]>([
    [
      'of a coverage',
      ({ own, dependent }) => ({
        own: { ...own, limit: lower(own.limit) },
        dependent: { ...dependent, limit: lower(dependent.limit) },
      }),
    ],
    [
      'of dependent system failure',
      ({ dependent }) => ({
        dependent: { ...dependent, systemFailureLimit: lower(dependent.systemFailureLimit) },
      }),
    ],
    [
      'of extra expense',
      ({ extraExpense }) => ({ extraExpense: { ...extraExpense, limit: lower(extraExpense.limit) } }),
    ],
    [
      'of a widespread event',
      ({ widespread }) => ({ widespread: { ...widespread, limit: lower(widespread.limit) } }),
    ],
    ['of the layer', ({ layer }) => ({ layer: { ...layer, limit: lower(layer.limit) } })],
  ])('a lower limit %s', (_, change) => neverRaises(({ policy }) => change(policy)));

  it('a larger share kept, of the widespread event or at either place', () =>
    neverRaises(({ policy: { coinsurance, widespread } }) => ({
      coinsurance: { ...coinsurance, keptShare: (1 + coinsurance.keptShare) / 2 },
      widespread: { ...widespread, keptShare: (1 + widespread.keptShare) / 2 },
    })));

  it('an excluded cause, a nearer tier, no waiver of the wait for extra expense', () => {
    neverRaises(() => ({ excludedCauses: ['power'] }));
    neverRaises(({ policy: { dependent } }) => ({ dependent: { ...dependent, tier: 1 } }));
    neverRaises(({ policy: { extraExpense } }) => ({
      extraExpense: { ...extraExpense, waiting: 'triggered' },
    }));
    neverRaises(() => ({ recoveriesReduceLoss: true }));
  });
});

const lower = (limit: number | null): number => (limit === null ? 50_000 : limit / 2);

describe('a longer outage', () => {
  /** The last hour of the outage an hour and a quarter later. */
  const longer = (one: Case): Case => {
    const last = Math.max(...one.outage.stretches.map(({ toHour }) => toHour));
    const stretches = one.outage.stretches.map((stretch) =>
      stretch.toHour === last ? { ...stretch, toHour: last + 1.25 } : stretch,
    );
    return { ...one, outage: { ...one.outage, stretches } };
  };

  it('never pays less where hours add up, and where they must be continuous, with one stretch', () => {
    fc.assert(
      fc.property(
        anyCase.filter(
          ({ policy, outage }) =>
            (policy.waiting.count === 'cumulative' || outage.stretches.length === 1) &&
            // A stretch of no hours would become a new run, and restoration would begin after it instead.
            outage.stretches.every(({ fromHour, toHour }) => toHour > fromHour),
        ),
        (one) => {
          expect(gross(longer(one))).toBeGreaterThanOrEqual(gross(one) - ROUNDING);
        },
      ),
      runs,
    );
  });

  it('can pay less where they must be continuous: a longer run of cheap hours replaces one of dear hours', () => {
    const twoRuns = (end: number) =>
      caseOf({
        policy: { waiting: { hours: 4 } },
        outage: {
          stretches: [
            { service: 'a', fromHour: 0, toHour: 6, impairmentShare: 1 },
            { service: 'a', fromHour: 10, toHour: end, impairmentShare: 1 },
          ],
        },
        loss: { accrual: { hours: [0, 6, 24], loss: [0, 60_000, 61_800] } },
      });
    // Hours 4 to 6 at 10,000, against hours 14 to 17 at 100.
    expect(gross(twoRuns(16))).toBeCloseTo(20_000, 6);
    expect(gross(twoRuns(17))).toBeCloseTo(300, 6);
  });
});

describe('parts and the whole', () => {
  it('two halves of the participation sum to the whole', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const { layer } = one.policy;
        const part = (share: number) =>
          gross(
            withTerms(one, { layer: { ...layer, participationShare: layer.participationShare * share } }),
          );
        expect(Math.abs(part(0.5) + part(0.5) - gross(one))).toBeLessThan(ROUNDING);
        expect(Math.abs(part(0.3) + part(0.7) - gross(one))).toBeLessThan(ROUNDING);
      }),
      runs,
    );
  });

  it('all layers of a tower sum to the whole, in exact decimals', () => {
    fc.assert(
      fc.property(
        anyCase,
        fc.uniqueArray(fc.integer({ min: 1, max: 300_000 }), { maxLength: 5 }),
        (one, cuts) => {
          const edges = [0, ...cuts.sort((a, b) => a - b)];
          const layers = edges.map((attachment, i) => {
            const next = edges[i + 1];
            return {
              attachment,
              limit: next === undefined ? null : next - attachment,
              participationShare: 1,
            };
          });
          const paid = (layer: Policy<number>['layer']) => inDecimals(withTerms(one, { layer })).gross;
          const whole = paid({ attachment: 0, limit: null, participationShare: 1 });
          const sum = layers.map(paid).reduce((a, b) => a.plus(b));
          // Decimals of the clone keep 60 digits, those of its sums too.
          expect(sum.minus(whole).abs().toNumber()).toBeLessThan(1e-30);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('another currency scales everything', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const { accrual } = one.loss;
        const times = (amount: number) => amount * 8;
        const scaled: Case = {
          ...one,
          policy: convertPolicy(one.policy, times),
          loss: {
            ...one.loss,
            accrual: { hours: accrual.hours, loss: accrual.loss.map(times) },
            extraExpense: times(one.loss.extraExpense),
            lossAvoided: one.loss.lossAvoided === null ? null : times(one.loss.lossAvoided),
            recoveries: times(one.loss.recoveries),
          },
        };
        // A power of two, so that no rounding differs.
        expect(gross(scaled)).toBe(8 * gross(one));
      }),
      runs,
    );
  });
});
