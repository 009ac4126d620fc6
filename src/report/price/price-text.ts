import type { PriceResult } from '../../core/insurance/price/price-result.ts';
import { renderText } from '../render-text.ts';
import { priceDocument } from './price-document.ts';

/** A price as text for a terminal. */
export function priceText(result: PriceResult, command?: string): string {
  return renderText(priceDocument(result, command));
}
