import { describe, expect, it } from 'vitest';
import { outageCauses } from '../../../../src/core/insurance/reinsurance/outage-causes.ts';
import { drawWorld } from '../../../../src/core/insurance/frequency/draw-world.ts';
import { modelOf, policyOf } from '../years/support.ts';

describe('what counts as one cause', () => {
  it('is provider, region and class, or all regions of a provider', () => {
    const { catalogue, options } = modelOf([policyOf('a')]);
    const { sources, providers } = drawWorld(catalogue, options.seed, 0);
    const [first, second] = [providers[0]!.firstSource, providers[1]!.firstSource];
    const source = Uint16Array.from([first, first + 1, first, first + 1, second, sources.length - 1]);
    const allRegions = Uint8Array.from([0, 0, 1, 1, 1, 1]);
    const causes = [...outageCauses({ source, allRegions }, catalogue)];
    const last = sources.length + providers.length - 1;
    expect(causes).toEqual([first, first + 1, sources.length, sources.length, sources.length + 1, last]);
  });
});
