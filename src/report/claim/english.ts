import type { ClaimMeasure, ClaimUnit, OtherFigure } from '../../core/claims/claim.ts';
import type {
  ClaimFindings,
  JointChange,
  LikelyMistake,
  PastClaim,
  Verdict,
  WouldHaveToBeTrue,
} from '../../core/claims/claim-assessment.ts';
import type { MeasureId } from '../../core/result.ts';
import { amountInWords, grouped, roundForSentence } from '../amounts.ts';
import { cell, columnUnit } from '../amount-column.ts';
import { measureNames, methodNames } from '../names.ts';
import { labelInWords } from '../scope-in-words.ts';
import {
  capitalised,
  countInWords,
  dateInWords,
  hoursInWords,
  joinWords,
  percentInWords,
  plural,
} from '../words.ts';
import type { AnswerRow, ClaimSentences, TitledTable } from './claim-sentences.ts';
import {
  decisiveEndUsd,
  isLow,
  isOneFigure,
  isRange,
  oneIn,
  ourFigure,
  pastClaimsToShow,
  shareBeyond,
  timesInDigits,
} from './figures.ts';
import { publishedUsd, statedAmount } from './stated-amount.ts';

export interface ClaimWordsOptions {
  /** False prints ASCII only. */
  readonly unicode: boolean;
  readonly countryNames?: ReadonlyMap<string, string> | undefined;
}

const usd = (amount: number): string => amountInWords(amount);
const firstUsd = (amount: number): string => amountInWords(amount, { first: true });
const tooHigh = new Set<Verdict>(['exceeds-ceiling', 'implausible-high']);

const MOST_ALTERNATIVES = 6;
const MOST_SLIPS = 3;

export function englishSentences({ unicode, countryNames }: ClaimWordsOptions): ClaimSentences {
  const scopeOf = ({ ceiling, estimate }: ClaimFindings): string =>
    labelInWords(ceiling?.economy ?? estimate.scope, countryNames);
  const hoursOf = (claim: ClaimFindings): string => hoursInWords(claim.ceiling?.hours ?? 0, unicode);
  return {
    title: ({ claim, event }) => `"${shortened(claim.text)}": ${event.title}`,
    headline: (claim) => headline(claim, scopeOf(claim)),
    rows: (claim) => rows(claim, scopeOf(claim), hoursOf(claim)),
    quote: (claim) => `${firstSentence(claim, scopeOf(claim), hoursOf(claim))} ${secondSentence(claim)}`,
    quoteTitle: 'To quote',
    tables: (claim) => [
      ...otherReadings(claim),
      ...byKind(claim),
      ...needed(claim),
      ...joint(claim),
      ...pastClaims(claim),
      ...neighbours(claim),
    ],
    record: (claim) => ({
      title: 'Record',
      lines: [
        `id ${claim.id}; estimate ${claim.estimate.id}, seed ${claim.estimate.seed}, ${plural(claim.estimate.draws, 'draw')}`,
      ],
    }),
  };
}

function shortened(text: string): string {
  return text.length > 120 ? `${text.slice(0, 117)}...` : text;
}

/** Kinds of loss where no other stands before them to be compared with. */
const kindNames: Readonly<Record<MeasureId, string>> = {
  ...measureNames,
  'corporate-interruption': 'interrupted at firms, before any catch-up',
};

const otherFigures: Readonly<Record<OtherFigure, string>> = {
  'market-value': 'a change of market value, which is no loss of work or sales',
  'trading-loss': 'a loss from trading, not from hours without a service',
  compensation: 'compensation, which moves money and loses none',
  'service-credit': 'credit for a service, which moves money and loses none',
  investment: 'money to be invested, not money lost',
  'several-years': 'a sum over several years or events',
  'survey-rate': "a rate from a survey of firms, not this event's loss",
  'per-record': 'a cost for each record of data, not for hours without a service',
  scenario: 'a scenario, not this event',
};

