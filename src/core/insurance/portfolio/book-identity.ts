import { identify } from '../../impact/result-identity.ts';
import type { ProvenanceRow } from '../../result.ts';
import type { Scenario } from '../../scenario.ts';
import { resultId } from '../../units/hash.ts';
import { ENGINE_VERSION } from '../../version.ts';

/** What a book is read from. Names of files are left out: they change no number. */
export interface BookSource {
  /** SHA-256 of the bytes of its file, in hexadecimal. */
  readonly portfolio: string;
  /** Of the file of treaties; null without one. */
  readonly reinsurance: string | null;
  /** What rows are converted and checked with, such as rates of exchange, as plain data. */
  readonly tables: unknown;
}

/** What the models gave to a result. */
export interface BookBasis {
  /** sha256 of the model and data files that were used. */
  readonly files: Readonly<Record<string, string>>;
  /** Values that were used, so that a catalog changed in memory gives another id. */
  readonly provenance: readonly ProvenanceRow[];
}

/** The id of the losses of a book in one event: a hash of what went in, and of nothing else. */
export function identifyBook(
  source: BookSource,
  scenario: Scenario,
  { files, provenance }: BookBasis,
): string {
  return resultId({ book: source, event: identify(scenario, files, provenance) });
}

/** The id of simulated years of a book, likewise. @param years  all that says which years */
export function identifyBookYears(
  source: BookSource,
  years: {
    readonly catalogue: string;
    readonly worlds: number;
    readonly yearsPerWorld: number;
    readonly seed: number;
  },
  { files, provenance }: BookBasis,
): string {
  const { catalogue, worlds, yearsPerWorld, seed } = years;
  return resultId({
    book: source,
    years: { catalogue, worlds, yearsPerWorld, seed },
    engine: ENGINE_VERSION,
    files,
    parameters: Object.fromEntries(provenance.map(({ parameter, value }) => [parameter, value])),
  });
}
