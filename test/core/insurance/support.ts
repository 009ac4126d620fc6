import type { Decimal } from 'decimal.js';
import fc from 'fast-check';
import type { Accrual } from '../../../src/core/insurance/accrual.ts';
import { applyPolicy, type PolicyOutcome } from '../../../src/core/insurance/apply-policy.ts';
import { decimalArithmetic, floatArithmetic } from '../../../src/core/insurance/arithmetic.ts';
import { convertPolicy } from '../../../src/core/insurance/convert-policy.ts';
import { countHours } from '../../../src/core/insurance/count-hours.ts';
import { foldedGross, foldHours, foldTerms } from '../../../src/core/insurance/folded-policy.ts';
import type { InsuredLoss } from '../../../src/core/insurance/insured-loss.ts';
import type { OutageClock } from '../../../src/core/insurance/insured-outage.ts';
import type { Policy } from '../../../src/core/insurance/policy.ts';
import type { Json } from '../../support/merge-patch.ts';

/** One policy in one event, in plain numbers. */
export interface Case {
  readonly policy: Policy<number>;
  readonly outage: OutageClock;
  readonly services: readonly string[] | null;
  readonly loss: InsuredLoss<number>;
}

/** A policy that waits 8 h and has no other term; no outage; 10,000 per hour for a day. */
export const plain: Case = {
  policy: {
    waiting: {
      hours: 8,
      mode: 'timeDeductible',
      trigger: 'at-least',
      greaterOfTrigger: 'hours',
      count: 'continuous',
      minimumImpairmentShare: 0.5,
      clock: 'provider-outage',
    },
    indemnityHours: 2880,
    own: { covered: true, deductible: 0, limit: null },
    dependent: { covered: true, deductible: 0, limit: null, systemFailureLimit: null, tier: 1 },
    excludedCauses: [],
    extraExpense: { waiting: 'triggered', limit: null },
    recoveriesReduceLoss: true,
    retention: 0,
    coinsurance: { keptShare: 0, place: 'after-retention' },
    widespread: { limit: null, keptShare: 0 },
    policyDeductible: 0,
    layer: { attachment: 0, limit: null, participationShare: 1 },
    annualAggregate: { attachment: 0, limit: null },
  },
  outage: { stretches: [], restorationHours: 0 },
  services: null,
  loss: {
    cause: {
      coverage: 'dependent',
      cause: 'system-failure',
      malicious: false,
      tier: 1,
      widespread: false,
    },
    accrual: accrualOf([0, 24], [0, 240_000]),
    extraExpense: 0,
    lossAvoided: null,
    recoveries: 0,
  },
};

export function accrualOf(hours: readonly number[], loss: readonly number[]): Accrual {
  return { hours: Float64Array.from(hours), loss: Float64Array.from(loss) };
}

/** Lays a change over a value: objects merge, everything else replaces, null included. */
export function laidOver(base: unknown, change: unknown): unknown {
  if (!isObject(change) || !isObject(base)) return change;
  const merged = new Map(Object.entries(base));
  for (const [key, value] of Object.entries(change)) {
    if (!merged.has(key)) throw new Error(`no field is called ${key}`);
    merged.set(key, laidOver(merged.get(key), value));
  }
  return Object.fromEntries(merged);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
}

/** The plain case with one change after another. */
export function caseOf(...changes: readonly Json[]): Case {
  const json = { ...plain, loss: { ...plain.loss, accrual: { hours: [0, 24], loss: [0, 240_000] } } };
  const found = changes.reduce<unknown>(laidOver, json) as typeof json;
  return {
    ...found,
    loss: { ...found.loss, accrual: accrualOf(found.loss.accrual.hours, found.loss.accrual.loss) },
  };
}

const hoursOf = ({ policy, outage, services }: Case) => countHours(outage, services, policy.waiting);

export function inFloats(one: Case): PolicyOutcome<number> {
  return applyPolicy(floatArithmetic, one.policy, one.loss, hoursOf(one));
}

export function inDecimals(one: Case): PolicyOutcome<Decimal> {
  const { of } = decimalArithmetic;
  const { extraExpense, lossAvoided, recoveries } = one.loss;
  const loss = {
    ...one.loss,
    extraExpense: of(extraExpense),
    lossAvoided: lossAvoided === null ? null : of(lossAvoided),
    recoveries: of(recoveries),
  };
  return applyPolicy(decimalArithmetic, convertPolicy(one.policy, of), loss, hoursOf(one));
}

