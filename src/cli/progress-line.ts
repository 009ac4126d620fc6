import { statSync } from 'node:fs';
import type { Io } from './io.ts';

/** How far a long run is. */
export interface Progress {
  readonly done: number;
  readonly of: 'rows' | 'worlds';
  /** Of all that there is, 0–1; null when nobody knows how much that is. */
  readonly share: number | null;
}

const BAR_WIDTH = 20;
/** More often than ten times a second nobody can read it. */
const LEAST_MS = 100;

/**
 * One line of progress, in ASCII and shorter than a terminal is wide.
 *
 * @example progressText({ done: 498_000, of: 'rows', share: 0.5 }) // '[##########----------]  50 %  498,000 rows read'
 */
export function progressText({ done, of, share }: Progress): string {
  const count = `${done.toLocaleString('en-US')} ${of === 'rows' ? 'rows read' : 'worlds simulated'}`;
  if (share === null) return `${count} ...`;
  // A file may grow while it is read. Rounded down: 100 % is the end.
  const part = Math.min(1, Math.max(0, share));
  const full = Math.floor(part * BAR_WIDTH);
  const percent = String(Math.floor(part * 100)).padStart(3);
  return `[${'#'.repeat(full)}${'-'.repeat(BAR_WIDTH - full)}] ${percent} %  ${count}`;
}

/** A line that is written over itself, on a terminal only. */
export interface ProgressLine {
  readonly show: (progress: Progress) => void;
  readonly clear: () => void;
}

/** Nothing is written when standard error is no terminal. */
export function openProgressLine({ stderr }: Io): ProgressLine {
  let shownAt: number | null = null;
  return {
    show: (progress) => {
      const now = performance.now();
      if (!stderr.isTTY || (shownAt !== null && now - shownAt < LEAST_MS)) return;
      shownAt = now;
      stderr.write(`\r\u001b[K${progressText(progress)}`);
    },
    clear: () => {
      if (shownAt !== null) stderr.write('\r\u001b[K');
      shownAt = null;
    },
  };
}

/** The same bytes. @param onRead  called before each piece is handed on, with the bytes read so far */
export async function* countedBytes(
  bytes: AsyncIterable<Uint8Array>,
  onRead: (total: number) => void,
): AsyncGenerator<Uint8Array> {
  let total = 0;
  for await (const piece of bytes) {
    total += piece.length;
    onRead(total);
    yield piece;
  }
}

/** Bytes of a file; null for what has no size, such as a pipe, and for what cannot be looked at. */
export function sizeOf(path: string): number | null {
  try {
    const found = statSync(path);
    return found.isFile() ? found.size : null;
  } catch {
    // What is wrong with it is told when it is read.
    return null;
  }
}
