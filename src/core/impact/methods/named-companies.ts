import type { Catalog, Sector } from '../../catalog.ts';
import { ImpactError } from '../../errors/impact-error.ts';
import { integrate } from '../../outage/activity-integral.ts';
import { locate } from '../../outage/scale-nodes.ts';
import type { NodePosition } from '../../outage/scale-nodes.ts';
import type { Timing } from '../../outage/timing.ts';
import type { Company } from '../../scenario.ts';
import { nearestName } from '../../units/nearest-name.ts';
import { HOURS_PER_YEAR } from '../../units/time.ts';
import type {
  CompileContext,
  CompiledMethod,
  DrawTable,
  LossColumns,
  MethodColumn,
  NotUsed,
} from '../method.ts';
import type { InputIndex } from '../parameter-book.ts';

/** One company; `long` is set for a long cyber incident, otherwise its own service was down. */
interface CompiledCompany {
  readonly name: string;
  readonly sectorId: string;
  readonly country: string | null;
  /** Revenue of the unit that was down, or of the group. */
  readonly revenue: InputIndex;
  /** Share of a group's revenue that the failed unit holds; null when the unit's own revenue is given. */
  readonly unitShare: InputIndex | null;
  /** Hours the loss runs over. */
  readonly hours: InputIndex;
  readonly stopped: InputIndex;
  /** Null in a company's own view of a short outage: what it publishes is after its catch-up. */
  readonly recapture: InputIndex | null;
  readonly margin: InputIndex;
  readonly extraExpenseShare: InputIndex;
  readonly long: LongCyberScale | null;
  /** Mean activity by local hour, [scale nodes][phases]; not used in a long incident. */
  readonly activity: readonly (readonly number[])[];
  /** Seen from the economy, a manufacturer's stop costs its whole output; elsewhere only the margin. */
  readonly wholeOutput: boolean;
}

interface LongCyberScale {
  readonly referenceHours: number;
  readonly hoursExponent: number;
  readonly referenceRevenueUsd: number;
  readonly revenueExponent: number;
}

export interface CompiledCompanies extends CompiledMethod {
  readonly method: 'named-companies';
  readonly timing: Timing;
  readonly companies: readonly CompiledCompany[];
  readonly ceilingYears: number;
  /** The company's own view (no recapture by others, cost) or the economy's. */
  readonly view: 'company' | 'economy';
  /** Share of what is not made up that rivals pick up; nothing in a company's own view. */
  readonly rivalsShare: number;
}

/**
 * Named companies: revenue per hour × hours × share that stopped.
 *
 *   long cyber incident:   interrupted = R_e/8760 · H · q;  H = H0 (D/H0)^.75,  R_e = R0 (R/R0)^.85
 *   own service down:      interrupted = R_u/8760 · Σ u a h · q
 *   cost = interrupted (1 − r) m + X;   profit = cost − X;   revenue lost = interrupted (1 − r)           US dollars
 *
 * R annual revenue (R_u of the affected unit), a mean activity over the window in local time, q share stopped,
 * r recapture, m margin on lost revenue, X extra expense as a share of R.
 */
export function compileCompanies(context: CompileContext): CompiledCompanies | NotUsed {
  const { scenario, kind, book, timing } = context;
  if (scenario.affected.companies.length === 0) return { notUsedBecause: 'no company is named' };
  const view = context.scope.kind;
  const companies: CompiledCompany[] = [];
  scenario.affected.companies.forEach((company, i) => {
    const path = `affected.companies[${i}]`;
    if (company.annualRevenueUsd === undefined && company.affectedUnitRevenueUsd === undefined) {
      book.warn('REVENUE_UNKNOWN', path, `${company.name} is left out: its revenue is not given`);
      return;
    }
    if (company.restorationHours !== undefined && kind.exposure !== 'company-long-cyber') {
      book.warn(
        'FACT_UNUSED',
        `${path}.restorationHours`,
        `${company.name}'s restoration hours are not used: a short outage is counted by the hours it was down`,
      );
    }
    if (view === 'economy' && company.country !== undefined && !context.inScope(company.country)) {
      book.warn(
        'FACT_UNUSED',
        path,
        `${company.name} is left out: it is not in the countries whose loss is asked for`,
      );
      return;
    }
    companies.push(compileCompany(context, company, path));
  });
  if (companies.length === 0) {
    return { notUsedBecause: 'no named company has a revenue and lies in the scope' };
  }
  const columns: MethodColumn[] =
    view === 'company'
      ? ['interrupted', 'recaptured', 'saved', 'extraExpense', 'revenue', 'cost', 'profit']
      : ['interrupted', 'recaptured', 'saved', 'extraExpense'];
  return {
    method: 'named-companies',
    scope: 'whole',
    measure: view === 'company' ? 'cost' : 'economic-loss',
    fills: columns,
    words: `${companies.map((company) => company.name).join(', ')}: revenue of the hours, less catch-up and what was not spent`,
    timing,
    companies,
    ceilingYears: book.number('ceiling.companyYears'),
    view,
    rivalsShare: view === 'economy' ? book.number('rivals.pickupShare') : 0,
  };
}

