/** Lets a number of tasks run at a time, the others in the order in which they came. */
export interface Turns {
  /**
   * Waits for a turn.
   *
   * @param gone  gives up the place in the line
   * @returns function that ends the turn
   */
  take(gone: AbortSignal): Promise<() => void>;
}

export function openTurns(atATime: number): Turns {
  const waiting = new Set<() => void>();
  let free = atATime;
  const end = (): void => {
    const [next] = waiting;
    if (next === undefined) free += 1;
    else next();
  };
  return {
    take(gone) {
      return new Promise((resolve, reject) => {
        gone.throwIfAborted();
        if (free > 0) {
          free -= 1;
          resolve(end);
          return;
        }
        const leave = (): void => {
          waiting.delete(start);
          reject(new Error('left the line'));
        };
        const start = (): void => {
          waiting.delete(start);
          gone.removeEventListener('abort', leave);
          resolve(end);
        };
        gone.addEventListener('abort', leave, { once: true });
        waiting.add(start);
      });
    },
  };
}