function headline(claim: ClaimFindings, scope: string): string {
  const { verdict, ratioLowToMedian: low, ratioHighToMedian: high } = claim;
  const ratio = low ?? high;
  const atLeast = isOneFigure(claim) ? 'about' : 'at least';
  switch (verdict) {
    case 'exceeds-ceiling':
      return claim.ceiling === null
        ? 'ABOVE ALL THAT CAN BE LOST IN THAT TIME'
        : `ABOVE EVERYTHING THAT ${scope.toUpperCase()} PRODUCES IN THAT TIME`;
    case 'implausible-high':
      return `IMPLAUSIBLY HIGH: ${atLeast} ${grouped(timesInDigits(ratio ?? 0))} times our middle estimate`;
    case 'implausible-low':
      return `IMPLAUSIBLY LOW: our middle estimate is ${atLeast} ${grouped(timesInDigits(1 / (high ?? low ?? 1)))} times as high`;
    case 'high-but-possible':
      return `HIGH BUT POSSIBLE: ${reach(claim)}`;
    case 'low-but-possible':
      return `LOW BUT POSSIBLE: ${reach(claim)}`;
    case 'plausible':
      return 'NOT RULED OUT: inside our range';
    case 'not-comparable':
      return `NOT COMPARABLE: this is ${notComparable(claim)}`;
    case 'needs-review':
      return `UNCLEAR: ${unclear(claim)}`;
  }
}

function reach(claim: ClaimFindings): string {
  const share = shareBeyond(claim);
  const does = isLow(claim.verdict) ? 'are as low' : 'reach it';
  if (share === null) return 'near the end of our range';
  if (share === 0) return `none of our outcomes ${does}`;
  const many =
    share >= 0.05 ? `about ${Math.max(1, Math.round(share * 20))} in 20` : `about 1 in ${oneIn(share)}`;
  return share >= 0.005 ? `${many} of our outcomes ${does}` : `fewer than 1 in 200 of our outcomes ${does}`;
}

function notComparable({ claim, estimate }: ClaimFindings): string {
  const { measure, unit, scope } = claim;
  if (measure !== null && measure in otherFigures) return otherFigures[measure as OtherFigure];
  if (unit === 'per-firm' || unit === 'per-firm-hour') return otherFigures['survey-rate'];
  if (unit === 'per-customer') return 'a rate for each customer, of whom no count is kept';
  return `about ${scope?.words ?? 'another scope'}; our estimate is about ${labelInWords(estimate.scope)}`;
}

function unclear(claim: ClaimFindings): string {
  const { alternatives } = claim.claim;
  if (claim.claim.low === null && claim.claim.high === null) return 'no amount of money could be read in it';
  const other = alternatives.find(({ verdict }) => verdict !== alternatives[0]?.verdict) ?? alternatives[0];
  if (
    other === undefined ||
    claim.rule.words.startsWith('nothing') ||
    claim.rule.words.startsWith('the rate')
  ) {
    return claim.rule.words;
  }
  return `it can be read as ${statedAmount(claim.claim)} or as ${statedAmount(other.amount)}`;
}

const unitWords: Readonly<Record<ClaimUnit, string>> = {
  total: 'in total',
  'per-minute': 'a minute',
  'per-hour': 'an hour',
  'per-day': 'a day',
  'per-week': 'a week',
  'per-firm': 'for each firm',
  'per-firm-hour': 'an hour for each firm',
  'per-customer': 'for each customer',
};

const boundWords = { none: '', 'at-least': ' or more', 'up-to': ' or less' } as const;

function rows(claim: ClaimFindings, scope: string, hours: string): readonly AnswerRow[] {
  const { ceiling } = claim;
  const ours = ourFigure(claim);
  const range = `from ${usd(ours.p5)} to ${usd(ours.p95)}`;
  const row = (label: string, text: string | null): AnswerRow[] => (text === null ? [] : [{ label, text }]);
  return [
    ...row('Read as', readAs(claim)),
    ...row(
      'Our figure',
      `about ${firstUsd(ours.p50)}, ${kindNames[ours.measure]}; 9 chances in 10: ${range}`,
    ),
    ...row(
      'For scale',
      ceiling === null ? null : `${scope} produced about ${usd(ceiling.scopeUsd)} in those ${hours}`,
    ),
    ...row('To be true', toBeTrue(claim)),
    ...row('Chance', chance(claim)),
    ...row('To reach it', toReach(claim)),
    ...row('Likely slip', slip(claim.likelyMistakes)),
    ...row('Rule', `${claim.rule.words}${limit(claim)}`),
  ];
}

