import { findAmounts, type FoundAmount } from './amounts.ts';
import { claimInvalid, cleanClaim, foldText } from './claim-text.ts';
import {
  claimLanguages,
  type AlternativeReading,
  type ClaimAmount,
  type ClaimLanguage,
  type ClaimReading,
} from '../claim.ts';
import type { Stretch } from './clause.ts';
import { settleCurrency, type NamedCountry } from './currency-names.ts';
import { evidenceFor, itemise, senseOf, type Item } from './items.ts';
import { languages } from './languages/registry.ts';
import { findMeasure } from './measure.ts';
import { dropRestatements } from './restatements.ts';
import { findScope } from './scope-words.ts';
import { tokenise, type Token } from './tokens.ts';
import { isAmbiguous, type Separators } from './written-number.ts';

/** Largest amount that is read, in whole units of its currency: some ten times what the world produces in a year. */
export const LARGEST_AMOUNT = 1e15;

export interface ReadClaimOptions {
  /** Language of the text; without it the words decide. */
  readonly language?: ClaimLanguage | undefined;
}

/**
 * What a published sentence says about a loss: its amounts, what they are per, their currency, the kind of loss and whose
 * it is. Nothing is guessed: what the text does not say is null, and what can be read in two ways is in `alternatives`.
 * A text without an amount gives `amounts: []`.
 *
 * @param text one claim in one of `claimLanguages`, up to 2,000 characters
 * @throws ImpactError CLAIM_INVALID when it is empty or too long, or when its amount is negative, zero, or over 10^15
 * @example readClaim('easily hundreds of billions of dollars').amounts[0] // low 1e11, high 9.99e11, USD, at-least
 */
export function readClaim(text: string, options: ReadClaimOptions = {}): ClaimReading {
  const clean = cleanClaim(text);
  const tokens = tokenise(foldText(clean));
  const { language, tied } = chooseLanguage(tokens, options.language);
  const source: Source = { text: clean, tokens, language };
  const main = read(source, language ?? tied[0] ?? 'en');
  requirePossible(main);
  const [first] = main.amounts;
  return {
    text: clean,
    language,
    amounts: main.amounts.map(({ amount }) => amount),
    alternatives: first === undefined ? [] : alternativesTo(first, main, source, tied),
    ...namedThings(main.items, first, clean),
  };
}

interface Source {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly language: ClaimLanguage | null;
}

interface ReadAmount {
  readonly found: FoundAmount;
  readonly amount: ClaimAmount;
}

interface Reading {
  readonly tag: ClaimLanguage;
  readonly items: readonly Item[];
  readonly countries: readonly NamedCountry[];
  /** Amounts above zero. */
  readonly amounts: readonly ReadAmount[];
  readonly zeros: readonly ReadAmount[];
}

function read(source: Source, tag: ClaimLanguage, separators?: Separators): Reading {
  const { text, tokens, language } = source;
  const items = itemise(tokens, tag, separators ?? (language === null ? 'point' : languages[tag].separators));
  const countries = items.flatMap((item) => {
    const code = senseOf(item, 'country')?.code;
    return code === undefined ? [] : [{ code, words: text.slice(item.start, item.end) }];
  });
  const found = dropRestatements(items, findAmounts(items, languages[tag].andAdds === true));
  const all = shareCurrency(found).map((amount) => ({
    found: amount,
    amount: {
      low: exact(amount.low),
      high: exact(amount.high),
      currency:
        amount.currency === null ? null : settleCurrency(amount.currency, language, countries, text).code,
      unit: amount.unit,
      bound: amount.bound,
      words: wordsOf(items, text, amount),
    },
  }));
  return {
    tag,
    items,
    countries,
    amounts: all.filter(({ amount }) => amount.high !== 0),
    zeros: all.filter(({ amount }) => amount.high === 0),
  };
}

/** A loss is above zero and below what the world could lose. */
function requirePossible({ amounts, zeros }: Reading): void {
  const negative = amounts.find(({ found }) => found.isNegative);
  if (negative !== undefined) {
    throw claimInvalid(
      `"${short(negative.amount.words)}" is negative; a loss is positive`,
      'write it without the minus',
    );
  }
  const large = amounts.find(({ amount }) => !(amount.high <= LARGEST_AMOUNT));
  if (large !== undefined) {
    throw claimInvalid(
      `"${short(large.amount.words)}" is more than 10^15, the largest amount that is read`,
      'check the scale word: a trillion is 10^12 in English, 10^18 in German, French and Spanish',
    );
  }
  if (amounts.length === 0 && zeros[0] !== undefined) {
    throw claimInvalid(
      `"${short(zeros[0].amount.words)}" is zero; a loss is above zero`,
      'name the amount that was lost',
    );
  }
}

function short(words: string): string {
  return words.length <= 60 ? words : `${words.slice(0, 57)}...`;
}

