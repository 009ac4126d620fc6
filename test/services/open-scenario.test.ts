import { describe, expect, it } from 'vitest';
import { bundledCatalog } from '../../src/services/bundled-catalog.ts';
import {
  checkScenario,
  isPath,
  openScenario,
  readOverride,
  scenarioOfFacts,
} from '../../src/services/open-scenario.ts';

const refuse = (): string => {
  throw new Error('no file should be read');
};

describe('openScenario', () => {
  it('takes an id for a bundled event', async () => {
    const scenario = await openScenario('aws-2025-10-20', refuse);
    expect(scenario.outage.provider).toBe('aws');
  });

  it('takes what looks like a path for a file', async () => {
    const scenario = await openScenario('my.json', (path) => `{"title":"${path}","outage":{"kind":"cloud"}}`);
    expect(scenario.title).toBe('my.json');
    expect(['a/b', 'a\\b', 'a.json', './a'].map(isPath)).toEqual([true, true, true, true]);
    expect(isPath('aws-2025-10-20')).toBe(false);
  });

  it('reads a file with published figures as an event, and leaves them out', async () => {
    const event = {
      id: 'x',
      title: 'X',
      outage: { kind: 'cloud', durationHours: 1 },
      scope: 'world',
      exposure: 'systemic',
      family: 'x',
      fit: false,
      published: [],
    };
    const scenario = await openScenario('x.json', () => JSON.stringify(event));
    expect(Object.keys(scenario)).not.toContain('published');
    expect(scenario.id).toBe('x');
  });

  it.each(['../../etc/passwd', '__proto__', 'aws-2025-10-20/', ''])(
    'finds no event under %j',
    async (name) => {
      await expect(openScenario(name, refuse)).rejects.toThrow(/no bundled event|no file should be read/);
    },
  );
});

describe('scenarioOfFacts', () => {
  it('makes a scenario that the schema takes', async () => {
    const facts = { kind: 'cloud', provider: 'aws', region: 'us-east-1', hours: 6, firms: 800, reports: 2e6 };
    const scenario = await checkScenario(scenarioOfFacts(facts), 'command line');
    expect(scenario.affected.businesses).toEqual([{ count: 800, counted: 'named', groups: [] }]);
    expect(scenario.title).toBe('aws us-east-1');
  });

  it('gives names instead of ids and codes in the title, and no endless list', async () => {
    const catalog = await bundledCatalog();
    const titleOf = (facts: Parameters<typeof scenarioOfFacts>[0]): unknown =>
      scenarioOfFacts(facts, catalog)['title'];
    expect(titleOf({ kind: 'cloud', provider: 'aws', region: 'us-east-1' })).toMatch(/^AWS us-east-1/);
    expect(titleOf({ kind: 'power', countries: ['ES', 'PT'], start: '2026-03-02T14:00:00Z' })).toMatch(
      /, Spain, Portugal, 2 March 2026$/,
    );
    expect(titleOf({ kind: 'power', countries: Array.from({ length: 90 }, () => 'ES') })).toMatch(
      /, 90 countries$/,
    );
  });

  it('reads countries as the scope of a provider, and as cut off otherwise', () => {
    expect(scenarioOfFacts({ kind: 'cloud', provider: 'aws', countries: ['ES', 'PT'] })).toMatchObject({
      scope: 'ES,PT',
    });
    expect(scenarioOfFacts({ kind: 'power', countries: ['ES'] })).toMatchObject({
      affected: { coverage: [{ country: 'ES', share: 1 }] },
    });
  });
});

describe('readOverride', () => {
  it('reads numbers and quantities', () => {
    expect(readOverride('a.b=0.7')).toEqual({ path: 'a.b', value: 0.7 });
    expect(readOverride('a.b={"pert":[0,1,2]}')).toEqual({ path: 'a.b', value: { pert: [0, 1, 2] } });
  });

  it.each(['', '=1', 'a.b', 'a.b=', 'a.b=x', 'a.b="x"', 'a.b=null', 'a.b=1,5'])('refuses %j', (text) => {
    expect(() => readOverride(text)).toThrow('cannot read');
  });
});
