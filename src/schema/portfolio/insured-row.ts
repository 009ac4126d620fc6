import type { Insured } from '../../core/insurance/insured/insured.ts';
import { usdPerUnitOf } from '../csv/currency-cell.ts';
import { numberOf, requiredNumber, shareOf } from '../csv/number-cell.ts';
import { refuse, textOf } from '../csv/row.ts';
import { listOf, wordOf, yesOrNo } from '../csv/word-cell.ts';
import { dependenceOf } from './cloud-cells.ts';
import type { PortfolioRow } from './header.ts';
import type { PortfolioTables } from './tables.ts';

/** A service as event files name them. */
const service = /^[a-z0-9][a-z0-9-]{0,39}$/;

/**
 * The insured of a row.
 *
 * @param usdPerUnit  of the account's currency, which all money is in, revenue unless it has one of its own
 */
export function insuredOf(row: PortfolioRow, tables: PortfolioTables, usdPerUnit: number): Insured {
  const hasCurrency = textOf(row, 'AnnualRevenueCurrency') !== '';
  const annualRevenue = requiredNumber(row, 'AnnualRevenue');
  const margin = shareOf(row, 'GrossProfitMargin', null);
  return {
    annualRevenueUsd:
      annualRevenue * (hasCurrency ? usdPerUnitOf(row, 'AnnualRevenueCurrency', tables) : usdPerUnit),
    sector: sectorOf(row, tables),
    country: countryOf(row, tables),
    // Gross revenue is a margin of all of it.
    grossMarginShare: wordOf(row, 'FlexiPolLossBasis', ['profit', 'revenue']) === 'revenue' ? 1 : margin,
    dependenceShare: shareOf(row, 'FlexiAccDependency', null),
    dependsOn: dependenceOf(row),
    services: listOf(row, 'FlexiAccCloudServices', service, 'services such as dynamodb;nlb'),
    failoverHours: numberOf(row, 'FlexiAccFailover'),
    recaptureReducesLoss: yesOrNo(row, 'FlexiPolRecaptureDeducted') ?? true,
    extraExpenseUsd: (numberOf(row, 'FlexiAccExtraExpense') ?? 0) * usdPerUnit,
  };
}

function sectorOf(row: PortfolioRow, { sectorOfNaics }: PortfolioTables): string {
  const scheme = textOf(row, 'IndustryScheme1');
  if (scheme !== '' && scheme !== 'NAICS') {
    refuse(row, 'IndustryScheme1', 'is not NAICS, the only scheme that is read; convert the codes to NAICS');
    return '';
  }
  const code = textOf(row, 'IndustryCode1');
  const sector = /^\d{2,6}$/.test(code) ? sectorOfNaics.get(code.slice(0, 2)) : undefined;
  if (sector === undefined)
    refuse(row, 'IndustryCode1', 'is no NAICS code of two to six digits, such as 445110');
  return sector ?? '';
}

function countryOf(row: PortfolioRow, { countries }: PortfolioTables): string | null {
  const code = textOf(row, 'CountryCode');
  if (code === '') return null;
  if (!countries.has(code)) refuse(row, 'CountryCode', 'is no ISO 3166-1 code of two letters, such as US');
  return code;
}
