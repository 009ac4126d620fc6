import { invariant } from '../errors/invariant.ts';

const OCTAVES = 24;
const CELLS_PER_OCTAVE = 64;
const SMALLEST_TAIL = 2 ** -(OCTAVES + 1);
/** Nodes of one tail: probability 0, the octaves from 2^-25 to 1/2, 1/2 itself, and one to spare behind it. */
const NODES_PER_TAIL = OCTAVES * CELLS_PER_OCTAVE + 3;
const TWO_TO_32 = 2 ** 32;

/**
 * A distribution as a table of quantiles, linear between nodes. Nodes are spaced by octaves of the tail probability
 * (64 cells from each power of two to the next), so both tails are as finely resolved as the middle.
 */
export interface TableShape {
  readonly kind: 'table';
  /** Lower tail by rising probability up to 1/2, then upper tail by rising tail probability up to 1/2. */
  readonly nodes: Float64Array;
}

/**
 * Builds the table from two exact functions, about 3,000 calls in all.
 *
 * Interpolation error, measured: below 1e-5 of the value where quantiles fall no faster than the tail probability
 * (beta shapes of 1 and more), about (1/shape - 1)/shape / 32,768 of the value in the tail of a shape below 1.
 *
 * @param lowerQuantile  quantile at probability p, 0 to 1/2
 * @param upperQuantile  quantile at probability 1 - tail, tail 0 to 1/2
 */
export function octaveTable(
  lowerQuantile: (p: number) => number,
  upperQuantile: (tail: number) => number,
): TableShape {
  const nodes = new Float64Array(2 * NODES_PER_TAIL);
  fillTail(nodes.subarray(0, NODES_PER_TAIL), lowerQuantile, Math.max);
  const median = nodes[NODES_PER_TAIL - 1]!;
  fillTail(nodes.subarray(NODES_PER_TAIL), (tail) => Math.max(median, upperQuantile(tail)), Math.min);
  return { kind: 'table', nodes };
}

/** `keepOrder` levels out rounding noise of the exact function, so that the table never runs backwards. */
function fillTail(
  nodes: Float64Array,
  quantile: (tail: number) => number,
  keepOrder: (a: number, b: number) => number,
): void {
  let previous = quantile(0);
  for (let i = 0; i < nodes.length; i++) {
    previous = keepOrder(previous, quantile(tailOfNode(i)));
    invariant(
      Number.isFinite(previous),
      `quantile table has ${previous} at tail probability ${tailOfNode(i)}`,
    );
    nodes[i] = previous;
  }
}

function tailOfNode(index: number): number {
  if (index === 0) return 0;
  const octave = Math.floor((index - 1) / CELLS_PER_OCTAVE);
  const cell = (index - 1) % CELLS_PER_OCTAVE;
  return Math.min(0.5, SMALLEST_TAIL * 2 ** octave * (1 + cell / CELLS_PER_OCTAVE));
}

/**
 * Quantile read from a table.
 *
 * @param nodes  of a `TableShape`
 * @param p  probability, 0 to 1
 */
export function tableQuantile(nodes: Float64Array, p: number): number {
  const upperTail = p > 0.5;
  const tail = upperTail ? 1 - p : p;
  let position: number;
  if (tail < SMALLEST_TAIL) {
    position = tail / SMALLEST_TAIL;
  } else {
    // Leading zeros of the 32-bit fixed-point tail give the octave: tail is in [2^-(zeros+1), 2^-zeros).
    const zeros = Math.clz32((tail * TWO_TO_32) >>> 0);
    position = 1 + CELLS_PER_OCTAVE * (OCTAVES - zeros + tail * 2 * (1 << zeros) - 1);
  }
  const cell = position | 0;
  const index = upperTail ? NODES_PER_TAIL + cell : cell;
  const low = nodes[index]!;
  return low + (position - cell) * (nodes[index + 1]! - low);
}
