/** A stretch of a log axis of money, in the unit of its amounts. */
export interface MoneyDomain {
  readonly low: number;
  readonly high: number;
  /** Round amounts that get a label. */
  readonly ticks: readonly number[];
  /** Whether each label is ten times the one before. */
  readonly inTens: boolean;
}

/** With fewer powers of ten than this on the axis, amounts between them are labelled too. */
const FEW_TICKS = 3;

/** Factor between the outermost amount and the end of the axis. */
const ROOM = 1.3;

/** Steps within a decade, fine to coarse. */
const ladders: readonly (readonly number[])[] = [[1, 2, 5], [1, 3], [1]];

/**
 * Bounds around the amounts, with some room, and round amounts between them that have room for a label each.
 *
 * @param amounts > 0, at least one
 * @param labels how many labels fit side by side, ≥ 1
 */
export function moneyDomain(amounts: readonly number[], labels: number): MoneyDomain {
  const low = Math.min(...amounts) / ROOM;
  const high = Math.max(...amounts) * ROOM;
  const room = Math.log10(high / low) / labels;
  const decades = roundAmounts([1], low, high);
  if (decades.length >= FEW_TICKS) {
    const every = Math.ceil(room);
    return { low, high, ticks: decades.filter((_, index) => index % every === 0), inTens: every === 1 };
  }
  const ladder = ladders.find((steps) => narrowest(steps) >= room) ?? [1];
  const ticks = roundAmounts(ladder, low, high);
  // Between two powers of ten there may be none of a coarse ladder.
  return { low, high, ticks: ticks.length > 0 ? ticks : roundAmounts([1, 2, 5], low, high), inTens: false };
}

/** Smallest distance between two steps, in decades. */
function narrowest(steps: readonly number[]): number {
  return Math.min(...steps.map((step, index) => Math.log10((steps[index + 1] ?? 10) / step)));
}

function roundAmounts(steps: readonly number[], low: number, high: number): readonly number[] {
  const amounts: number[] = [];
  for (let exponent = Math.floor(Math.log10(low)); Number(`1e${exponent}`) <= high; exponent += 1) {
    for (const step of steps) amounts.push(Number(`${step}e${exponent}`));
  }
  return amounts.filter((amount) => amount >= low && amount <= high);
}
