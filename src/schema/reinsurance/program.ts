import type { Treaty } from '../../core/insurance/reinsurance/treaty.ts';
import type { RowProblem } from '../csv/row.ts';

export interface TreatyProblem extends RowProblem {
  readonly line: number;
}

/** Room for shares such as a third, three times. */
const ROUNDING = 1e-5;

/** What is wrong with treaties that are right one by one: a number twice, or quota shares of more than everything. */
export function problemsOfProgram(
  treaties: readonly { readonly line: number; readonly treaty: Treaty }[],
): TreatyProblem[] {
  const problems: TreatyProblem[] = [];
  const lines = new Map<number, number>();
  const shares = new Map<number, number>();
  for (const {
    line,
    treaty: { terms },
  } of treaties) {
    const before = lines.get(terms.number);
    if (before === undefined) lines.set(terms.number, line);
    else {
      const reason = `stands in line ${before}, too; each treaty has a number of its own`;
      problems.push({ line, column: 'ReinsNumber', value: String(terms.number), reason });
    }
    if (terms.type !== 'QS') continue;
    const sum = (shares.get(terms.inuringPriority) ?? 0) + terms.cededShare * terms.placedShare;
    shares.set(terms.inuringPriority, sum);
    if (sum <= 1 + ROUNDING) continue;
    const percent = `${Number((sum * 100).toPrecision(4))} %`;
    const reason = `makes the quota shares of priority ${terms.inuringPriority} ${percent} of the loss that all of them see; the next priority sees what is left`;
    problems.push({ line, column: 'CededPercent', value: String(terms.cededShare), reason });
  }
  return problems;
}
