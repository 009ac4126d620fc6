import { text } from 'virtual:catalog';
import { ImpactError } from '../../core/errors/impact-error.ts';
import type { Problem, Reply, Request } from './messages.ts';
import { reviveBundle, reviveEvents, type ClaimsBundle } from './catalog-bundle.ts';
import { runTask, type Engine } from './run-task.ts';

/** The part of a worker's global that is used; the DOM's types know only the window. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<Request>) => void) | null;
  postMessage(reply: Reply): void;
}

const scope = globalThis as unknown as WorkerScope;
let events: ReturnType<Engine['events']> | undefined;
let claims: ReturnType<Engine['claims']> | undefined;
const engine: Engine = {
  bundle: reviveBundle(text),
  events: () => (events ??= import('virtual:events').then(({ text: all }) => reviveEvents(all))),
  claims: () =>
    (claims ??= import('virtual:claims').then(({ text: all }) => JSON.parse(all) as ClaimsBundle)),
  kept: new Map(),
};

const stopped = new Set<number>();

scope.onmessage = ({ data }) => {
  const { id } = data;
  if ('stop' in data) {
    stopped.add(id);
    return;
  }
  const watch = {
    onProgress: (done: number) => scope.postMessage({ id, done }),
    isStopped: () => stopped.has(id),
  };
  runTask(engine, data.task, watch).then(
    (value) => scope.postMessage({ id, ok: true, value }),
    (error: unknown) => scope.postMessage({ id, ok: false, problem: problemOf(error) }),
  );
};

function problemOf(error: unknown): Problem {
  if (error instanceof ImpactError) {
    const { code, path, message, hint } = error;
    return { code, path, message, hint };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'BROKEN', path: '', message, hint: '' };
}
