import type { Block, TableBlock, TableRow } from './blocks.ts';
import { printable } from './printable.ts';

/** Blocks as HTML: headings, paragraphs, lists and tables, without the page around them. Every text is escaped. */
export function renderHtml(blocks: readonly Block[]): string {
  return blocks.map(htmlOf).join('\n');
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

function htmlOf(block: Block): string {
  switch (block.kind) {
    case 'title':
      return `<h1>${escapeHtml(block.text)}</h1>`;
    case 'heading':
      return `<h2>${escapeHtml(block.text)}</h2>`;
    case 'paragraph':
      return `<p>${escapeHtml(block.text)}</p>`;
    case 'bullets':
      return `<ul>\n${block.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('\n')}\n</ul>`;
    case 'verbatim':
      return verbatim(block.lines.join('\n'));
    case 'table':
      return tableOf(block);
  }
}

/** Lines to copy, always from left to right. */
export function verbatim(text: string): string {
  const lines = text.split('\n').map(escapeHtml);
  // A long line can be scrolled, so the keyboard must reach it.
  return `<pre dir="ltr" tabindex="0"><code>${lines.join('\n')}</code></pre>`;
}

function tableOf(table: TableBlock): string {
  const hasHead = table.columns.some(({ header }) => header !== '');
  const head = table.columns.map(({ header, align }) =>
    header === '' ? '<td></td>' : `<th scope="col"${classOf(align)}>${escapeHtml(header)}</th>`,
  );
  const rows = table.rows.map((row) => rowOf(row, table));
  return [
    '<table>',
    ...(hasHead ? [`<thead><tr>${head.join('')}</tr></thead>`] : []),
    '<tbody>',
    ...rows,
    '</tbody>',
    '</table>',
  ].join('\n');
}

function rowOf(row: TableRow, { columns }: TableBlock): string {
  const cells = columns.map(({ align }, index) => {
    const text = row.cells[index] ?? '';
    const note = index === 0 && row.note !== undefined ? `<small>${escapeHtml(row.note)}</small>` : '';
    // The first column names its row, unless it holds figures.
    return index === 0 && align === 'left'
      ? `<th scope="row">${cellText(text)}${note}</th>`
      : `<td${classOf(align)}>${cellText(text)}${note}</td>`;
  });
  return `<tr${row.total === true ? ' class="total"' : ''}>${cells.join('')}</tr>`;
}

/** Rows of dots are a picture; the count that stands beside them is what a reader hears. */
function cellText(text: string): string {
  return /^[●*]+$/.test(text) ? `<span class="dots" aria-hidden="true">${text}</span>` : escapeHtml(text);
}

function classOf(align: 'left' | 'right'): string {
  return align === 'right' ? ' class="figure"' : '';
}
