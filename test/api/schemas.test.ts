import { describe, expect, expectTypeOf, it } from 'vitest';
import type { z } from 'zod';
import type { Problem } from '../../src/api/problem.ts';
import type { claimResponse } from '../../src/api/schemas/claim.ts';
import { comparisonResponse, estimateResponse } from '../../src/api/schemas/estimate.ts';
import type { problemResponse } from '../../src/api/schemas/problem.ts';
import type { scenarioEcho, scenarioRequest } from '../../src/api/schemas/scenario.ts';
import type { ClaimAssessment } from '../../src/core/claims/claim-assessment.ts';
import { ImpactError } from '../../src/core/errors/impact-error.ts';
import type { ComparisonResult, EstimateResult } from '../../src/core/result.ts';
import type { Scenario } from '../../src/core/scenario.ts';
import { estimateJson } from '../../src/report/estimate-json.ts';
import { comparisonJson } from '../../src/report/comparison-json.ts';
import { parseScenario } from '../../src/schema/scenario.ts';
import { compareEstimates } from '../../src/services/compare-estimates.ts';
import { listEvents } from '../../src/services/describe-model.ts';
import { describeEvent } from '../../src/services/describe-event.ts';
import { estimateImpact } from '../../src/services/estimate-impact.ts';

/** The same type with everything read-only, as core writes it. */
type Frozen<T> = T extends (infer Item)[]
  ? T extends [unknown, ...unknown[]]
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T;

describe('types of the schemas', () => {
  it('are those of core, both ways', () => {
    expectTypeOf<Frozen<z.output<typeof estimateResponse>>>().toExtend<EstimateResult>();
    expectTypeOf<EstimateResult>().toExtend<Frozen<z.output<typeof estimateResponse>>>();
    expectTypeOf<Frozen<z.output<typeof comparisonResponse>>>().toExtend<ComparisonResult>();
    expectTypeOf<ComparisonResult>().toExtend<Frozen<z.output<typeof comparisonResponse>>>();
    expectTypeOf<Frozen<z.output<typeof claimResponse>>>().toExtend<ClaimAssessment>();
    expectTypeOf<ClaimAssessment>().toExtend<Frozen<z.output<typeof claimResponse>>>();
    expectTypeOf<Frozen<z.output<typeof scenarioEcho>>>().toExtend<Scenario>();
    expectTypeOf<Scenario>().toExtend<Frozen<z.output<typeof scenarioEcho>>>();
    expectTypeOf<Frozen<z.output<typeof problemResponse>>>().toExtend<Problem>();
    expectTypeOf<Problem>().toExtend<Frozen<z.output<typeof problemResponse>>>();
    expectTypeOf<z.output<typeof scenarioRequest>>().toExtend<Scenario>();
  });
});

describe('answers', async () => {
  const events = await listEvents();

  it.each(events)('to $id have the documented form, no key more or less', async ({ id }) => {
    const { scenario } = await describeEvent(id);
    const checked = parseScenario({ ...scenario, simulation: { draws: 60, seed: 1 } });
    try {
      const text = estimateJson(await estimateImpact(checked));
      const json: unknown = JSON.parse(text);
      expect(estimateResponse.parse(json)).toEqual(json);
    } catch (error) {
      // An event that teaches what the model does not cover.
      if (!(error instanceof ImpactError)) throw error;
      expect(error.code).toBe('OUT_OF_MODEL');
    }
  });

  it('to two scenarios have it too, with and without a headline', async () => {
    const { scenario } = await describeEvent('aws-2025-10-20');
    const first = parseScenario({ ...scenario, simulation: { draws: 60, seed: 1 } });
    const none = { ...first, outage: { ...first.outage, phases: [], durationHours: 0 } };
    for (const second of [first, none]) {
      const json: unknown = JSON.parse(comparisonJson(await compareEstimates(first, second)));
      expect(comparisonResponse.parse(json)).toEqual(json);
    }
  });
});
