import { describe, expect, it } from 'vitest';
import type { BacktestInput, PublishedLoss } from '../../../src/core/backtest/backtest-input.ts';
import { truthOf } from '../../../src/core/backtest/truth.ts';
import { companyOutage, scenarioOf, telecomOutage } from '../../support/engine.ts';

const figure: PublishedLoss = {
  measure: 'cost',
  scope: 'company',
  lowUsd: null,
  centralUsd: 5e6,
  highUsd: null,
  estimator: 'The shop',
};

function event(changes: Partial<PublishedLoss> | null, json = companyOutage()): BacktestInput {
  return {
    id: 'shop',
    title: 'Shop',
    family: 'shop',
    exposure: 'company-it',
    fit: true,
    published: changes === null ? [] : [{ ...figure, ...changes }],
    scenario: scenarioOf({ scope: 'company', ...json }),
  };
}

describe('what an estimate is held against', () => {
  it('is the central figure', () => {
    expect(truthOf(event({ lowUsd: 1e6, highUsd: 9e6 }))).toMatchObject({ centralUsd: 5e6 });
  });

  it('is the geometric mean of a range without a middle', () => {
    expect(truthOf(event({ lowUsd: 1e6, centralUsd: null, highUsd: 1e8 }))).toMatchObject({
      centralUsd: 1e7,
    });
  });

  it('is the first figure only', () => {
    const other = { ...figure, centralUsd: 1 };
    const two = { ...event({}), published: [figure, other] };
    expect(truthOf(two)).toMatchObject({ centralUsd: 5e6 });
  });

  it.each([
    { why: 'nothing is published', changes: null },
    { why: 'only an upper end', changes: { centralUsd: null, highUsd: 9e6 } },
    { why: 'only a lower end', changes: { centralUsd: null, lowUsd: 9e6 } },
    { why: 'what insurers pay', changes: { measure: 'insured-industry' as const } },
    { why: 'household-time', changes: { measure: 'household-time' as const } },
    { why: 'for world, the event for company', changes: { scope: 'world' } },
    { why: 'loss of 0', changes: { centralUsd: 0 } },
  ])('says why not: $why', ({ why, changes }) => {
    expect(truthOf(event(changes))).toEqual({ why: expect.stringContaining(why) as string });
  });

  it('compares an economy by its label', () => {
    const national = telecomOutage({}, 0.3, { scope: 'CA' });
    expect(truthOf(event({ measure: 'economic-loss', scope: 'CA' }, national))).toMatchObject({
      scope: 'CA',
    });
    expect(truthOf(event({ measure: 'economic-loss', scope: 'company' }, national))).toHaveProperty('why');
  });
});
