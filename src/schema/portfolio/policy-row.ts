import type { Policy } from '../../core/insurance/policy.ts';
import type { InsuredPolicy } from '../../core/insurance/portfolio/insured-policy.ts';
import { usdPerUnitOf } from '../csv/currency-cell.ts';
import { dateOf } from '../csv/date-cell.ts';
import { numberOf, shareOf } from '../csv/number-cell.ts';
import { refuse, textOf, type RowProblem } from '../csv/row.ts';
import { listOf, wordOf, yesOrNo } from '../csv/word-cell.ts';
import type { PortfolioColumn } from './columns.ts';
import type { PortfolioHeader, PortfolioRow } from './header.ts';
import { insuredOf } from './insured-row.ts';
import type { PortfolioTables } from './tables.ts';
import { waitingOf } from './waiting-cells.ts';

/** Period of indemnity of OED, days. */
const USUAL_INDEMNITY_DAYS = 365;
const LONGEST_INDEMNITY_DAYS = 3650;

/**
 * One row of a portfolio, checked, in US dollars and hours, with every default filled in; or all that is wrong with it.
 *
 * A limit of 0 or blank is unlimited, as OED has it; a blank deductible is 0. Without dates a policy is always in force.
 *
 * @param line  of the file, from 1
 */
export function readPolicyRow(
  header: PortfolioHeader,
  cells: readonly string[],
  line: number,
  tables: PortfolioTables,
): InsuredPolicy | readonly RowProblem[] {
  const row: PortfolioRow = { header, cells, problems: [] };
  if (cells.length !== header.names.length) {
    const reason = `the row has ${cells.length} cells, the header ${header.names.length} columns`;
    return [{ column: '', value: '', reason }];
  }
  const usdPerUnit = usdPerUnitOf(row, 'AccCurrency', tables);
  const premium = numberOf(row, 'PolGrossPremium');
  const policy: InsuredPolicy = {
    line,
    key: {
      portNumber: keyOf(row, 'PortNumber'),
      accNumber: keyOf(row, 'AccNumber'),
      polNumber: keyOf(row, 'PolNumber'),
      layerNumber: layerNumberOf(row),
    },
    insured: insuredOf(row, tables, usdPerUnit),
    terms: termsOf(row, usdPerUnit),
    currency: textOf(row, 'AccCurrency'),
    inceptionMs: dateOf(row, 'PolInceptionDate') ?? -Infinity,
    expiryMs: dateOf(row, 'PolExpiryDate') ?? Infinity,
    grossPremiumUsd: premium === null ? null : premium * usdPerUnit,
  };
  if (policy.expiryMs <= policy.inceptionMs) refuse(row, 'PolExpiryDate', 'is not after PolInceptionDate');
  return row.problems.length === 0 ? policy : row.problems;
}

function keyOf(row: PortfolioRow, column: PortfolioColumn): string {
  const text = textOf(row, column);
  if (text === '') refuse(row, column, 'is blank; it is part of the key of the policy');
  return text;
}

function layerNumberOf(row: PortfolioRow): number {
  const layer = numberOf(row, 'LayerNumber') ?? 1;
  if (!Number.isInteger(layer) || layer < 1) refuse(row, 'LayerNumber', 'is no whole number from 1');
  return layer;
}

function termsOf(row: PortfolioRow, usdPerUnit: number): Policy<number> {
  const money = (column: PortfolioColumn): number => (numberOf(row, column) ?? 0) * usdPerUnit;
  const limit = (column: PortfolioColumn): number | null => money(column) || null;
  const waiting = waitingOf(row);
  const selfInsured = money('PolSIR');
  const deductible = money('PolDed');
  // The wordings that take the greater of two compare the waiting period with the one retention that the policy has.
  const weighsDeductible = waiting.mode === 'greaterOf' && selfInsured === 0;
  return {
    waiting,
    indemnityHours: indemnityHoursOf(row),
    ...coveragesOf(row, money, limit),
    excludedCauses: listOf(row, 'FlexiPolExcludedCauses', /^[a-z][a-z-]{0,39}$/, 'causes') ?? [],
    extraExpense: {
      waiting: wordOf(row, 'FlexiPolExtraExpenseWaiting', ['triggered', 'none']),
      limit: limit('FlexiPolExtraExpenseLimit'),
    },
    recoveriesReduceLoss: true,
    retention: weighsDeductible ? deductible : selfInsured,
    coinsurance: { keptShare: shareOf(row, 'FlexiPolCoinsurance', 0), place: 'after-retention' },
    widespread: {
      limit: limit('FlexiPolWidespreadLimit'),
      keptShare: shareOf(row, 'FlexiPolWidespreadCoinsurance', 0),
    },
    policyDeductible: weighsDeductible ? 0 : deductible,
    layer: {
      attachment: money('LayerAttachment'),
      limit: limit('LayerLimit'),
      participationShare: shareOf(row, 'LayerParticipation', 1),
    },
    annualAggregate: { attachment: money('LayerAggAttachment'), limit: limit('LayerAggLimit') },
  };
}

/**
 * OED has no peril for an outage without an attack. All of cyber (`CC1`) or no peril at all is read as covering it;
 * the two columns of system failure decide when they are filled.
 */
function coveragesOf(
  row: PortfolioRow,
  money: (column: PortfolioColumn) => number,
  limit: (column: PortfolioColumn) => number | null,
): Pick<Policy<number>, 'own' | 'dependent'> {
  const perils = listOf(row, 'PolPerilsCovered', /^[A-Z0-9]{3}$/, 'perils such as CC1;CSB');
  const coverages = listOf(row, 'PolCoverage', /^[A-Za-z]{2,20}$/, 'coverages such as NPBI;CBI');
  const outages = perils?.includes('CC1') ?? true;
  const buys = (...names: readonly string[]): boolean =>
    coverages === null || names.some((name) => coverages.includes(name));
  return {
    own: {
      covered: buys('NPBI', 'BI') && (yesOrNo(row, 'FlexiPolSystemFailure') ?? outages),
      deductible: money('PolDedNPBI'),
      limit: limit('PolLimitNPBI'),
    },
    dependent: {
      covered: buys('CBI') && (yesOrNo(row, 'FlexiPolDependentSystemFailure') ?? outages),
      deductible: money('PolDedCBI'),
      limit: limit('PolLimitCBI'),
      systemFailureLimit: limit('FlexiPolDependentSystemFailureLimit'),
      tier: wordOf(row, 'FlexiPolDependencyTier', ['2', '1']) === '1' ? 1 : 2,
    },
  };
}

function indemnityHoursOf(row: PortfolioRow): number {
  const days = numberOf(row, 'BIPOI') ?? USUAL_INDEMNITY_DAYS;
  if (days <= 0 || days > LONGEST_INDEMNITY_DAYS) {
    refuse(row, 'BIPOI', `is no number of days above 0 and up to ${LONGEST_INDEMNITY_DAYS}`);
  }
  const mostHours = numberOf(row, 'FlexiPolMaxHours') ?? Infinity;
  if (mostHours === 0) refuse(row, 'FlexiPolMaxHours', 'is 0; leave it blank when there is no cap');
  return Math.min(days * 24, mostHours);
}
