import type { TreatyYears } from '../../core/insurance/book-years/book-years-result.ts';
import type { TreatyLoss } from '../../core/insurance/portfolio/reinsured-event.ts';
import type { TreatyTerms } from '../../core/insurance/reinsurance/treaty.ts';
import { cell, columnUnit, usdIn } from '../amount-column.ts';
import { amountInWords } from '../amounts.ts';
import { bullets, heading, type Block, type Column } from '../blocks.ts';
import { percentInWords } from '../words.ts';
import { treatyInWords, treatyName } from './treaty-terms.ts';

const left = (header: string): Column => ({ header, align: 'left' });
const right = (header: string): Column => ({ header, align: 'right' });
const percent = (share: number): string => percentInWords(share).replace(' percent', ' %');

/** What treaties pay in one event; nothing without them. */
export function treatiesOfEvent(treaties: readonly TreatyLoss[]): readonly Block[] {
  if (treaties.length === 0) return [];
  const unit = columnUnit(treaties.map(({ recovery }) => recovery.p95));
  const premium = treaties.reduce((sum, { reinstatementPremiumMean }) => sum + reinstatementPremiumMean, 0);
  return [
    heading(`What reinsurance pays, ${usdIn(unit)}`),
    {
      kind: 'table',
      columns: [left('treaty'), ...['pays in', 'mean', 'p5', 'p50', 'p95'].map(right)],
      rows: treaties.map(({ terms, inForce, payingShare, recovery: { mean, p5, p50, p95 } }) => ({
        cells: [
          treatyName(terms),
          percent(payingShare),
          ...[mean, p5, p50, p95].map((usd) => cell(usd, unit)),
        ],
        note: inForce ? treatyInWords(terms) : 'Not in force at the start of the event: pays nothing.',
      })),
    },
    bullets([
      ...order(treaties),
      'Means add up to the gross less the net loss; the other columns do not. Pays in: share of the outcomes, each the first event of its year.',
      'Treaties are of the whole book: each policy, and each part of the book below, bears them in proportion to its gross loss, outcome by outcome.',
      ...(premium === 0
        ? []
        : [
            `Limits used cost a reinstatement premium of ${amountInWords(premium)} on average, which is not in the net loss.`,
          ]),
    ]),
  ];
}

/** What treaties pay in simulated years; nothing without them. */
export function treatiesOfYears(treaties: readonly TreatyYears[]): readonly Block[] {
  if (treaties.length === 0) return [];
  const unit = columnUnit(treaties.map(({ averageRecoveryUsd }) => averageRecoveryUsd.meanNeutral));
  return [
    heading(`What reinsurance pays a year, ${usdIn(unit)}`),
    {
      kind: 'table',
      columns: [left('treaty'), ...['mean', 'pays in', 'used up in', 'reinstatement', 'premium'].map(right)],
      rows: treaties.map((treaty) => ({
        cells: [
          treatyName(treaty.terms),
          cell(treaty.averageRecoveryUsd.meanNeutral, unit),
          percent(treaty.payingYearsShare),
          treaty.exhaustedYearsShare === null ? '-' : percent(treaty.exhaustedYearsShare),
          cell(treaty.averageReinstatementPremiumUsd, unit),
          treaty.cededPremiumUsd === null ? '-' : cell(treaty.cededPremiumUsd, unit),
        ],
        note: treatyInWords(treaty.terms),
      })),
    },
    bullets([
      ...order(treaties),
      'Means add up to the gross less the net average. Pays in: share of the years; used up in: those that use the whole limit of a year.',
      'Reinstatement: premium owed on average for limits used. Premium: as stated, for the share placed. Neither is in the net loss.',
      'Treaties count as in force in every year, each with its whole limit.',
    ]),
  ];
}

function order(treaties: readonly { readonly terms: TreatyTerms }[]): readonly string[] {
  if (treaties.length < 2) return [];
  return ['Treaties of one priority see the same loss, and those of the next what is left.'];
}
