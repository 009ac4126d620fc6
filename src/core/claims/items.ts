import type { ClaimLanguage } from './claim.ts';
import { lexiconOf, type Entry, type Lexicon, type Sense } from './lexicon.ts';
import type { Token } from './tokens.ts';
import { numberValue, type Separators } from './written-number.ts';

/** A stretch of tokens with what it can mean; no sense at all for an unknown word. */
export interface Item {
  readonly senses: readonly ItemSense[];
  /** Index after its last token. */
  readonly to: number;
  /** Place in the text. */
  readonly start: number;
  readonly end: number;
  readonly token: Token;
  /** Whether a word for "and" is written together with it. */
  readonly conjoined: boolean;
  /** Letters that speak for the language. */
  readonly evidence: number;
}

export type ItemSense =
  | Sense
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'mark'; readonly text: string };

type SenseOf<K extends ItemSense['kind']> = Extract<ItemSense, { readonly kind: K }>;

/** The sense of that kind; undefined when the item has none, or when there is no item. */
export function senseOf<K extends ItemSense['kind']>(
  item: Item | undefined,
  kind: K,
): SenseOf<K> | undefined {
  return item?.senses.find((sense): sense is SenseOf<K> => sense.kind === kind);
}

export const is = (item: Item | undefined, ...kinds: readonly ItemSense['kind'][]): boolean =>
  item?.senses.some(({ kind }) => kinds.includes(kind)) ?? false;

/** The mark that the item is, or ''. */
export const markOf = (item: Item | undefined): string => senseOf(item, 'mark')?.text ?? '';

/** Scripts whose words cannot be mistaken for each other are all understood, whatever the language of the text. */
const beside: Readonly<Record<ClaimLanguage, readonly ClaimLanguage[]>> = {
  en: ['ar', 'hi', 'ja', 'zh'],
  de: ['ar', 'hi', 'ja', 'zh'],
  fr: ['ar', 'hi', 'ja', 'zh'],
  es: ['ar', 'hi', 'ja', 'zh'],
  ar: ['en', 'hi', 'ja', 'zh'],
  hi: ['en', 'ar', 'ja', 'zh'],
  ja: ['en', 'ar', 'hi'],
  zh: ['en', 'ar', 'hi'],
};

/** Of other languages in the same script only the scale words are understood: a German text may quote "5 billion". */
const latin: readonly ClaimLanguage[] = ['en', 'de', 'fr', 'es'];

/** Letters of scripts with one character a syllable or word weigh more as evidence. */
const SPACELESS_WEIGHT = 3;

/** The tokens as words of a language, longest phrases first; numbers by the given way of reading separators. */
export function itemise(tokens: readonly Token[], tag: ClaimLanguage, separators: Separators): Item[] {
  const own = lexiconOf(tag);
  const others = beside[tag].map(lexiconOf);
  const neighbours = latin.includes(tag) ? latin.filter((other) => other !== tag).map(lexiconOf) : [];
  const items: Item[] = [];
  for (let i = 0; i < tokens.length; i = items.at(-1)!.to) {
    const match =
      bestMatch(tokens, i, own) ?? firstMatch(tokens, i, others) ?? scaleMatch(tokens, i, neighbours);
    items.push(match ?? plainItem(tokens, i, separators));
  }
  return items.map((item, i) => (isPartOfName(items, i) ? { ...item, senses: [] } : item));
}

function firstMatch(tokens: readonly Token[], i: number, lexicons: readonly Lexicon[]): Item | null {
  for (const lexicon of lexicons) {
    const match = bestMatch(tokens, i, lexicon);
    if (match !== null) return { ...match, evidence: 0 };
  }
  return null;
}

function scaleMatch(tokens: readonly Token[], i: number, lexicons: readonly Lexicon[]): Item | null {
  for (const lexicon of lexicons) {
    const match = bestMatch(tokens, i, lexicon);
    if (is(match ?? undefined, 'scale')) return { ...match!, evidence: 0 };
  }
  return null;
}