function readAs({ claim, comparisons, verdict }: ClaimFindings): string {
  if (claim.low === null && claim.high === null) return 'no amount of money';
  const amount = `${statedAmount(claim)}${boundWords[claim.bound]} ${unitWords[claim.unit]}`;
  const inUsd = claim.currency === 'USD' && claim.unit === 'total' ? '' : totalInUsd(claim);
  const about = claim.scope === null ? '' : `; about ${claim.scope.words}`;
  const currency = claim.currencyStated ? '' : '; no currency is named, see below';
  return `${amount}${inUsd}${currency}${about}; ${kindOfLoss(
    claim.measure,
    comparisons.map((row) => row.verdict),
    verdict,
  )}`;
}

function totalInUsd({ lowUsd, highUsd }: ClaimFindings['claim']): string {
  if (lowUsd === null && highUsd === null) return '';
  const ends = [lowUsd, highUsd].filter((end) => end !== null);
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  return ` (${statedAmount({ low: rounded(low), high: rounded(high), currency: 'USD' })} in all)`;
}

/** A converted amount is no more exact than its rate. */
function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

function kindOfLoss(measure: ClaimMeasure | null, verdicts: readonly Verdict[], verdict: Verdict): string {
  if (measure !== null) {
    const name =
      measure in kindNames ? kindNames[measure as MeasureId] : otherFigures[measure as OtherFigure];
    return `kind of loss: ${name}`;
  }
  if (verdicts.length === 0) return 'kind of loss not stated';
  const against = 'kind of loss not stated, so it was set against every kind we estimate';
  if (verdict === 'needs-review') return against;
  const same = verdicts.every((other) => other === verdict);
  return `${against}. ${same ? 'Same verdict for each.' : 'Not the same verdict for each: see below.'}`;
}

function toBeTrue(claim: ClaimFindings): string | null {
  const simple = claim.wouldHaveToBeTrue.filter((row) => row.within === null && row.needed !== null);
  if (simple.length === 0 || claim.verdict === 'plausible') return null;
  return joinWords(
    simple.map((row) => simpleInWords(row, isLow(claim.verdict))),
    'or',
  );
}

function simpleInWords({ input, words, needed }: WouldHaveToBeTrue, low: boolean): string {
  if (needed === null) return '';
  if (input === 'share-of-output') {
    const share =
      needed > 1
        ? `${grouped(timesInDigits(needed))} times`
        : `${low ? 'only ' : ''}${percentInWords(needed)} of`;
    return `${share} everything produced in those hours would have been lost${low ? '' : ', none of it made up later'}`;
  }
  const firms = /\(([\d,]+) of them\)/.exec(words)?.[1] ?? '';
  const who = words.includes('named') ? `the ${firms} firms named` : `the ${firms} organisations hit`;
  return `each of ${who} would have lost ${low ? 'only ' : ''}${usd(needed)}`;
}

function chance(claim: ClaimFindings): string | null {
  const share = shareBeyond(claim);
  const end = decisiveEndUsd(claim);
  if (share === null || end === null || claim.rule.number < 3) return null;
  const even = isRange(claim) ? 'even ' : '';
  const figure = publishedUsd(end);
  const many = share >= 0.05 && Math.round(share * 20) !== 1;
  const reaches = isLow(claim.verdict)
    ? `of our outcomes ${many ? 'are' : 'is'} as low as ${even}${figure}`
    : `of our outcomes ${many ? 'reach' : 'reaches'} ${even}${figure}`;
  if (share === 0) return `none ${reaches}`;
  if (share < 0.01) return `fewer than 1 in ${share < 0.001 ? '1,000' : '100'} ${reaches}`;
  return `${many ? `about ${Math.round(share * 20)} in 20` : `about 1 in ${oneIn(share)}`} ${reaches}`;
}

