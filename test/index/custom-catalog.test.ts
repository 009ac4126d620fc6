import { describe, expect, it } from 'vitest';
import { estimateImpact, loadCatalog, readEvent } from '../../src/index.ts';
import type { Parameter } from '../../src/index.ts';

describe('a catalog changed in memory', () => {
  it('gives another id, and leaves the bundled one as it was', async () => {
    const scenario = { ...(await readEvent('kyivstar-2023-12-12')), simulation: { draws: 500 } };
    const before = await estimateImpact(scenario);
    const catalog = await loadCatalog();
    const parameters = catalog.parameters as Map<string, Parameter>;
    parameters.set('ladder.telecom', { ...parameters.get('ladder.telecom')!, value: 0.2 });
    const changed = await estimateImpact(scenario, { catalog });
    expect(changed.economicLoss!.p50).not.toBe(before.economicLoss!.p50);
    expect(changed.id).not.toBe(before.id);
    expect(await estimateImpact(scenario)).toEqual(before);
  });
});
