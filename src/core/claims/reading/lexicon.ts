import { foldText } from './claim-text.ts';
import type { ClaimBound, ClaimLanguage, ClaimMeasure } from '../claim.ts';
import { currencyCodes, currencySigns, type CurrencyName } from './currencies.ts';
import type { Language, Rate, Words } from './languages/language.ts';
import { languages } from './languages/registry.ts';
import { tokenise, type Token } from './tokens.ts';

/** What a phrase can mean for the grammar. One phrase may have several senses. */
export type Sense =
  | { readonly kind: 'numeral'; readonly value: number }
  | { readonly kind: 'fraction'; readonly value: number }
  | { readonly kind: 'vague'; readonly low: number; readonly high: number }
  | {
      readonly kind: 'scale';
      readonly factor: number;
      /** How many of it, when no number stands before it. */
      readonly alone: readonly [number, number];
      readonly abbreviated: boolean;
      readonly disputed: { readonly factor: number; readonly because: string } | null;
    }
  | { readonly kind: 'currency'; readonly name: CurrencyName }
  | {
      readonly kind: 'bound';
      readonly bound: ClaimBound | 'nearly';
      readonly place: 'before' | 'after' | 'far-before';
    }
  | { readonly kind: 'rate'; readonly rate: Rate; readonly place: 'anywhere' | 'after' }
  | { readonly kind: 'measure'; readonly id: ClaimMeasure }
  | { readonly kind: 'country'; readonly code: string }
  | {
      readonly kind:
        | 'link'
        | 'range'
        | 'between'
        | 'and'
        | 'or'
        | 'years'
        | 'world'
        | 'part'
        | 'speaker'
        | 'alone'
        | 'percent'
        | 'minus'
        | 'common'
        | 'unread-scale';
    };

export interface Entry {
  readonly tokens: readonly Token[];
  /** Found only in this case. */
  readonly exact: boolean;
  readonly senses: readonly Sense[];
  /** Whether it speaks for the language: signs and borrowed words do not. */
  readonly tellsLanguage: boolean;
}

/** The words of a language by their first token, longest phrase first. */
export interface Lexicon {
  readonly language: Language;
  readonly entries: ReadonlyMap<string, readonly Entry[]>;
  readonly clitics: readonly { readonly text: string; readonly isAnd: boolean }[];
  /** Plural scales by which a compound word can begin, and the ends it can have. */
  readonly compounds: {
    readonly starts: readonly { readonly text: string; readonly sense: Sense }[];
    readonly ends: readonly string[];
  };
}

const lexicons = new Map<ClaimLanguage, Lexicon>();

/** The lexicon of a language, built when it is first asked for. */
export function lexiconOf(tag: ClaimLanguage): Lexicon {
  const built = lexicons.get(tag) ?? buildLexicon(languages[tag]);
  lexicons.set(tag, built);
  return built;
}

export function buildLexicon(language: Language): Lexicon {
  const senses = new Map<string, Sense[]>();
  for (const [words, sense] of sensesOf(language)) {
    for (const phrase of phrasesOf(words)) senses.set(phrase, [...(senses.get(phrase) ?? []), sense]);
  }
  const shared = [
    unreadScales,
    ...signSenses().map(([words]) => words),
    ...abbreviations.map(([words]) => words),
  ];
  const silent = new Set([...shared, language.borrowed ?? ''].flatMap(phrasesOf));
  const entries = new Map<string, Entry[]>();
  for (const [phrase, meanings] of senses) {
    const tokens = tokenise(foldText(phrase));
    const first = tokens[0]!.text;
    entries.set(first, [
      ...(entries.get(first) ?? []),
      { tokens, exact: /\p{Lu}/u.test(phrase), senses: meanings, tellsLanguage: !silent.has(phrase) },
    ]);
  }
  for (const list of entries.values()) list.sort((a, b) => b.tokens.length - a.tokens.length);
  const { and, other } = language.clitics ?? { and: [], other: [] };
  return {
    language,
    entries,
    clitics: [
      ...and.map((text) => ({ text, isAnd: true })),
      ...other.map((text) => ({ text, isAnd: false })),
    ],
    compounds: compoundsOf(language),
  };
}

function phrasesOf(words: Words): string[] {
  return words
    .split('|')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');
}

function compoundsOf({ scales, compoundEnds }: Language): Lexicon['compounds'] {
  if (compoundEnds === undefined) return { starts: [], ends: [] };
  const fold = (phrase: string): string =>
    foldText(phrase)
      .map(({ lower }) => lower)
      .join('');
  return {
    starts: Object.entries(scales.plural).flatMap(([words, factor]) =>
      phrasesOf(words).map((phrase) => ({ text: fold(phrase), sense: scale(factor, [1, 10]) })),
    ),
    ends: phrasesOf(compoundEnds).map(fold),
  };
}

function scale(
  factor: number,
  alone: readonly [number, number],
  abbreviated = false,
): Sense & { kind: 'scale' } {
  return { kind: 'scale', factor, alone, abbreviated, disputed: null };
}

type Meaning = readonly [words: Words, sense: Sense];

