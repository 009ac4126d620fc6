import { batch, signal, type ReadonlySignal } from '@preact/signals';
import { EngineProblem, Superseded, type EngineClient } from '../engine/client.ts';
import type { BookReply, Problem } from '../engine/messages.ts';

/** What is put through what. */
interface BookAsked {
  /** Nothing runs without one. */
  readonly file: File | null;
  /** Of the whole book; null: no treaties. */
  readonly treaties: File | null;
  readonly event: string;
}

/** The book that a reader chose, under one event at a time. It lives as long as the page, and goes nowhere else. */
export interface BookRun {
  readonly file: ReadonlySignal<File | null>;
  readonly treaties: ReadonlySignal<File | null>;
  /** Of the files as they are now; null while they are read, and after a problem. */
  readonly reply: ReadonlySignal<BookReply | null>;
  /** Rows read so far, once it takes longer than a reader takes for granted. */
  readonly rowsRead: ReadonlySignal<number | null>;
  readonly problem: ReadonlySignal<Problem | null>;
  /** Runs again with what changes, in place of whatever runs; nothing when it is the same again. */
  readonly put: (change: Partial<BookAsked>) => void;
}

const LANE = 'book';

/** @param patienceMs  work longer than this is shown to go on */
export function createBookRun(engine: EngineClient, window: Window, patienceMs: number): BookRun {
  const file = signal<File | null>(null);
  const treaties = signal<File | null>(null);
  const reply = signal<BookReply | null>(null);
  const rowsRead = signal<number | null>(null);
  const problem = signal<Problem | null>(null);
  let asked: BookAsked = { file: null, treaties: null, event: '' };
  let timer = 0;

  const finish = (change: () => void): void => {
    window.clearTimeout(timer);
    batch(() => {
      rowsRead.value = null;
      change();
    });
  };

  const put = async (change: Partial<BookAsked>): Promise<void> => {
    const next = { ...asked, ...change };
    if (isSame(asked, next)) return;
    asked = next;
    engine.stop(LANE);
    // Figures of one file beside the name of another would be wrong.
    finish(() => {
      file.value = next.file;
      treaties.value = next.treaties;
      reply.value = null;
      problem.value = null;
    });
    if (next.file === null) return;
    let rows = 0;
    timer = window.setTimeout(() => (rowsRead.value = rows), patienceMs);
    try {
      const answer = await engine.ask(LANE, { kind: 'book', ...next, file: next.file }, (done) => {
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

  return { file, treaties, reply, rowsRead, problem, put: (change) => void put(change) };
}

function isSame(one: BookAsked, other: BookAsked): boolean {
  return one.file === other.file && one.treaties === other.treaties && one.event === other.event;
}
