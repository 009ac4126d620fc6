import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { statedPremium } from '../../src/core/insurance/book-years/stated-premium.ts';
import type { InsuredPolicy } from '../../src/core/insurance/portfolio/insured-policy.ts';
import type { Scenario } from '../../src/core/scenario.ts';
import { portfolioTables } from '../../src/schema/portfolio/tables.ts';
import { bookLosses } from '../../src/services/book-losses.ts';
import { readPortfolio } from '../../src/services/read-portfolio.ts';
import { pieces } from '../schema/portfolio/portfolio-file.ts';
import { catalog, estimated, eventScenario } from '../support/engine.ts';
import { projectRoot } from '../support/project-files.ts';

/**
 * Insured loss of the world on 20 October 2025, US dollars: CyberCube,
 * https://claimspages.com/news/cybercube-estimates-$38m-to-$581m-in-aws-outage-losses-with-limited-insurance-impact-20251029
 */
const [LOW, HIGH] = [38e6, 581e6];
/** Premium of all cyber policies of the world in 2025: Munich Re, as given by Moody's. */
const MARKET_PREMIUM_USD = 15e9;

describe('AWS, 20 October 2025: insured loss', () => {
  it('from the economic loss: the published range lies inside the range of 9 in 10', () => {
    const { p5, p50, p95 } = estimated(eventScenario('aws-2025-10-20')).measures['insured-industry']!;
    expect(p5).toBeLessThan(LOW);
    expect(p95).toBeGreaterThan(HIGH);
    expect(p50).toBeGreaterThan(LOW);
    expect(p50).toBeLessThan(HIGH);
  });

  it('from the policies of the invented book, by premium: the published range begins in the upper part of ours', async () => {
    const { p5, p50, p95 } = await ofMarket();
    expect([p5, p50, p95].map((usd) => Number((usd / 1e6).toPrecision(2)))).toEqual([2.6, 19, 140]);
    expect(p95).toBeGreaterThan(LOW);
    expect(p95).toBeLessThan(HIGH);
  });

  it('the same with nothing made up later: the published range holds the middle', async () => {
    const { p50 } = await ofMarket(nothingMadeUp);
    expect(p50).toBeGreaterThan(LOW);
    expect(p50).toBeLessThan(HIGH);
  });
});

const nothingMadeUp = Object.fromEntries(catalog.sectors.map(({ id }) => [`recapture.${id}`, 0]));

/** Gross loss of the sample book ÷ its premium × premium of the market, US dollars. */
async function ofMarket(assumptions: Scenario['assumptions'] = {}) {
  const sample = readFileSync(join(projectRoot, 'data/samples/portfolio.csv'));
  const scenario = { ...eventScenario('aws-2025-10-20', { draws: 2000, seed: 1 }), assumptions };
  const file = { file: 'portfolio.csv', mostRows: 10_000 };
  const { gross } = await bookLosses(pieces(sample, 65_536), { ...file, scenario, catalog });
  const rows: InsuredPolicy[] = [];
  for await (const batch of readPortfolio(pieces(sample, 65_536), portfolioTables(catalog, 2025), file)) {
    rows.push(...batch.rows);
  }
  const { usd, complete } = statedPremium(rows);
  expect(complete).toBe(true);
  const market = (loss: number): number => (loss / usd) * MARKET_PREMIUM_USD;
  return { p5: market(gross.p5), p50: market(gross.p50), p95: market(gross.p95) };
}
