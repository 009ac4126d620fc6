/**
 * A typed array under the type that simple-statistics asks for. The functions used here only read elements and the
 * length, or copy with `slice`, which both kinds of array share; nothing is converted.
 */
export function asNumbers(values: Float64Array): readonly number[] {
  return values as unknown as readonly number[];
}
