import type { FoldedCharacter } from './claim-text.ts';
import { scanNumber, type WrittenNumber } from './written-number.ts';

/** A word, a number in digits, one Han or kana character, or one mark. */
export interface Token {
  readonly kind: 'letters' | 'number' | 'mark';
  /** In the folded form of `foldText`, lower case. */
  readonly text: string;
  /** As `text`, in the case of the claim. */
  readonly exact: string;
  /** Whether it stands directly after the token before it. */
  readonly glued: boolean;
  /** Script of its letters; null for other scripts, numbers and marks. `Han` stands for kana too: one character, one token. */
  readonly script: Script | null;
  readonly number: WrittenNumber | null;
  /** Place in the text that was folded. */
  readonly start: number;
  readonly end: number;
}

export type Script = 'Latin' | 'Arabic' | 'Devanagari' | 'Han';

const SCRIPTS: readonly (readonly [Script, RegExp])[] = [
  ['Latin', /\p{sc=Latin}/u],
  ['Arabic', /\p{scx=Arabic}/u],
  ['Devanagari', /\p{scx=Devanagari}/u],
  ['Han', /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]/u],
];
const LETTER = /[\p{L}\p{M}]/u;

/** Cuts folded text into tokens; spaces only part them. */
export function tokenise(characters: readonly FoldedCharacter[]): Token[] {
  const lower = characters.map((character) => character.lower);
  const exact = characters.map((character) => character.exact);
  const tokens: Token[] = [];
  let i = 0;
  while (i < characters.length) {
    if (lower[i] === ' ') {
      i++;
      continue;
    }
    const { kind, script, number, end } = isBareFraction(lower, i) ? cutFraction(lower, i) : cut(lower, i);
    tokens.push({
      kind,
      text: lower.slice(i, end).join(''),
      exact: exact.slice(i, end).join(''),
      glued: i > 0 && lower[i - 1] !== ' ',
      script,
      number,
      start: characters[i]!.start,
      end: characters[end - 1]!.end,
    });
    i = end;
  }
  return tokens;
}

type Cut = Pick<Token, 'kind' | 'script' | 'number'> & { readonly end: number };

function cut(lower: readonly string[], start: number): Cut {
  const first = lower[start]!;
  if (first >= '0' && first <= '9') {
    return { kind: 'number', script: null, ...scanNumber(lower, start) };
  }
  if (!LETTER.test(first)) return { kind: 'mark', script: null, number: null, end: start + 1 };
  const script = scriptOf(first);
  let end = start + 1;
  while (script !== 'Han' && continuesWord(lower[end])) end++;
  return { kind: 'letters', script, number: null, end };
}

/** A decimal point with no digit before it: `$.5 billion`. */
function isBareFraction(lower: readonly string[], i: number): boolean {
  const before = lower[i - 1] ?? ' ';
  return lower[i] === '.' && /\d/.test(lower[i + 1] ?? '') && !/[\p{L}\p{M}\d.]/u.test(before);
}

function cutFraction(lower: readonly string[], start: number): Cut {
  const { number, end } = scanNumber(lower, start + 1);
  const bare = { ...number, groups: ['0', ...number.groups], separators: ['.', ...number.separators] };
  return { kind: 'number', script: null, number: bare, end };
}

function scriptOf(letter: string): Script | null {
  return SCRIPTS.find(([, pattern]) => pattern.test(letter))?.[0] ?? null;
}

function continuesWord(character: string | undefined): boolean {
  return character !== undefined && LETTER.test(character) && scriptOf(character) !== 'Han';
}