function toReach(claim: ClaimFindings): string | null {
  const inputs = claim.wouldHaveToBeTrue.filter((row) => row.within !== null);
  if (inputs.length === 0 || claim.verdict === 'plausible') return null;
  const enough = inputs.filter((row) => row.withinRange);
  if (enough.length === 0) {
    return claim.jointChange === null
      ? 'no single input suffices within its range, and not all of them together'
      : 'no single input suffices within its range; together: below';
  }
  return `enough by itself, within its range: ${joinWords(enough.map((row) => row.words))}`;
}

function slip(mistakes: readonly LikelyMistake[]): string | null {
  if (mistakes.length === 0) return null;
  return `it would fit if it were ${mistakes.slice(0, MOST_SLIPS).map(slipInWords).join('; or ')}`;
}

function slipInWords({ words, correctedLowUsd: low, correctedHighUsd: high, id }: LikelyMistake): string {
  // These call it another kind of figure; the others change its size.
  if (['interrupted-not-lost', 'revenue-not-loss', 'survey-times-count', 'one-for-all'].includes(id))
    return words;
  return `${words} (${statedAmount({ low: rounded(low), high: high === null ? null : rounded(high), currency: 'USD' }, false)})`;
}

function limit({ verdict, comparisons, measureCompared, rule }: ClaimFindings): string {
  const compared = comparisons.find(({ measure }) => measure === measureCompared);
  if (compared === undefined || rule.number < 5) return '';
  if (verdict === 'implausible-high' || verdict === 'high-but-possible') return ` (${usd(compared.p95)})`;
  if (verdict === 'implausible-low' || verdict === 'low-but-possible') return ` (${usd(compared.p5)})`;
  return '';
}

function firstSentence(claim: ClaimFindings, scope: string, hours: string): string {
  const end = decisiveEndUsd(claim);
  const { ceiling, verdict } = claim;
  if (end === null) return `The claim names no amount that could be checked.`;
  const one = isOneFigure(claim);
  const figure = publishedUsd(end, true);
  switch (verdict) {
    case 'exceeds-ceiling':
      return ceiling === null
        ? `${capitalised(figure)} is more than the whole business makes in that time.`
        : `${figure} is ${grouped(timesInDigits(ceiling.shareOfScopeNeeded))} times everything that ${scope} produced in those ${hours}.`;
    case 'implausible-high': {
      const subject = one ? `A loss of ${figure}` : `Even the lowest reading, ${figure},`;
      return ceiling === null
        ? `${subject} would be about ${grouped(timesInDigits(claim.ratioLowToMedian ?? claim.ratioHighToMedian ?? 0))} times the middle estimate.`
        : `${subject} would need ${percentInWords(ceiling.shareOfScopeNeeded)} of everything ${scope} produced in those ${hours}, none of it made up later.`;
    }
    case 'implausible-low':
      return `A loss of ${statedInUsd(claim)} would be implausibly low: ${chance(claim) ?? 'it lies far below our range'}.`;
    case 'high-but-possible':
    case 'low-but-possible':
    case 'plausible': {
      const words = verdict === 'plausible' ? 'is not ruled out' : `is ${verdict.replaceAll('-', ' ')}`;
      return `The figure of ${statedInUsd(claim)} ${words}: ${chance(claim) ?? 'it lies near the end of our range'}.`;
    }
    case 'not-comparable':
      return `The figure of ${statedInUsd(claim)} is ${notComparable(claim)}.`;
    case 'needs-review':
      return `The claim is unclear: ${unclear(claim)}.`;
  }
}

function statedInUsd({ claim }: ClaimFindings): string {
  const total = claim.currency === 'USD' && claim.unit === 'total';
  return `${statedAmount(claim)}${boundWords[claim.bound]}${claim.unit === 'total' ? '' : ` ${unitWords[claim.unit]}`}${total ? '' : totalInUsd(claim)}`;
}

