import type { Entry, Lexicon, Sense } from './lexicon.ts';
import type { Token } from './tokens.ts';

/** A phrase of a lexicon that was found in the text. */
export interface Match {
  readonly senses: readonly Sense[];
  /** Index after its last token. */
  readonly to: number;
  /** Whether a word for "and" is written together with it. */
  readonly conjoined: boolean;
  readonly tellsLanguage: boolean;
}

/** The longest phrase of the lexicon that begins at token `i`; null when none does. */
export function matchAt(tokens: readonly Token[], i: number, lexicon: Lexicon): Match | null {
  const token = tokens[i]!;
  let best = longest(tokens, i, token.text, lexicon);
  let conjoined = false;
  if (token.script === lexicon.language.script) {
    for (const { text, isAnd } of lexicon.clitics) {
      if (!token.text.startsWith(text) || token.text.length < text.length + 2) continue;
      const match = longest(tokens, i, token.text.slice(text.length), lexicon);
      if (match !== null && match.to > (best?.to ?? 0)) {
        best = match;
        conjoined = isAnd;
      }
    }
  }
  if (best === null) return compoundAt(tokens, i, lexicon);
  const { senses, tellsLanguage } = best.entry;
  return { senses, to: best.to, conjoined, tellsLanguage };
}

function longest(
  tokens: readonly Token[],
  i: number,
  first: string,
  lexicon: Lexicon,
): { readonly entry: Entry; readonly to: number } | null {
  for (const entry of lexicon.entries.get(first) ?? []) {
    const to = matchEnd(tokens, i, entry, lexicon);
    if (to !== null) return { entry, to };
  }
  return null;
}

/** Index after the entry when it stands at `i`, where its first word does; null when it does not. */
function matchEnd(tokens: readonly Token[], i: number, entry: Entry, lexicon: Lexicon): number | null {
  if (entry.exact && tokens[i]!.exact !== entry.tokens[0]!.exact) return null;
  let at = i + 1;
  for (let k = 1; k < entry.tokens.length; k++, at++) {
    const wanted = entry.tokens[k]!;
    if (!wanted.glued && isJoint(tokens[at])) at++;
    const token = tokens[at];
    if (token === undefined || (wanted.glued && !token.glued)) return null;
    if (entry.exact ? token.exact !== wanted.exact : !isSameWord(token, wanted, lexicon)) return null;
  }
  return at;
}

const isJoint = (token: Token | undefined): boolean => token?.text === '-' || token?.text === "'";

/** Inside a phrase too, a word may carry an article. */
function isSameWord(token: Token, wanted: Token, { clitics }: Lexicon): boolean {
  return token.text === wanted.text || clitics.some(({ text }) => token.text === text + wanted.text);
}

/** A plural scale with another word written to it: German `Milliardenschaden`. */
function compoundAt(tokens: readonly Token[], i: number, { compounds }: Lexicon): Match | null {
  const { text } = tokens[i]!;
  const start = compounds.starts.find((scale) => text.startsWith(scale.text));
  if (start === undefined) return null;
  const rest = text.slice(start.text.length);
  if (!compounds.ends.some((end) => rest.startsWith(end))) return null;
  return { senses: [start.sense], to: i + 1, conjoined: false, tellsLanguage: true };
}
