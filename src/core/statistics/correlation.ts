/**
 * Takes the mean from values and scales them so that their squares sum to 1, in place. One such list serves many
 * comparisons. Values that are all the same become not numbers.
 *
 * @param values  [n], finite
 */
export function standardise(values: Float64Array): void {
  const constant = values.every((value) => value === values[0]);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const scale = constant ? NaN : 1 / Math.sqrt(squares);
  for (let i = 0; i < values.length; i++) values[i] = (values[i]! - mean) * scale;
}

/**
 * Pearson correlation of uniforms with several lists, in one pass for their own spread and one for each list.
 *
 * @param uniforms  [n], 0 to 1: of one size, so that one pass keeps the digits
 * @param standards  lists after `standardise`, [n] each
 * @returns one correlation for each list, -1 to 1; not a number where one side does not vary
 */
export function correlationsWith(uniforms: Float64Array, standards: readonly Float64Array[]): number[] {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < uniforms.length; i++) {
    sum += uniforms[i]!;
    squares += uniforms[i]! * uniforms[i]!;
  }
  const spread = Math.sqrt(squares - (sum * sum) / uniforms.length);
  // The lists sum to 0, so the mean of the uniforms drops out.
  return standards.map((standard) => dot(uniforms, standard) / spread);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