function secondSentence(claim: ClaimFindings): string {
  const ours = ourFigure(claim);
  const middle = `lossrange, an open model, estimates about ${usd(ours.p50)} ${kinds[ours.measure]}`;
  if (tooHigh.has(claim.verdict)) {
    return `${middle}, with 19 chances in 20 that it is below ${usd(ours.p95)}.`;
  }
  if (claim.verdict === 'implausible-low') {
    return `${middle}, with 19 chances in 20 that it is above ${usd(ours.p5)}.`;
  }
  return `${middle}; 9 chances in 10: from ${usd(ours.p5)} to ${usd(ours.p95)}.`;
}

/** A kind of loss behind an amount. */
const kinds: Readonly<Record<MeasureId, string>> = {
  'economic-loss': 'lost for good',
  'interrupted-output': 'interrupted, before any catch-up',
  'corporate-interruption': 'interrupted at firms, before any catch-up',
  revenue: 'in sales not made',
  cost: 'in cost to the companies',
  profit: 'in profit lost',
  'insured-industry': 'paid by insurers',
  'household-time': "of people's own time",
};

export const verdictNames: Readonly<Record<Verdict, string>> = {
  'exceeds-ceiling': 'above everything produced',
  'implausible-high': 'implausibly high',
  'high-but-possible': 'high but possible',
  plausible: 'not ruled out',
  'low-but-possible': 'low but possible',
  'implausible-low': 'implausibly low',
  'not-comparable': 'not comparable',
  'needs-review': 'unclear',
};

function otherReadings({ claim }: ClaimFindings): readonly TitledTable[] {
  if (claim.alternatives.length === 0) return [];
  return [
    {
      title: 'Other readings',
      words: null,
      headers: ['read as', 'because', 'then it is'],
      rows: claim.alternatives
        .slice(0, MOST_ALTERNATIVES)
        .map(({ amount, because, verdict }) => [
          `${statedAmount(amount)} ${unitWords[amount.unit]}`,
          because,
          verdictNames[verdict],
        ]),
    },
  ];
}

function byKind({ claim, comparisons, rule }: ClaimFindings): readonly TitledTable[] {
  if (claim.measure !== null || comparisons.length < 2 || rule.number < 3) return [];
  const unit = columnUnit(comparisons.map(({ p95 }) => p95));
  const figure = (amount: number): string => grouped(roundForSentence(amount).div(unit.size));
  return [
    {
      title: 'Set against every kind of loss',
      words: 'The verdict rests on those that a bare "loss" or "cost" can mean, not on sales or insurance.',
      headers: ['', `US$ ${unit.name}`, '9 chances in 10', 'the claim is'],
      rows: comparisons.map(({ measure, p5, p50, p95, verdict }) => [
        kindNames[measure],
        cell(p50, unit),
        `${figure(p5)} to ${figure(p95)}`,
        verdictNames[verdict],
      ]),
    },
  ];
}

function needed({ wouldHaveToBeTrue, verdict }: ClaimFindings): readonly TitledTable[] {
  const inputs = wouldHaveToBeTrue.filter((row) => row.within !== null);
  if (inputs.length === 0 || verdict === 'plausible') return [];
  return [
    {
      title: 'What one input alone would have to be',
      words: 'Each for the middle of one way of counting, all other inputs at their middle.',
      headers: ['input', 'needed', 'we think', 'way of counting'],
      rows: inputs.map(({ words, needed: value, range, unit, within }) => [
        words,
        value === null ? 'no value' : inUnit(value, unit),
        range === null ? '' : rangeInUnit(range.low, range.high, unit),
        within === null ? '' : methodNames[within],
      ]),
    },
  ];
}

/** A value of an input with its unit, to two digits. */
function inUnit(value: number, unit: string): string {
  if (unit.startsWith('USD')) return `${usd(value)}${unit.slice(3)}`;
  if (unit.startsWith('share')) return percentInWords(value);
  const figure = countInWords(Number(value.toPrecision(2)));
  return unit === '' ? figure : unit === 'factor' ? `times ${figure}` : `${figure} ${unit}`;
}

