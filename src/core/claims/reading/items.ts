import { claimLanguages, type ClaimLanguage } from '../claim.ts';
import { languages } from './languages/registry.ts';
import { lexiconOf, type Sense } from './lexicon.ts';
import { matchAt, type Match } from './match.ts';
import type { Token } from './tokens.ts';
import { isAmbiguous, numberValue, type Separators } from './written-number.ts';

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

/** Whether the item has a sense of one of those kinds. */
export function is(item: Item | undefined, ...kinds: readonly ItemSense['kind'][]): boolean {
  if (item === undefined) return false;
  for (const { kind } of item.senses) if (kinds.includes(kind)) return true;
  return false;
}

/** The mark that the item is, or ''. */
export const markOf = (item: Item | undefined): string => senseOf(item, 'mark')?.text ?? '';

/** The tokens as words of a language, longest phrases first; numbers by the given way of reading separators. */
export function itemise(tokens: readonly Token[], tag: ClaimLanguage, separators: Separators): Item[] {
  const items: Item[] = [];
  for (let i = 0; i < tokens.length; i = items.at(-1)!.to) items.push(itemAt(tokens, i, tag, separators));
  return items.map((item, i) => {
    if (isPartOfName(items, i)) return { ...item, senses: [] };
    // Nobody states 1.500 of a currency to a thousandth: without a scale word it is fifteen hundred.
    const isThousands = separators === 'point' && isAmbiguousPoint(item) && !is(items[i + 1], 'scale');
    return isThousands ? { ...item, senses: plainSenses(item.token, 'groups') } : item;
  });
}

function itemAt(tokens: readonly Token[], i: number, tag: ClaimLanguage, separators: Separators): Item {
  const token = tokens[i]!;
  const match = matchAt(tokens, i, lexiconOf(tag)) ?? matchElsewhere(tokens, i, tag);
  const to = match?.to ?? i + 1;
  return {
    senses: match?.senses ?? plainSenses(token, separators),
    to,
    start: token.start,
    end: tokens[to - 1]!.end,
    token,
    conjoined: match?.conjoined ?? false,
  };
}

/** A word of another language: any one of another script, but only a scale word of the same script ("5 billion" in German). */
function matchElsewhere(tokens: readonly Token[], i: number, tag: ClaimLanguage): Match | null {
  const { script } = tokens[i]!;
  for (const other of claimLanguages) {
    if (other === tag || languages[other].script !== script) continue;
    const match = matchAt(tokens, i, lexiconOf(other));
    const isUseful = script !== languages[tag].script || match?.senses.some(({ kind }) => kind === 'scale');
    if (match !== null && isUseful === true) return match;
  }
  return null;
}

/** How many letters of the text are words of the language, and how many of its words are not. */
export function evidenceFor(
  tokens: readonly Token[],
  tag: ClaimLanguage,
): { readonly letters: number; readonly unknown: number } {
  // Also spares the lexicon of a language that cannot be meant.
  if (!tokens.some(({ script }) => script === languages[tag].script)) return { letters: 0, unknown: 0 };
  const lexicon = lexiconOf(tag);
  let letters = 0;
  let unknown = 0;
  for (let i = 0; i < tokens.length;) {
    const match = matchAt(tokens, i, lexicon);
    if (match === null && tokens[i]!.kind === 'letters') unknown++;
    if (match?.tellsLanguage === true) letters += lettersIn(tokens, i, match.to);
    i = match?.to ?? i + 1;
  }
  return { letters, unknown };
}

/** Letters of a script with one character a syllable or word weigh more. */
const HAN_WEIGHT = 3;

function lettersIn(tokens: readonly Token[], from: number, to: number): number {
  let letters = 0;
  for (const { kind, text, script } of tokens.slice(from, to)) {
    if (kind === 'letters') letters += script === 'Han' ? HAN_WEIGHT : text.length;
  }
  return letters;
}

function isAmbiguousPoint({ token }: Item): boolean {
  return token.number !== null && isAmbiguous(token.number) && token.number.separators[0] === '.';
}

function plainSenses(token: Token, separators: Separators): ItemSense[] {
  if (token.kind === 'mark') return [{ kind: 'mark', text: token.text }];
  const value = token.number === null ? null : numberValue(token.number, separators);
  return value === null ? [] : [{ kind: 'number', value }];
}

const isLatin = (item: Item | undefined): boolean => item?.token.script === 'Latin';

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
