import type { Problem } from '../engine/messages.ts';
import type { Changeable } from './choice.ts';

/** Where a problem is shown: beside a fact, beside an assumption (its path), at the choice of the outage, or on top. */
export type ProblemPlace = Changeable | 'subject' | { readonly assumption: string } | 'top';

const places: readonly (readonly [RegExp, Changeable | 'subject'])[] = [
  [/outage\.start\b/, 'start'],
  [/outage\.(?:durationHours|restorationHours|phases|windows)/, 'hours'],
  [/outage\.region/, 'region'],
  [/outage\.(?:kind|provider)|^event$|scope|coverage/, 'subject'],
  [/affected\.businesses/, 'firms'],
  [/affected\.userReports/, 'reports'],
  [/asOf|--as-of/, 'asOf'],
];

/** The field that the path of an error names. */
export function placeOfProblem({ path }: Problem, assumptions: readonly string[]): ProblemPlace {
  const assumption = assumptions.find((name) => path.includes(name));
  if (assumption !== undefined) return { assumption };
  return places.find(([pattern]) => pattern.test(path))?.[1] ?? 'top';
}
