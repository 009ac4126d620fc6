import { describe, expect, it } from 'vitest';
import { openTurns } from '../../src/api/turns.ts';

/** Each caller has a signal of its own. */
const stays = (): AbortSignal => new AbortController().signal;

describe('turns', () => {
  it('come in the order of asking, however many newcomers there are', async () => {
    const turns = openTurns(2);
    const order: number[] = [];
    let running = 0;
    await Promise.all(
      Array.from({ length: 50 }, async (_, i) => {
        const end = await turns.take(stays());
        order.push(i);
        running += 1;
        expect(running).toBeLessThanOrEqual(2);
        await new Promise((resolve) => setTimeout(resolve, i % 3));
        running -= 1;
        end();
      }),
    );
    expect(order).toEqual(Array.from({ length: 50 }, (_, i) => i));
  });

  it('are given up by who leaves, and then go to the next', async () => {
    const turns = openTurns(1);
    const end = await turns.take(stays());
    const leaver = new AbortController();
    const left = turns.take(leaver.signal);
    const next = turns.take(stays());
    leaver.abort();
    await expect(left).rejects.toThrow('left the line');
    end();
    (await next)();
    (await turns.take(stays()))();
    await expect(turns.take(AbortSignal.abort())).rejects.toThrow();
  });
});
