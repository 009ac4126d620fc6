import { countOf } from '../outage/dated-facts.ts';
import type { CompileContext, DrawTable } from './method.ts';
import type { InputIndex } from './parameter-book.ts';

/** How many organisations were hit: a full count, or a list of names times what such lists miss. */
export interface Organisations {
  readonly count: InputIndex;
  readonly multiplier: InputIndex | null;
}

export const businessCountBounds = { min: 0, max: 1e10 };
export const businessCountAbout = { unit: 'organisations', words: 'how many organisations were hit' };

/** Null when no count of all organisations, nor a list of names to extend, is given. */
export function compileOrganisations(context: CompileContext): Organisations | null {
  const used = countOf(context.scenario, ['named', 'all']);
  if (used === null) return null;
  const path = `affected.businesses[${used.index}].count`;
  return {
    count: context.book.fact(path, used.fact.count, businessCountBounds, {
      ...businessCountAbout,
      source: used.fact.source,
    }),
    multiplier: used.fact.counted === 'named' ? context.book.draw('business-count.coverageMultiplier') : null,
  };
}

export function organisationsAt(organisations: Organisations, inputs: DrawTable, draw: number): number {
  const count = inputs[organisations.count]![draw]!;
  return organisations.multiplier === null ? count : count * inputs[organisations.multiplier]![draw]!;
}
