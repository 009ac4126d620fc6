import type { Quantity } from './distribution/quantity.ts';

/**
 * A scenario after `schema/` has checked it: the facts of one outage, every unit fixed by its field name.
 * It is echoed in the result, so it holds plain values only.
 */
export interface Scenario {
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  /** Facts dated later than this are what-ifs, not inputs. ISO date (end of that UTC day) or instant. */
  readonly asOf?: string | undefined;
  readonly outage: Outage;
  readonly affected: Affected;
  /** Whose loss is asked for. Absent: `world`, or the companies when only companies are given. */
  readonly scope?: Scope | undefined;
  /** Kind of structural error; derived from cause and facts when absent. */
  readonly exposure?: ExposureKind | undefined;
  /** Overrides of model parameters by path. */
  readonly assumptions: Readonly<Record<string, Quantity>>;
  readonly simulation: { readonly draws: number; readonly seed: number };
  readonly sources: Readonly<Record<string, SourceReference>>;
}

export type ExposureKind = 'company-long-cyber' | 'airline' | 'company-it' | 'systemic' | 'national-shutdown';

/** `company`: the named companies' own loss. Otherwise an economy: the world, some countries, or a named part of them. */
export interface Scope {
  readonly kind: 'company' | 'economy';
  /** As printed: `world`, `ES and PT`, `S&P 500 companies`. */
  readonly label: string;
  /** ISO 3166-1 alpha-2 codes; absent = the whole world. */
  readonly countries?: readonly string[] | undefined;
  /** Share of those countries' value added that the scope holds, 0–1. */
  readonly valueAddedShare?: Quantity | undefined;
}

export interface Outage {
  /** Id of a file in `models/kinds/`. */
  readonly kind: string;
  readonly provider?: string | undefined;
  readonly region?: string | undefined;
  /** As published, may overlap; for text and policy terms, never simulated. */
  readonly windows: readonly ServiceWindow[];
  /** Impairment over time; ordered, no overlap, gaps mean none. Empty when only lengths are known. */
  readonly phases: readonly Phase[];
  /** ISO instant with offset. Given, or the start of the first phase or window. */
  readonly start?: string | undefined;
  /** Hard-down hours, ≥ 0, when there are no phases. */
  readonly durationHours?: Quantity | undefined;
  /** Hours from the start until business is normal. */
  readonly restorationHours?: Quantity | undefined;
  /** Share of the service that was impaired over `durationHours`, 0–1. */
  readonly impairmentShare?: Quantity | undefined;
}

export interface ServiceWindow {
  readonly service: string;
  readonly start: string;
  readonly end: string;
  readonly source?: string | undefined;
}

export interface Phase {
  readonly start: string;
  readonly end: string;
  /** 0 normal, 1 total. */
  readonly impairmentShare: Quantity;
}

/** One dated statement of a number. */
export interface Fact {
  readonly value: Quantity;
  readonly asOf?: string | undefined;
  readonly source?: string | undefined;
}

export interface Affected {
  readonly businesses: readonly BusinessCount[];
  /** Reports to a counter such as Downdetector: neither people nor firms. */
  readonly userReports: readonly UserReports[];
  readonly coverage: readonly Coverage[];
  readonly companies: readonly Company[];
  readonly flightsCancelled?: Fact | undefined;
  /** Passengers whose flight was cancelled. */
  readonly passengers?: Fact | undefined;
  /** Devices that stopped working. */
  readonly devices?: Fact | undefined;
}

/** `named`: a list that somebody made, a floor. `all`: a count of everyone hit. `part`: a subset that is never scaled up. */
export type CountKind = 'named' | 'all' | 'part';

/** Value-added classes of organisations. `other` = not large, size unknown. */
export type FirmSize = 'fortune-500' | '500+' | '100-499' | '20-99' | '<20' | '<500';

export interface BusinessCount {
  readonly count: Quantity;
  readonly counted: CountKind;
  /** Counts by size; they sum to `count`. Empty when sizes are unknown. */
  readonly groups: readonly { readonly count: Quantity; readonly size: FirmSize }[];
  readonly asOf?: string | undefined;
  readonly source?: string | undefined;
}

export interface UserReports {
  readonly count: Quantity;
  readonly asOf?: string | undefined;
  readonly source?: string | undefined;
}

export interface Coverage {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Share of the country's connectivity, power or population cut off, 0–1. */
  readonly share: Quantity;
  readonly source?: string | undefined;
}

export interface Company {
  readonly name: string;
  /** Sector id, a finer one allowed (`air-transportation`). */
  readonly sector: string;
  /** ISO 3166-1 alpha-2 of its main market; sets local time. */
  readonly country?: string | undefined;
  readonly annualRevenueUsd?: Quantity | undefined;
  /** Revenue of the unit that was down. */
  readonly affectedUnitRevenueUsd?: Quantity | undefined;
  /** Work could go on by hand. */
  readonly manualFallback?: boolean | undefined;
  /** Hours until this company's business was normal; overrides the outage's own. */
  readonly restorationHours?: Quantity | undefined;
  readonly source?: string | undefined;
}

export interface SourceReference {
  readonly title: string;
  readonly href?: string | undefined;
  readonly publisher?: string | undefined;
  readonly published?: string | undefined;
  readonly accessed?: string | undefined;
}
