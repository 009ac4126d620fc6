import { describe, expect, it } from 'vitest';
import { nodesOf } from '../../../../src/core/insurance/accumulation/nodes.ts';
import type { InsuredPolicy } from '../../../../src/core/insurance/portfolio/insured-policy.ts';
import { catalog } from '../../../support/engine.ts';
import { policyOf } from '../years/support.ts';
import { plain } from '../support.ts';

const cloud = catalog.catalogues.get('cloud')!;
const cause = plain.loss.cause;
const limited = (limit: number | null) => ({ layer: { attachment: 0, limit, participationShare: 1 } });
const east = { provider: 'aws', region: 'us-east-1', share: 1 };

/** Two layers of one policy at one premium, a policy of two regions, one of Azure without a limit, one of no known cloud. */
const rows: readonly InsuredPolicy[] = [
  { ...policyOf('a', limited(100)), grossPremiumUsd: 10 },
  {
    ...policyOf('a', { ...limited(50), layer: { attachment: 100, limit: 50, participationShare: 0.5 } }),
    grossPremiumUsd: 10,
  },
  {
    ...policyOf('b', limited(200), {
      dependsOn: [
        { ...east, share: 0.7 },
        { ...east, region: 'eu-west-1', share: 0.3 },
      ],
    }),
    grossPremiumUsd: 30,
  },
  policyOf('c', limited(null), { dependsOn: [{ provider: 'azure', region: null, share: 1 }] }),
  policyOf('d', { ...limited(400), annualAggregate: { attachment: 0, limit: 300 } }, { dependsOn: null }),
  policyOf('e', limited(10), { dependsOn: [{ ...east, region: 'mars-1' }] }),
];

describe('nodes of a book', () => {
  const { named, unknown, outsideCatalogue } = nodesOf(rows, cloud, cause);

  it('count a policy whole at each place that it names, and once at its provider', () => {
    const summary = named.map(({ provider, region, policies, limitUsd, unlimited, premiumUsd }) => [
      `${provider} ${region ?? 'all'}`,
      ...[policies, limitUsd, unlimited, premiumUsd],
    ]);
    expect(summary).toEqual([
      // 100 + half of 50 + 200 + 10; premium 10 once for both layers, and 30.
      ['aws all', 4, 335, 0, 40],
      ['azure all', 1, 0, 1, 0],
      ['aws us-east-1', 3, 325, 0, 40],
      ['aws eu-west-1', 1, 200, 0, 30],
    ]);
  });

  it('keep those apart whose cloud nobody knows, at the least of limit and annual aggregate', () => {
    expect(unknown).toEqual({ policies: 1, limitUsd: 300, unlimited: 0, premiumUsd: 0 });
  });

  it('a cause that is not covered and a share of 0 pay nothing, which is no missing limit', () => {
    const nothing = { policies: 2, limitUsd: 0, unlimited: 0 };
    const layer = { attachment: 0, limit: null, participationShare: 0 };
    const dependent = { ...plain.policy.dependent, covered: false };
    const [node] = nodesOf([policyOf('f', { dependent }), policyOf('g', { layer })], cloud, cause).named;
    expect(node).toMatchObject(nothing);
  });

  it('name places that no outage is simulated of', () => {
    expect(outsideCatalogue).toEqual([{ provider: 'aws', region: 'mars-1' }]);
  });
});