function* sensesOf(language: Language): Iterable<Meaning> {
  yield* signSenses();
  for (const [words, value] of Object.entries(language.numerals)) yield [words, { kind: 'numeral', value }];
  for (const [words, value] of Object.entries(language.fractionsAfter)) {
    yield [words, { kind: 'fraction', value }];
  }
  for (const [words, [low, high]] of Object.entries(language.vague))
    yield [words, { kind: 'vague', low, high }];
  yield* scaleSenses(language);
  yield* named(language.currencies, (name) => ({ kind: 'currency', name: name as CurrencyName }));
  yield* boundSenses(language.bounds);
  yield* named(language.rates.anywhere, (rate) => ({ kind: 'rate', rate: rate as Rate, place: 'anywhere' }));
  yield* named(language.rates.after, (rate) => ({ kind: 'rate', rate: rate as Rate, place: 'after' }));
  yield* named(language.measures, (id) => ({ kind: 'measure', id: id as ClaimMeasure }));
  yield* named(language.countries, (code) => ({ kind: 'country', code }));
  yield [language.links, { kind: 'link' }];
  yield [language.ranges, { kind: 'range' }];
  yield [language.between, { kind: 'between' }];
  yield [language.and, { kind: 'and' }];
  yield [language.or, { kind: 'or' }];
  yield [language.years, { kind: 'years' }];
  yield [language.world, { kind: 'world' }];
  yield [language.speakers, { kind: 'speaker' }];
  yield [language.parts, { kind: 'part' }];
  yield [language.alone, { kind: 'alone' }];
  yield [language.percent, { kind: 'percent' }];
  yield [language.minus, { kind: 'minus' }];
  yield [language.common, { kind: 'common' }];
  yield [language.names ?? '', { kind: 'common' }];
  for (const [words, factor] of abbreviations) yield [words, scale(factor, [1, 1], true)];
  yield [unreadScales, { kind: 'unread-scale' }];
}

/** Scale words of languages that are not read: a number before one of them is more than it seems, so it is left alone. */
const unreadScales = [
  'milhão | milhões | bilhão | bilhões | bilião | biliões | trilhão | trilhões', // Portuguese
  'milione | milioni | miliardo | miliardi | bilioni', // Italian
  'miljoen | miljoenen | miljard | miljarden | biljoen', // Dutch
  'miljon | miljoner | miljarder | millioner | milliarder', // Swedish, Norwegian, Danish
  'milion | miliony | milionów | miliard | miliardy | miliardów | mld | mlrd', // Polish, Italian
  'тысяч | тысячи | млн | миллион | миллиона | миллионов | млрд | миллиард | миллиарда | миллиардов | трлн', // Russian
  'мільйон | мільйонів | мільярд | мільярда | мільярдів', // Ukrainian
  'milyon | milyar | trilyon | juta | miliar', // Turkish, Indonesian
  '만 | 백만 | 천만 | 억 | 조 | 만원 | 억원 | 조원 | 만달러 | 억달러', // Korean
  'میلیون | میلیارد | تریلیون', // Persian
].join(' | ');

/** Short forms that are read in every language, unless it has its own use for them. */
const abbreviations = [
  ['k', 1e3],
  ['m | mn | mln | mio | mio.', 1e6],
  ['bn | bln | mrd | mrd.', 1e9],
  ['tn | trn', 1e12],
] as const;

function* named(table: Readonly<Record<string, Words>>, sense: (key: string) => Sense): Iterable<Meaning> {
  for (const [key, words] of Object.entries(table)) yield [words, sense(key)];
}

function* scaleSenses({ scales }: Language): Iterable<Meaning> {
  const disputed = new Map(
    Object.entries(scales.disputed ?? {}).flatMap(([words, other]) =>
      phrasesOf(words).map((phrase) => [phrase, other] as const),
    ),
  );
  const tables = [
    [scales.singular, [1, 1], false],
    [scales.plural, [1, 10], false],
    [scales.dual ?? {}, [2, 2], false],
    [scales.abbreviated, [1, 1], true],
  ] as const;
  for (const [table, alone, abbreviated] of tables) {
    for (const [words, factor] of Object.entries(table)) {
      for (const phrase of phrasesOf(words)) {
        yield [phrase, { ...scale(factor, alone, abbreviated), disputed: disputed.get(phrase) ?? null }];
      }
    }
  }
}

function* boundSenses(bounds: Language['bounds']): Iterable<Meaning> {
  yield [bounds.atLeast, { kind: 'bound', bound: 'at-least', place: 'before' }];
  yield [bounds.atLeastAfter, { kind: 'bound', bound: 'at-least', place: 'after' }];
  yield [bounds.easily, { kind: 'bound', bound: 'at-least', place: 'far-before' }];
  yield [bounds.upTo, { kind: 'bound', bound: 'up-to', place: 'before' }];
  yield [bounds.upToAfter, { kind: 'bound', bound: 'up-to', place: 'after' }];
  yield [bounds.nearly, { kind: 'bound', bound: 'nearly', place: 'before' }];
  yield [bounds.nearlyAfter, { kind: 'bound', bound: 'nearly', place: 'after' }];
}

/** Signs and codes, which all languages share. */
function signSenses(): Meaning[] {
  const signs = [...named(currencySigns, (name) => ({ kind: 'currency', name: name as CurrencyName }))];
  const codes = currencyCodes.map((code): Meaning => [code, { kind: 'currency', name: code }]);
  const fractions = [
    ['½', 0.5],
    ['¼', 0.25],
    ['¾', 0.75],
  ] as const;
  return [
    ...signs,
    ...codes,
    ...fractions.map(([sign, value]): Meaning => [sign, { kind: 'fraction', value }]),
  ];
}
