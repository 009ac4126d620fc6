import type { EstimateResult, LossSummary, ScopedLoss } from '../../src/core/result.ts';

/** Normal quantiles at .05, .25, .45 ... are not needed to the last digit: the fixture only has to look like a loss. */
function probit(p: number): number {
  // Odeh-Evans form; its error of 4.5e-4 moves a quantile by less than 0.1 %.
  const tail = Math.min(p, 1 - p);
  const t = Math.sqrt(-2 * Math.log(tail));
  const z =
    t -
    (2.515517 + 0.802853 * t + 0.010328 * t * t) / (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t ** 3);
  return p < 0.5 ? -z : z;
}

/** A lognormal loss with this middle and this factor from the middle to p95. */
export function lossOf(middle: number, factor: number, error = 0.01): LossSummary {
  const at = (p: number): number => middle * Math.pow(factor, probit(p) / 1.6449);
  const probabilities = [...Array.from({ length: 99 }, (_, i) => (i + 1) / 100), 0.995];
  return {
    unit: 'USD',
    p5: at(0.05),
    p10: at(0.1),
    p25: at(0.25),
    p50: middle,
    p75: at(0.75),
    p90: at(0.9),
    p95: at(0.95),
    quantiles: probabilities.map((p) => [p, at(p)] as const),
    mean: middle * 3,
    meanStable: false,
    monteCarloStandardError: {
      p5: at(0.05) * error * 2,
      p50: middle * error,
      p95: at(0.95) * error * 2,
      mean: middle * error * 5,
    },
  };
}

/** A loss of exactly this much in every outcome. */
export function certainLoss(usd: number): LossSummary {
  const loss = lossOf(1, 1);
  const all = { p5: usd, p10: usd, p25: usd, p50: usd, p75: usd, p90: usd, p95: usd, mean: usd };
  return {
    ...loss,
    ...all,
    quantiles: loss.quantiles.map(([p]) => [p, usd] as const),
    monteCarloStandardError: { p5: 0, p50: 0, p95: 0, mean: 0 },
  };
}

export function scoped(loss: LossSummary, measure: ScopedLoss['measure'], scope = 'world'): ScopedLoss {
  return { ...loss, measure, scope };
}

