import { describe, expect, it } from 'vitest';
import { rejectsCsv, rejectsHeader } from '../../../src/report/book/rejects-csv.ts';

describe('the file of refused rows', () => {
  it('has one line for each thing that is wrong, with the row as it was', () => {
    const row = {
      line: 7,
      cells: ['P1', '=HYPERLINK("x")', '1,000'],
      problems: [
        { column: 'PolDed', value: '"1,000"', reason: 'has a comma' },
        { column: 'PolNumber', value: '"P1"', reason: 'is there twice' },
      ],
    };
    expect(rejectsHeader(['PolNumber', '@Note', 'PolDed']) + rejectsCsv([row])).toBe(
      "line,column,value,reason,PolNumber,'@Note,PolDed\n" +
        '7,PolDed,"""1,000""",has a comma,P1,"\'=HYPERLINK(""x"")","1,000"\n' +
        '7,PolNumber,"""P1""",is there twice,P1,"\'=HYPERLINK(""x"")","1,000"\n',
    );
  });
});