/** Takes away the last bits that multiplying by powers of ten leaves: 1.1 × 1e6 is 1,100,000. */
function exact(value: number): number {
  return Number(value.toPrecision(15));
}

/** An amount without a currency has that of the others, when they all have the same: "$80M gross, 50M net". */
function shareCurrency(amounts: readonly FoundAmount[]): FoundAmount[] {
  const named = new Set(amounts.flatMap(({ currency }) => currency ?? []));
  const [only = null] = named;
  return amounts.map((amount) =>
    amount.currency === null && named.size === 1 ? { ...amount, currency: only } : amount,
  );
}

function wordsOf(items: readonly Item[], text: string, { from, to }: Stretch): string {
  return text.slice(items[from]!.start, items[to - 1]!.end);
}

/** Kind and scope of the loss in the words around the first amount. */
function namedThings(
  items: readonly Item[],
  first: ReadAmount | undefined,
  text: string,
): Pick<ClaimReading, 'measure' | 'scope'> {
  const stretch =
    first === undefined ? { from: 0, to: items.length } : { from: first.found.from, to: first.found.end };
  const measure = first === undefined ? null : findMeasure(items, stretch);
  const scope = findScope(items, stretch);
  return {
    measure: measure === null ? null : { id: measure.id, words: wordsOf(items, text, measure) },
    scope:
      scope === null
        ? null
        : { kind: scope.kind, countries: scope.countries, words: wordsOf(items, text, scope) },
  };
}

function alternativesTo(
  { found, amount }: ReadAmount,
  main: Reading,
  source: Source,
  tied: readonly ClaimLanguage[],
): AlternativeReading[] {
  const others = [...otherSeparators(source, main.tag), ...otherLanguages(source, main.tag, tied)].filter(
    (other) => other.amount.low !== amount.low || other.amount.high !== amount.high,
  );
  if (found.disputed !== null) {
    const { ratio, because } = found.disputed;
    others.push({
      amount: { ...amount, low: exact(amount.low * ratio), high: exact(amount.high * ratio) },
      because,
    });
  }
  if (found.currency !== null) {
    const settled = settleCurrency(found.currency, source.language, main.countries, source.text);
    for (const { code, because } of settled.others)
      others.push({ amount: { ...amount, currency: code }, because });
  }
  return others.filter((other) => other.amount.low > 0 && other.amount.high <= LARGEST_AMOUNT);
}

/** Where a lone separator before three digits can be either, the first amount with the other meaning. */
function otherSeparators(source: Source, tag: ClaimLanguage): AlternativeReading[] {
  const { tokens, language } = source;
  const used = language === null ? 'point' : languages[tag].separators;
  const ambiguous = tokens.flatMap(({ number }) =>
    number !== null && isAmbiguous(number) ? number.separators : [],
  );
  if (language === null && ambiguous.includes('.')) {
    return [
      ...firstAmount(source, tag, 'groups', 'a point before three digits can also part thousands'),
      ...firstAmount(source, tag, 'decimals', 'a point before three digits can also be a decimal point'),
    ];
  }
  if (used === 'groups' && ambiguous.includes(',')) {
    return firstAmount(source, tag, 'comma', 'a comma before three digits can also be a decimal comma');
  }
  return [];
}

function otherLanguages(
  source: Source,
  tag: ClaimLanguage,
  tied: readonly ClaimLanguage[],
): AlternativeReading[] {
  return tied
    .filter((other) => other !== tag)
    .flatMap((other) =>
      firstAmount(source, other, undefined, `in ${languages[other].name} the same words mean this`),
    );
}

function firstAmount(
  source: Source,
  tag: ClaimLanguage,
  separators: Separators | undefined,
  because: string,
): AlternativeReading[] {
  return read(source, tag, separators)
    .amounts.slice(0, 1)
    .map(({ amount }) => ({ amount, because }));
}

/**
 * The language whose words fill most of the text; null when there are none, or when several do alike. Then `tied` are
 * those others.
 */
function chooseLanguage(
  tokens: readonly Token[],
  given: ClaimLanguage | undefined,
): { readonly language: ClaimLanguage | null; readonly tied: readonly ClaimLanguage[] } {
  if (given !== undefined) return { language: given, tied: [] };
  const scores = claimLanguages.map((tag) => ({ tag, ...evidenceFor(tokens, tag) }));
  const best = Math.max(...scores.map(({ letters }) => letters));
  const likely = best === 0 ? [] : scores.filter(({ letters }) => letters === best);
  const fewest = Math.min(...likely.map(({ unknown }) => unknown));
  const leading = likely.filter(({ unknown }) => unknown === fewest).map(({ tag }) => tag);
  return leading.length === 1 ? { language: leading[0]!, tied: [] } : { language: null, tied: leading };
}
