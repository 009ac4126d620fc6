export interface Block {
  /** Line of the opening fence, from 1. */
  readonly line: number;
  /** First word after the fence: `console`, `sh`, `ts`, `json`. */
  readonly language: string;
  /** `my-outage.json` for a block that opens with ```json file=my-outage.json */
  readonly file: string | undefined;
  readonly text: string;
}

export interface Example {
  readonly line: number;
  readonly command: string;
  /** Expected lines; absent in a `sh` block, which shows commands only. */
  readonly output: readonly string[] | undefined;
  /** Given by a comment at the end of the command: `# exit 2`. */
  readonly exitCode: number;
}

/** The fenced blocks of a Markdown text. */
export function blocksOf(markdown: string): Block[] {
  const fences = markdown.matchAll(/^```(\w+)([^\n]*)\n(.*?)^```$/gms);
  return [...fences].map(({ index, 1: language = '', 2: rest = '', 3: text = '' }) => ({
    line: markdown.slice(0, index).split('\n').length,
    language,
    file: /\bfile=(\S+)/.exec(rest)?.[1],
    text,
  }));
}

/**
 * The commands of a block, in order.
 * `console`: `$ command`, then the exact output; the line `...` stands for any number of lines.
 * `sh`: commands only. In both, a `\` at the end of a line continues the command.
 */
export function examplesOf({ language, text, line }: Block): Example[] {
  const shows = language === 'console';
  if (!shows && language !== 'sh') return [];
  const found: { line: number; command: string; output: string[] }[] = [];
  let continues = false;
  for (const [index, row] of text.replace(/\n$/, '').split('\n').entries()) {
    const current = found.at(-1);
    if (continues && current) current.command += `\n${row}`;
    else if (!shows || row.startsWith('$ '))
      found.push({ line: line + 1 + index, command: row.replace(/^\$ /, ''), output: [] });
    else current?.output.push(row);
    continues = (continues || !shows || row.startsWith('$ ')) && row.endsWith('\\');
  }
  return found.map(({ output, ...example }) => ({
    ...example,
    output: shows ? output : undefined,
    exitCode: Number(/# exit (\d+)$/.exec(example.command)?.[1] ?? 0),
  }));
}

/** Whether the printed lines are the expected ones, where `...` stands for any number of lines. */
export function matchesLines(printed: readonly string[], expected: readonly string[]): boolean {
  const [first, ...rest] = expected;
  if (first === undefined) return printed.length === 0;
  if (first.trim() === '...') {
    return printed.some((_, skipped) => matchesLines(printed.slice(skipped), rest)) || matchesLines([], rest);
  }
  return printed[0] === first && matchesLines(printed.slice(1), rest);
}
