import { describe, expect, it } from 'vitest';
import { yearsJson } from '../../src/report/book/years-text.ts';
import { bookYears, checkYears, type BookYearsRequest } from '../../src/services/book-years.ts';
import { pieces, portfolioText } from '../schema/portfolio/portfolio-file.ts';

const request = {
  file: 'book.csv',
  mostRows: 10,
  catalogue: 'cloud',
  simulation: { worlds: 2, years: 100, seed: 1 },
};
const text = portfolioText({ FlexiAccCloudRegion: 'us-east-1' }, { PolNumber: 'P2', AccNumber: 'A2' });

describe('years of a portfolio', () => {
  it('are the same bytes for any size of pieces', async () => {
    const whole = yearsJson(await bookYears(pieces(text, 1e6), request));
    expect(yearsJson(await bookYears(pieces(text, 7), request))).toBe(whole);
    expect(JSON.parse(whole)).toMatchObject({
      schema: 'lossrange/book-years@1',
      worlds: 2,
      yearsPerWorld: 50,
      rows: { read: 2, used: 2, refused: 0 },
    });
    // 1 in 250 is beyond 100 years.
    expect(whole).toMatch(/"returnPeriodYears": 250,\s+"yearsBehind": 0,\s+"occurrence": null/);
  });

  it('have an id of what went in, and of nothing else', async () => {
    const idOf = async (content: string, change: Partial<BookYearsRequest> = {}): Promise<string> =>
      (await bookYears(pieces(content), { ...request, ...change })).id;
    const id = await idOf(text);
    expect(id).toMatch(/^[a-z2-7]{26}$/);
    expect(await idOf(text, { file: 'renamed.csv', threads: 2, mostRows: 5 })).toBe(id);
    // 99 years in 2 worlds are 50 in each, as 100 are.
    expect(await idOf(text, { simulation: { worlds: 2, years: 99, seed: 1 } })).toBe(id);
    const others = [
      await idOf(text.replace('P2', 'P3')),
      await idOf(text, { simulation: { worlds: 2, years: 100, seed: 2 } }),
      await idOf(text, { simulation: { worlds: 4, years: 100, seed: 1 } }),
      await idOf(text, { simulation: { worlds: 2, years: 102, seed: 1 } }),
    ];
    expect(new Set([id, ...others]).size).toBe(1 + others.length);
  });

  it('refuse a catalogue that does not exist, a book without rows and too few years', async () => {
    await expect(bookYears(pieces(text), { ...request, catalogue: 'clud' })).rejects.toMatchObject({
      code: 'TERM_UNKNOWN',
      hint: 'did you mean "cloud"?',
    });
    await expect(bookYears(pieces(portfolioText({ PolDed: 'x' })), request)).rejects.toMatchObject({
      code: 'PORTFOLIO_INVALID',
    });
    await expect(checkYears({ worlds: 100, years: 150, seed: 1 })).rejects.toMatchObject({
      message: expect.stringContaining('two years for each world') as string,
    });
  });
});
