import { describe, expect, it } from 'vitest';
import { topGroups } from '../../../src/report/book/top-groups.ts';

describe('the largest groups', () => {
  const groups = [9, 5, 3, 1].map((loss) => ({
    name: `g${loss}`,
    policies: loss,
    groundUpMean: 10 * loss,
    grossMean: loss,
    netMean: null as number | null,
  }));

  it('add up to the whole with the others', () => {
    expect(topGroups(groups, 2)).toEqual({
      top: groups.slice(0, 2),
      others: { count: 2, sum: { name: '', policies: 4, groundUpMean: 40, grossMean: 4, netMean: null } },
    });
  });

  it('add up net losses where there are treaties', () => {
    const net = groups.map((group) => ({ ...group, netMean: group.grossMean / 2 }));
    expect(topGroups(net, 2).others!.sum.netMean).toBe(2);
  });

  it('are all where only one would be left', () => {
    expect(topGroups(groups, 3)).toEqual({ top: groups, others: null });
    expect(topGroups(groups, 10)).toEqual({ top: groups, others: null });
  });
});
