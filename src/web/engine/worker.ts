import { text } from 'virtual:catalog';
import { ImpactError } from '../../core/errors/impact-error.ts';
import type { Problem, Reply, Request } from './messages.ts';
import { engineOf, runTask } from './run-task.ts';

/** The part of a worker's global that is used; the DOM's types know only the window. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<Request>) => void) | null;
  postMessage(reply: Reply): void;
}

const scope = globalThis as unknown as WorkerScope;
const engine = engineOf(text);

scope.onmessage = ({ data: { id, task } }) => {
  try {
    scope.postMessage({ id, ok: true, value: runTask(engine, task) });
  } catch (error) {
    scope.postMessage({ id, ok: false, problem: problemOf(error) });
  }
};

function problemOf(error: unknown): Problem {
  if (error instanceof ImpactError) {
    const { code, path, message, hint } = error;
    return { code, path, message, hint };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'BROKEN', path: '', message, hint: '' };
}
