import type { Answers, Problem, Reply, Request, Task } from './messages.ts';

/** What is wrong with a choice, told by the engine. */
export class EngineProblem extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.name = 'EngineProblem';
    this.problem = problem;
  }
}

/** Thrown to whoever asked when a later question took the place of theirs. */
export class Superseded extends Error {}

/** Called now and then with how much of a long task is done. */
type OnProgress = (done: number) => void;

/** Asks the engine. In each lane one question runs and the latest one waits; those between are dropped. */
export interface EngineClient {
  ask<Kind extends Task['kind']>(
    lane: string,
    task: Extract<Task, { readonly kind: Kind }>,
    onProgress?: OnProgress,
  ): Promise<Answers[Kind]>;
  /** Nobody waits for what runs in the lane: whoever asked is told so, and the engine stops where it can. */
  stop(lane: string): void;
}

interface Waiting {
  readonly task: Task;
  readonly onProgress: OnProgress | undefined;
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
}

interface Lane {
  running: boolean;
  next: Waiting | null;
}

/** The part of a worker that the client needs. */
export interface Port {
  postMessage(request: Request): void;
  addEventListener(type: 'message', listener: (event: { readonly data: Reply }) => void): void;
  addEventListener(type: 'error', listener: () => void): void;
}

export function engineClient(worker: Port): EngineClient {
  const lanes = new Map<string, Lane>();
  const pending = new Map<number, { readonly lane: Lane; readonly waiting: Waiting }>();
  let lastId = 0;

  const start = (lane: Lane, waiting: Waiting): void => {
    lane.running = true;
    lastId += 1;
    pending.set(lastId, { lane, waiting });
    worker.postMessage({ id: lastId, task: waiting.task });
  };

  const finish = (id: number, act: (waiting: Waiting) => void): void => {
    const entry = pending.get(id);
    if (entry === undefined) return;
    pending.delete(id);
    entry.lane.running = false;
    const { next } = entry.lane;
    entry.lane.next = null;
    // Shown although a later question waits: a slider that moves without pause would else show nothing.
    act(entry.waiting);
    if (next !== null) start(entry.lane, next);
  };

  worker.addEventListener('message', ({ data }) => {
    if ('done' in data) {
      pending.get(data.id)?.waiting.onProgress?.(data.done);
      return;
    }
    finish(data.id, (waiting) => {
      if (data.ok) waiting.resolve(data.value as never);
      else waiting.reject(new EngineProblem(data.problem));
    });
  });
  worker.addEventListener('error', () => {
    const problem: Problem = { code: 'BROKEN', path: '', message: 'the engine did not start', hint: '' };
    for (const id of [...pending.keys()]) {
      finish(id, (waiting) => waiting.reject(new EngineProblem(problem)));
    }
  });

  return {
    ask: (name, task, onProgress) =>
      new Promise((resolve, reject) => {
        const lane = lanes.get(name) ?? { running: false, next: null };
        lanes.set(name, lane);
        const waiting: Waiting = { task, onProgress, resolve, reject };
        if (!lane.running) start(lane, waiting);
        else {
          lane.next?.reject(new Superseded());
          lane.next = waiting;
        }
      }),
    stop: (name) => {
      const lane = lanes.get(name);
      if (lane === undefined) return;
      lane.next?.reject(new Superseded());
      lane.next = null;
      for (const [id, entry] of pending) {
        if (entry.lane !== lane) continue;
        // Its answer, when it comes, only frees the lane.
        entry.waiting.reject(new Superseded());
        worker.postMessage({ id, stop: true });
      }
    },
  };
}
