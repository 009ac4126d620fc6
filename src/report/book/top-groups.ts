import type { BookGroup } from '../../core/insurance/portfolio/book-result.ts';

/** The first groups of a split, and what the others come to. */
export interface TopGroups {
  readonly top: readonly BookGroup[];
  /** Null where all are listed. */
  readonly others: { readonly count: number; readonly sum: BookGroup } | null;
}

/** @param groups  largest first */
export function topGroups(groups: readonly BookGroup[], most: number): TopGroups {
  // One row for one other group would hide its name and save nothing.
  if (groups.length <= most + 1) return { top: groups, others: null };
  const rest = groups.slice(most);
  const total = (value: (group: BookGroup) => number): number =>
    rest.reduce((sum, group) => sum + value(group), 0);
  const sum = {
    name: '',
    policies: total(({ policies }) => policies),
    groundUpMean: total(({ groundUpMean }) => groundUpMean),
    grossMean: total(({ grossMean }) => grossMean),
    netMean: groups[0]!.netMean === null ? null : total(({ netMean }) => netMean!),
  };
  return { top: groups.slice(0, most), others: { count: rest.length, sum } };
}
