import { ImpactError } from '../../errors/impact-error.ts';

/** Longest claim that is read, in UTF-16 code units: a paragraph. */
export const LONGEST_CLAIM = 2000;

/**
 * The claim without control characters, marks of writing direction and half surrogate pairs, trimmed.
 *
 * @throws ImpactError CLAIM_INVALID when nothing is left of it, or when it is longer than 2,000 characters
 */
export function cleanClaim(text: string): string {
  if (text.length > LONGEST_CLAIM) {
    throw claimInvalid(
      `the claim has ${text.length.toLocaleString('en')} characters; at most ${LONGEST_CLAIM.toLocaleString('en')} are read`,
      'quote only the sentence with the figure',
    );
  }
  const clean = text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .normalize('NFC')
    .trim();
  if (clean === '') throw claimInvalid('the claim is empty', 'write for example "$5.4 billion"');
  return clean;
}

/** Something about the text of a claim that cannot be. */
export function claimInvalid(message: string, hint: string): ImpactError {
  return new ImpactError('CLAIM_INVALID', { path: 'text', message, hint });
}

/** One character as it is compared, with the place of its origin in the text. */
export interface FoldedCharacter {
  readonly lower: string;
  /** As `lower`, in the case of the text. */
  readonly exact: string;
  readonly start: number;
  readonly end: number;
}

/** Accents, Arabic vowel signs and hamza, the lengthening stroke, and the Devanagari nukta: writers leave them out. */
const LEFT_OUT = /[\u0300-\u036F\u064B-\u0655\u0670\u0640\u093C]/g;

/** Characters that stand for one another. */
const SAME: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '´': "'",
  '`': "'",
  '‐': '-',
  '‑': '-',
  '−': '-',
  '‒': '–',
  '—': '–',
  '―': '–',
  '〜': '~',
  '∼': '~',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
  ß: 'ss',
};

/** First digit of the scripts whose digits are read; full-width ones are compatibility forms of ASCII. */
const ZEROS = [0x30, 0x660, 0x6f0, 0x966, 0x9e6];

/** One character can stand for a sentence (U+FDFA); those are left as they are. */
const LONGEST_EXPANSION = 6;

/** Fractions that have a character of their own. */
const FRACTIONS = '½¼¾';

/**
 * The text character by character in one form: lower case, no accents, ASCII digits, full-width characters as ASCII,
 * all spaces alike. Raised and circled digits (footnotes) become spaces.
 */
export function foldText(text: string): FoldedCharacter[] {
  const folded: FoldedCharacter[] = [];
  let start = 0;
  for (const character of text) {
    const end = start + character.length;
    const parts = foldCharacter(character);
    // A sign that is left out belongs to the letter before it.
    const letter = parts === '' ? folded.pop() : undefined;
    if (letter !== undefined) folded.push({ ...letter, end });
    for (const exact of parts) {
      folded.push({ lower: Array.from(exact.toLowerCase())[0]!, exact, start, end });
    }
    start = end;
  }
  return folded;
}

function foldCharacter(character: string): string {
  // ASCII stands for itself, but for the backtick.
  if ((character < '\u007F' && character !== '`') || FRACTIONS.includes(character)) return character;
  if (/\p{No}/u.test(character)) return ' ';
  const parts = character.normalize('NFKD').replace(LEFT_OUT, '').normalize('NFC');
  if (parts.length > LONGEST_EXPANSION) return character;
  let folded = '';
  for (const part of parts) {
    folded += /\s/.test(part) ? ' ' : (SAME[part] ?? asciiDigit(part) ?? part);
  }
  return folded;
}

function asciiDigit(character: string): string | null {
  const code = character.codePointAt(0)!;
  const zero = ZEROS.find((first) => code >= first && code < first + 10);
  return zero === undefined ? null : String(code - zero);
}
