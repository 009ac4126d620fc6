import type { EstimateResult } from '../../core/result.ts';

/** How to cite a result, with the link that shows it again. */
export function citationOf(result: EstimateResult, link: string): string {
  const { id, draws, seed, versions, scenario } = result;
  const name = scenario.title ?? scenario.id ?? 'an outage';
  return `lossrange ${versions.engine}. “${name}: estimated loss.” Result ${id}, ${draws.toLocaleString('en-US')} draws, seed ${seed}. ${link}`;
}
