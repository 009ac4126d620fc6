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
  /** Whether it is one character of a script that is written without spaces. */
  readonly spaceless: boolean;
  readonly number: WrittenNumber | null;
  /** Place in the text that was folded. */
  readonly start: number;
  readonly end: number;
}

const SPACELESS = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]/u;
const LETTER = /[\p{L}\p{M}]/u;

/** Cuts folded text into tokens; spaces only part them. */
export function tokenise(characters: readonly FoldedCharacter[]): Token[] {
  const lower = characters.map((character) => character.lower);
  const tokens: Token[] = [];
  let i = 0;
  while (i < characters.length) {
    if (lower[i] === ' ') {
      i++;
      continue;
    }
    const { kind, spaceless, number, end } = cut(lower, i);
    tokens.push({
      kind,
      text: lower.slice(i, end).join(''),
      exact: characters
        .slice(i, end)
        .map(({ exact }) => exact)
        .join(''),
      glued: i > 0 && lower[i - 1] !== ' ',
      spaceless,
      number,
      start: characters[i]!.start,
      end: characters[end - 1]!.end,
    });
    i = end;
  }
  return tokens;
}

type Cut = Pick<Token, 'kind' | 'spaceless' | 'number'> & { readonly end: number };

function cut(lower: readonly string[], start: number): Cut {
  const first = lower[start]!;
  if (first >= '0' && first <= '9') {
    return { kind: 'number', spaceless: false, ...scanNumber(lower, start) };
  }
  if (!LETTER.test(first)) return { kind: 'mark', spaceless: false, number: null, end: start + 1 };
  const spaceless = SPACELESS.test(first);
  let end = start + 1;
  while (!spaceless && isPlainLetter(lower[end])) end++;
  return { kind: 'letters', spaceless, number: null, end };
}

function isPlainLetter(character: string | undefined): boolean {
  return character !== undefined && LETTER.test(character) && !SPACELESS.test(character);
}
