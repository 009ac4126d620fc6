import { describe, expect, it } from 'vitest';
import { portfolioText, readAll } from './portfolio-file.ts';

async function problemsOf(change: Record<string, string>): Promise<string[]> {
  const { rows, failures } = await readAll(portfolioText(change));
  expect(rows).toEqual([]);
  return failures[0]!.problems.map(({ column, value, reason }) => `${column} ${value} ${reason}`);
}

describe('one row of a portfolio', () => {
  it('is read with every default filled in', async () => {
    const { rows, failures } = await readAll(portfolioText({}));
    expect(failures).toEqual([]);
    expect(rows).toEqual([
      {
        line: 2,
        key: { portNumber: '1', accNumber: 'A1', polNumber: 'P1', layerNumber: 1 },
        insured: {
          annualRevenueUsd: 250e6,
          sector: 'retail-trade',
          country: null,
          grossMarginShare: null,
          dependenceShare: null,
          dependsOn: [{ provider: 'aws', region: null, share: 1 }],
          services: null,
          failoverHours: null,
          recaptureReducesLoss: true,
          extraExpenseUsd: 0,
        },
        terms: {
          waiting: {
            hours: 8,
            mode: 'timeDeductible',
            trigger: 'at-least',
            greaterOfTrigger: 'hours',
            count: 'continuous',
            minimumImpairmentShare: 0.5,
            clock: 'provider-outage',
          },
          indemnityHours: 8760,
          own: { covered: true, deductible: 0, limit: null },
          dependent: { covered: true, deductible: 0, limit: null, systemFailureLimit: null, tier: 2 },
          excludedCauses: [],
          extraExpense: { waiting: 'triggered', limit: null },
          recoveriesReduceLoss: true,
          retention: 0,
          coinsurance: { keptShare: 0, place: 'after-retention' },
          widespread: { limit: null, keptShare: 0 },
          policyDeductible: 25_000,
          layer: { attachment: 0, limit: 5e6, participationShare: 1 },
          annualAggregate: { attachment: 0, limit: null },
        },
        currency: 'USD',
        inceptionMs: -Infinity,
        expiryMs: Infinity,
        grossPremiumUsd: null,
      },
    ]);
  });

  it('converts money at the rate of the year, revenue in a currency of its own', async () => {
    const { rows } = await readAll(
      portfolioText({ AccCurrency: 'AED', AnnualRevenueCurrency: 'USD', PolDed: '36720' }),
    );
    expect(rows[0]!.insured.annualRevenueUsd).toBe(250e6);
    // 3.672 dirhams a dollar in data/exchange-rates.
    expect(rows[0]!.terms.policyDeductible).toBeCloseTo(10_000, 6);
  });

  it('reads regions, services, dates and coverages', async () => {
    const { rows, failures } = await readAll(
      portfolioText({
        FlexiAccCloudRegion: 'us-east-1:0.7;eu-west-1:0.3',
        FlexiAccCloudServices: 'dynamodb;nlb',
        PolInceptionDate: '2025-01-01',
        PolExpiryDate: '2026-01-01',
        PolCoverage: 'NPBI',
        FlexiPolLossBasis: 'revenue',
        FlexiPolMaxHours: '720',
      }),
    );
    expect(failures).toEqual([]);
    const { insured, terms, inceptionMs } = rows[0]!;
    expect(insured.dependsOn).toEqual([
      { provider: 'aws', region: 'us-east-1', share: 0.7 },
      { provider: 'aws', region: 'eu-west-1', share: 0.3 },
    ]);
    expect(insured.services).toEqual(['dynamodb', 'nlb']);
    expect(insured.grossMarginShare).toBe(1);
    expect([terms.own.covered, terms.dependent.covered, terms.indemnityHours]).toEqual([true, false, 720]);
    expect(inceptionMs).toBe(Date.UTC(2025, 0, 1));
  });

  it('takes the deductible as the retention that greaterOf weighs, once', async () => {
    const { rows } = await readAll(portfolioText({ FlexiPolBIWaitingMode: 'greaterOf' }));
    expect([rows[0]!.terms.retention, rows[0]!.terms.policyDeductible]).toEqual([25_000, 0]);
  });

  it('reads when a waiting period is passed, and on whose clock', async () => {
    const waitingOf = async (cells: Record<string, string>) =>
      (await readAll(portfolioText(cells))).rows[0]!.terms.waiting;
    expect(await waitingOf({})).toMatchObject({ trigger: 'at-least', clock: 'provider-outage' });
    const other = {
      FlexiPolBIWaitingTrigger: 'more-than',
      FlexiPolBIWaitingClock: 'insured-interruption',
    };
    expect(await waitingOf(other)).toMatchObject({ trigger: 'more-than', clock: 'insured-interruption' });
    const { failures } = await readAll(portfolioText({ FlexiPolBIWaitingClock: 'insured' }));
    expect(failures[0]!.problems).toMatchObject([{ column: 'FlexiPolBIWaitingClock' }]);
  });

  it('reads a wording that does not deduct sales made up later', async () => {
    const deducts = async (text: string) =>
      (await readAll(portfolioText({ FlexiPolRecaptureDeducted: text }))).rows[0]!.insured
        .recaptureReducesLoss;
    expect([await deducts('N'), await deducts('Y'), await deducts('')]).toEqual([false, true, true]);
  });

  it('reads extra expense in the currency of the account, its limit and whether it waits', async () => {
    const { rows, failures } = await readAll(
      portfolioText({
        AccCurrency: 'AED',
        AnnualRevenueCurrency: 'USD',
        FlexiAccExtraExpense: '36720',
        FlexiPolExtraExpenseLimit: '18360',
        FlexiPolExtraExpenseWaiting: 'none',
      }),
    );
    expect(failures).toEqual([]);
    const { insured, terms } = rows[0]!;
    // 3.672 dirhams a dollar, whatever the revenue is in.
    expect(insured.extraExpenseUsd).toBeCloseTo(10_000, 6);
    expect(terms.extraExpense).toEqual({ waiting: 'none', limit: 5000 });
    const other = await readAll(portfolioText({ FlexiPolExtraExpenseWaiting: 'triggered' }));
    expect(other.rows[0]!.terms.extraExpense).toEqual({ waiting: 'triggered', limit: null });
  });

  it.each(['0', ''])('a limit of "%s" is unlimited, as in OED', async (text) => {
    const { rows } = await readAll(portfolioText({ LayerLimit: text, PolLimitCBI: text }));
    expect([rows[0]!.terms.layer.limit, rows[0]!.terms.dependent.limit]).toEqual([null, null]);
  });

  it.each([
    ['8', '8'],
    ['0.333333', '8'],
    ['0.333', '8'],
    ['', '8'],
    ['0.333333', ''],
  ])('waiting period of %s days and %s hours', async (days, hours) => {
    const change = { BIWaitingPeriod: days, FlexiPolBIWaitingHours: hours };
    if (days === '8') {
      expect(await problemsOf(change)).toEqual([
        'FlexiPolBIWaitingHours "8" disagrees with BIWaitingPeriod, which is in days and gives 192 h',
      ]);
    } else expect((await readAll(portfolioText(change))).rows[0]!.terms.waiting.hours).toBe(8);
  });

  it('takes no hours in the column of days', async () => {
    for (const [text, hours] of [
      ['8', '192'],
      ['72', '1728'],
      ['3.01', '72.24'],
    ] as const) {
      const [problem, ...others] = await problemsOf({ BIWaitingPeriod: text, FlexiPolBIWaitingHours: '' });
      expect(problem).toContain(
        `BIWaitingPeriod "${text}" is in days, so it is ${hours} hours; write 0.333333`,
      );
      expect(others).toEqual([]);
    }
    const three = await readAll(portfolioText({ BIWaitingPeriod: '3', FlexiPolBIWaitingHours: '' }));
    expect(three.rows[0]!.terms.waiting.hours).toBe(72);
    const meant = await readAll(portfolioText({ BIWaitingPeriod: '10', FlexiPolBIWaitingHours: '240' }));
    expect(meant.rows[0]!.terms.waiting.hours).toBe(240);
  });

  it.each([
    ['"1,000"', 'has a comma'],
    ['"1.000,00"', 'has a comma'],
    ['1.000.000', 'has several points'],
    ['(100)', 'is negative in brackets'],
    ['-100', 'is negative'],
    ['1e6', 'write all digits'],
    ['1M', 'has a unit behind it'],
    ['١٠٠٠', 'digits of another script'],
    ['1\u00a0000', 'no-break space'],
    ['N/A', 'leave the cell blank'],
    ['$100', 'has a sign in front'],
    ['=1+1', 'has a sign in front'],
    ['', 'is blank; it is needed'],
    ['lots', 'is no number'],
    ['99999999999999999999', 'is larger than any amount'],
  ])('refuses a revenue of %s', async (text, words) => {
    const problems = await problemsOf({ AnnualRevenue: text });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('AnnualRevenue');
    expect(problems[0]).toContain(words);
  });

  it.each([
    ['LayerParticipation', '45', 'write 0.45 for 45 %'],
    ['LayerParticipation', '45%', 'write a share'],
    ['GrossProfitMargin', '1.2', 'write 0.012 for 1.2 %'],
    ['AccCurrency', 'ZZZ', 'is no currency with an exchange rate'],
    ['AccCurrency', 'usd', 'is no currency'],
    ['AnnualRevenueCurrency', 'EURO', 'is no currency'],
    ['IndustryCode1', '99', 'is no NAICS code'],
    ['IndustryCode1', '4451100', 'is no NAICS code'],
    ['IndustryScheme1', 'USSIC', 'convert the codes to NAICS'],
    ['CountryCode', 'UK', 'is no ISO 3166-1 code'],
    ['PolInceptionDate', '20/10/2025', 'write year-month-day'],
    ['PolInceptionDate', '2025-02-30', 'is no date'],
    ['BIWaitingPeriod', '', 'is blank'],
    ['BIPOI', '0', 'is no number of days above 0'],
    ['BIPOI', '3651', 'up to 3650'],
    ['CloudVendor', '7', 'is no code of OED'],
    ['CloudVendor', 'AWS', 'is no code of OED'],
    ['FlexiAccCloudRegion', 'us-east-1:0.7;eu-west-1:0.5', 'sum to at most 1'],
    ['FlexiAccCloudRegion', 'us-east-1;eu-west-1', 'is no list of regions with shares'],
    ['FlexiAccCloudServices', 'DynamoDB', 'is no list of services'],
    ['FlexiPolBIWaitingMode', 'qualifing', 'did you mean qualifying?'],
    ['FlexiPolMinImpairment', '50', 'write 0.5 for 50 %'],
    ['FlexiPolSystemFailure', 'yes', 'is neither Y nor N'],
    ['FlexiPolDependencyTier', '3', 'is not one of 2, 1'],
    ['FlexiPolRecaptureDeducted', 'no', 'is neither Y nor N'],
    ['FlexiAccExtraExpense', '50k', 'has a unit behind it'],
    ['FlexiAccExtraExpense', '-1', 'is negative'],
    ['FlexiPolExtraExpenseWaiting', 'no', 'did you mean none?'],
    ['LayerNumber', '1.5', 'is no whole number'],
    ['PolNumber', '', 'part of the key'],
  ])('refuses %s %s', async (column, text, words) => {
    const problems = await problemsOf({ [column]: text });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(column);
    expect(problems[0]).toContain(words);
  });

  it('refuses a region of no provider, and an end before the start', async () => {
    expect(await problemsOf({ CloudVendor: '0', FlexiAccCloudRegion: 'us-east-1' })).toEqual([
      'FlexiAccCloudRegion "us-east-1" names a region of no provider; fill CloudVendor',
    ]);
    expect(await problemsOf({ PolInceptionDate: '2025-01-01', PolExpiryDate: '2025-01-01' })).toEqual([
      'PolExpiryDate "2025-01-01" is not after PolInceptionDate',
    ]);
  });

  it('names all that is wrong with a row at once, and shortens what it repeats', async () => {
    const problems = await problemsOf({ AnnualRevenue: 'x'.repeat(5000), PolDed: '1e3', AccCurrency: '' });
    expect(problems.map((text) => text.split(' ')[0])).toEqual(['AccCurrency', 'AnnualRevenue', 'PolDed']);
    expect(problems[1]!.length).toBeLessThan(150);
  });

  it('says nothing of the name of the insured', async () => {
    const { failures } = await readAll(portfolioText({ InsuredName: 'Secret Bakery', PolDed: '1e3' }));
    expect(JSON.stringify(failures[0]!.problems)).not.toContain('Secret');
  });
});
