/** A stretch of a log axis of money, in the unit of its amounts. */
export interface MoneyDomain {
  readonly low: number;
  readonly high: number;
  /** Round amounts that get a label. */
  readonly ticks: readonly number[];
  /** Whether each label is ten times the one before. */
  readonly inTens: boolean;
}

/** Fewer labelled powers of ten than this say too little; then 2 and 5 are labelled too. */
const FEW_TICKS = 3;

/** Factor between the outermost amount and the end of the axis. */
const ROOM = 1.3;

/**
 * Bounds around the amounts, with some room, and round amounts between them: powers of ten, or 1, 2 and 5 times these.
 *
 * @param amounts > 0, at least one
 */
export function moneyDomain(amounts: readonly number[]): MoneyDomain {
  const low = Math.min(...amounts) / ROOM;
  const high = Math.max(...amounts) * ROOM;
  const steps = roundAmounts(low, high);
  const decades = steps.filter(isPowerOfTen);
  const inTens = decades.length >= FEW_TICKS;
  return { low, high, ticks: inTens ? decades : steps, inTens };
}

/** 1, 2 and 5 times the powers of ten between two amounts. */
function roundAmounts(low: number, high: number): readonly number[] {
  const amounts: number[] = [];
  for (let exponent = Math.floor(Math.log10(low)); Number(`1e${exponent}`) <= high; exponent += 1) {
    for (const step of [1, 2, 5]) amounts.push(Number(`${step}e${exponent}`));
  }
  return amounts.filter((amount) => amount >= low && amount <= high);
}

function isPowerOfTen(amount: number): boolean {
  return amount.toExponential().startsWith('1e');
}
