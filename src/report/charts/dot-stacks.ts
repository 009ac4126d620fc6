/** One dot of a picture: where its stack stands and how high in it. */
export interface StackedDot {
  readonly at: number;
  /** 0 is the lowest. */
  readonly level: number;
  /** Place among the dots, in order of size. */
  readonly index: number;
}

/**
 * Stacks dots that would overlap, as in a dot plot after Wilkinson: from the lowest on, all within one width form a
 * stack in their middle.
 *
 * @param places in order of size
 * @param width of a stack, > 0
 */
export function dotStacks(places: readonly number[], width: number): readonly StackedDot[] {
  const stacks: number[][] = [];
  for (const place of places) {
    const last = stacks.at(-1);
    if (last === undefined || place - (last[0] ?? place) >= width) stacks.push([place]);
    else last.push(place);
  }
  let index = 0;
  return stacks.flatMap((stack) => {
    const at = ((stack[0] ?? 0) + (stack.at(-1) ?? 0)) / 2;
    return stack.map((_, level) => ({ at, level, index: index++ }));
  });
}
