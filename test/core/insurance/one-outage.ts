import { zoneOffsetHours } from '../../../src/catalog/zone-offset.ts';
import type { Quantity } from '../../../src/core/distribution/quantity.ts';
import { openInsuredModel } from '../../../src/core/insurance/insured/open-insured-model.ts';
import type { InsuredModel } from '../../../src/core/insurance/insured/open-insured-model.ts';
import type { BookLosses } from '../../../src/core/insurance/portfolio/book-result.ts';
import type { InsuredPolicy } from '../../../src/core/insurance/portfolio/insured-policy.ts';
import { openBook } from '../../../src/core/insurance/portfolio/open-book.ts';
import { summariseBook } from '../../../src/core/insurance/portfolio/summarise-book.ts';
import type { EventLosses } from '../../../src/core/insurance/years/event-losses.ts';
import { runWorld } from '../../../src/core/insurance/years/run-world.ts';
import { parseScenario } from '../../../src/schema/scenario.ts';
import { catalog } from '../../support/engine.ts';
import { flatOutage } from './flat-assumptions.ts';
import { CERTAIN, modelOf, OPTIONS } from './years/support.ts';

type Assumptions = Readonly<Record<string, Quantity>>;

/** One outage of us-east-1, everything wholly down, and what it leaves unsaid as in `CERTAIN` years. */
export function outageModel(hours: number, changes: Assumptions = {}): InsuredModel {
  const scenario = parseScenario({
    outage: {
      kind: 'cloud',
      provider: 'aws',
      region: 'us-east-1',
      durationHours: hours,
      impairmentShare: 1,
    },
    assumptions: { ...flatOutage, ...changes },
    simulation: { draws: 100, seed: 1 },
  });
  return openInsuredModel(scenario, catalog, zoneOffsetHours);
}

/** A book in one outage of us-east-1. */
export function inOneEvent(policies: readonly InsuredPolicy[], model: InsuredModel): BookLosses {
  const event = { provider: 'aws', region: 'us-east-1', strikesClouds: true, startMs: null };
  const book = openBook(model, event, false);
  policies.forEach(book.add);
  return summariseBook(book.sums);
}

/** The same outage as the disaster of a year. */
export function inOneYear(
  policies: readonly InsuredPolicy[],
  hours: number,
  changes: Assumptions = {},
): EventLosses {
  const disasters = [{ provider: 'aws', region: 'us-east-1', hours }];
  return runWorld(modelOf(policies, { ...CERTAIN, ...changes }, { ...OPTIONS, disasters }), 0).disasters;
}
