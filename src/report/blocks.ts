/** A report before it takes a form: text and Markdown print the same blocks in the same order. */
export type Block =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'bullets'; readonly items: readonly string[] }
  /** Lines to copy as they are: commands, ids. */
  | { readonly kind: 'verbatim'; readonly lines: readonly string[] }
  | TableBlock;

export interface TableBlock {
  readonly kind: 'table';
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
  /** Header of the notes under the rows, where a form needs one. */
  readonly noteHeader?: string | undefined;
}

export interface Column {
  readonly header: string;
  readonly align: 'left' | 'right';
}

export interface TableRow {
  readonly cells: readonly string[];
  /** A sentence that belongs to the row; text prints it below, Markdown beside. */
  readonly note?: string | undefined;
  /** The sum or result of the rows above it. */
  readonly total?: boolean | undefined;
}

export function title(text: string): Block {
  return { kind: 'title', text };
}

export function heading(text: string): Block {
  return { kind: 'heading', text };
}

export function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

export function bullets(items: readonly string[]): Block {
  return { kind: 'bullets', items };
}
