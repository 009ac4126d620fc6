import type { PriceResult, WaitingRow } from '../../core/insurance/price/price-result.ts';
import { Decimal } from 'decimal.js';
import { currencySign, grouped, roundForSentence, roundToDigits } from '../amounts.ts';
import { heading, paragraph, title, type Block, type Column, type TableBlock } from '../blocks.ts';
import { moneyIn, type Money } from '../context.ts';
import { rateInWords, type CurrencyRate } from '../currency.ts';
import { assumptionBlocks } from '../explain-text.ts';
import { percentInWords, plural } from '../words.ts';
import { recaptureWords, modeWords, otherWordingInWords, rateInPercent, stepWords } from './price-words.ts';

/** What a risk should cost, and why: for a terminal. Money is in the currency of the rate, US dollars without one. */
export function priceDocument(
  result: PriceResult,
  command?: string,
  currency?: CurrencyRate,
): readonly Block[] {
  const money = moneyIn(currency);
  return [
    title(subjectOf(result, money)),
    ...answer(result, money),
    waitingTable(result.waiting, money),
    paragraph(otherWordingSentence(result, money)),
    ...fromLossToPrice(result, money),
    ...badYears(result, money),
    ...basis(result, money),
    ...terms(result, money, currency),
    heading(`All ${grouped(result.provenance.length)} assumptions`),
    ...assumptionBlocks(result.provenance),
    ...record(result, command),
  ];
}

function subjectOf({ risk, sectorTitle }: PriceResult, money: Money): string {
  const { annualRevenueUsd, provider, region } = risk.insured;
  const cloud = provider === null ? 'cloud not known' : [provider, region].filter(Boolean).join(' ');
  const { limitUsd, waitingHours } = risk.policy;
  return `${sectorTitle}, ${exact(annualRevenueUsd, money, true)} a year, ${cloud}; limit ${exact(limitUsd, money)}, waits ${waitingHours} h`;
}

/** The answer in one sentence. */
export function premiumSentence({ technicalPremiumUsd }: PriceResult, money: Money): string {
  const { mean, p5, p95 } = technicalPremiumUsd;
  return `Technical premium about ${money.sayFirst(mean)} a year; 9 chances in 10: ${money.say(p5)} to ${money.say(p95)}.`;
}

function answer(result: PriceResult, money: Money): Block[] {
  const { payingOutagesPerYear: paying } = result;
  const { meanNeutral, factorMedianOne } = result.averageGrossLossUsd;
  return [
    paragraph(premiumSentence(result, money)),
    paragraph(
      `Outages that pay: about ${oneIn(paying.mean)}; 9 chances in 10: ${oneIn(paying.p5)} to ${oneIn(paying.p95)}.`,
    ),
    paragraph(
      `Average gross loss ${money.say(meanNeutral)} a year, after terms and before reinsurance; ${money.say(factorMedianOne)} with the structural factor as it is (median 1), not divided by its mean. Ground-up, before terms: ${money.say(result.averageGroundUpLossUsd)}.`,
    ),
  ];
}

/** A rate as a frequency: `1 in 6 years`, `2 a year`. */
function oneIn(perYear: number): string {
  if (perYear === 0) return 'never in the years simulated';
  if (perYear >= 0.95) return `${grouped(roundForSentence(perYear))} a year`;
  return `1 in ${grouped(roundForSentence(1 / perYear))} years`;
}

const right = (header: string): Column => ({ header, align: 'right' });

function waitingTable(rows: readonly WaitingRow[], money: Money): TableBlock {
  const hours = [...new Set(rows.map(({ waitingHours }) => waitingHours))];
  const modes = [...new Set(rows.map(({ mode }) => mode))];
  return {
    kind: 'table',
    columns: [
      { header: 'Waiting period; premium a year', align: 'left' },
      ...hours.map((h) => right(`${h} h`)),
    ],
    rows: modes.map((mode) => ({
      cells: [
        modeWords[mode],
        ...hours.map((h) =>
          twoDigits(
            rows.find((row) => row.mode === mode && row.waitingHours === h)!.technicalPremiumUsd,
            money,
          ),
        ),
      ],
    })),
  };
}

function otherWordingSentence({ otherWording }: PriceResult, money: Money): string {
  const { recapture, technicalPremiumUsd } = otherWording;
  return otherWordingInWords(recapture, money.sayFirst(technicalPremiumUsd));
}

/** Money of the contract, to the cent. */
function exact(usd: number, { code, convert }: Money, first = false): string {
  const amount = code === 'USD' ? usd : new Decimal(convert(usd)).toDecimalPlaces(2);
  return `${currencySign({ currency: code, first })}${grouped(amount)}`;
}

/** Two digits: the table compares, and the range above says how far either is known. */
function twoDigits(usd: number, { convert }: Money): string {
  return grouped(roundToDigits(convert(usd), 2));
}

/** Head of a column of money: `US$`. */
const headOf = ({ columnHead }: Money): string => columnHead({ name: '', size: 1 });