/** Gross loss by the folded terms, at a scale of the accrual. */
export function folded(one: Case, scale = 1): number {
  const { policy, loss } = one;
  const hours = foldHours(policy.waiting, policy.indemnityHours, hoursOf(one), loss.accrual);
  return foldedGross(foldTerms(policy, loss), hours, scale);
}

export const gross = (one: Case): number => inFloats(one).gross;

const cents = (most: number) => fc.integer({ min: 0, max: most * 100 }).map((amount) => amount / 100);
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 2 });
// Small beside the loss, and often absent, so that most cases pay something.
const amount = fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: cents(40_000) });
const limit = orNull(cents(400_000));
const share = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 100 }).map((n) => n / 100) },
);
/** True nine times in ten. */
const usually = fc.integer({ min: 0, max: 9 }).map((n) => n > 0);
const quarters = (least: number, most: number) =>
  fc.integer({ min: least * 4, max: most * 4 }).map((n) => n / 4);

export const anyPolicy: fc.Arbitrary<Policy<number>> = fc.record({
  waiting: fc.record({
    hours: quarters(0, 12),
    mode: fc.constantFrom('timeDeductible', 'qualifying', 'greaterOf'),
    trigger: fc.constantFrom('at-least', 'more-than'),
    greaterOfTrigger: fc.constantFrom('hours', 'hours-and-loss'),
    count: fc.constantFrom('continuous', 'cumulative'),
    minimumImpairmentShare: fc.constantFrom(0, 0.25, 0.5, 1),
    clock: fc.constantFrom('provider-outage', 'insured-interruption'),
  }),
  indemnityHours: fc.oneof(quarters(1, 30), fc.constant(2880)),
  own: fc.record({ covered: usually, deductible: amount, limit }),
  dependent: fc.record({
    covered: usually,
    deductible: amount,
    limit,
    systemFailureLimit: limit,
    tier: fc.constantFrom(1, 2),
  }),
  excludedCauses: fc.constantFrom([], [], ['power']),
  extraExpense: fc.record({ waiting: fc.constantFrom('triggered', 'none'), limit }),
  recoveriesReduceLoss: fc.boolean(),
  retention: amount,
  coinsurance: fc.record({
    keptShare: share,
    place: fc.constantFrom('after-retention', 'after-limits'),
  }),
  widespread: fc.record({ limit, keptShare: share }),
  policyDeductible: amount,
  layer: fc.record({ attachment: amount, limit, participationShare: share.map((kept) => 1 - kept) }),
  annualAggregate: fc.record({ attachment: amount, limit }),
});

const stretch = fc
  .tuple(fc.constantFrom('a', 'b', 'c'), quarters(0, 12), quarters(0, 20), fc.constantFrom(0.25, 0.5, 1))
  .map(([service, fromHour, length, impairmentShare]) => ({
    service,
    fromHour,
    toHour: fromHour + length,
    impairmentShare,
  }));

/** Never falling, in whole cents at the knots. */
const anyAccrual = fc
  .array(fc.tuple(quarters(1, 10), cents(100_000)), { minLength: 1, maxLength: 6 })
  .map((steps) => {
    const hours = [0];
    const loss = [0];
    for (const [length, more] of steps) {
      hours.push(hours.at(-1)! + length);
      loss.push(Math.round((loss.at(-1)! + more) * 100) / 100);
    }
    return accrualOf(hours, loss);
  });

export const anyCase: fc.Arbitrary<Case> = fc.record({
  policy: anyPolicy,
  outage: fc.record({
    stretches: fc.array(stretch, { minLength: 1, maxLength: 4 }),
    restorationHours: fc.oneof(fc.constant(0), quarters(0, 6)),
  }),
  services: fc.constantFrom(null, null, ['a'], ['a', 'b']),
  loss: fc.record({
    cause: fc.record({
      coverage: fc.constantFrom('own', 'dependent'),
      cause: fc.constantFrom('system-failure', 'power'),
      malicious: usually.map((yes) => !yes),
      tier: fc.constantFrom(1, 1, 2),
      widespread: fc.boolean(),
    }),
    accrual: anyAccrual,
    extraExpense: amount,
    lossAvoided: orNull(amount),
    recoveries: amount,
  }),
});

/** The same with another policy, or with some of its terms changed. */
export function withTerms(one: Case, terms: Partial<Policy<number>>): Case {
  return { ...one, policy: { ...one.policy, ...terms } };
}
