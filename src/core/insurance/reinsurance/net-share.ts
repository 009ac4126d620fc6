/**
 * What part of each loss of a book its treaties leave. A treaty of the whole book knows no policy, so each part of the book bears
 * recoveries in proportion to its gross loss, loss by loss: its net is its gross times this share.
 *
 * @param net  [losses] money, 0 to gross
 * @param gross  [losses] money, >= 0
 * @returns [losses] 0–1; 1 where nothing is lost
 */
export function netShareOf(net: Float64Array, gross: Float64Array): Float64Array {
  return net.map((left, loss) => (gross[loss] === 0 ? 1 : left / gross[loss]!));
}