/** Both ends, the unit once. */
function rangeInUnit(low: number, high: number, unit: string): string {
  if (unit.startsWith('USD')) return `${usd(low)} to ${usd(high)}`;
  if (unit.startsWith('share'))
    return `${percentInWords(low).replace(' percent', '')} to ${percentInWords(high)}`;
  return `${countInWords(Number(low.toPrecision(2)))} to ${inUnit(high, unit)}`;
}

function joint({ jointChange, verdict }: ClaimFindings): readonly TitledTable[] {
  if (jointChange === null || verdict === 'plausible') return [];
  return [
    {
      title: 'The least unlikely way there, all inputs together',
      words: `${capitalised(chanceOf(jointChange))}, counting ${methodNames[jointChange.within]}.`,
      headers: ['input', 'would have to be', 'how far out'],
      rows: jointChange.inputs.map(({ words, needed: value, unit, percentile }) => [
        words,
        value === null ? (percentile > 0.5 ? 'higher' : 'lower') : inUnit(value, unit),
        tail(percentile),
      ]),
    },
  ];
}

function chanceOf({ chance: share }: JointChange): string {
  if (share < 1e-6) return 'less than 1 chance in a million';
  return share < 0.5 ? `about 1 chance in ${grouped(oneIn(share))}` : 'more likely than not';
}

function tail(percentile: number): string {
  const [share, side] = percentile > 0.5 ? [1 - percentile, 'above'] : [percentile, 'below'];
  if (share > 0.4) return 'near the middle';
  return `1 chance in ${grouped(Math.max(2, oneIn(Math.max(share, 1e-5))))} ${side} it`;
}

const fates: Readonly<Record<string, string>> = {
  confirmed: 'confirmed',
  plausible: 'held up',
  company_guidance: 'company guidance',
  contested: 'contested',
  implausible: 'implausible',
  misprint: 'a misprint',
  unit_error: 'wrong unit',
  not_a_loss: 'no loss',
  too_low: 'too low',
  high_side: 'on the high side',
  low_side: 'on the low side',
  weak_method: 'weak method',
  ambiguous: 'ambiguous',
  unverified: 'never verified',
  internally_inconsistent: 'contradicts itself',
  gross_not_net: 'before savings',
  measure_mismatch: 'another kind of cost',
  benchmark: 'a scenario',
};

function pastClaims(claim: ClaimFindings): readonly TitledTable[] {
  const shown = pastClaimsToShow(claim);
  const more = claim.pastClaims.length - shown.length;
  if (shown.length === 0) return [];
  return [
    {
      title: 'Claims about this outage, and what became of them',
      words: more > 0 ? `${grouped(more)} more with --format json.` : null,
      headers: ['claimed', 'who, when', 'fate'],
      rows: shown.map((past) => [
        pastAmount(past),
        `${past.claimant}, ${monthInWords(past.date)}`,
        fates[past.assessment] ?? past.assessment,
      ]),
    },
  ];
}

/** `2025-10` as `October 2025`; a full date as `20 October 2025`. */
function monthInWords(date: string): string {
  return /^\d{4}-\d{2}$/.test(date) ? dateInWords(`${date}-01`).replace(/^1 /, '') : dateInWords(date);
}

function pastAmount({ lowUsd, highUsd, unit }: PastClaim): string {
  const per = unit === 'total' ? '' : ` ${unitWords[unit]}`;
  return `${statedAmount({ low: rounded(lowUsd), high: rounded(highUsd), currency: 'USD' }, false)}${per}`;
}

function neighbours({ neighbours: rows }: ClaimFindings): readonly TitledTable[] {
  if (rows.length === 0) return [];
  return [
    {
      title: 'Other outages of about the size claimed',
      words: null,
      headers: ['published', 'outage', 'kind of loss'],
      rows: rows.map(({ usd: amount, title, measure }) => [publishedUsd(amount), title, kindNames[measure]]),
    },
  ];
}
