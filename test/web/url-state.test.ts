import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Choice } from '../../src/web/state/choice.ts';
import {
  defaultState,
  digitKinds,
  insurerParts,
  languages,
  views,
  type PageState,
} from '../../src/web/state/page-state.ts';
import { readState, writeState } from '../../src/web/state/url-state.ts';

const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/);
const amount = fc.double({ min: 0, max: 1e9, noNaN: true }).map((value) => (value === 0 ? 0 : value));
const quantity = fc.oneof(
  amount,
  fc.tuple(amount, amount, amount).map((pert) => ({ pert })),
);
const rest = {
  region: id,
  start: fc.constantFrom('2025-10-20T06:48:00Z', 'yesterday & co'),
  hours: amount,
  firms: amount,
  reports: amount,
  asOf: fc.constant('2025-10-21'),
  draws: fc.nat(),
  seed: fc.nat(),
  assumptions: fc.dictionary(
    id.map((path) => `recapture.${path}`),
    quantity,
    { maxKeys: 3 },
  ),
};
const plainly = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;
const choice: fc.Arbitrary<Choice> = fc
  .oneof(
    fc.record({ event: id, ...rest }, { requiredKeys: ['event', 'assumptions'] }),
    fc.record(
      { kind: id, provider: id, countries: fc.constant(['ES', 'PT']), ...rest },
      { requiredKeys: ['kind', 'assumptions'] },
    ),
  )
  .map(plainly);
const state: fc.Arbitrary<PageState> = fc.record({
  view: fc.constantFrom(...views),
  choice,
  other: choice,
  claim: fc.record({
    text: fc.string({ unit: 'grapheme', maxLength: 60 }),
    correction: fc
      .record(
        { low: amount, high: amount, currency: fc.constant('EUR'), unit: fc.constant('per-hour') },
        {
          requiredKeys: [],
        },
      )
      .map(plainly),
  }),
  part: fc.constantFrom(...insurerParts),
  bookEvent: id,
  risk: fc.record({
    revenue: amount,
    sector: id,
    cloud: fc.constantFrom('unknown', 'aws/us-east-1', 'azure/all'),
    waitingHours: amount,
    waitingMode: fc.constantFrom('timeDeductible', 'qualifying', 'greaterOf'),
    recapture: fc.constantFrom('deducted', 'not-deducted'),
    limit: amount,
    retention: amount,
    extraExpense: amount,
  }),
  currency: fc.constantFrom('USD', 'EUR'),
  language: fc.constantFrom(...languages),
  digits: fc.constantFrom(...digitKinds),
});

describe('the address of the page', () => {
  it('brings back every state that it was made of', () => {
    fc.assert(
      fc.property(state, (before) => {
        const { state: after, ignored } = readState(`#${writeState(before)}`);
        expect(ignored).toEqual([]);
        expect(after).toEqual({
          ...before,
          // Only the view that is open goes into the address.
          other: before.view === 'compare' ? before.other : defaultState.other,
          claim: before.view === 'claim' ? before.claim : defaultState.claim,
          part: before.view === 'insurer' ? before.part : defaultState.part,
          risk: before.view === 'insurer' && before.part === 'risk' ? before.risk : defaultState.risk,
          bookEvent:
            before.view === 'insurer' && before.part === 'book' ? before.bookEvent : defaultState.bookEvent,
        });
      }),
    );
  });

  it('is short for what most readers share', () => {
    expect(writeState({ ...defaultState, choice: { ...defaultState.choice, hours: 24 } })).toBe(
      'v=1&e=aws-2025-10-20&h=24',
    );
  });

  it('opens to the default without an address', () => {
    expect(readState('')).toEqual({ state: defaultState, ignored: [] });
  });

  it('ignores what it does not know, and says what', () => {
    const { state: read, ignored } = readState('#v=1&e=aws-2025-10-20&h=24&colour=red&f=many&e=two&%zz=1&n');
    expect(read.choice).toEqual({ event: 'aws-2025-10-20', hours: 24, assumptions: {} });
    expect([...ignored].sort()).toEqual(['%zz', 'colour', 'e', 'f', 'n']);
  });

  it('does not read the address of another version', () => {
    expect(readState('#v=2&e=x')).toEqual({ state: defaultState, ignored: ['v=2'] });
    expect(readState('#e=x').ignored).toEqual(['v=']);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readState(`#v=1&${text}`).state.view).toBeDefined();
      }),
    );
  });
});
