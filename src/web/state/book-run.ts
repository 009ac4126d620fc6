import { batch, signal, type ReadonlySignal } from '@preact/signals';
import { EngineProblem, Superseded, type EngineClient } from '../engine/client.ts';
import type { BookReply, Problem } from '../engine/messages.ts';

/** The book that a reader chose, under one event at a time. It lives as long as the page, and goes nowhere else. */
export interface BookRun {
  readonly file: ReadonlySignal<File | null>;
  /** Of the file as it is now; null while it is read, and after a problem. */
  readonly reply: ReadonlySignal<BookReply | null>;
  /** Rows read so far, once it takes longer than a reader takes for granted. */
  readonly rowsRead: ReadonlySignal<number | null>;
  readonly problem: ReadonlySignal<Problem | null>;
  /** Puts a file through an event, in place of whatever runs; nothing when it is the same again. */
  readonly put: (file: File, event: string) => void;
}

const LANE = 'book';

/** @param patienceMs  work longer than this is shown to go on */
export function createBookRun(engine: EngineClient, window: Window, patienceMs: number): BookRun {
  const file = signal<File | null>(null);
  const reply = signal<BookReply | null>(null);
  const rowsRead = signal<number | null>(null);
  const problem = signal<Problem | null>(null);
  let askedEvent = '';
  let timer = 0;

  const finish = (change: () => void): void => {
    window.clearTimeout(timer);
    batch(() => {
      rowsRead.value = null;
      change();
    });
  };

  const put = async (chosen: File, event: string): Promise<void> => {
    if (file.value === chosen && askedEvent === event) return;
    askedEvent = event;
    engine.stop(LANE);
    // Figures of one file beside the name of another would be wrong.
    finish(() => {
      file.value = chosen;
      reply.value = null;
      problem.value = null;
    });
    let rows = 0;
    timer = window.setTimeout(() => (rowsRead.value = rows), patienceMs);
    try {
      const answer = await engine.ask(LANE, { kind: 'book', file: chosen, event }, (done) => {
        rows = done;
        if (rowsRead.value !== null) rowsRead.value = done;
      });
      finish(() => (reply.value = answer));
    } catch (error) {
      if (error instanceof Superseded) return;
      if (!(error instanceof EngineProblem)) throw error;
      finish(() => (problem.value = error.problem));
    }
  };

  return { file, reply, rowsRead, problem, put: (chosen, event) => void put(chosen, event) };
}
