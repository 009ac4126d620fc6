import type { TreatyYears } from '../../core/insurance/book-years/book-years-result.ts';
import type { TreatyLoss } from '../../core/insurance/portfolio/reinsured-event.ts';
import type { LayerTerms, TreatyTerms } from '../../core/insurance/reinsurance/treaty.ts';
import { cell, columnUnit, usdIn } from '../amount-column.ts';
import { amountInWords, grouped } from '../amounts.ts';
import { bullets, heading, type Block, type Column } from '../blocks.ts';
import { numberInLetters, percentInWords } from '../words.ts';

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
        cells: [nameOf(terms), percent(payingShare), ...[mean, p5, p50, p95].map((usd) => cell(usd, unit))],
        note: inForce ? termsInWords(terms) : 'Not in force at the start of the event: pays nothing.',
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
          nameOf(treaty.terms),
          cell(treaty.averageRecoveryUsd.meanNeutral, unit),
          percent(treaty.payingYearsShare),
          treaty.exhaustedYearsShare === null ? '-' : percent(treaty.exhaustedYearsShare),
          cell(treaty.averageReinstatementPremiumUsd, unit),
          treaty.cededPremiumUsd === null ? '-' : cell(treaty.cededPremiumUsd, unit),
        ],
        note: termsInWords(treaty.terms),
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

function nameOf({ number, name, type }: TreatyTerms): string {
  return `${number} ${name ?? type}`;
}

/** The terms of a treaty as they are read, in the order in which they apply. */
function termsInWords(terms: TreatyTerms): string {
  const { cededShare, occurrence, aggregate, placedShare, reinstatementCharges: charges } = terms;
  const once = charges.length === 0 && occurrence.limit !== null && aggregate.limit === occurrence.limit;
  // A limit of the year that follows from that of an event needs no words of its own.
  const saysYear = isLayer(aggregate) && !(aggregate.attachment === 0 && (once || charges.length > 0));
  const parts = [
    ...(cededShare < 1 ? [`${exactPercent(cededShare)} of every loss`] : []),
    ...(cededShare === 1 && !isLayer(occurrence) && !isLayer(aggregate) ? ['every loss'] : []),
    ...(isLayer(occurrence) ? [`${layerInWords(occurrence)} of an event`] : []),
    ...(isLayer(occurrence) ? [`one cause within ${terms.eventHours} h is one event`] : []),
    ...(once ? ['no reinstatement'] : []),
    ...(charges.length > 0 ? [reinstatementsInWords(charges)] : []),
    ...(saysYear ? [`${layerInWords(aggregate)} of a year`] : []),
    placedShare === 1 ? 'all placed' : `${exactPercent(placedShare)} placed`,
  ];
  return `${terms.type}, priority ${terms.inuringPriority}: ${parts.join('; ')}.`;
}

const isLayer = ({ attachment, limit }: LayerTerms): boolean => attachment > 0 || limit !== null;

function layerInWords({ attachment, limit }: LayerTerms): string {
  const most = limit === null ? 'all' : `$${dollars(limit)}`;
  return attachment === 0 ? `at most ${most}` : `${most} above $${dollars(attachment)}`;
}

function reinstatementsInWords(charges: readonly number[]): string {
  const cost = (charge: number): string => (charge === 0 ? 'free' : `at ${exactPercent(charge)}`);
  const costs = charges.every((charge) => charge === charges[0]) ? charges.slice(0, 1) : charges;
  const noun = charges.length === 1 ? 'reinstatement' : 'reinstatements';
  return `${numberInLetters(charges.length)} ${noun} ${costs.map(cost).join(', ')}`;
}

/** As the file has it, without the rounding that a result gets. */
const exactPercent = (share: number): string => `${Number((share * 100).toPrecision(10))} %`;

const dollars = (usd: number): string => grouped(Math.round(usd));
