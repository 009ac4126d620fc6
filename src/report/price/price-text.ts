import type { PriceResult } from '../../core/insurance/price/price-result.ts';
import { moneyIn } from '../context.ts';
import type { CurrencyRate } from '../currency.ts';
import { renderText } from '../render-text.ts';
import { premiumSentence, priceDocument } from './price-document.ts';

/** A price as text for a terminal. */
export function priceText(result: PriceResult, command?: string, currency?: CurrencyRate): string {
  return renderText(priceDocument(result, command, currency));
}

/** The answer alone, in one line. */
export function priceLine(result: PriceResult, currency?: CurrencyRate): string {
  return `${premiumSentence(result, moneyIn(currency))}\n`;
}
