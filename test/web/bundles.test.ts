import { readEventText, listEventIds } from '../../src/catalog/event-files.ts';
import { readPublishedClaims } from '../../src/catalog/published-claims.ts';
import { describe, expect, it } from 'vitest';
import { claimBackground } from '../../src/services/claim-background.ts';
import { reviveBundle, reviveEvents, type ClaimsBundle } from '../../src/web/engine/catalog-bundle.ts';
import { makeBundles } from '../../src/web/engine/make-bundles.ts';
import { runTask, type Engine } from '../../src/web/engine/run-task.ts';
import type { EstimateReply, ReachReply } from '../../src/web/engine/messages.ts';
import type { Choice } from '../../src/web/state/choice.ts';
import { catalog, estimated, eventScenario } from '../support/engine.ts';

const files = listEventIds().map((id) => JSON.parse(readEventText(id).text) as unknown);
const made = makeBundles(
  catalog,
  files,
  readPublishedClaims().map(({ claim }) => claim),
);
const bundle = reviveBundle(made.catalog);
const events = reviveEvents(made.events);
const claims = JSON.parse(made.claims) as ClaimsBundle;
const engine: Engine = {
  bundle,
  events: () => Promise.resolve(events),
  claims: () => Promise.resolve(claims),
  kept: new Map(),
};

describe('what the page brings along', () => {
  it('is the catalog, with its maps', () => {
    expect(bundle.catalog).toEqual(catalog);
  });

  it('is every event', () => {
    expect([...events.keys()]).toEqual(listEventIds());
    expect(bundle.events.map(({ id }) => id)).toEqual(listEventIds());
    expect(events.get('aws-2025-10-20')).toEqual(eventScenario('aws-2025-10-20'));
  });

  it('is what was claimed about them', async () => {
    const { pastClaims, figures } = await claimBackground(null);
    expect(claims.pastClaims).toEqual(pastClaims);
    expect(claims.figures).toEqual(figures);
    expect(claims.families['aws-2025-10-20']).toBe('aws-2025');
  });
});

describe('the engine of the page', () => {
  const choice = { event: 'aws-2025-10-20', assumptions: {} };

  it('gives the result of the library to the byte', async () => {
    const reply = (await runTask(engine, { kind: 'estimate', choice })) as EstimateReply;
    expect(reply.result).toEqual(estimated(eventScenario('aws-2025-10-20')));
    expect(reply.facts).toMatchObject({
      provider: 'aws',
      region: 'us-east-1',
      firms: 70_000,
      reports: 17_000_000,
    });
    expect(Object.keys(reply.spans)).toHaveLength(reply.result.provenance.length);
  });

  it('gives the same to the byte at every step of a slider, whatever it kept of the step before', async () => {
    const fresh = (): Engine => ({ ...engine, kept: new Map() });
    const moving = fresh();
    const steps: Choice[] = [
      { ...choice, hours: 6 },
      { ...choice, hours: 7 },
      { ...choice, hours: 7, firms: 900 },
      { ...choice, hours: 7, firms: 900, assumptions: { 'recapture.retail-trade': { p5: 0.1, p95: 0.9 } } },
      { ...choice, hours: 7, seed: 3 },
      { event: 'facebook-2021-10-04', hours: 5, assumptions: {} },
      { ...choice, hours: 6 },
    ];
    for (const step of steps) {
      const task = { kind: 'estimate', choice: step, draws: 5000 } as const;
      expect(await runTask(moving, task)).toEqual(await runTask(fresh(), task));
    }
    // More draws than a slider asks for are not kept.
    const kept = [...moving.kept.values()];
    await runTask(moving, { kind: 'estimate', choice });
    expect([...moving.kept.values()]).toEqual(kept);
  });

  it('asks the engine itself which methods feel a fact', async () => {
    const reach = (await runTask(engine, { kind: 'reach', choice })) as ReachReply;
    expect(reach.firms).toContain('business-count');
    expect(reach.firms).not.toContain('user-time');
    expect(reach.reports).toEqual(['user-time']);
    expect(reach.hours?.length).toBeGreaterThan(2);
  });

  it.each([
    [{ ...choice, event: 'aws-2025-10' }, 'EVENT_UNKNOWN', 'event'],
    [{ ...choice, start: 'yesterday' }, 'SCENARIO_INVALID', 'outage.start'],
    [{ ...choice, firms: -5 }, 'SCENARIO_INVALID', 'affected.businesses'],
    [{ ...choice, assumptions: { 'recapture.nothing': 0.5 } }, 'PARAMETER_UNKNOWN', 'recapture.nothing'],
  ])('names the field that is wrong: %j', async (wrong, code, path) => {
    await expect(runTask(engine, { kind: 'estimate', choice: wrong })).rejects.toMatchObject({
      code,
      path: expect.stringContaining(path),
    });
  });
});
