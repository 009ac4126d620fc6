import type { Driver, EstimateResult, MethodId } from '../../core/result.ts';
import { isCompanyLoss, scopeInWords } from '../../report/scope-in-words.ts';
import type { Speech } from './speech.ts';

/** The answer in two sentences: the middle, and the range or why there is none. */
export interface Answer {
  readonly first: string;
  readonly second: string;
}

export function answerOf(result: EstimateResult, speech: Speech): Answer {
  const { words } = speech;
  const loss = result.economicLoss;
  if (loss === null) {
    const { lowUsd, highUsd } = result.span ?? { lowUsd: 0, highUsd: 0 };
    return {
      first: words.answer.disagree,
      second: result.span === undefined ? '' : words.answer.span(speech.range(lowUsd, highUsd)),
    };
  }
  const error = loss.monteCarloStandardError;
  if (loss.p95 === 0) return { first: words.answer.nothing, second: '' };
  if (loss.p50 === 0) {
    return { first: words.answer.probablyNothing(speech.firstAmount(loss.p95, error.p95)), second: '' };
  }
  const middle = speech.firstAmount(loss.p50, error.p50);
  const first = isCompanyLoss(result) ? words.answer.costMiddle(middle) : words.answer.middle(middle);
  if (result.draws === 1) return { first, second: words.answer.oneDraw };
  if (loss.p5 === loss.p95) return { first, second: words.answer.allKnown };
  return { first, second: words.answer.range(speech.range(loss.p5, loss.p95, error.p5, error.p95)) };
}

/** Whose loss it is: `Lasting loss, the world economy`. */
export function scopeOf(result: EstimateResult, speech: Speech, names: ReadonlyMap<string, string>): string {
  const { words } = speech;
  const said = economyOf(result, speech, names);
  return isCompanyLoss(result) ? words.answer.cost(said) : words.answer.lasting(said);
}

/** `the world economy`, `Spain and Portugal`, or the label of the scope. */
export function economyOf(
  result: EstimateResult,
  speech: Speech,
  names: ReadonlyMap<string, string>,
): string {
  const scope = scopeInWords(result, names);
  if (scope === 'the whole world') return speech.words.answer.world;
  const codes = result.scenario.scope?.countries;
  if (
    speech.words.language === 'en' ||
    codes === undefined ||
    result.scenario.scope?.label !== codes.join(', ')
  ) {
    return scope;
  }
  const known = countryNamesIn(speech, names);
  return new Intl.ListFormat(speech.words.language).format(codes.map((code) => known.get(code) ?? code));
}

/** Names of countries in the reader's language; the tables have English ones. */
export function countryNamesIn(
  { words }: Speech,
  names: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  if (words.language === 'en') return names;
  const known = new Intl.DisplayNames([words.language], { type: 'region', fallback: 'none' });
  return new Map([...names].map(([code, name]) => [code, regionName(known, code) ?? name]));
}

function regionName(names: Intl.DisplayNames, code: string): string | undefined {
  return /^[A-Z]{2}$/.test(code) ? names.of(code) : undefined;
}

/** A driver in the reader's language; English where there is no other. */
export function driverWords({ words: text }: Driver, { words }: Speech): string {
  return words.sentences?.[text] ?? text;
}

/** What no model can know is no help to a reader by itself: the doubt of the way that counts most stands beside it. */
export function largestDoubt({ drivers, methods }: EstimateResult, speech: Speech): string | undefined {
  const first = drivers.find((driver) => driver.within === null);
  const weightOf = (id: MethodId | null): number => methods.find((row) => row.method === id)?.weight ?? 0;
  const inside = drivers
    .filter((driver) => driver.within !== null && !driver.input.startsWith('structural/'))
    .sort((x, y) => weightOf(y.within) - weightOf(x.within))[0];
  if (first === undefined || inside === undefined || !first.input.startsWith('structural/')) {
    const only = first ?? inside;
    return only === undefined ? undefined : driverWords(only, speech);
  }
  return speech.words.answer.among(driverWords(first, speech), driverWords(inside, speech));
}

/** How many inputs there are, and how many of them are judgement. */
export function judgementOf({ provenance }: EstimateResult): {
  readonly judged: number;
  readonly inputs: number;
} {
  const inputs = provenance.filter(({ evidence }) => evidence !== 'fact' && evidence !== 'user');
  const judged = inputs.filter(({ evidence }) => evidence === 'expert' || evidence === 'assumed');
  return { judged: judged.length, inputs: inputs.length };
}
