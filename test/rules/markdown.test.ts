import { describe, expect, it } from 'vitest';
import { blocksOf, examplesOf, matchesLines } from './markdown.ts';

const fence = '```';
const markdown = `# Title

${fence}console
$ npx lossrange estimate x
Result
...
$ npx lossrange explain \\
    y  # exit 2
error
${fence}

${fence}json file=mine.json
{}
${fence}

${fence}sh
npm ci
npx lossrange --help
${fence}
`;

describe('examples in Markdown', () => {
  const blocks = blocksOf(markdown);

  it('finds the blocks', () => {
    expect(blocks.map(({ line, language, file }) => [line, language, file])).toEqual([
      [3, 'console', undefined],
      [12, 'json', 'mine.json'],
      [16, 'sh', undefined],
    ]);
  });

  it('finds commands, expected output and exit codes', () => {
    expect(blocks.flatMap(examplesOf)).toEqual([
      { line: 4, command: 'npx lossrange estimate x', output: ['Result', '...'], exitCode: 0 },
      { line: 7, command: 'npx lossrange explain \\\n    y  # exit 2', output: ['error'], exitCode: 2 },
      { line: 17, command: 'npm ci', output: undefined, exitCode: 0 },
      { line: 18, command: 'npx lossrange --help', output: undefined, exitCode: 0 },
    ]);
  });

  it.each([
    [['a', 'b', 'c'], ['a', 'b', 'c'], true],
    [['a', 'b', 'c'], ['a', '...'], true],
    [['a', 'b', 'c'], ['...', 'c'], true],
    [['a', 'b', 'c'], ['a', '...', 'c'], true],
    [['a'], ['a', '...'], true],
    [['a', 'b'], ['a'], false],
    [['a'], ['a', 'b'], false],
    [['a', 'b', 'c'], ['...', 'b'], false],
    [[], ['...'], true],
  ])('%j against %j: %j', (printed, expected, same) => {
    expect(matchesLines(printed, expected)).toBe(same);
  });
});
