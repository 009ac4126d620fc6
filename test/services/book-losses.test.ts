import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bookJson } from '../../src/report/book/book-json.ts';
import { explainedPolicyText } from '../../src/report/book/explained-policy-text.ts';
import { bookLosses, explainPolicyOfBook, type BookRequest } from '../../src/services/book-losses.ts';
import { openScenario } from '../../src/services/open-scenario.ts';
import { pieces, portfolioText } from '../schema/portfolio/portfolio-file.ts';
import { catalog } from '../support/engine.ts';
import { projectRoot } from '../support/project-files.ts';

const sample = readFileSync(join(projectRoot, 'data/samples/portfolio.csv'));
const scenario = {
  ...(await openScenario('aws-2025-10-20', () => '')),
  simulation: { draws: 100, seed: 1 },
};
const request: BookRequest = { scenario, catalog, file: 'book.csv', mostRows: 10_000 };

describe('a book in an event', () => {
  it('gives the same bytes for any size of pieces', async () => {
    const whole = bookJson(await bookLosses(pieces(sample, 1e6), request));
    expect(bookJson(await bookLosses(pieces(sample, 777), request))).toBe(whole);
    expect(JSON.parse(whole)).toMatchObject({
      schema: 'lossrange/book@1',
      seed: 1,
      draws: 100,
      rows: { read: 1000, used: 998, refused: 2, ignoredColumns: [] },
    });
  });

  it('has an id of what went in, and of nothing else', async () => {
    const treaty = (share: string): BookRequest['reinsurance'] => ({
      file: 'treaties.csv',
      bytes: pieces(
        `ReinsNumber,ReinsType,CededPercent,PlacedPercent,ReinsCurrency,InuringPriority\n1,QS,${share},1,USD,1\n`,
      ),
    });
    const idOf = async (text: string, change: Partial<BookRequest> = {}, size?: number): Promise<string> =>
      (await bookLosses(pieces(text, size), { ...request, ...change })).id;
    const text = portfolioText({ FlexiAccCloudRegion: 'us-east-1' });
    const id = await idOf(text);
    expect(id).toMatch(/^[a-z2-7]{26}$/);
    const drawn = (draws: number, seed: number) => ({
      scenario: { ...scenario, simulation: { draws, seed } },
    });
    for (const same of [
      await idOf(text, {}, 7),
      await idOf(text, { file: 'renamed.csv', mostRows: 5, strict: true }),
      await idOf(text, { scenario: { ...scenario, title: 'Renamed' } }),
    ]) {
      expect(same).toBe(id);
    }
    // The hash of the table's file is that of the file, whatever is changed in memory.
    const exchangeRates = new Map(catalog.exchangeRates).set('AED', new Map([[2025, 3.7]]));
    const others = [
      await idOf(portfolioText({ FlexiAccCloudRegion: 'us-east-1', PolDed: '25001' })),
      await idOf(portfolioText({ FlexiAccCloudRegion: 'us-east-1' }, { PolNumber: 'P2' })),
      await idOf(text, drawn(100, 2)),
      await idOf(text, drawn(101, 1)),
      await idOf(text, { scenario: { ...scenario, outage: { ...scenario.outage, region: 'all' } } }),
      await idOf(text, { reinsurance: treaty('0.45') }),
      await idOf(text, { reinsurance: treaty('0.46') }),
      await idOf(text, { catalog: { ...catalog, exchangeRates } }),
    ];
    expect(new Set([id, ...others]).size).toBe(1 + others.length);
  });

  it('hands over every row that it does not use', async () => {
    const lines: number[] = [];
    await bookLosses(pieces(sample), {
      ...request,
      onFailures: (failures) => lines.push(...failures.map(({ line }) => line)),
    });
    expect(lines).toEqual([315, 728]);
  });

  it('refuses a book of which no row can be used', async () => {
    const text = portfolioText({ PolDed: 'x' }, { PolNumber: 'P2', PolDed: 'y' });
    await expect(bookLosses(pieces(text), request)).rejects.toMatchObject({
      code: 'PORTFOLIO_INVALID',
      message: 'all of its 2 rows are refused',
    });
  });

  it('takes money at the rate of the year of the event', async () => {
    const policy = { FlexiAccCloudRegion: 'us-east-1', FlexiAccCloudServices: 'nlb', PolDed: '0' };
    const inDollars = await bookLosses(pieces(portfolioText(policy)), request);
    const inDirhams = await bookLosses(
      pieces(portfolioText({ ...policy, AccCurrency: 'AED', LayerLimit: '0' })),
      request,
    );
    // 3.672 dirhams a dollar, as in 2025.
    expect(inDollars.groundUp.mean / inDirhams.groundUp.mean).toBeCloseTo(3.672, 6);
  });

  it('explains a policy, and says when there is none', async () => {
    const text = portfolioText({
      FlexiAccCloudRegion: 'us-east-1',
      FlexiAccCloudServices: 'nlb',
      BIWaitingPeriod: '0.5',
    });
    const layers = await explainPolicyOfBook(pieces(text), 'P1', request);
    const explained = explainedPolicyText('AWS', layers).replace(/\s+/g, ' ');
    expect(explained).toContain(
      'nlb alone was impaired for 8.65 h without a gap; 12 h are asked for: nothing of the interruption is paid',
    );
    expect(explained).toContain('Gross loss (after policy terms) US$0, for 0 h of 8.65 h');
    await expect(explainPolicyOfBook(pieces(text), 'P9', request)).rejects.toMatchObject({
      code: 'POLICY_UNKNOWN',
    });
  });
});
