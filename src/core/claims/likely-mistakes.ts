import type { ClaimUnit } from './claim.ts';
import type { LikelyMistake, PastClaim, PublishedLoss, Verdict } from './claim-assessment.ts';
import { unitsIn, type EventMeasures } from './claim-total.ts';
import { centreUsd, isFlagged, type ClaimTotal } from './verdict.ts';

/** A slip that people make with such figures, and what undoes it. */
interface Slip {
  readonly id: string;
  readonly words: string;
  /** The right figure ÷ the one that was stated. */
  readonly factor: number;
}

export interface MistakeContext {
  readonly claim: ClaimTotal;
  readonly unit: ClaimUnit;
  readonly verdict: Verdict;
  readonly event: EventMeasures;
  /** Verdict on another total, by the same measures. */
  readonly judge: (total: ClaimTotal) => Verdict;
  /** Verdict on the same total, read as another kind of figure; null where that is not estimated. */
  readonly judgeAs: { readonly interrupted: Verdict | null; readonly revenue: Verdict | null };
  /** Units of other currencies per US dollar ÷ those of the stated one. */
  readonly currencies: readonly { readonly code: string; readonly ratio: number }[];
  /** Rates and figures that were published about the same family of events, and about outages in general. */
  readonly pastClaims: readonly PastClaim[];
  readonly figures: readonly PublishedLoss[];
}

/** Two figures within 2 % of each other are the same figure, rounded. */
const SAME = 0.02;

/**
 * Slips that would explain a figure: each only if the figure without it is plausible and the figure itself is not. A
 * total that equals a rate published about the same event is named in any case.
 */
export function likelyMistakes(context: MistakeContext): readonly LikelyMistake[] {
  const { claim, verdict } = context;
  if (!Number.isFinite(claim.highUsd) && claim.lowUsd === 0) return [];
  const rate = rateReadAsTotal(context);
  if (!isFlagged(verdict)) return rate;
  const slips = [...unitSlips(context), ...scaleSlips, ...currencySlips(context)]
    .filter(({ factor }) => context.judge(times(claim, factor)) === 'plausible')
    .map(({ id, words, factor }) => mistake(id, words, times(claim, factor)));
  return [...rate, ...slips, ...kindSlips(context), ...surveyTimesCount(context), ...oneForAll(context)];
}

const scaleSlips: readonly Slip[] = [
  { id: 'ten-times-high', words: 'ten times too high: a decimal point lost', factor: 0.1 },
  { id: 'ten-times-low', words: 'ten times too low: a decimal point moved', factor: 10 },
  {
    id: 'thousand-times-high',
    words: 'a thousand times too high: millions written as billions, or a long-scale word misread',
    factor: 1e-3,
  },
  {
    id: 'thousand-times-low',
    words: 'a thousand times too low: billions written as millions, or a long-scale word misread',
    factor: 1e3,
  },
  {
    id: 'million-times-high',
    words: 'a million times too high: millions written as trillions',
    factor: 1e-6,
  },
  {
    id: 'million-times-low',
    words: 'a million times too low: a figure in millions without the word',
    factor: 1e6,
  },
];

function unitSlips({ unit, event }: MistakeContext): readonly Slip[] {
  const { hours } = event;
  if (!(hours > 0)) return [];
  const perDay = unitsIn('per-day', event)!;
  switch (unit) {
    case 'total':
      return [
        { id: 'rate-per-hour', words: 'a rate per hour, read as the total', factor: hours },
        ...(hours > 24
          ? [{ id: 'rate-per-day', words: 'a rate per day, read as the total', factor: perDay }]
          : []),
      ];
    case 'per-hour':
      return [
        { id: 'total-per-hour', words: 'the total, read as a rate per hour', factor: 1 / hours },
        { id: 'day-as-hour', words: 'a rate per day, read as one per hour', factor: 1 / 24 },
      ];
    case 'per-day':
      return [
        { id: 'total-per-day', words: 'the total, read as a rate per day', factor: 1 / perDay },
        { id: 'hour-as-day', words: 'a rate per hour, read as one per day', factor: 24 },
      ];
    case 'per-minute':
      return [{ id: 'hour-as-minute', words: 'a rate per hour, read as one per minute', factor: 1 / 60 }];
    case 'per-week':
    case 'per-firm':
    case 'per-firm-hour':
    case 'per-customer':
      return [];
  }
}

