import type { Quantity } from './distribution/quantity.ts';
import type { ExchangeRates } from './units/exchange-rate.ts';

/** How well a number is supported; see `models/README.md`. */
export type Evidence = 'measured' | 'published' | 'derived' | 'expert' | 'assumed';

export interface Reference {
  readonly title: string;
  readonly href?: string | undefined;
  readonly locator?: string | undefined;
}

/** One model parameter: a value or a belief, with everything needed to question it. */
export interface Parameter {
  /** `recapture.retail-trade`, `user-time.usersPerReport`: unique, and the name of its random stream. */
  readonly path: string;
  readonly value: Quantity;
  readonly unit: string;
  /** Hard bounds; mass outside is cut. Absent: unbounded on that side. */
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly evidence: Evidence;
  readonly reference: Reference | null;
  readonly note?: string | undefined;
  /** What it is, in words that can follow "Largest doubt:". */
  readonly words: string;
  /** Path below the package root, as in `versions.models`. */
  readonly file: string;
}

/** One of the 20 NAICS sectors; models/sectors/<id>.json joined with the US table. */
export interface Sector {
  readonly id: string;
  readonly title: string;
  readonly naics: string;
  readonly isic: string;
  /** ISIC Rev. 3 groups under which the UN reports its value added, with the share of this sector in each; they sum to 1. */
  readonly isicShares: Readonly<Partial<Record<IsicGroup, number>>>;
  /** Archetypes of activity whose mean is this sector's week. */
  readonly archetypes: readonly string[];
  /** Recapture decays on the online clock (a day) instead of the physical one (three days). */
  readonly online: boolean;
  readonly government: boolean;
  /** United States, 2023, current dollars; imputed rent included. */
  readonly valueAddedUsd: number;
  readonly grossOutputUsd: number;
  /** Finer sectors that map to this one. */
  readonly finer: readonly { readonly id: string; readonly naics: string; readonly title: string }[];
  readonly file: string;
}

export type IsicGroup = 'A-B' | 'C-E' | 'D' | 'F' | 'G-H' | 'I' | 'J-P';

export interface Archetype {
  readonly id: string;
  readonly title: string;
  /** Local hours of a day [from, to) that weigh `activity.<id>.weight`; the others weigh `.otherWeight`. Multiples of 0.5. */
  readonly fromHour: number;
  readonly toHour: number;
  readonly file: string;
}

export interface Country {
  readonly iso2: string;
  readonly iso3: string;
  readonly name: string;
  /** World Bank GDP, current US dollars, of `gdpYear`; null when not published. */
  readonly gdpUsd: number | null;
  readonly gdpYear: number;
  readonly population: number | null;
  readonly internetUsersShare: number | null;
  readonly currency: string | null;
  /** Where its work is done, by IANA zone; shares sum to 1. `parameter` names the share where it is a judgement. */
  readonly zones: readonly {
    readonly zone: string;
    readonly share: number;
    readonly parameter?: string | undefined;
  }[];
  /** Value added by ISIC Rev. 3 group, current US dollars, latest year; null when not published. C-E includes D. */
  readonly valueAddedByGroupUsd: Readonly<Record<IsicGroup, number>> | null;
}

/** One kind of outage; models/kinds/<id>.json. */
export interface Kind {
  readonly id: string;
  readonly title: string;
  readonly exposure: 'systemic' | 'airline' | 'company-long-cyber' | 'company-it' | 'national-shutdown';
  /** `supplier`: firms lost a service they buy. `own`: their own systems stopped. */
  readonly stops: 'supplier' | 'own';
  /** Rung of the ladder for countries cut off; absent = the ladder is not used. */
  readonly ladderRung?: string | undefined;
  /** Restoration profile when only a length is known: shares of the length with their impairment. */
  readonly profile?:
    readonly { readonly shareOfDuration: number; readonly impairmentShare: number }[] | undefined;
  /** Facts that narrow the range most, in the order to ask for them. */
  readonly ask: readonly string[];
  readonly file: string;
}

