import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { ImpactError } from '../core/errors/impact-error.ts';
import { ApiError } from './problem.ts';
import { openTurns } from './turns.ts';
import type * as worker from './worker.ts';

/** The compiled worker, also when this file runs from src: threads of Node 20 read no TypeScript. */
const WORKER = fileURLToPath(new URL('../../dist/api/worker.js', import.meta.url));
/** More threads than this gain little: an answer is built by one. */
const MOST_THREADS = 16;
/** Work that waits longer than this is refused: its caller will have left. */
const LONGEST_WAIT_MS = 30_000;
/** Small tasks fill the wait in large numbers. */
const MOST_WAITING = 256;
/** Twice the budget of one request, on a busy machine; then the thread is stopped. */
const LONGEST_RUN_MS = 60_000;

type Worker = typeof worker;
type Task = keyof Worker;
type Value<Name extends Task> = Extract<Awaited<ReturnType<Worker[Name]>>, { ok: true }>['value'];

/** Threads that simulate, with a bounded wait before them. */
export interface SimulationPool {
  /**
   * @param costMs  about how long it takes
   * @param gone  aborts when nobody waits for the answer any more; a thread at work on it is stopped
   * @throws ImpactError that the input deserves; ApiError OVERLOADED when too much waits already
   */
  run<Name extends Task>(
    name: Name,
    input: Parameters<Worker[Name]>[0],
    options: { readonly costMs: number; readonly gone: AbortSignal },
  ): Promise<Value<Name>>;
  /** True when the threads have read their catalog. */
  isReady(): boolean;
  close(): Promise<void>;
}

/** @param threads  one per core when absent */
export function openSimulationPool(threads = Math.min(MOST_THREADS, availableParallelism())): SimulationPool {
  const pool = new Piscina({ filename: WORKER, minThreads: threads, maxThreads: threads });
  // The pool's own line lets newcomers pass, so that under load some wait for minutes; it never has one here.
  const turns = openTurns(threads);
  let pendingMs = 0;
  let pending = 0;
  let ready = false;
  const warmed = Promise.all(Array.from({ length: threads }, () => pool.run(undefined, { name: 'warm' })));
  // A failure shows as a server that never gets ready, and in every answer.
  warmed.then(
    () => (ready = true),
    () => undefined,
  );

  return {
    async run(name, input, { costMs, gone }) {
      const waitMs = pendingMs / threads;
      if (waitMs > LONGEST_WAIT_MS || pending >= MOST_WAITING + threads) throw overloaded(waitMs);
      pending += 1;
      pendingMs += costMs;
      const late = AbortSignal.timeout(LONGEST_RUN_MS);
      let endTurn: (() => void) | undefined;
      try {
        const signal = AbortSignal.any([gone, late]);
        endTurn = await turns.take(signal);
        const outcome = (await pool.run(input, { name, signal })) as worker.Outcome<Value<typeof name>>;
        if (outcome.ok) return outcome.value;
        throw new ImpactError(outcome.error.code, outcome.error);
      } catch (error) {
        if (late.aborted || gone.aborted) throw overloaded(LONGEST_WAIT_MS);
        throw error;
      } finally {
        endTurn?.();
        pending -= 1;
        pendingMs -= costMs;
      }
    },
    isReady: () => ready,
    close: () => pool.destroy(),
  };
}

function overloaded(waitMs: number): ApiError {
  return new ApiError('OVERLOADED', {
    message: 'too many estimates are waiting',
    hint: 'try again later, with fewer draws',
    headers: { 'retry-after': String(Math.max(1, Math.ceil(waitMs / 1000))) },
  });
}
