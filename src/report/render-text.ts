import type { Block, TableBlock, TableRow } from './blocks.ts';
import { printable } from './printable.ts';
import { displayWidth, pad, wrap } from './wrap.ts';

const WIDTH = 80;
const INDENT = '  ';
const GAP = '  ';

/** Blocks as text for a terminal: 80 columns, no colour, one blank line before a heading. */
export function renderText(blocks: readonly Block[]): string {
  const lines = blocks.flatMap((block, index) => [
    ...(index > 0 && needsSpace(block, blocks[index - 1]) ? [''] : []),
    ...linesOf(block),
  ]);
  return `${lines.map((line) => printable(line).trimEnd()).join('\n')}\n`;
}

function needsSpace(block: Block, before: Block | undefined): boolean {
  return block.kind === 'heading' || (before?.kind === 'title' && block.kind !== 'title');
}

function linesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'title':
    case 'heading':
      return wrap(block.text, WIDTH);
    case 'paragraph':
      return wrap(block.text, WIDTH - INDENT.length).map((line) => INDENT + line);
    case 'bullets':
      return block.items.flatMap((item) =>
        wrap(item, WIDTH - INDENT.length - 2).map(
          (line, index) => `${INDENT}${index === 0 ? '- ' : '  '}${line}`,
        ),
      );
    case 'verbatim':
      return block.lines.map((line) => `${INDENT}${line}`);
    case 'table':
      return tableLines(block);
  }
}

function tableLines(table: TableBlock): readonly string[] {
  const headers = table.columns.map((column) => column.header);
  const hasHeader = headers.some((text) => text !== '');
  const headerRow: TableRow[] = hasHeader ? [{ cells: headers }] : [];
  const widths = columnWidths(table, headerRow);
  return [...headerRow, ...table.rows].flatMap((row) => [
    ...rowLines(row, table, widths),
    ...(row.note === undefined
      ? []
      : wrap(row.note, WIDTH - 2 * INDENT.length - 2).map((line) => `${INDENT}${INDENT}  ${line}`)),
  ]);
}

/**
 * Natural widths. When they do not fit, left-aligned columns give way, the one with the most to spare first, down to
 * their longest word; their text wraps.
 */
function columnWidths(table: TableBlock, headerRow: readonly TableRow[]): readonly number[] {
  const rows = [...headerRow, ...table.rows];
  const widest = (index: number, width: (text: string) => number): number =>
    Math.max(0, ...rows.map((row) => width(row.cells[index] ?? '')));
  const widths = table.columns.map((_, index) => widest(index, displayWidth));
  const spare = table.columns.map((column, index) =>
    column.align === 'left' ? (widths[index] ?? 0) - widest(index, longestWord) : 0,
  );
  const room = WIDTH - 2 * INDENT.length - GAP.length * (table.columns.length - 1);
  let excess = widths.reduce((sum, width) => sum + width, 0) - room;
  while (excess > 0 && Math.max(...spare) > 0) {
    const index = spare.indexOf(Math.max(...spare));
    widths[index] = (widths[index] ?? 0) - 1;
    spare[index] = (spare[index] ?? 0) - 1;
    excess -= 1;
  }
  return widths;
}

/** A longer word, such as a web address, runs over its column instead of widening it. */
const LONGEST_KEPT = 40;

function longestWord(text: string): number {
  return Math.min(LONGEST_KEPT, Math.max(0, ...text.split(/\s+/).map(displayWidth)));
}

function rowLines(row: TableRow, table: TableBlock, widths: readonly number[]): readonly string[] {
  const wrapped = table.columns.map((_, index) => wrap(row.cells[index] ?? '', widths[index] ?? 0));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) => {
    const cells = table.columns.map((column, index) =>
      pad(wrapped[index]?.[line] ?? '', widths[index] ?? 0, column.align),
    );
    return `${INDENT}${INDENT}${cells.join(GAP)}`;
  });
}
