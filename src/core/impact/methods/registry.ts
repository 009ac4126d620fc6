import type { MethodId } from '../../result.ts';
import type { CompileContext, DrawTable, LossColumns, NotUsed } from '../method.ts';
import { isUsed } from '../method.ts';
import { compileAirline, evaluateAirline } from './airline.ts';
import type { CompiledAirline } from './airline.ts';
import { compileBusinessCount, evaluateBusinessCount } from './business-count.ts';
import type { CompiledBusinessCount } from './business-count.ts';
import { compileFootprint, evaluateFootprint } from './footprint.ts';
import type { CompiledFootprint } from './footprint.ts';
import { compileLadder, evaluateLadder } from './gdp-hours-ladder.ts';
import type { CompiledLadder } from './gdp-hours-ladder.ts';
import { compileCompanies, evaluateCompanies } from './named-companies.ts';
import type { CompiledCompanies } from './named-companies.ts';
import { compileUserTime, evaluateUserTime } from './user-time.ts';
import type { CompiledUserTime } from './user-time.ts';

export type AnyMethod =
  | CompiledFootprint
  | CompiledBusinessCount
  | CompiledUserTime
  | CompiledLadder
  | CompiledCompanies
  | CompiledAirline;

export interface UnusedMethod extends NotUsed {
  readonly method: MethodId;
}

/** Every method, in the order in which results list them. */
const compilers: readonly {
  readonly method: MethodId;
  readonly compile: (context: CompileContext) => AnyMethod | NotUsed;
}[] = [
  { method: 'footprint', compile: compileFootprint },
  { method: 'gdp-hours-ladder', compile: compileLadder },
  { method: 'business-count', compile: compileBusinessCount },
  { method: 'user-time', compile: compileUserTime },
  { method: 'airline', compile: compileAirline },
  { method: 'named-companies', compile: compileCompanies },
];

/** An airline's cost is no loss to the economy: nothing else is counted beside it, so that no two measures are pooled. */
const countedByFlights: NotUsed = { notUsedBecause: 'an airline event is counted by flights' };

/**
 * Switches on the methods that the facts allow.
 *
 * Named companies are the whole loss only when nothing speaks for the whole event; beside another whole method they
 * are a part of it, shown as a floor and never pooled.
 */
export function compileMethods(context: CompileContext): {
  used: AnyMethod[];
  unused: UnusedMethod[];
} {
  const used: AnyMethod[] = [];
  const unused: UnusedMethod[] = [];
  for (const { method, compile } of compilers) {
    const airlineOnly = context.kind.exposure === 'airline' && method !== 'airline';
    const compiled = airlineOnly ? countedByFlights : compile(context);
    if (isUsed(compiled)) used.push(compiled);
    else unused.push({ method, notUsedBecause: compiled.notUsedBecause });
  }
  const anotherWhole = used.some((row) => row.method !== 'named-companies' && row.scope === 'whole');
  return {
    used: anotherWhole
      ? used.map((row) => (row.method === 'named-companies' ? { ...row, scope: 'part' as const } : row))
      : used,
    unused,
  };
}

/** Fills the columns of one method from one chunk of inputs. */
export function evaluateMethod(model: AnyMethod, inputs: DrawTable, out: LossColumns, n: number): void {
  switch (model.method) {
    case 'footprint':
      return evaluateFootprint(model, inputs, out, n);
    case 'business-count':
      return evaluateBusinessCount(model, inputs, out, n);
    case 'user-time':
      return evaluateUserTime(model, inputs, out, n);
    case 'gdp-hours-ladder':
      return evaluateLadder(model, inputs, out, n);
    case 'named-companies':
      return evaluateCompanies(model, inputs, out, n);
    case 'airline':
      return evaluateAirline(model, inputs, out, n);
  }
}
