import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unreadColumns } from '../../src/schema/portfolio/columns.ts';
import { goodRow, pieces, portfolioText, readAll } from '../schema/portfolio/portfolio-file.ts';

const twoRows = portfolioText({}, { PolNumber: 'P2' });
const header = Object.keys(goodRow).join(',');

async function messageOf(content: Parameters<typeof readAll>[0], options = {}): Promise<string> {
  const error = await readAll(content, options).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toMatchObject({ name: 'ImpactError' });
  const { code, path, message, hint } = error as {
    code: string;
    path: string;
    message: string;
    hint: string;
  };
  return `${code} ${path}: ${message}. ${hint}`;
}

/** So many bytes of one letter, made while they are read. */
async function* long(start: string, letter: string, megabytes: number): AsyncGenerator<Uint8Array> {
  yield* pieces(start);
  const piece = new TextEncoder().encode(letter.repeat(2 ** 20));
  for (let i = 0; i < megabytes; i++) yield piece;
}

describe('a portfolio file', () => {
  it.each([
    ['plain', twoRows],
    ['with a byte order mark', `\ufeff${twoRows}`],
    ['with CRLF', twoRows.replaceAll('\n', '\r\n')],
    ['without a last line feed', twoRows.trimEnd()],
    ['with blank lines', twoRows.replace('\n', '\n\n')],
  ])('is read %s', async (_, text) => {
    const { rows, failures } = await readAll(text);
    expect(failures).toEqual([]);
    expect(rows.map(({ key }) => key.polNumber)).toEqual(['P1', 'P2']);
  });

  it('counts lines inside quoted cells', async () => {
    const text = portfolioText({ InsuredName: '"Bread\nand ""Salt"""' }, { PolNumber: 'P2' });
    const { rows } = await readAll(text);
    expect(rows.map(({ line }) => line)).toEqual([2, 4]);
  });

  it('gives the same in pieces of any size', async () => {
    const text = portfolioText(
      { InsuredName: '"Brötchen,\nالخبز ""1"""' },
      { PolNumber: 'P2', PolDed: '1e3' },
      { PolNumber: 'P3' },
    );
    const whole = await readAll(text);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 200 }), async (size) => {
        expect(await readAll(text, {}, size)).toEqual(whole);
      }),
      { numRuns: 30 },
    );
  });

  it('refuses the second of two rows with one key', async () => {
    const { rows, failures } = await readAll(portfolioText({}, {}, { LayerNumber: '2' }));
    expect(rows.map(({ line }) => line)).toEqual([2, 4]);
    expect(failures).toMatchObject([
      { line: 3, problems: [{ reason: expect.stringContaining('line 2 has') }] },
    ]);
  });

  it('refuses a row of another length', async () => {
    const { failures } = await readAll(`${twoRows}1,2,3\n`);
    expect(failures).toMatchObject([
      {
        line: 4,
        cells: ['1', '2', '3'],
        problems: [{ reason: 'the row has 3 cells, the header 12 columns' }],
      },
    ]);
  });

  it('keeps columns that nothing reads, and names them', async () => {
    const { header: found } = await readAll(portfolioText({ NumberOfEmployees: '12', BrokerNote: 'x' }));
    expect(found.ignored).toEqual(['NumberOfEmployees', 'BrokerNote']);
  });

  it('takes no column of OED for a slip of the pen', async () => {
    const { header: found } = await readAll(
      portfolioText(Object.fromEntries([...unreadColumns].map((column) => [column, '']))),
    );
    expect(found.ignored).toEqual([...unreadColumns]);
  });

  it('stops at the first wrong row when strict', async () => {
    const text = portfolioText({}, { PolNumber: 'P2', PolDed: '1,0' }, { PolNumber: 'P3', PolDed: 'x' });
    const message = await messageOf(text.replace('1,0', '"1,0"'), { strict: true });
    expect(message).toContain('PORTFOLIO_INVALID book.csv: line 3, column PolDed: "1,0" has a comma');
  });

  it.each([
    ['an empty file', '', ['is empty']],
    ['only a header', `${header}\n`, ['has a header and no rows', '--template']],
    ['semicolons', twoRows.replaceAll(',', ';'), ['line 1', 'separated by semicolons', 'commas']],
    ['tabs', twoRows.replaceAll(',', '\t'), ['separated by tabs']],
    [
      'missing columns',
      'PortNumber,AccNumber\n1,2\n',
      [
        'lacks the columns PolNumber, AccCurrency',
        'CloudVendor',
        'BIWaitingPeriod or FlexiPolBIWaitingHours',
      ],
    ],
    ['another table', 'a,b\n1,"2"3\n', ['lacks the columns PortNumber']],
    ['quoted cells and semicolons', '"a";"b"\n', ['separated by semicolons']],
    ['a misspelt column', twoRows.replace('PolDed', 'PolDedd'), ['"PolDedd" for PolDed']],
    ['a column of other case', twoRows.replace('PolDed', 'polded'), ['"polded" for PolDed']],
    ['a doubled column', twoRows.replace('AccNumber', 'PortNumber'), ['more than one column "PortNumber"']],
    ['201 columns', `${header}${',x'.repeat(189)}\n`, ['has 201 columns', 'at most 200']],
    ['a cell of 65 KiB', twoRows.replace('P1', 'x'.repeat(66_000)), ['line 2', 'longer than 64 KiB']],
    ['an open quote', twoRows.replace('P1', '"P1'), ['line 2', 'quote that is not closed']],
    ['text beside a quote', twoRows.replace('P1', '"P1"x'), ['line 2', 'quote that is not closed, or text']],
    ['a NUL byte', twoRows.replace('P2', 'P\u0000'), ['line 3', 'NUL byte']],
    ['UTF-16 with a mark', utf16(`\ufeff${twoRows}`), ['UTF-16', 'UTF-8']],
    ['UTF-16 without', utf16(twoRows), ['UTF-16']],
    ['Latin-1', new Uint8Array([...new TextEncoder().encode(header), 0xe9, 10]), ['line 1', 'not UTF-8']],
  ] as [string, string | Uint8Array, string[]][])('refuses %s', async (_, content, words) => {
    const message = await messageOf(content);
    words.forEach((word) => expect(message).toContain(word));
    expect(message).toContain('PORTFOLIO_INVALID book.csv');
  });

  it('refuses more rows than are read', async () => {
    expect(await messageOf(twoRows, { mostRows: 1 })).toContain(
      'PORTFOLIO_TOO_LARGE book.csv: line 3: has more than 1 rows',
    );
  });

  it.each([
    ['a field of 1 GB', () => long(`${twoRows}1,`, 'x', 1024), 'record longer than 64 KiB that starts here'],
    ['an open quote and 1 GB', () => long(`${twoRows}"`, 'x\n', 512), 'a quote is not closed'],
    ['a header of a million columns', () => long('', 'x,', 2), 'record longer than 64 KiB'],
    ['commas without end', () => long(twoRows, ',', 1024), 'record longer than 64 KiB'],
  ])('refuses %s before it is in memory', async (_, content, words) => {
    const before = process.memoryUsage().rss;
    expect(await messageOf(content())).toContain(words);
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 2 ** 20);
  });
});

function utf16(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'utf16le'));
}
