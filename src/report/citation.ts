import { printable } from './printable.ts';
import { dateInWords } from './words.ts';

/** What is cited. Nothing in it depends on the day of reading: the same result is cited alike for ever. */
export interface Cited {
  readonly title: string;
  /** Result id. */
  readonly id: string;
  /** Version of the engine. */
  readonly version: string;
  readonly kind: 'estimate' | 'claim check' | 'comparison';
  /** ISO date or instant of the facts, as in the scenario. */
  readonly asOf?: string | undefined;
}

export interface Citation {
  /** For a running text. */
  readonly inline: string;
  /** For a list of references. */
  readonly full: string;
  readonly bibtex: string;
}

/** How to cite a result so that a reader can find and repeat it. The year is that of its facts; none is given without. */
export function citationOf({ title, id, version, kind, asOf }: Cited): Citation {
  const name = printable(title);
  const year = /^\d{4}/.exec(asOf ?? '')?.[0];
  const facts = asOf === undefined ? '' : `, facts as of ${dateInWords(asOf)}`;
  const short = id.slice(0, 8);
  const dated = year === undefined ? '' : `, ${year}`;
  return {
    inline: `(lossrange ${version}${dated}, ${kind} ${short})`,
    full:
      `lossrange ${version}${year === undefined ? '' : ` (${year})`}. "${name}": ${kind} by a model` +
      `${facts}. Result ${id}.`,
    bibtex: [
      `@misc{lossrange-${short},`,
      '  author = {{lossrange}},',
      `  title = {{${inBibtex(name)}: ${kind} by a model}},`,
      ...(year === undefined ? [] : [`  year = {${year}},`]),
      `  note = {Result ${id}, lossrange ${version}${facts}}`,
      '}',
    ].join('\n'),
  };
}

const commands: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Letters that BibTeX or LaTeX would take for a command. */
function inBibtex(text: string): string {
  return text.replace(/[\\{}$&#%_~^]/g, (letter) => commands[letter] ?? `\\${letter}`);
}