function fromLossToPrice(
  { lines, rateOnLine, standardDeviationUsd, risk }: PriceResult,
  money: Money,
): Block[] {
  return [
    heading(`From loss to price, ${money.code === 'USD' ? 'US dollars' : money.code} a year`),
    {
      kind: 'table',
      columns: [{ header: '', align: 'left' }, right('rate'), right(headOf(money))],
      rows: lines.map(({ step, rate, usd }) => ({
        cells: [
          stepWords[step],
          rate === null ? '' : percentInWords(rate),
          grouped(Math.round(money.convert(usd))),
        ],
        total: step === 'technical-premium',
      })),
    },
    ...(rateOnLine === null
      ? []
      : [paragraph(`Rate on line ${rateInPercent(rateOnLine)}: premium / limit.`)]),
    paragraph(
      risk.load === 'standard-deviation'
        ? `The load is a share of the standard deviation of a year, ${money.say(standardDeviationUsd)}.`
        : 'The load is the cost of capital for the mean of the worst years above the average.',
    ),
  ];
}

function badYears({ aggregateExceedance: rows }: PriceResult, money: Money): Block[] {
  return [
    heading('Bad years: gross loss of a year reached once in so many years'),
    {
      kind: 'table',
      columns: [right('years'), right(`gross loss, ${headOf(money)}`), right('from'), right('to')],
      rows: rows.map(({ returnPeriodYears, grossLossUsd, low, high }) => ({
        cells: [grouped(returnPeriodYears), ...[grossLossUsd, low, high].map((usd) => twoDigits(usd, money))],
      })),
    },
    paragraph('From and to: 95 % interval for the number of simulated years alone.'),
  ];
}

function basis(
  { counted, worlds, yearsPerWorld, standardErrorUsd: error }: PriceResult,
  money: Money,
): Block[] {
  return [
    heading('What the rate rests on'),
    ...counted.map(({ id, outages, years, overHours, perYear, low, high }) =>
      paragraph(
        `${id}: ${plural(outages, 'outage')} longer than ${overHours} h in ${plural(years, 'year')}, ${oneIn(perYear)}; 9 chances in 10: ${oneIn(low)} to ${oneIn(high)}.`,
      ),
    ),
    paragraph(
      `${grouped(worlds)} worlds of ${grouped(yearsPerWorld)} years. Standard error of the average gross loss: ${money.say(error.process)} from the years, ${money.say(error.parameter)} from the worlds.`,
    ),
    paragraph(
      'A world is one draw of all that is not known. The ranges above lie between worlds; a little of their width is chance in the years of each.',
    ),
  ];
}

function terms(
  { risk: { insured, policy } }: PriceResult,
  money: Money,
  currency: CurrencyRate | undefined,
): Block[] {
  const rate: [string, string][] = currency === undefined ? [] : [['currency', rateInWords(currency)]];
  const rows: [string, string][] = [
    ...rate,
    ['waiting period', `${policy.waitingHours} h, ${modeWords[policy.waitingMode]}; at least as long`],
    [
      'clock',
      policy.waitingClock === 'provider-outage' ? "the provider's outage" : "the insured's interruption",
    ],
    ['sales made up later', recaptureWords[policy.recapture]],
    ['period of indemnity', `${grouped(policy.indemnityDays)} days`],
    ['retention', policy.retentionUsd === 0 ? 'none' : exact(policy.retentionUsd, money)],
    ['coinsurance', `${percentInWords(policy.coinsuranceShare)} kept by the insured`],
    ['layer', `${exact(policy.limitUsd, money)} above ${exact(policy.attachmentUsd, money)}`],
    ['limit of a year', policy.annualLimitUsd === null ? 'none' : exact(policy.annualLimitUsd, money)],
    ['local hours', insured.country ?? 'average hours: no country is given'],
    [
      'gross margin',
      insured.grossMarginShare === null ? 'as the sector' : percentInWords(insured.grossMarginShare),
    ],
    [
      'rests on the cloud',
      insured.dependenceShare === null ? 'as the sector' : percentInWords(insured.dependenceShare),
    ],
    [
      'runs elsewhere',
      insured.failoverHours === null ? 'not before the end' : `after ${insured.failoverHours} h`,
    ],
    [
      'extra expense',
      insured.extraExpenseUsd === 0
        ? 'none is stated'
        : `${exact(insured.extraExpenseUsd, money)} in each outage, paid once the waiting period is passed`,
    ],
  ];
  return [
    heading('Terms and facts as read'),
    {
      kind: 'table',
      columns: [
        { header: '', align: 'left' },
        { header: '', align: 'left' },
      ],
      rows: rows.map((cells) => ({ cells })),
    },
  ];
}

function record({ id, seed, versions, warnings, risk }: PriceResult, command: string | undefined): Block[] {
  const noExpense = risk.insured.extraExpenseUsd === 0 ? ' Extra expense: none is stated.' : '';
  return [
    heading('Record'),
    ...warnings.map(({ message }) => paragraph(`Note: ${message}`)),
    paragraph(
      `An estimate by a model, not a measurement or an offer of cover. No reinsurance, no service credits.${noExpense}`,
    ),
    paragraph(`id ${id}, seed ${seed}, lossrange ${versions.engine}`),
    ...(command === undefined ? [] : [{ kind: 'verbatim' as const, lines: [command] }]),
  ];
}