function compileCompany(context: CompileContext, company: Company, path: string): CompiledCompany {
  const { book, kind, timing } = context;
  const sector = sectorNamed(context.catalog, company.sector, `${path}.sector`);
  const long = kind.exposure === 'company-long-cyber';
  const form = long ? 'company-long-cyber' : 'company-it';
  const unit = company.affectedUnitRevenueUsd;
  const revenueField = unit === undefined ? 'annualRevenueUsd' : 'affectedUnitRevenueUsd';
  return {
    name: company.name,
    sectorId: sector.id,
    country: company.country ?? null,
    revenue: book.fact(
      `${path}.${revenueField}`,
      unit ?? company.annualRevenueUsd!,
      { min: 0, max: 1e13 },
      {
        unit: 'USD per year',
        words: 'how large the affected business is',
        stream: `affected.companies.${company.name}.${revenueField}`,
        source: company.source,
      },
    ),
    unitShare: unit === undefined && !long ? book.draw('company-it.unitShare') : null,
    hours: long ? restorationOf(context, company, path) : timing.duration,
    stopped: book.draw(
      long && company.manualFallback !== false ? 'company-long-cyber.idleShare' : 'company-it.stoppedShare',
    ),
    recapture: long
      ? book.draw('company-long-cyber.recapture')
      : context.scope.kind === 'economy'
        ? book.draw(`recapture.${sector.id}`)
        : null,
    margin: book.draw(`${form}.marginShare`),
    extraExpenseShare: book.draw(`${form}.extraExpenseShare`),
    long: long
      ? {
          referenceHours: book.number('company-long-cyber.referenceHours'),
          hoursExponent: book.number('company-long-cyber.hoursExponent'),
          referenceRevenueUsd: book.number('company-long-cyber.referenceRevenueUsd'),
          revenueExponent: book.number('company-long-cyber.revenueExponent'),
        }
      : null,
    activity: long ? [] : meanActivity(context, sector, company.country),
    wholeOutput: sector.id === 'manufacturing',
  };
}

/** Hours a long incident runs over: until the company was back to normal, as near as the facts say. */
function restorationOf({ timing, book }: CompileContext, company: Company, path: string): InputIndex {
  if (company.restorationHours === undefined) return timing.restoration?.hours ?? timing.duration;
  return book.fact(
    `${path}.restorationHours`,
    company.restorationHours,
    { min: 0 },
    {
      unit: 'hours',
      words: 'how long it took until business was normal',
      source: company.source,
    },
  );
}

/** Mean activity of the sector in the company's country over each phase, [scale nodes][phases]; 1 when place or time is unknown. */
function meanActivity(context: CompileContext, sector: Sector, iso2: string | undefined): number[][] {
  const { timing, book } = context;
  const economy = context.economy();
  const country = economy.valueAdded.countries.findIndex((row) => row.iso2 === iso2);
  if (country < 0 || timing.startMs === null || timing.middleHours === 0) {
    if (iso2 === undefined) {
      book.warn(
        'COUNTRY_UNKNOWN',
        'affected.companies',
        'no country is given, so every hour counts as average',
      );
    }
    return timing.scaleNodes.map(() => timing.phases.map(() => 1));
  }
  const week = [economy.weeks[context.catalog.sectors.indexOf(sector)]!];
  return timing.scaleNodes.map((scale) =>
    timing.phases.map((phase) => {
      const stretch = { fromHour: phase.fromHour * scale, toHour: phase.toHour * scale };
      let active = 0;
      for (const { clock, share } of economy.countryClocks[country]!) {
        const offset = economy.clockOffsetHours[clock]!;
        active += share * integrate(timing.startMs, offset, stretch, week, (hour) => hour, 0)[0]!;
      }
      return active / (stretch.toHour - stretch.fromHour);
    }),
  );
}

/** A sector by its own id or a finer one. */
export function sectorNamed({ sectors }: Catalog, id: string, path: string): Sector {
  const found = sectors.find((sector) => sector.id === id || sector.finer.some((row) => row.id === id));
  if (found !== undefined) return found;
  const near = nearestName(
    id,
    sectors.flatMap((sector) => [sector.id, ...sector.finer.map((row) => row.id)]),
  );
  throw new ImpactError('SECTOR_UNKNOWN', {
    path,
    message: `no sector is called "${id}"`,
    hint: near === null ? 'lossrange sectors lists them' : `did you mean "${near}"?`,
  });
}