function currencySlips({ currencies }: MistakeContext): readonly Slip[] {
  return currencies.map(({ code, ratio }) => ({
    id: `currency-${code.toLowerCase()}`,
    words: `an amount in ${code}, taken for another currency`,
    factor: 1 / ratio,
  }));
}

/** The figure is right, its name is not. */
function kindSlips({ claim, judgeAs }: MistakeContext): readonly LikelyMistake[] {
  return [
    ...(judgeAs.interrupted === 'plausible'
      ? [mistake('interrupted-not-lost', 'work interrupted, before any of it was made up later', claim)]
      : []),
    ...(judgeAs.revenue === 'plausible'
      ? [
          mistake(
            'revenue-not-loss',
            'sales of the hours, most of which were made later or cost money to make',
            claim,
          ),
        ]
      : []),
  ];
}

function rateReadAsTotal({ claim, unit, event, pastClaims }: MistakeContext): readonly LikelyMistake[] {
  if (unit !== 'total') return [];
  const rates = pastClaims.filter(
    (past) =>
      past.family !== null && isRate(past.unit) && isSame(Math.sqrt(past.lowUsd * past.highUsd), claim),
  );
  const [rate] = rates;
  const units = rate === undefined ? null : unitsIn(rate.unit, event);
  if (rate === undefined || units === null) return [];
  const words = `the same figure was published as a rate ${rate.unit.replace('-', ' ')}`;
  return [mistake('published-as-rate', words, times(claim, units))];
}

function isRate(unit: ClaimUnit): boolean {
  return ['per-minute', 'per-hour', 'per-day', 'per-week'].includes(unit);
}

/** A survey's cost of an hour at one large firm, times every firm on a list. */
function surveyTimesCount({ claim, verdict, event, pastClaims }: MistakeContext): readonly LikelyMistake[] {
  if (verdict === 'implausible-low') return [];
  const [survey] = pastClaims.filter((past) => past.unit === 'per-firm-hour');
  const times = survey === undefined ? null : unitsIn(survey.unit, event);
  if (survey === undefined || times === null) return [];
  const product = { lowUsd: survey.lowUsd * times, highUsd: survey.highUsd * times };
  if (claim.lowUsd > product.highUsd || claim.highUsd < product.lowUsd) return [];
  const words = 'a cost per hour from a survey of large firms, times the number of all firms hit';
  return [mistake('survey-times-count', words, claim)];
}

/** The loss of one company, told as that of everybody. */
function oneForAll({ claim, verdict, figures }: MistakeContext): readonly LikelyMistake[] {
  if (verdict !== 'implausible-low') return [];
  const [one] = figures.filter(({ company, usd }) => company && isSame(usd, claim));
  if (one === undefined) return [];
  return [mistake('one-for-all', `the figure of one company alone (${one.title})`, claim)];
}

function isSame(usd: number, claim: ClaimTotal): boolean {
  return Math.abs(Math.log(usd / centreUsd(claim))) <= Math.log(1 + SAME);
}

function times(claim: ClaimTotal, factor: number): ClaimTotal {
  return { ...claim, lowUsd: claim.lowUsd * factor, highUsd: claim.highUsd * factor };
}

function mistake(id: string, words: string, { lowUsd, highUsd }: ClaimTotal): LikelyMistake {
  return {
    id,
    words,
    correctedLowUsd: lowUsd,
    correctedHighUsd: Number.isFinite(highUsd) ? highUsd : null,
  };
}
