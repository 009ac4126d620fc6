import { ImpactError } from '../core/errors/impact-error.ts';

/** A portfolio or a file of treaties in whatever form a program has it: its text, its bytes, or pieces of them as they come. */
export type Portfolio = string | Uint8Array | AsyncIterable<Uint8Array>;

/** A block of refused rows is handed over at once: so many bytes hold few enough of them. */
const PIECE_BYTES = 65_536;

/**
 * A portfolio as pieces of bytes.
 *
 * @param name  of the argument, for messages
 * @throws ImpactError PORTFOLIO_INVALID when it is nothing of that kind, or a piece is no bytes
 */
export async function* portfolioBytes(portfolio: Portfolio, name: string): AsyncGenerator<Uint8Array> {
  const outside: unknown = portfolio;
  if (typeof outside === 'string') yield* piecesOf(new TextEncoder().encode(outside));
  else if (outside instanceof Uint8Array) yield* piecesOf(outside);
  else if (isAsyncIterable(outside)) {
    for await (const piece of outside) {
      if (!(piece instanceof Uint8Array)) throw noBytes(name, `a piece of it is ${nameOf(piece)}`);
      yield* piecesOf(piece);
    }
  } else throw noBytes(name, `it is ${nameOf(outside)}`);
}

function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += PIECE_BYTES) yield bytes.subarray(from, from + PIECE_BYTES);
}

function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}

function nameOf(value: unknown): string {
  return value === null || value === undefined ? String(value) : `of type ${typeof value}`;
}

function noBytes(name: string, found: string): ImpactError {
  return new ImpactError('PORTFOLIO_INVALID', {
    path: name,
    message: `must be the text of a CSV file, its bytes or pieces of bytes; ${found}`,
    hint: 'read the file first, for example with readFile of node:fs/promises',
  });
}
