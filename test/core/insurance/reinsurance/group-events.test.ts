import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupEvents } from '../../../../src/core/insurance/reinsurance/group-events.ts';

describe('groupEvents', () => {
  it('one cause within 72 h of its first outage is one event', () => {
    const outages = [
      { startHour: 0, cause: 'aws' },
      { startHour: 10, cause: 'azure' },
      { startHour: 71.9, cause: 'aws' },
      // Exactly 72 h after the first: a new event, though less than a day after the second.
      { startHour: 72, cause: 'aws' },
      { startHour: 81.9, cause: 'azure' },
      { startHour: 143, cause: 'aws' },
    ];
    expect([...groupEvents(outages, 72)]).toEqual([0, 1, 0, 2, 1, 2]);
  });

  it('no outages, no events; an unsorted list is a bug', () => {
    expect([...groupEvents([], 72)]).toEqual([]);
    const unsorted = [
      { startHour: 5, cause: 'a' },
      { startHour: 4, cause: 'b' },
    ];
    expect(() => groupEvents(unsorted, 72)).toThrow('invariant');
  });

  it('an event holds one cause and spans less than the clause; a longer clause makes no more events', () => {
    const outage = fc.record({ startHour: fc.nat(500), cause: fc.constantFrom('a', 'b') });
    fc.assert(
      fc.property(fc.array(outage, { maxLength: 30 }), fc.integer({ min: 1, max: 200 }), (list, hours) => {
        const outages = [...list].sort((one, other) => one.startHour - other.startHour);
        const groups = groupEvents(outages, hours);
        const count = new Set(groups).size;
        for (let event = 0; event < count; event++) {
          const members = outages.filter((_, index) => groups[index] === event);
          expect(new Set(members.map(({ cause }) => cause)).size).toBe(1);
          expect(members.at(-1)!.startHour - members[0]!.startHour).toBeLessThan(hours);
        }
        expect(new Set(groupEvents(outages, hours + 50)).size).toBeLessThanOrEqual(count);
      }),
    );
  });
});