/** An estimate of the size and form of a cloud outage; invented figures. */
export function estimateResult(changes: Partial<EstimateResult> = {}): EstimateResult {
  const pooled = scoped(lossOf(0.49e9, 12.6), 'economic-loss');
  return {
    schema: 'lossrange/estimate@1',
    id: 'abcdefghijklmnopqrstuvwxyz',
    headline: true,
    versions: {
      engine: '0.0.0',
      models: { 'models/pooling/pooling.json': 'b'.repeat(64), 'models/growth/growth.json': 'a'.repeat(64) },
      data: { 'data/countries/2024/table.csv': 'c'.repeat(64) },
    },
    seed: 1,
    draws: 20_000,
    scenario: {
      id: 'cloud-2025',
      title: 'Cloud region, 20 October 2025',
      asOf: '2025-12-31',
      outage: { kind: 'cloud', windows: [], phases: [], start: '2025-10-20T06:48:00Z', durationHours: 14.5 },
      affected: {
        businesses: [
          { count: 2500, counted: 'named', groups: [], asOf: '2025-10-20', source: 'press' },
          { count: 70_000, counted: 'all', groups: [], asOf: '2025-10-28', source: 'insurer' },
        ],
        userReports: [],
        coverage: [],
        companies: [],
      },
      scope: { kind: 'economy', label: 'world' },
      assumptions: {},
      simulation: { draws: 20_000, seed: 1 },
      sources: { press: { title: 'A newspaper: its story', publisher: 'A newspaper' } },
    },
    economicLoss: pooled,
    methods: [
      {
        method: 'footprint',
        scope: 'whole',
        measure: 'economic-loss',
        weight: 0.4,
        raw: lossOf(0.54e9, 3),
        economicLoss: lossOf(0.54e9, 8),
        notUsedBecause: null,
        clippedShare: 0,
        words: 'what the exposed economy makes in those hours',
      },
      {
        method: 'user-time',
        scope: 'whole',
        measure: 'economic-loss',
        weight: 0.6,
        raw: lossOf(1.7e9, 6),
        economicLoss: lossOf(1.7e9, 15),
        notUsedBecause: null,
        clippedShare: 0,
        words: 'working time of the people behind the reports',
      },
      {
        method: 'named-companies',
        scope: 'part',
        measure: 'economic-loss',
        weight: 0,
        raw: lossOf(0.02e9, 3),
        economicLoss: lossOf(0.02e9, 5),
        notUsedBecause: null,
        clippedShare: 0,
        words: 'the companies named',
      },
      ...(['airline', 'business-count'] as const).map((method) => ({
        method,
        scope: 'whole' as const,
        measure: 'economic-loss' as const,
        weight: 0,
        raw: null,
        economicLoss: null,
        notUsedBecause: 'no count is given',
        clippedShare: 0,
        words: '',
      })),
    ],
    measures: {
      'economic-loss': pooled,
      'interrupted-output': scoped(lossOf(0.9e9, 13), 'interrupted-output'),
    },
    waterfall: [
      { step: 'interrupted-output', usd: 0.9049e9 },
      { step: 'made-up-later', usd: -0.5526e9 },
      { step: 'extra-expense', usd: 0.1428e9 },
      { step: 'lost-for-good', usd: 0.4951e9 },
    ],
    bySector: [
      { id: 'information', title: 'Information', usd: 0.2451e9 },
      { id: 'retail-trade', title: 'Retail trade', usd: 0.15e9 },
      { id: 'government', title: 'Government', usd: 0.1e9 },
    ],
    byCountry: [
      { id: 'US', title: 'United States', usd: 0.4e9 },
      { id: 'ES', title: 'Spain', usd: 0.0951e9 },
    ],
    timeline: [
      { fromHour: 0, usd: 0.4e9 },
      { fromHour: null, usd: 0.0951e9 },
    ],
    ceiling: { scopeUsd: 270e9, dependentUsd: null, worldUsd: 270e9, hours: 14.5, shareOfScope: 0.00181 },
    lossFraction: {
      p50: 0.0026,
      nearest: [{ title: 'A whole cloud provider', lowFraction: 0.041, highFraction: 0.046 }],
    },
    drivers: [
      {
        input: 'footprint.tail',
        within: null,
        share: 0.41,
        words: "how much of a firm's work stopped when its cloud did",
      },
      { input: 'pooling.method', within: null, share: 0.12, words: 'which way of counting comes closest' },
      {
        input: 'user-time.usersPerReport',
        within: 'user-time',
        share: 0.6,
        words: 'how many users a report stands for',
      },
    ],
    provenance: [
      {
        parameter: 'growth.nominalShare',
        value: 0.045,
        unit: 'share per year',
        evidence: 'assumed',
        source: null,
        note: 'Our reason.',
        words: 'how much the world economy grew',
      },
      {
        parameter: 'severity.shape',
        value: { triangular: [0.5, 0.7, 1] },
        unit: '1',
        evidence: 'published',
        source: { title: 'A study', href: 'https://example.org/study', locator: 'table 2' },
        words: 'how the stopping of work spreads',
      },
      {
        parameter: 'outage.durationHours',
        value: 14.5,
        unit: 'hours',
        evidence: 'fact',
        source: null,
        words: 'how long it lasted',
      },
    ],
    facts: [
      {
        path: 'affected.businesses[0]',
        value: 2500,
        words: 'businesses named in reports',
        asOf: '2025-10-20',
        source: 'press',
        used: false,
      },
      {
        path: 'affected.businesses[1]',
        value: 70_000,
        words: 'organisations hit',
        asOf: '2025-10-28',
        source: 'insurer',
        used: true,
      },
    ],
    notCounted: ['reputation', 'market value'],
    warnings: [],
    ...changes,
  };
}
