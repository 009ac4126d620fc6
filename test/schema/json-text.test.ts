import { describe, expect, it } from 'vitest';
import { errorOf } from './error-of.ts';
import { timeOf } from './time-of.ts';
import { LONGEST_TEXT, parseJsonText } from '../../src/schema/json-text.ts';

describe('parseJsonText', () => {
  it('reads an object, with or without a byte order mark', () => {
    expect(parseJsonText('{"a":[1,{"b":2}]}')).toEqual({ a: [1, { b: 2 }] });
    expect(parseJsonText('\uFEFF{"a":1}\r\n')).toEqual({ a: 1 });
  });

  it.each(['', '   \n', '\uFEFF'])('calls %j empty', (text) => {
    const error = errorOf(() => parseJsonText(text, 'my.json'));
    expect(error).toMatchObject({ code: 'FILE_UNREADABLE', path: 'my.json', message: 'is empty' });
    expect(error.hint).toContain('"kind"');
  });

  it.each([
    ['[]', 'a list of 0'],
    ['null', 'null'],
    ['42', '42'],
    ['"text"', '"text"'],
  ])('refuses the top level %s', (text, found) => {
    const error = errorOf(() => parseJsonText(text));
    expect(error.code).toBe('SCENARIO_INVALID');
    expect(error.message).toBe(`must be one JSON object; found ${found}`);
  });

  it.each([
    '{',
    '{"a":1,}',
    "{'a':1}",
    '{"a":NaN}',
    '{"a":Infinity}',
    '{"a":1} x',
    '// c\n{}',
    'a,b\n1,2',
    '{"a":"\n"}',
    '{"a":01}',
    '\u0000',
    '{"\\u12":1}',
  ])('says that %j is not JSON', (text) => {
    const error = errorOf(() => parseJsonText(text, 'my.json'));
    expect(error).toMatchObject({ code: 'FILE_UNREADABLE', path: 'my.json' });
    expect(error.message).toContain('is not JSON');
  });

  it('finds the place in a longer text, where Node only shows a piece of it', () => {
    const text = '{\n  "title": "A thing that broke",\n  "outage": { "kind": NaN }\n}\n';
    expect(errorOf(() => parseJsonText(text)).message).toBe('is not JSON: line 3, column 23');
  });

  it('gives the line and column where the reader of Node knows it', () => {
    expect(errorOf(() => parseJsonText('{\n  "a": 1\n  "b": 2\n}')).message).toBe(
      'is not JSON: line 3, column 3',
    );
  });

  it.each([
    ['{"outage":{"kind":"cloud","kind":"airline"}}', 'outage.kind', '"kind"'],
    ['{"a":[{"b":1},{"b":1,"c":{},"b":2}]}', 'a[1].b', '"b"'],
    ['{"a":1,"\\u0061":2}', 'a', '"a"'],
    ['{"x":"{\\"a\\":1,\\"a\\":2}","a":[1,2],"a":3}', 'a', '"a"'],
  ])('refuses the key given twice in %s', (text, path, key) => {
    const error = errorOf(() => parseJsonText(text));
    expect(error).toMatchObject({ code: 'SCENARIO_INVALID', path });
    expect(error.message).toBe(`the key ${key} is given twice in one object`);
  });

  it.each([
    '{"a":{"b":1},"b":{"a":1}}',
    '{"a":"a","b":["a","a",{"a":1}],"c":{"a":"\\"a\\":1,"}}',
    '{"a\\\\":1,"a":2}',
  ])('takes the same key in different objects: %s', (text) =>
    expect(parseJsonText(text)).toEqual(JSON.parse(text)),
  );

  it.each([5_000, 20_000, 500_000])('refuses %d levels of nesting in no time', (levels) => {
    const texts = ['[', '{"a":'].map((bracket) => bracket.repeat(levels).slice(0, LONGEST_TEXT));
    const milliseconds = timeOf(() => {
      for (const text of texts) {
        expect(errorOf(() => parseJsonText(text)).message).toContain('more than 32 deep');
      }
    });
    // The limit of the reliability goals for deep nesting; JSON.parse alone takes longer at 500,000 levels.
    expect(milliseconds).toBeLessThan(50);
  });

  it('takes 32 levels and refuses 33', () => {
    const nested = (levels: number) => '{"a":'.repeat(levels) + '1' + '}'.repeat(levels);
    expect(() => parseJsonText(nested(32))).not.toThrow();
    expect(() => parseJsonText(nested(33))).toThrow('more than 32 deep');
  });

  it('refuses text beyond 1 MiB before reading it', () => {
    const text = `{"a":"${'x'.repeat(LONGEST_TEXT)}"}`;
    expect(errorOf(() => parseJsonText(text)).message).toContain('longer than 1,048,576 characters');
  });

  it.each(['"', '\\"', '{"', '{"a":"\\', '[{},', ' ', ',', '}', '{"a":1},'])(
    'is quick over a megabyte of %j',
    (part) => {
      const text = part.repeat(LONGEST_TEXT / part.length);
      const milliseconds = timeOf(() => expect(() => parseJsonText(text)).toThrow());
      // One pass over a million characters takes about 20 ms here; a quadratic one takes minutes.
      expect(milliseconds).toBeLessThan(500);
    },
  );
});
