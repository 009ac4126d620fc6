import type { PriceResult } from '../../core/insurance/price/price-result.ts';
import { renderText } from '../render-text.ts';
import { premiumSentence, priceDocument } from './price-document.ts';

/** A price as text for a terminal. */
export function priceText(result: PriceResult, command?: string): string {
  return renderText(priceDocument(result, command));
}

/** The answer alone, in one line. */
export function priceLine(result: PriceResult): string {
  return `${premiumSentence(result)}\n`;
}
