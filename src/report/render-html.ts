import type { Block, TableBlock, TableRow } from './blocks.ts';
import { printable } from './printable.ts';

/** Words of a block as HTML. */
export type TextAsHtml = (text: string) => string;

/**
 * Blocks as HTML: headings, paragraphs, lists and tables, without the page around them. Every text is escaped.
 *
 * @param asHtml  how words are written; it escapes them
 */
export function renderHtml(blocks: readonly Block[], asHtml: TextAsHtml = escapeHtml): string {
  return blocks.map((block) => htmlOf(block, asHtml)).join('\n');
}

/** Runs of Latin letters, with the figures and signs between them. */
const LATIN = /([A-Za-z][A-Za-z0-9 .,'()&/:-]*[A-Za-z0-9)]|[A-Za-z])/;

/** As `escapeHtml`, for Arabic: names and ids in Latin letters stand apart, so that figures beside them keep their place. */
export function escapeArabicHtml(text: string): string {
  return text
    .split(LATIN)
    .map((part, index) => (index % 2 === 1 ? `<bdi dir="ltr">${escapeHtml(part)}</bdi>` : escapeHtml(part)))
    .join('');
}

/** Text that no browser reads as markup, inside an element or a quoted attribute. */
export function escapeHtml(text: string): string {
  return printable(text).replace(/[&<>"']/g, (letter) => entities[letter] ?? letter);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A link to the web; the words alone where the address is of another kind, such as `javascript:`. */
export function linkTo(href: string | undefined, words: string): string {
  const text = escapeHtml(words);
  if (href === undefined || !/^https?:\/\//i.test(href)) return text;
  return `<a href="${escapeHtml(href)}" rel="noreferrer">${text}</a>`;
}

function htmlOf(block: Block, asHtml: TextAsHtml): string {
  switch (block.kind) {
    case 'title':
      return `<h1>${asHtml(block.text)}</h1>`;
    case 'heading':
      return `<h2>${asHtml(block.text)}</h2>`;
    case 'paragraph':
      return `<p>${asHtml(block.text)}</p>`;
    case 'bullets':
      return `<ul>\n${block.items.map((item) => `<li>${asHtml(item)}</li>`).join('\n')}\n</ul>`;
    case 'verbatim':
      return verbatim(block.lines.join('\n'));
    case 'table':
      return tableOf(block, asHtml);
  }
}

/** Lines to copy, always from left to right. */
export function verbatim(text: string): string {
  const lines = text.split('\n').map(escapeHtml);
  // A long line can be scrolled, so the keyboard must reach it.
  return `<pre dir="ltr" tabindex="0"><code>${lines.join('\n')}</code></pre>`;
}

function tableOf(table: TableBlock, asHtml: TextAsHtml): string {
  const hasHead = table.columns.some(({ header }) => header !== '');
  const head = table.columns.map(({ header, align }) =>
    header === '' ? '<td></td>' : `<th scope="col"${classOf(align)}>${asHtml(header)}</th>`,
  );
  const rows = table.rows.map((row) => rowOf(row, table, asHtml));
  return [
    '<table>',
    ...(hasHead ? [`<thead><tr>${head.join('')}</tr></thead>`] : []),
    '<tbody>',
    ...rows,
    '</tbody>',
    '</table>',
  ].join('\n');
}

function rowOf(row: TableRow, { columns }: TableBlock, asHtml: TextAsHtml): string {
  const cells = columns.map(({ align }, index) => {
    const text = row.cells[index] ?? '';
    const note = index === 0 && row.note !== undefined ? `<small>${asHtml(row.note)}</small>` : '';
    // The first column names its row, unless it holds figures.
    return index === 0 && align === 'left'
      ? `<th scope="row">${cellText(text, asHtml)}${note}</th>`
      : `<td${classOf(align)}>${cellText(text, asHtml)}${note}</td>`;
  });
  return `<tr${row.total === true ? ' class="total"' : ''}>${cells.join('')}</tr>`;
}

/** Rows of dots are a picture; the count that stands beside them is what a reader hears. */
function cellText(text: string, asHtml: TextAsHtml): string {
  return /^[●*]+$/.test(text) ? `<span class="dots" aria-hidden="true">${text}</span>` : asHtml(text);
}

function classOf(align: 'left' | 'right'): string {
  return align === 'right' ? ' class="figure"' : '';
}
