import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { floatArithmetic } from '../../../src/core/insurance/arithmetic.ts';
import { countHours } from '../../../src/core/insurance/count-hours.ts';
import { explainPolicy, type PolicyStep } from '../../../src/core/insurance/explain-policy.ts';
import type { Json } from '../../support/merge-patch.ts';
import { anyCase, caseOf, inFloats, type Case } from './support.ts';

function explain({ policy, outage, services, loss }: Case): PolicyStep<number>[] {
  const counted = countHours(outage, services, policy.waiting);
  return explainPolicy(floatArithmetic, policy, loss, counted, (amount) => `$${amount.toFixed(0)}`);
}

const given = (name: string): Json =>
  JSON.parse(readFileSync(new URL(`cases/${name}/policy.json`, import.meta.url), 'utf8')) as Json;

const step = (one: Case, name: string): PolicyStep<number> | undefined =>
  explain(one).find((found) => found.name === name);

describe('explainPolicy', () => {
  it('says why one service alone pays nothing after 12 h', () => {
    const one = caseOf(given('aws-2025-10-20'), { services: ['NLB'], policy: { waiting: { hours: 12 } } });
    expect(step(one, 'Hours that count')).toMatchObject({
      stated: "impaired by 50 % or more, without a gap, provider's outage",
      why: '5.7 h to 14.35 h after the start: 8.65 h',
    });
    expect(step(one, 'Waiting period')).toMatchObject({
      stated: '12 h, time deductible, at least as long',
      amountOut: 0,
      why: 'NLB alone was impaired for 8.65 h without a gap; 12 h are asked for: nothing of the interruption is paid',
    });
  });

  it('says what is left after the waiting period', () => {
    const one = caseOf(given('aws-2025-10-20'), { policy: { waiting: { hours: 12 } } });
    expect(step(one, 'Waiting period')!.why).toBe(
      'DynamoDB, EC2 launches, NLB together were impaired for 14.35 h without a gap; ' +
        "the first 12 h are the insured's own: 2.35 h are left",
    );
  });

  it('shows every term at once, in order, as worked out by hand', () => {
    const steps = explain(caseOf(given('all-terms')));
    expect(steps.map(({ name, stated, amountOut }) => [name, stated, Number(amountOut.toFixed(6))])).toEqual([
      ['Cause', 'providers, tier 1', 240_000],
      ['Hours that count', "impaired by 50 % or more, without a gap, provider's outage", 200_000],
      ['Waiting period', '8 h, time deductible, at least as long', 120_000],
      ['Period of indemnity', '10 h', 100_000],
      ['Extra expense', 'after the waiting period, up to $20000', 120_000],
      ['Recoveries', '$5000', 115_000],
      ['Retention', '$15000', 100_000],
      ['Coinsurance', '10 %', 90_000],
      ['Deductible of the coverage', '$5000', 85_000],
      ['Limit of the coverage', '$80000', 80_000],
      ['Sublimit of dependent system failure', '$75000', 75_000],
      ['Widespread event', '20 % kept, at most $55000', 55_000],
      ['Deductible of the policy', '$5000', 50_000],
      ['Layer', '$35000 above $10000', 35_000],
      ['Participation', '40 %', 14_000],
    ]);
    expect(steps.map(({ why }) => why)).toContain('$20000 of $30000 is added');
  });

  it('leaves out the terms that the policy does not have', () => {
    const names = explain(caseOf()).map(({ name }) => name);
    expect(names).toEqual(['Cause', 'Hours that count', 'Waiting period', 'Period of indemnity']);
  });

  it.each<readonly [string, Json, string]>([
    [
      'not reached by a hair',
      { waiting: { hours: 10.002 } },
      'for 10 h without a gap; 10.002 h are asked for',
    ],
    ['more than', { waiting: { hours: 10, trigger: 'more-than' } }, 'more than 10 h are asked for'],
    ['qualifying', { waiting: { mode: 'qualifying' } }, '8 h are passed: the loss counts from its first'],
    ['greater of', { waiting: { mode: 'greaterOf' } }, 'less what the next deduction takes'],
    [
      'greater of, loss too small',
      { waiting: { mode: 'greaterOf', greaterOfTrigger: 'hours-and-loss' }, retention: 1_000_000 },
      'the loss does not exceed the retention: nothing of it is paid',
    ],
    ['added up', { waiting: { count: 'cumulative' } }, 'impaired for 10 h in all;'],
    ['restored', { waiting: { clock: 'insured-interruption' } }, 'impaired, restoration included, for 12 h'],
    ['not impaired enough', { waiting: { minimumImpairmentShare: 1 } }, 'nothing was impaired so far; 8 h'],
  ])('a waiting period, %s', (_, policy, words) => {
    const outage = {
      stretches: [{ service: 'cloud', fromHour: 0, toHour: 10, impairmentShare: 0.9 }],
      restorationHours: 2,
    };
    expect(step(caseOf({ outage, policy }), 'Waiting period')!.why).toContain(words);
  });

  it.each<readonly [string, Json, string]>([
    ['excluded', { policy: { excludedCauses: ['power'] }, loss: { cause: { cause: 'power' } } }, 'power is'],
    ['not bought', { policy: { dependent: { covered: false } } }, "a provider's systems is not covered"],
    [
      'own, not bought',
      { policy: { own: { covered: false } }, loss: { cause: { coverage: 'own' } } },
      "the insured's own systems is not covered",
    ],
    ['too far', { loss: { cause: { tier: 2 } } }, 'has a contract with: nothing is paid'],
    ['attacked', { loss: { cause: { coverage: 'own', malicious: true } } }, 'without an attack'],
    ['covered', {}, 'system-failure is covered'],
  ])('a cause that is %s', (_, change, words) => {
    expect(step(caseOf(change), 'Cause')!.why).toContain(words);
  });

  it('names the larger of the two that greaterOf weighs', () => {
    const outage = {
      stretches: [{ service: 'cloud', fromHour: 0, toHour: 10, impairmentShare: 1 }],
      restorationHours: 0,
    };
    const named = (retention: number) =>
      step(
        caseOf({ outage, policy: { waiting: { mode: 'greaterOf' }, retention } }),
        'Greater of waiting loss and retention',
      );
    expect(named(50_000)).toMatchObject({ stated: '$80000 or $50000', amountOut: 20_000 });
    expect(named(50_000)!.why).toContain('during the waiting period is the larger');
    expect(named(90_000)!.why).toContain('the retention is not the smaller');
  });

  it('walks from the loss before terms to the gross loss, and nothing happens between its steps', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const steps = explain(one);
        steps.slice(1).forEach(({ amountIn }, i) => expect(amountIn).toBe(steps[i]!.amountOut));
        expect(steps[0]!.amountIn).toBe(one.loss.accrual.loss.at(-1));
        expect(steps.at(-1)!.amountOut).toBe(inFloats(one).gross);
      }),
      { numRuns: 1000 },
    );
  });
});