/** A provider's region or service whose failure has a known reach; models/providers/<provider>.json. */
export interface ProviderRegion {
  readonly provider: string;
  readonly region: string;
  /** Kind of outage that its failure is, unless a scenario says otherwise. */
  readonly kind: string;
  readonly title: string;
  /** Countries where its exposure is `exposure.<provider>.<region>.home`; everywhere else `.elsewhere`. Empty: one world-wide exposure. */
  readonly homeCountries: readonly string[];
  /** Rung of the ladder for the home countries; absent where no past estimate is of this size. */
  readonly ladderRung?: string | undefined;
  readonly file: string;
}

/**
 * Rates and lengths of outages for simulated years; models/catalogues/<id>.json. Its parameters start with
 * `catalogue.<id>.`; the fields below say which.
 */
export interface EventCatalogue {
  readonly id: string;
  readonly title: string;
  /** Counts behind the rates: `frequency.<id>.events`, `.years`, `.overHours`. */
  readonly frequencies: readonly string[];
  /** Laws of length: `duration.<id>.thresholdHours`, `.scaleHours`, `.shape`, or `.medianHours`, `.gsd`. */
  readonly durations: readonly {
    readonly id: string;
    readonly kind: 'generalised-pareto' | 'lognormal';
  }[];
  /** What of a region fails: `class.<id>.share`, which sum to 1, and `.reachedShare`. */
  readonly serviceClasses: readonly {
    readonly id: string;
    readonly title: string;
    /** One of `durations`. */
    readonly duration: string;
  }[];
  /** `provider.<id>.commonShockShare`, `.contagion`. */
  readonly providers: readonly {
    readonly id: string;
    readonly regions: readonly {
      readonly id: string;
      readonly title: string;
      /** One of `frequencies`. */
      readonly frequency: string;
    }[];
  }[];
  readonly file: string;
}

/** A rung of the loss-fraction ladder, for scale; models/ladder/. */
export interface LadderRung {
  readonly title: string;
  readonly lowFraction: number;
  readonly highFraction: number;
  readonly evidence: Evidence;
  readonly reference: Reference;
}

export interface FirmClass {
  /** Disjoint SUSB classes: `<20`, `20-99`, `100-499`, `500+`. */
  readonly size: '<20' | '20-99' | '100-499' | '500+';
  readonly firms: number;
  readonly employment: number;
  /** Value added per firm and year, US dollars of 2023: sector employment in the class × value added per employee of the sector. */
  readonly valueAddedUsdPerFirm: number;
}

/** Groups of facts that an estimate can use; each names its files, so that a result can list what it used. */
export type DataFile =
  'sectors' | 'countries' | 'sectorsByCountry' | 'firmClasses' | 'usGdp' | 'exchangeRates';

/** The score that ships with the models: how many published figures the ranges held, each range made without its own event. */
export interface ValidationRecord {
  readonly events: number;
  readonly inside80: number;
  readonly inside90: number;
  /** sha256 over the events scored. */
  readonly eventsHash: string;
}

/** Everything an estimate may look up. Immutable. `catalog/` builds it; a caller may pass its own. */
export interface Catalog {
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly sectors: readonly Sector[];
  readonly archetypes: ReadonlyMap<string, Archetype>;
  readonly kinds: ReadonlyMap<string, Kind>;
  /** Key `<provider>.<region>`. */
  readonly providers: ReadonlyMap<string, ProviderRegion>;
  readonly ladder: readonly LadderRung[];
  /** By id; years are simulated from them. */
  readonly catalogues: ReadonlyMap<string, EventCatalogue>;
  readonly countries: readonly Country[];
  /** US firms and employment, all private sectors, by size. */
  readonly firmClasses: readonly FirmClass[];
  /** Nominal US GDP by year, US dollars. */
  readonly usGdpByYear: ReadonlyMap<number, number>;
  readonly exchangeRates: ExchangeRates;
  /** Path of the table behind each group of facts above, e.g. `countries` -> `data/countries/2024/table.csv`. */
  readonly dataFiles: Readonly<Record<DataFile, readonly string[]>>;
  /** How the ranges did on past outages when they were last scored; null when nobody scored this catalog. */
  readonly validation: ValidationRecord | null;
  /** sha256 by path below the package root, of every model and data file. */
  readonly hashes: ReadonlyMap<string, string>;
}

/** Hours that local clocks are ahead of UTC in an IANA zone at an instant (ms since the epoch). Core has no time-zone data. */
export type ZoneOffsetHours = (zone: string, instantMs: number) => number;
