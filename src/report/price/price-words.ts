import type { WaitingMode } from '../../core/insurance/policy.ts';
import { grouped, roundToDigits } from '../amounts.ts';
import type { PremiumLine } from '../../core/insurance/price/price-result.ts';
import type { RecaptureWording } from '../../core/insurance/price/risk.ts';

/** How a waiting period works. */
export const modeWords: Readonly<Record<WaitingMode, string>> = {
  timeDeductible: 'deducted from the loss',
  qualifying: 'must only be outlasted',
  greaterOf: 'the greater of its loss and the retention is deducted',
};

/** What a wording says of sales that are made up later. */
export const recaptureWords: Readonly<Record<RecaptureWording, string>> = {
  deducted: 'deducted',
  'not-deducted': 'not deducted',
};

/** The premium under the other wording: the largest lever of a loss, and policies say either. */
export function otherWordingInWords(recapture: RecaptureWording, premium: string): string {
  const verb = recapture === 'deducted' ? 'deducts' : 'does not deduct';
  return `A wording that ${verb} sales made up later: premium about ${premium}.`;
}

/** A rate on line with two digits, as quotes have it: `0.18 %`. @param rate  share, >= 0 */
export function rateInPercent(rate: number): string {
  const percent = roundToDigits(rate * 100, 2);
  if (percent.isZero()) return '0 %';
  return `${percent.e >= 1 ? grouped(percent) : percent.toFixed(1 - percent.e)} %`;
}

/** Lines from loss to premium. */
export const stepWords: Readonly<Record<PremiumLine['step'], string>> = {
  'average-gross-loss': 'average gross loss, before reinsurance',
  'loss-adjustment': '+ handling claims, of losses',
  'risk-load': '+ load for risk',
  'fixed-expense': '+ fixed expense',
  commission: '+ commission, of the premium',
  'premium-tax': '+ premium tax, of the premium',
  'variable-expense': '+ running the insurer, of the premium',
  profit: '+ profit, of the premium',
  'technical-premium': 'technical premium',
};
