import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../src/catalog/load-catalog.ts';
import { zoneOffsetHours } from '../../src/catalog/zone-offset.ts';
import { estimate } from '../../src/core/estimate.ts';
import { parseScenario } from '../../src/schema/scenario.ts';

type Facts = Record<string, unknown>;
type Known = { outage: Facts; affected: Facts };

const catalog = loadCatalog();
const company = { name: 'A', sector: 'retail-trade', country: 'US' };
const start = '2024-07-19T05:00:00Z';

/** One outage of each kind with the facts that its list asks for. */
const known: Record<string, Known> = {
  cloud: {
    outage: {
      kind: 'cloud',
      provider: 'aws',
      region: 'us-east-1',
      start,
      durationHours: 14,
      restorationHours: 18,
    },
    affected: { businesses: [{ count: 2500, counted: 'named' }], userReports: [{ count: 11e6 }] },
  },
  'software-update': {
    outage: {
      kind: 'software-update',
      provider: 'crowdstrike',
      region: 'endpoint',
      start,
      durationHours: 60,
    },
    affected: { devices: 8.5e6 },
  },
  platform: {
    outage: { kind: 'platform', start, durationHours: 6 },
    affected: { userReports: [{ count: 10.6e6 }] },
  },
  telecom: {
    outage: { kind: 'telecom', start, durationHours: 19 },
    affected: { coverage: [{ country: 'CA', share: 0.3 }] },
  },
  power: {
    outage: { kind: 'power', start, durationHours: 12 },
    affected: { coverage: [{ country: 'ES', share: 1 }] },
  },
  'company-it': {
    outage: { kind: 'company-it', start, durationHours: 2 },
    affected: { companies: [{ ...company, annualRevenueUsd: 75e9, affectedUnitRevenueUsd: 70e9 }] },
  },
  ransomware: {
    outage: { kind: 'ransomware', start, restorationHours: 1250 },
    affected: { companies: [{ ...company, annualRevenueUsd: 18e9, manualFallback: true }] },
  },
};

/** Mean width of the ways of counting before structural error, log10 of p95 ÷ p5; null when nothing can be counted. */
function widthOf({ outage, affected }: Known): number | null {
  try {
    const scenario = parseScenario({ outage, affected, simulation: { draws: 10_000 } });
    const used = estimate(scenario, catalog, zoneOffsetHours).methods.filter((row) => row.weight > 0);
    const widths = used.map(({ raw, weight }) => weight * Math.log10(raw!.p95 / raw!.p5));
    return widths.reduce((sum, width) => sum + width, 0);
  } catch {
    return null;
  }
}

function without({ outage, affected }: Known, path: string): Known | null {
  const [part, name] = path.split('.') as [keyof Known, string];
  const from = { outage, affected }[part];
  if (path.includes('[]')) {
    const field = path.split('.').at(-1)!;
    const [row] = (affected['companies'] ?? []) as Facts[];
    if (row === undefined || !(field in row)) return null;
    const rest = Object.fromEntries(Object.entries(row).filter(([key]) => key !== field));
    return { outage, affected: { ...affected, companies: [rest] } };
  }
  if (!(name in from)) return null;
  const rest = Object.fromEntries(Object.entries(from).filter(([key]) => key !== name));
  return { outage, affected, [part]: rest };
}

describe('of the facts that a kind of outage asks for', () => {
  it.each(Object.entries(known))(
    '%s: the first narrows the range as much as any later one',
    (kind, facts) => {
      const base = widthOf(facts)!;
      const widened = catalog.kinds.get(kind)!.ask.flatMap((path) => {
        const less = without(facts, path);
        const width = less === null ? null : widthOf(less);
        // A fact without which nothing can be counted narrows the most; how much cannot be told.
        return width === null ? [] : [width - base];
      });
      expect(widened.length).toBeGreaterThan(0);
      // Two widths from 10,000 draws differ by up to about .03 by chance.
      expect(widened[0]).toBeGreaterThan(Math.max(...widened) - 0.03);
      expect(widened[0]).toBeGreaterThan(0.03);
    },
  );
});
