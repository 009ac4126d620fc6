/** Milliseconds that `action` takes, the least of three runs: the machine may be busy with something else in one of them. */
export function timeOf(action: () => void): number {
  const runs = [1, 2, 3].map(() => {
    const started = performance.now();
    action();
    return performance.now() - started;
  });
  return Math.min(...runs);
}
