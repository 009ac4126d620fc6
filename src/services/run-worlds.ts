import { fileURLToPath } from 'node:url';
import type { YearsModel } from '../core/insurance/years/open-years-model.ts';
import { runWorld } from '../core/insurance/years/run-world.ts';
import type { WorldYears } from '../core/insurance/years/run-world.ts';
import type { WorldsOfBook } from './worlds-worker.ts';

/** The compiled worker, also when this file runs from src: threads of Node 20 read no TypeScript. */
const WORKER = fileURLToPath(new URL('../../dist/services/worlds-worker.js', import.meta.url));
/** Policies × years from which a thread gains more than it takes to start: it reads the models and opens the book. */
const WORTH_A_THREAD = 5e7;
/** Policies that all threads hold together, near 4 KB each: a large book on many cores would fill the memory. */
const MOST_HELD = 400_000;

/**
 * Runs the worlds of a book one after the other, or several at once on threads; they come in order, and the same, either
 * way. This thread runs its share, since each further one holds the book once more.
 *
 * @param book  what `model` was opened from
 * @param threads  at most, this one among them
 */
export async function* runWorlds(
  model: YearsModel,
  book: WorldsOfBook,
  threads: number,
): AsyncGenerator<WorldYears> {
  const { worlds, yearsPerWorld } = model.options;
  const work = model.policies.length * worlds * yearsPerWorld;
  const worth = 1 + Math.floor(work / WORTH_A_THREAD);
  const used = Math.min(threads, worlds, worth, Math.floor(MOST_HELD / model.policies.length));
  if (used <= 1) {
    for (let world = 0; world < worlds; world++) yield runWorld(model, world);
    return;
  }
  const { Piscina } = await import('piscina');
  const others = used - 1;
  const pool = new Piscina({ filename: WORKER, minThreads: others, maxThreads: others, workerData: book });
  const started = new Map<number, Promise<WorldYears>>();
  const start = (world: number): void => {
    if (world >= worlds || world % used === 0 || started.has(world)) return;
    const result = pool.run(world, { name: 'world' }) as Promise<WorldYears>;
    // Whoever stops early awaits it no more, and its failure is then no news.
    result.catch(() => undefined);
    started.set(world, result);
  };
  try {
    for (let world = 0; world < worlds; world++) {
      // Two rounds ahead, so that no thread waits for this one, and none runs far ahead of it.
      for (let next = world; next < world + 2 * used; next++) start(next);
      const awaited = started.get(world);
      started.delete(world);
      yield awaited === undefined ? runWorld(model, world) : await awaited;
    }
  } finally {
    await pool.destroy();
  }
}
