import type { Catalog, Kind, ProviderRegion } from '../catalog.ts';
import type { Economy } from '../exposure/economy.ts';
import type { Timing } from '../outage/timing.ts';
import type { MeasureId, MethodId } from '../result.ts';
import type { Scenario, Scope } from '../scenario.ts';
import type { InputIndex, ParameterBook } from './parameter-book.ts';

/** What a method may look at while it is compiled. */
export interface CompileContext {
  readonly scenario: Scenario;
  readonly catalog: Catalog;
  readonly kind: Kind;
  readonly provider: ProviderRegion | null;
  readonly timing: Timing;
  /** Compiled when first asked for: a company's own view may not need it. */
  readonly economy: () => Economy;
  readonly scope: Scope;
  /** Share of each country inside the scope, 0 or 1; in the order of the economy's countries. */
  readonly inScope: (iso2: string) => boolean;
  /** Share of the scope's countries that the scope holds; null = all of it. */
  readonly scopeShare: InputIndex | null;
  readonly year: number;
  readonly book: ParameterBook;
}

/** Why a method does not run on these facts. */
export interface NotUsed {
  readonly notUsedBecause: string;
}

/** What all compiled methods share; plain data, so that a model can cross to a worker. */
export interface CompiledMethod {
  readonly method: MethodId;
  readonly scope: 'whole' | 'part';
  /** What `lost` measures. */
  readonly measure: MeasureId;
  /** Measures besides `lost` that `evaluate` fills. */
  readonly fills: readonly MethodColumn[];
  /** What it counted, for the reader. */
  readonly words: string;
}

/**
 * Amounts of one method, US dollars, one entry a draw, before structural error and ceiling.
 *
 * - `interrupted`   output or sales interrupted, before catch-up
 * - `recaptured`    of that, made up later
 * - `saved`         bought inputs not used (company views)
 * - `extraExpense`  repair and workaround cost
 * - `lost`          the method's measure: (1 − w)(interrupted − recaptured − saved) + extraExpense
 * - `corporate`     interrupted without government and households, plus extra expense
 * - `revenue`, `cost`, `profit`  company measures
 * - `household`     value of household time, outside GDP
 * - `ceiling`       most the method may say
 */
export const methodColumns = [
  'interrupted',
  'recaptured',
  'saved',
  'extraExpense',
  'lost',
  'corporate',
  'revenue',
  'cost',
  'profit',
  'household',
  'ceiling',
] as const;

export type MethodColumn = (typeof methodColumns)[number];

export type LossColumns = Readonly<Record<MethodColumn, Float64Array>>;

/** The sampled inputs of one chunk: [inputs][draws]. */
export type DrawTable = readonly Float64Array[];

export function isUsed<C extends CompiledMethod>(compiled: C | NotUsed): compiled is C {
  return 'method' in compiled;
}
