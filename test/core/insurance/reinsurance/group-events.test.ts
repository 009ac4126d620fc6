import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupEvents } from '../../../../src/core/insurance/reinsurance/group-events.ts';

interface Outage {
  readonly startHour: number;
  readonly cause: number;
  readonly loss: number;
}

function group(outages: readonly Outage[], hours: number): number[] {
  const startHour = Float64Array.from(outages, (outage) => outage.startHour);
  const cause = Uint32Array.from(outages, (outage) => outage.cause);
  const losses = Float64Array.from(outages, ({ loss }) => loss);
  return [...groupEvents(startHour, cause, losses, hours)];
}

const [AWS, AZURE] = [7, 8];
const outage = (startHour: number, cause: number, loss = 1): Outage => ({ startHour, cause, loss });

describe('groupEvents', () => {
  it('joins one cause 60 h apart, not 80 h apart, and never two causes', () => {
    expect(group([outage(0, AWS), outage(60, AWS)], 72)).toEqual([0, 0]);
    expect(group([outage(0, AWS), outage(80, AWS)], 72)).toEqual([0, 1]);
    expect(group([outage(0, AWS), outage(80, AWS)], 168)).toEqual([0, 0]);
    expect(group([outage(0, AWS), outage(60, AZURE)], 72)).toEqual([0, 1]);
  });

  it('counts from the first outage of an event, not from the one before', () => {
    const outages = [
      ...[outage(0, AWS), outage(10, AZURE), outage(71.9, AWS)],
      // Exactly 72 h after the first: a new event, though less than a day after the second.
      ...[outage(72, AWS), outage(81.9, AZURE), outage(143, AWS)],
    ];
    expect(group(outages, 72)).toEqual([0, 1, 0, 2, 1, 2]);
  });

  it('opens no event with an outage that costs nothing', () => {
    // From hour 0 the clause would end before hour 80.
    expect(group([outage(0, AWS, 0), outage(60, AWS), outage(80, AWS)], 72)).toEqual([0, 0, 0]);
  });

  it('no outages, no events; an unsorted list is a bug', () => {
    expect(group([], 72)).toEqual([]);
    expect(() => group([outage(5, AWS), outage(4, AZURE)], 72)).toThrow('invariant');
    expect(() => group([], 0)).toThrow('invariant');
  });

  it('an event holds one cause and spans less than the clause; a longer clause makes no more events', () => {
    const any = fc.record({
      startHour: fc.nat(500),
      cause: fc.constantFrom(AWS, AZURE),
      loss: fc.constantFrom(1, 2),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 30 }), fc.integer({ min: 1, max: 200 }), (list, hours) => {
        const outages = [...list].sort((one, other) => one.startHour - other.startHour);
        const groups = group(outages, hours);
        const count = new Set(groups).size;
        for (let event = 0; event < count; event++) {
          const members = outages.filter((_, index) => groups[index] === event);
          expect(new Set(members.map(({ cause }) => cause)).size).toBe(1);
          expect(members.at(-1)!.startHour - members[0]!.startHour).toBeLessThan(hours);
        }
        expect(new Set(group(outages, hours + 50)).size).toBeLessThanOrEqual(count);
      }),
    );
  });
});
