import { ENGINE_VERSION } from '../core/version.ts';

export interface Citation {
  readonly inline: string;
  readonly full: string;
  readonly bibtex: string;
}

/**
 * How to cite a result. No date of access: the id names the result for good, whenever it is looked up.
 *
 * @param title  of the outage
 */
export function citationOf(
  kind: 'estimate' | 'comparison' | 'claim check',
  title: string,
  id: string,
): Citation {
  const name = `${kind.charAt(0).toUpperCase()}${kind.slice(1)}: ${title}`;
  return {
    inline: `(lossrange ${ENGINE_VERSION}, ${kind} ${id})`,
    full: `lossrange ${ENGINE_VERSION}. ${name}. Open model, result ${id}.`,
    bibtex: [
      `@misc{lossrange-${id.slice(0, 8)},`,
      '  author  = {{lossrange}},',
      `  title   = {${bibtexText(name)}},`,
      `  note    = {Open model, version ${ENGINE_VERSION}, result ${id}}`,
      '}',
    ].join('\n'),
  };
}

/** Characters that BibTeX would obey. */
function bibtexText(text: string): string {
  return text.replace(/[\\{}]/g, '').replace(/[$&%#_]/g, '\\$&');
}
