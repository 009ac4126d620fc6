import { describe, expect, it } from 'vitest';
import { numberCell, readTable, requiredNumber, textCell } from '../../src/catalog/read-table.ts';
import { impactErrorOf } from './temp-package.ts';

const file = (text: string) => ({ path: 'data/x/1/table.csv', text, sha256: '' });
const read = (text: string) => readTable(file(text), ['code', 'value']);
const first = (text: string) => {
  const [row] = read(text);
  if (row === undefined) throw new Error('no row');
  return row;
};

describe('readTable', () => {
  it.each([
    ['plain', 'code,value\nNA,1\n'],
    ['without a last line break', 'code,value\nNA,1'],
    ['with a byte order mark', '\uFEFFcode,value\nNA,1\n'],
    ['with carriage returns', 'code,value\r\nNA,1\r\n'],
    ['with quotes', 'code,value\n"NA","1"\n'],
    ['with quotes and a byte order mark', '\uFEFFcode,value\n"NA",1\n'],
  ])('reads a table %s', (_, text) => {
    const rows = read(text);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ line: 2, cells: { code: 'NA', value: '1' } });
  });

  it('keeps commas and line breaks in quotes, and counts lines of the file', () => {
    const rows = read('code,value\n"a, b\nc",1\nd,2\n');
    expect(rows.map((row) => row.cells.code)).toEqual(['a, b\nc', 'd']);
    expect(rows[1]?.line).toBe(4);
  });

  it.each([
    ['1', 1],
    ['-2.5', -2.5],
    ['1e9', 1e9],
    ['', null],
  ])('reads the number "%s"', (text, value) => {
    expect(numberCell(first(`code,value\na,${text}\n`), 'value')).toBe(value);
  });

  it.each(['1 000', '1_000', '$5', '5%', 'n/a', 'NaN', '.5', '5.', '0x10', ' 5', 'Infinity'])(
    'refuses the number "%s"',
    (text) => {
      const error = impactErrorOf(() => numberCell(first(`code,value\na,${text}\n`), 'value'));
      expect(error.code).toBe('DATA_INVALID');
      expect(error.path).toBe('data/x/1/table.csv: line 2, column value');
      expect(error.message).toContain(JSON.stringify(text));
    },
  );

  it('tells missing from zero', () => {
    expect(textCell(first('code,value\n,0\n'), 'code')).toBeNull();
    expect(numberCell(first('code,value\n,0\n'), 'value')).toBe(0);
    expect(impactErrorOf(() => requiredNumber(first('code,value\na,\n'), 'value')).message).toContain(
      'empty',
    );
  });

  it.each([
    ['another column', 'code,value,more\na,1,2\n', 'code, value'],
    ['columns in another order', 'value,code\n1,a\n', 'code, value'],
    ['an empty file', '', 'code, value'],
    ['a short row', 'code,value\na\n', 'expect 2, got 1 on line 2'],
    ['a long row in a quoted table', 'code,value\n"a",1,2\n', 'not a valid table'],
    ['an open quote', 'code,value\n"a,1\n', 'not a valid table'],
    ['an endless record', `code,value\n"${'x'.repeat(30_000)}",1\n`, 'not a valid table'],
  ])('refuses %s', (_, text, words) => {
    const error = impactErrorOf(() => read(text));
    expect(error.code).toBe('DATA_INVALID');
    expect(error.message).toContain(words);
  });
});
