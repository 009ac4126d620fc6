import { Decimal } from 'decimal.js';
import { describe, expect, it } from 'vitest';
import { amountInWords, grouped, roundToDigits } from '../../src/report/amounts.ts';
import { priceJson } from '../../src/report/price/price-json.ts';
import { checkRisk, pricePolicy } from '../../src/services/price-policy.ts';
import { runCli } from '../support/run-cli.ts';

/** Average of 2025, the latest of the table: euros per US dollar. */
const EUR_PER_USD = 0.8845;

const cover = [
  '--sector',
  'retail-trade',
  '--provider',
  'aws',
  '--region',
  'us-east-1',
  '--waiting-hours',
  '8',
];
const price = (money: Readonly<Record<string, number>>, ...args: string[]) =>
  runCli([
    ...['price', ...cover, '--worlds', '20', '--years', '2000'],
    ...Object.entries(money).flatMap(([flag, amount]) => [`--${flag}`, String(amount)]),
    ...args,
  ]);

/** Every flag that takes money. */
const euros = {
  revenue: 250e6,
  limit: 5e6,
  retention: 1000,
  attachment: 2000.5,
  'annual-limit': 8e6,
  'extra-expense': 5000,
};
/** By the decimal quotient, rounded once to a double. */
const toDollars = (amount: number): number => new Decimal(amount).div('0.8845').toNumber();

interface Priced {
  readonly risk: {
    readonly insured: { readonly annualRevenueUsd: number };
    readonly policy: { readonly limit: unknown };
  };
  readonly technicalPremiumUsd: Readonly<Record<'mean' | 'p5' | 'p95', number>>;
  readonly averageGroundUpLossUsd: number;
  readonly otherWording: { readonly technicalPremiumUsd: number };
  readonly aggregateExceedance: readonly {
    readonly returnPeriodYears: number;
    readonly grossLossUsd: number;
  }[];
  readonly lines: readonly { readonly usd: number }[];
}

describe('a price in another currency', () => {
  const inEuros = price(euros, '--currency', 'eur', '--format', 'json');
  const priced = JSON.parse(inEuros.stdout) as Priced;

  it('is that of the same amounts in US dollars', async () => {
    const { statedIn, ...rest } = JSON.parse(inEuros.stdout) as Record<string, unknown>;
    const risk = await checkRisk({
      insured: {
        annualRevenueUsd: toDollars(euros.revenue),
        extraExpenseUsd: toDollars(euros['extra-expense']),
        ...{ sector: 'retail-trade', provider: 'aws', region: 'us-east-1' },
      },
      policy: {
        waitingHours: 8,
        limitUsd: toDollars(euros.limit),
        retentionUsd: toDollars(euros.retention),
        attachmentUsd: toDollars(euros.attachment),
        annualLimitUsd: toDollars(euros['annual-limit']),
      },
      simulation: { worlds: 20, years: 2000 },
    });
    // The id as well, which is a hash of the risk.
    expect(rest).toEqual(JSON.parse(priceJson(await pricePolicy(risk))));
    expect(statedIn).toMatchObject({ code: 'EUR', perUsd: EUR_PER_USD, year: 2025 });
    // 250 m / 0.8845 = 282,645,562.4647; 5 m / 0.8845 = 5,652,911.24929.
    expect(priced.risk.insured.annualRevenueUsd).toBeCloseTo(282_645_562.4647, 3);
    expect(priced.risk.policy.limit).toEqual({
      amount: expect.stringMatching(/^5652911\.24929/) as string,
      currency: 'USD',
    });
  });

  it('is shown in it, and says the rate and its year once', () => {
    const { stdout } = price(euros, '--currency', 'EUR');
    const text = stdout.replace(/\s+/g, ' ');
    const said = (usd: number): string => amountInWords(usd * EUR_PER_USD, { currency: 'EUR' });
    const { mean, p5, p95 } = priced.technicalPremiumUsd;
    expect(text).toContain(
      `Technical premium about ${said(mean)} a year; 9 chances in 10: ${said(p5)} to ${said(p95)}.`,
    );
    expect(text).toContain(`Ground-up, before terms: ${said(priced.averageGroundUpLossUsd)}.`);
    for (const { returnPeriodYears, grossLossUsd } of priced.aggregateExceedance) {
      const shown = grouped(roundToDigits(grossLossUsd * EUR_PER_USD, 2));
      expect(text).toContain(` ${grouped(returnPeriodYears)} ${shown} `);
    }
    expect(text).toContain(
      `technical premium ${grouped(Math.round(priced.lines.at(-1)!.usd * EUR_PER_USD))} `,
    );
    // As typed, to the cent, though US dollars lie between.
    expect(text).toContain(
      'Retail trade, EUR 250,000,000 a year, aws us-east-1; limit EUR 5,000,000, waits 8 h',
    );
    expect(text).toContain('retention EUR 1,000 ');
    expect(text).toContain('layer EUR 5,000,000 above EUR 2,000.5 ');
    expect(text).toContain('limit of a year EUR 8,000,000 ');
    expect(text).toContain('extra expense EUR 5,000 in each outage, paid once');
    expect(text).toContain(
      `sales made up later: premium about ${said(priced.otherWording.technicalPremiumUsd)}.`,
    );
    expect(text.match(/1 US dollar = 0\.8845 EUR, average of 2025 \(/g)).toHaveLength(1);
    expect(stdout.replace(/^All \d+ assumptions[^]*?^Record/m, '')).not.toContain('$');
  });

  it('scales with the currency: the same figures in yen are the same figures', () => {
    // Everything in money is homogeneous of degree one, and there is no fixed amount in US dollars.
    const figures = ({ stdout }: { readonly stdout: string }): string =>
      stdout.replaceAll(/US\$|\$|JPY /g, '');
    expect(figures(price(euros, '--quiet', '--currency', 'JPY'))).toBe(figures(price(euros, '--quiet')));
  });

  it('is in US dollars when that is asked for', () => {
    for (const format of [['--quiet'], ['--format', 'json']]) {
      expect(price(euros, ...format, '--currency', 'usd').stdout).toBe(price(euros, ...format).stdout);
    }
  });

  it('says how an amount was read that is out of bounds', () => {
    const { stderr, exitCode } = price({ ...euros, limit: 99_999_999e9 }, '--currency', 'EUR');
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(
      /at policy\.limitUsd: .* Amounts in EUR are read as US dollars, 0\.8845 EUR for one\./,
    );
  });

  it('is refused where there is no rate', () => {
    expect(price(euros, '--currency', 'EURO')).toMatchObject({
      exitCode: 1,
      stdout: '',
      stderr: expect.stringContaining(
        'error CURRENCY_UNKNOWN at --currency: no exchange rate for "EURO". Did you mean EUR?',
      ) as string,
    });
    expect(price(euros, '--currency', '').stderr).toContain('no exchange rate for "". Use a code such as');
  });
});
