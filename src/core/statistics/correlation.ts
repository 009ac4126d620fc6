/**
 * Takes the mean from values and scales them so that their squares sum to 1, in place. One such list serves many
 * comparisons. Values that are all the same become not numbers.
 *
 * @param values  [n], finite
 */
export function standardise(values: Float64Array): void {
  const n = values.length;
  let constant = true;
  let sum = 0;
  for (let i = 0; i < n; i++) {
    sum += values[i]!;
    if (values[i] !== values[0]) constant = false;
  }
  const mean = sum / n;
  let squares = 0;
  for (let i = 0; i < n; i++) squares += (values[i]! - mean) * (values[i]! - mean);
  const scale = constant ? NaN : 1 / Math.sqrt(squares);
  for (let i = 0; i < n; i++) values[i] = (values[i]! - mean) * scale;
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
  for (let i = 0; i < uniforms.length; i++) sum += uniforms[i]!;
  const spread = Math.sqrt(dot(uniforms, uniforms) - (sum * sum) / uniforms.length);
  // The lists sum to 0, so the mean of the uniforms drops out.
  return standards.map((standard) => dot(uniforms, standard) / spread);
}

/** In four parts, so that no addition waits for the one before it. */
function dot(a: Float64Array, b: Float64Array): number {
  const even = a.length - (a.length % 4);
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  for (let i = 0; i < even; i += 4) {
    first += a[i]! * b[i]!;
    second += a[i + 1]! * b[i + 1]!;
    third += a[i + 2]! * b[i + 2]!;
    fourth += a[i + 3]! * b[i + 3]!;
  }
  for (let i = even; i < a.length; i++) first += a[i]! * b[i]!;
  return first + second + (third + fourth);
}
