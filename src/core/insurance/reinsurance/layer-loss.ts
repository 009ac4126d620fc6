import type { LayerTerms } from './treaty.ts';

/** Loss in a layer: clamp(loss - attachment, 0, limit), money. */
export function layerLoss(loss: number, { attachment, limit }: LayerTerms): number {
  const above = Math.max(loss - attachment, 0);
  return limit === null ? above : Math.min(above, limit);
}