/** One company's amounts in one draw, US dollars. */
interface CompanyAmounts {
  readonly interrupted: number;
  readonly recaptured: number;
  readonly saved: number;
  readonly extra: number;
  readonly ceiling: number;
}

function companyAmounts(
  model: CompiledCompanies,
  company: CompiledCompany,
  inputs: DrawTable,
  i: number,
  node: NodePosition,
): CompanyAmounts {
  const revenue = inputs[company.revenue]![i]!;
  const unit = company.unitShare === null ? revenue : revenue * inputs[company.unitShare]![i]!;
  const interrupted = interruptedUsd(model.timing, company, inputs, i, unit, node);
  const recaptured = company.recapture === null ? 0 : interrupted * inputs[company.recapture]![i]!;
  const margin = model.view === 'economy' && company.wholeOutput ? 1 : inputs[company.margin]![i]!;
  const extra = interrupted === 0 ? 0 : revenue * inputs[company.extraExpenseShare]![i]!;
  return {
    interrupted,
    recaptured,
    saved: (interrupted - recaptured) * (1 - margin),
    extra,
    ceiling: model.ceilingYears * unit + extra,
  };
}

function placeDraw(model: CompiledCompanies, inputs: DrawTable, i: number, node: NodePosition): void {
  const { timing } = model;
  const scale = timing.middleHours === 0 ? 0 : inputs[timing.duration]![i]! / timing.middleHours;
  locate(timing.scaleNodes, scale, node);
}

/** Loss of each company in one draw, US dollars, for splitting a total. */
export function companyLosses(model: CompiledCompanies, inputs: DrawTable, i: number): number[] {
  const node = { index: 0, fraction: 0 };
  placeDraw(model, inputs, i, node);
  return model.companies.map((company) => {
    const row = companyAmounts(model, company, inputs, i, node);
    return (row.interrupted - row.recaptured - row.saved) * (1 - model.rivalsShare) + row.extra;
  });
}

export function evaluateCompanies(
  model: CompiledCompanies,
  inputs: DrawTable,
  out: LossColumns,
  n: number,
): void {
  const node = { index: 0, fraction: 0 };
  for (let i = 0; i < n; i++) {
    placeDraw(model, inputs, i, node);
    for (const company of model.companies) {
      const row = companyAmounts(model, company, inputs, i, node);
      out.interrupted[i]! += row.interrupted;
      out.recaptured[i]! += row.recaptured;
      out.saved[i]! += row.saved;
      out.extraExpense[i]! += row.extra;
      out.ceiling[i]! += row.ceiling;
    }
    const revenueLost = out.interrupted[i]! - out.recaptured[i]!;
    out.revenue[i] = revenueLost;
    out.profit[i] = revenueLost - out.saved[i]!;
    out.cost[i] = out.profit[i]! + out.extraExpense[i]!;
    out.lost[i] = out.profit[i]! * (1 - model.rivalsShare) + out.extraExpense[i]!;
  }
}

function interruptedUsd(
  timing: Timing,
  company: CompiledCompany,
  inputs: DrawTable,
  i: number,
  unitRevenueUsd: number,
  node: NodePosition,
): number {
  const hours = inputs[company.hours]![i]!;
  const stopped = inputs[company.stopped]![i]!;
  if (company.long === null) {
    return (unitRevenueUsd / HOURS_PER_YEAR) * activeHours(timing, company, inputs, i, node) * stopped;
  }
  const { referenceHours, hoursExponent, referenceRevenueUsd, revenueExponent } = company.long;
  const scaledHours = referenceHours * Math.pow(hours / referenceHours, hoursExponent);
  const scaledRevenue = referenceRevenueUsd * Math.pow(unitRevenueUsd / referenceRevenueUsd, revenueExponent);
  return (scaledRevenue / HOURS_PER_YEAR) * scaledHours * stopped;
}

/**
 * Average hours that the service was down: Σ u a h over the phases. A service that the scenario calls half impaired counts
 * half; without a word on it the share stopped speaks alone.
 */
function activeHours(
  timing: Timing,
  company: CompiledCompany,
  inputs: DrawTable,
  i: number,
  node: NodePosition,
): number {
  if (timing.middleHours === 0) return 0;
  const scale = inputs[timing.duration]![i]! / timing.middleHours;
  let hours = 0;
  for (let p = 0; p < timing.phases.length; p++) {
    const phase = timing.phases[p]!;
    const impairment = timing.impairmentStated ? inputs[phase.impairment]![i]! * phase.weight : 1;
    const low = company.activity[node.index]![p]!;
    const activity =
      node.fraction === 0 ? low : low + (company.activity[node.index + 1]![p]! - low) * node.fraction;
    hours += impairment * activity * (phase.toHour - phase.fromHour) * scale;
  }
  return hours;
}
