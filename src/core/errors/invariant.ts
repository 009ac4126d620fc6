/** Stops on a broken invariant: our own bug, never the user's input. Stays on in production. */
export function invariant(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(`lossrange invariant broken: ${message}`);
}
