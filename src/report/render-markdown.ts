import type { Block, TableBlock } from './blocks.ts';
import { printable } from './printable.ts';

/** Blocks as GitHub-flavoured Markdown. */
export function renderMarkdown(blocks: readonly Block[]): string {
  return `${blocks.map(markdownOf).join('\n\n')}\n`;
}

function markdownOf(block: Block): string {
  switch (block.kind) {
    case 'title':
      return `# ${escaped(block.text)}`;
    case 'heading':
      return `## ${escaped(block.text)}`;
    case 'paragraph':
      return escaped(block.text);
    case 'bullets':
      return block.items.map((item) => `- ${escaped(item)}`).join('\n');
    case 'verbatim':
      return ['```', ...block.lines.map(printable), '```'].join('\n');
    case 'table':
      return tableOf(block);
  }
}

function tableOf(table: TableBlock): string {
  const hasNotes = table.rows.some((row) => row.note !== undefined);
  const noteHeader = hasNotes ? [table.noteHeader ?? ''] : [];
  const headers = [...table.columns.map((column) => column.header), ...noteHeader];
  const rule = [
    ...table.columns.map((column) => (column.align === 'right' ? '--:' : ':--')),
    ...noteHeader.map(() => ':--'),
  ];
  const rows = table.rows.map((row) => {
    const cells = row.cells.map((text) =>
      row.total === true && text !== '' ? `**${escaped(text)}**` : escaped(text),
    );
    return [...cells, ...(hasNotes ? [escaped(row.note ?? '')] : [])];
  });
  return [headers.map(escaped), rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Text that Markdown or a browser would read as markup; names come from files that anyone can write. */
function escaped(text: string): string {
  return printable(text.replace(/[\r\n]+/g, ' ')).replace(/[\\`*_[\]<>|#~&]/g, (character) =>
    character === '&' ? '&amp;' : character === '<' ? '&lt;' : character === '>' ? '&gt;' : `\\${character}`,
  );
}
