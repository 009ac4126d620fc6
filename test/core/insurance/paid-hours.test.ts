import { describe, expect, it } from 'vitest';
import { paidHours, passesWaiting } from '../../../src/core/insurance/paid-hours.ts';
import type { WaitingPeriod } from '../../../src/core/insurance/policy.ts';
import { plain } from './support.ts';

const waits = (hours: number, change: Partial<WaitingPeriod> = {}): WaitingPeriod => ({
  ...plain.policy.waiting,
  hours,
  ...change,
});

describe('passesWaiting', () => {
  it.each([
    [7.99, false, false],
    [8, true, false],
    [8.01, true, true],
  ])('%d h against 8 h: at least %s, more than %s', (hours, atLeast, moreThan) => {
    expect(passesWaiting(waits(8), hours)).toBe(atLeast);
    expect(passesWaiting(waits(8, { trigger: 'more-than' }), hours)).toBe(moreThan);
  });

  it('no hours pass nothing, not even a wait of 0 h', () => {
    expect(passesWaiting(waits(0), 0)).toBe(false);
    expect(passesWaiting(waits(0), 0.01)).toBe(true);
  });
});

describe('paidHours', () => {
  it.each([
    ['timeDeductible', 10, 2],
    ['timeDeductible', 8, 0],
    ['timeDeductible', 30, 12],
    ['qualifying', 8, 8],
    ['qualifying', 30, 12],
    ['greaterOf', 10, 10],
    ['qualifying', 7, 0],
  ] as const)('%s, 8 h of waiting, 12 h of indemnity, %d h: %d', (mode, hours, paid) => {
    expect(paidHours(waits(8, { mode }), 12, hours)).toBe(paid);
  });
});
