import { workerData } from 'piscina';
import { zoneOffsetHours } from '../catalog/zone-offset.ts';
import { invariant } from '../core/errors/invariant.ts';
import { openParameterBook } from '../core/impact/parameter-book.ts';
import { openBookYears } from '../core/insurance/book-years/open-book-years.ts';
import type { InsuredPolicy } from '../core/insurance/portfolio/insured-policy.ts';
import type { YearsOptions } from '../core/insurance/years/open-years-model.ts';
import { runWorld, type WorldYears } from '../core/insurance/years/run-world.ts';
import { bundledCatalog } from './bundled-catalog.ts';

/** A book, as each thread opens it. */
export interface WorldsOfBook {
  readonly rows: readonly InsuredPolicy[];
  /** Id of a bundled catalogue. */
  readonly catalogue: string;
  readonly simulation: Pick<YearsOptions, 'worlds' | 'yearsPerWorld' | 'seed'>;
}

const { rows, catalogue, simulation } = workerData as WorldsOfBook;
const catalog = await bundledCatalog();
const outages = catalog.catalogues.get(catalogue);
invariant(outages !== undefined, `no catalogue ${catalogue}`);
const book = openParameterBook(catalog, { assumptions: {}, sources: {} });
const { model } = openBookYears(rows, outages, simulation, catalog, book, zoneOffsetHours);

/** One world of the book. */
export function world(index: number): WorldYears {
  return runWorld(model, index);
}