function bestMatch(tokens: readonly Token[], i: number, lexicon: Lexicon): Item | null {
  const token = tokens[i]!;
  const { and, other } = lexicon.language.clitics ?? { and: [], other: [] };
  let best: { entry: Entry; to: number; conjoined: boolean } | null = null;
  for (const clitic of ['', ...and, ...other]) {
    const rest = token.text.slice(clitic.length);
    if (!token.text.startsWith(clitic) || (clitic !== '' && rest.length < 2)) continue;
    for (const entry of lexicon.entries.get(rest) ?? []) {
      const to = matchEnd(tokens, i, entry, lexicon);
      if (to !== null && to > (best?.to ?? 0)) best = { entry, to, conjoined: and.includes(clitic) };
    }
  }
  if (best === null) return compound(tokens, i, lexicon);
  const { entry, to, conjoined } = best;
  return {
    senses: entry.senses,
    ...place(tokens, i, to),
    conjoined,
    evidence: entry.tellsLanguage ? lettersIn(tokens, i, to) : 0,
  };
}

function lettersIn(tokens: readonly Token[], from: number, to: number): number {
  let letters = 0;
  for (const { kind, text, spaceless } of tokens.slice(from, to)) {
    if (kind === 'letters') letters += spaceless ? SPACELESS_WEIGHT : text.length;
  }
  return letters;
}

/** Index after the entry when it stands at `i`; null when it does not. */
function matchEnd(tokens: readonly Token[], i: number, entry: Entry, lexicon: Lexicon): number | null {
  let at = i;
  for (const [k, wanted] of entry.tokens.entries()) {
    const joint = tokens[at];
    if (k > 0 && !wanted.glued && joint?.kind === 'mark' && /['-]/.test(joint.text)) at++;
    const token = tokens[at];
    if (token === undefined || (k > 0 && wanted.glued && !token.glued)) return null;
    if (entry.exact ? token.exact !== wanted.exact : !sameWord(token, wanted, lexicon)) return null;
    at++;
  }
  return at;
}

/** Inside a phrase too, a word may carry an article. */
function sameWord(token: Token, wanted: Token, { language }: Lexicon): boolean {
  if (token.text === wanted.text) return true;
  const { and, other } = language.clitics ?? { and: [], other: [] };
  return [...and, ...other].some((clitic) => token.text === clitic + wanted.text);
}

function compound(tokens: readonly Token[], i: number, { compounds }: Lexicon): Item | null {
  const token = tokens[i]!;
  const start = compounds.starts.find(({ text }) => token.text.startsWith(text));
  if (start === undefined) return null;
  const rest = token.text.slice(start.text.length);
  if (!compounds.ends.some((end) => rest.startsWith(end))) return null;
  return {
    senses: [start.sense],
    ...place(tokens, i, i + 1),
    conjoined: false,
    evidence: token.text.length,
  };
}

function place(
  tokens: readonly Token[],
  from: number,
  to: number,
): Pick<Item, 'to' | 'token' | 'start' | 'end'> {
  const token = tokens[from]!;
  return { to, token, start: token.start, end: tokens[to - 1]!.end };
}

function plainItem(tokens: readonly Token[], i: number, separators: Separators): Item {
  return {
    senses: plainSenses(tokens[i]!, separators),
    ...place(tokens, i, i + 1),
    conjoined: false,
    evidence: 0,
  };
}

function plainSenses(token: Token, separators: Separators): ItemSense[] {
  if (token.kind === 'mark') return [{ kind: 'mark', text: token.text }];
  const value = token.number === null ? null : numberValue(token.number, separators);
  return value === null ? [] : [{ kind: 'number', value }];
}

const LATIN = /\p{Script=Latin}/u;

const isLatin = (item: Item | undefined): boolean =>
  item?.token.kind === 'letters' && LATIN.test(item.token.text);

/**
 * Whether digits and Latin letters are written together without being an amount: `3rd`, `$54Bxyz`, `Office365`, `us-east-1`.
 */
function isPartOfName(items: readonly Item[], i: number): boolean {
  const item = items[i]!;
  if (!is(item, 'number')) return false;
  const next = items[i + 1];
  if (next?.token.glued === true && isLatin(next) && !is(next, 'scale', 'currency', 'rate', 'range'))
    return true;
  if (next?.token.glued === true && next.token.text === '_') return true;
  if (!item.token.glued) return false;
  const before = items[i - 1];
  if (isLatin(before)) return !is(before, 'currency');
  const joint = ['-', '_', '/', '.', '#', '@'].includes(markOf(before)) && before?.token.glued === true;
  return joint && isLatin(items[i - 2]) && !is(items[i - 2], 'scale', 'currency', 'rate');
}
