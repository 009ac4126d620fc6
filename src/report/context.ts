import type { ValidationRecord } from '../core/catalog.ts';
import type { LossSummary } from '../core/result.ts';
import { amountInWords } from './amounts.ts';
import type { ColumnUnit } from './amount-column.ts';
import { convert, type CurrencyRate } from './currency.ts';

/** What a report needs besides the result. */
export interface ReportOptions {
  /** False prints ASCII only. */
  readonly unicode: boolean;
  readonly currency?: CurrencyRate | undefined;
  /** Names of countries by ISO 3166-1 alpha-2 code; the codes themselves without it. */
  readonly countryNames?: ReadonlyMap<string, string> | undefined;
  /** What the command line changed in the scenario, in words. */
  readonly said?: readonly string[] | undefined;
  /** The command that makes this report again. */
  readonly command?: string | undefined;
  /** Event id or file, as typed; for the commands to try next. */
  readonly subject?: string | undefined;
  /** How the ranges did on past outages; said in the record. */
  readonly validation?: ValidationRecord | undefined;
  /** Scenario fields that narrow this kind of outage most and are not given yet, in order. */
  readonly ask?: readonly string[] | undefined;
}

/** Amounts of one report in words: one currency, US dollars in, no rounding twice. */
export interface Money {
  readonly code: string;
  readonly convert: (usd: number) => number;
  readonly say: (usd: number, standardErrorUsd?: number) => string;
  /** The first amount of a text: `US$0.5 billion`. */
  readonly sayFirst: (usd: number, standardErrorUsd?: number) => string;
  /** `US$ bn`, the head of a column. */
  readonly columnHead: (unit: ColumnUnit) => string;
}

export function moneyIn(rate: CurrencyRate | undefined): Money {
  const code = rate?.code ?? 'USD';
  const to = (usd: number): number => convert(usd, rate);
  const say = (first: boolean) => (usd: number, standardErrorUsd?: number) =>
    amountInWords(to(usd), {
      currency: code,
      first,
      standardError: standardErrorUsd === undefined ? undefined : to(standardErrorUsd),
    });
  return {
    code,
    convert: to,
    say: say(false),
    sayFirst: say(true),
    columnHead: (unit) => `${code === 'USD' ? 'US$' : code}${unit.name === '' ? '' : ` ${unit.name}`}`,
  };
}

/** Options with the money writer that they call for. */
export interface ReportContext extends ReportOptions {
  readonly money: Money;
}

export function contextOf(options: ReportOptions): ReportContext {
  return { ...options, money: moneyIn(options.currency) };
}

/** `from $60 million to $6 billion`: the 90 % range of a loss. */
export function rangeInWords(loss: LossSummary, money: Money): string {
  const error = loss.monteCarloStandardError;
  return `from ${money.say(loss.p5, error.p5)} to ${money.say(loss.p95, error.p95)}`;
}
