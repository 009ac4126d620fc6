import { errorCatalogue, ImpactError } from '../core/errors/impact-error.ts';

/** One line for standard error: `error CODE at path: message. Hint.` */
export function errorLine(error: unknown): string {
  if (error instanceof ImpactError) {
    const hint = error.hint === '' ? '' : ` ${sentence(error.hint)}`;
    return oneLine(
      `error ${error.code} at ${shortPath(error.path)}: ${sentence(error.message, false)}${hint}`,
    );
  }
  const message = error instanceof Error ? error.message : String(error);
  return oneLine(
    `error INTERNAL at lossrange: ${sentence(message, false)} This is a bug; run again with --debug and report it.`,
  );
}

export function exitCodeOf(error: unknown): number {
  return error instanceof ImpactError ? errorCatalogue[error.code].exitCode : 1;
}

/** Longest path repeated in an error: enough for a field in a list, behind the name of a file. */
const LONGEST_PATH = 200;

function shortPath(path: string): string {
  if (path.trim() === '') return JSON.stringify(path);
  return path.length > LONGEST_PATH ? `${path.slice(0, LONGEST_PATH)}...` : path;
}

/** A full stop at the end; a capital first unless it starts with a name of code. */
function sentence(text: string, capital = true): string {
  const ended = /[.!?]$/.test(text) ? text : `${text}.`;
  return capital && /^[a-z]+[ ,:]/.test(ended) ? ended.charAt(0).toUpperCase() + ended.slice(1) : ended;
}

/** Without line breaks and other control characters, which names from a file can hold. */
function oneLine(text: string): string {
  return `${text.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ')}\n`;
}
