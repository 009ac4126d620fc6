import type { LayerTerms, TreatyTerms } from '../../core/insurance/reinsurance/treaty.ts';
import { grouped } from '../amounts.ts';
import { numberInLetters } from '../words.ts';

/** How a language says the terms of a treaty; figures and amounts come in as text. */
export interface TreatyPhrases {
  readonly terms: (type: string, priority: number, parts: string) => string;
  /** Between two terms. */
  readonly between: string;
  readonly dollars: (usd: string) => string;
  readonly percent: (percent: string) => string;
  readonly shareOfLosses: (percent: string) => string;
  readonly everyLoss: string;
  readonly ofEvent: (layer: string) => string;
  readonly oneEvent: (hours: number) => string;
  readonly ofYear: (layer: string) => string;
  readonly atMost: (most: string) => string;
  readonly above: (most: string, attachment: string) => string;
  /** Without a limit. */
  readonly all: string;
  readonly noReinstatement: string;
  /** @param costs  of each, or of all where they are alike */
  readonly reinstatements: (count: number, costs: string) => string;
  readonly free: string;
  readonly atCharge: (percent: string) => string;
  readonly allPlaced: string;
  readonly placed: (percent: string) => string;
}

export const englishTreaty: TreatyPhrases = {
  terms: (type, priority, parts) => `${type}, priority ${priority}: ${parts}.`,
  between: '; ',
  dollars: (usd) => `$${usd}`,
  percent: (percent) => `${percent} %`,
  shareOfLosses: (percent) => `${percent} of every loss`,
  everyLoss: 'every loss',
  ofEvent: (layer) => `${layer} of an event`,
  oneEvent: (hours) => `one cause within ${hours} h is one event`,
  ofYear: (layer) => `${layer} of a year`,
  atMost: (most) => `at most ${most}`,
  above: (most, attachment) => `${most} above ${attachment}`,
  all: 'all',
  noReinstatement: 'no reinstatement',
  reinstatements: (count, costs) =>
    `${numberInLetters(count)} ${count === 1 ? 'reinstatement' : 'reinstatements'} ${costs}`,
  free: 'free',
  atCharge: (percent) => `at ${percent}`,
  allPlaced: 'all placed',
  placed: (percent) => `${percent} placed`,
};

export function treatyName({ number, name, type }: TreatyTerms): string {
  return `${number} ${name ?? type}`;
}

/** The terms of a treaty as they are read, in the order in which they apply. */
export function treatyInWords(terms: TreatyTerms, say: TreatyPhrases = englishTreaty): string {
  const { cededShare, occurrence, aggregate, placedShare, reinstatementCharges: charges } = terms;
  const once = charges.length === 0 && occurrence.limit !== null && aggregate.limit === occurrence.limit;
  // A limit of the year that follows from that of an event needs no words of its own.
  const saysYear = isLayer(aggregate) && !(aggregate.attachment === 0 && (once || charges.length > 0));
  const parts = [
    ...(cededShare < 1 ? [say.shareOfLosses(exactPercent(cededShare, say))] : []),
    ...(cededShare === 1 && !isLayer(occurrence) && !isLayer(aggregate) ? [say.everyLoss] : []),
    ...(isLayer(occurrence) ? [say.ofEvent(layerInWords(occurrence, say))] : []),
    ...(isLayer(occurrence) ? [say.oneEvent(terms.eventHours)] : []),
    ...(once ? [say.noReinstatement] : []),
    ...(charges.length > 0 ? [say.reinstatements(charges.length, costsInWords(charges, say))] : []),
    ...(saysYear ? [say.ofYear(layerInWords(aggregate, say))] : []),
    placedShare === 1 ? say.allPlaced : say.placed(exactPercent(placedShare, say)),
  ];
  return say.terms(terms.type, terms.inuringPriority, parts.join(say.between));
}

const isLayer = ({ attachment, limit }: LayerTerms): boolean => attachment > 0 || limit !== null;

function layerInWords({ attachment, limit }: LayerTerms, say: TreatyPhrases): string {
  const dollars = (usd: number): string => say.dollars(grouped(Math.round(usd)));
  const most = limit === null ? say.all : dollars(limit);
  return attachment === 0 ? say.atMost(most) : say.above(most, dollars(attachment));
}

function costsInWords(charges: readonly number[], say: TreatyPhrases): string {
  const cost = (charge: number): string =>
    charge === 0 ? say.free : say.atCharge(exactPercent(charge, say));
  const costs = charges.every((charge) => charge === charges[0]) ? charges.slice(0, 1) : charges;
  return costs.map(cost).join(', ');
}

/** As the file has it, without the rounding that a result gets. */
function exactPercent(share: number, say: TreatyPhrases): string {
  return say.percent(String(Number((share * 100).toPrecision(10))));
}
