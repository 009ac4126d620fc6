/** Where a drawn length lies between two nodes: value = a[index] · (1 − fraction) + a[index + 1] · fraction. */
export interface NodePosition {
  index: number;
  fraction: number;
}

/**
 * Finds the node interval of a multiple of the middle length; multiples beyond the outer nodes are held at them.
 *
 * @param nodes  ascending; one node means a known length
 * @param into   filled in place, so that the hot loop allocates nothing
 */
export function locate(nodes: readonly number[], scale: number, into: NodePosition): void {
  let index = 0;
  const last = nodes.length - 1;
  while (index < last - 1 && scale > nodes[index + 1]!) index++;
  into.index = index;
  into.fraction =
    last === 0 ? 0 : Math.min(1, Math.max(0, (scale - nodes[index]!) / (nodes[index + 1]! - nodes[index]!)));
}

/** The node nearest the middle length. */
export function middleNode(timing: { readonly scaleNodes: readonly number[] }): number {
  let best = 0;
  timing.scaleNodes.forEach((scale, node) => {
    if (Math.abs(Math.log(scale)) < Math.abs(Math.log(timing.scaleNodes[best]!))) best = node;
  });
  return best;
}

/** A value between two nodes. */
export function interpolate(values: ArrayLike<number>, at: NodePosition): number {
  const low = values[at.index]!;
  return at.fraction === 0 ? low : low + (values[at.index + 1]! - low) * at.fraction;
}
