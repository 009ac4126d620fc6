import type { PriceResult, WaitingRow } from '../../core/insurance/price/price-result.ts';
import { amountInWords, grouped, roundForSentence, roundToDigits } from '../amounts.ts';
import { heading, paragraph, title, type Block, type Column, type TableBlock } from '../blocks.ts';
import { assumptionBlocks } from '../explain-text.ts';
import { percentInWords, plural } from '../words.ts';
import { madeUpSalesWords, modeWords, otherWordingInWords, rateInPercent, stepWords } from './price-words.ts';

/** What a risk should cost, and why: for a terminal. */
export function priceDocument(result: PriceResult, command?: string): readonly Block[] {
  return [
    title(subjectOf(result)),
    ...answer(result),
    waitingTable(result.waiting),
    paragraph(otherWordingSentence(result)),
    ...fromLossToPrice(result),
    ...badYears(result),
    ...basis(result),
    ...terms(result),
    heading(`All ${grouped(result.provenance.length)} assumptions`),
    ...assumptionBlocks(result.provenance),
    ...record(result, command),
  ];
}

function subjectOf({ risk, sectorTitle }: PriceResult): string {
  const { annualRevenueUsd, provider, region } = risk.insured;
  const cloud = provider === null ? 'cloud not known' : [provider, region].filter(Boolean).join(' ');
  const { limitUsd, waitingHours } = risk.policy;
  return `${sectorTitle}, US${exact(annualRevenueUsd)} a year, ${cloud}; limit ${exact(limitUsd)}, waits ${waitingHours} h`;
}

/** The answer in one sentence. */
export function premiumSentence({ technicalPremiumUsd: { mean, p5, p95 } }: PriceResult): string {
  return `Technical premium about ${amountInWords(mean, { first: true })} a year; 9 chances in 10: ${amountInWords(p5)} to ${amountInWords(p95)}.`;
}

function answer(result: PriceResult): Block[] {
  const { payingOutagesPerYear: paying } = result;
  const { meanNeutral, factorMedianOne } = result.averageGrossLossUsd;
  return [
    paragraph(premiumSentence(result)),
    paragraph(
      `Outages that pay: about ${oneIn(paying.mean)}; 9 chances in 10: ${oneIn(paying.p5)} to ${oneIn(paying.p95)}.`,
    ),
    paragraph(
      `Average gross loss ${amountInWords(meanNeutral)} a year, after terms and before reinsurance; ${amountInWords(factorMedianOne)} with the structural factor as it is (median 1), not divided by its mean. Ground-up, before terms: ${amountInWords(result.averageGroundUpLossUsd)}.`,
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

function waitingTable(rows: readonly WaitingRow[]): TableBlock {
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
          dollars(rows.find((row) => row.mode === mode && row.waitingHours === h)!.technicalPremiumUsd),
        ),
      ],
    })),
  };
}

function otherWordingSentence({ otherWording: { madeUpSales, technicalPremiumUsd } }: PriceResult): string {
  return otherWordingInWords(madeUpSales, amountInWords(technicalPremiumUsd, { first: true }));
}

/** Money of the contract, to the cent. */
function exact(usd: number): string {
  return `$${grouped(usd)}`;
}

/** Two digits: the table compares, and the range above says how far either is known. */
function dollars(usd: number): string {
  return grouped(roundToDigits(usd, 2));
}

function fromLossToPrice({ lines, rateOnLine, standardDeviationUsd, risk }: PriceResult): Block[] {
  return [
    heading('From loss to price, US dollars a year'),
    {
      kind: 'table',
      columns: [{ header: '', align: 'left' }, right('rate'), right('US$')],
      rows: lines.map(({ step, rate, usd }) => ({
        cells: [stepWords[step], rate === null ? '' : percentInWords(rate), grouped(Math.round(usd))],
        total: step === 'technical-premium',
      })),
    },
    ...(rateOnLine === null
      ? []
      : [paragraph(`Rate on line ${rateInPercent(rateOnLine)}: premium / limit.`)]),
    paragraph(
      risk.load === 'standard-deviation'
        ? `The load is a share of the standard deviation of a year, ${amountInWords(standardDeviationUsd)}.`
        : 'The load is the cost of capital for the mean of the worst years above the average.',
    ),
  ];
}

function badYears({ aggregateExceedance: rows }: PriceResult): Block[] {
  return [
    heading('Bad years: gross loss of a year reached once in so many years'),
    {
      kind: 'table',
      columns: [right('years'), right('gross loss, US$'), right('from'), right('to')],
      rows: rows.map(({ returnPeriodYears, grossLossUsd, low, high }) => ({
        cells: [grouped(returnPeriodYears), dollars(grossLossUsd), dollars(low), dollars(high)],
      })),
    },
    paragraph('From and to: 95 % interval for the number of simulated years alone.'),
  ];
}

function basis({ counted, worlds, yearsPerWorld, standardErrorUsd: error }: PriceResult): Block[] {
  return [
    heading('What the rate rests on'),
    ...counted.map(({ id, outages, years, overHours, perYear, low, high }) =>
      paragraph(
        `${id}: ${plural(outages, 'outage')} longer than ${overHours} h in ${plural(years, 'year')}, ${oneIn(perYear)}; 9 chances in 10: ${oneIn(low)} to ${oneIn(high)}.`,
      ),
    ),
    paragraph(
      `${grouped(worlds)} worlds of ${grouped(yearsPerWorld)} years. Standard error of the average gross loss: ${amountInWords(error.process)} from the years, ${amountInWords(error.parameter)} from the worlds.`,
    ),
    paragraph(
      'A world is one draw of all that is not known. The ranges above lie between worlds; a little of their width is chance in the years of each.',
    ),
  ];
}

function terms({ risk: { insured, policy } }: PriceResult): Block[] {
  const rows: [string, string][] = [
    ['waiting period', `${policy.waitingHours} h, ${modeWords[policy.waitingMode]}; at least as long`],
    [
      'clock',
      policy.waitingClock === 'provider-outage' ? "the provider's outage" : "the insured's interruption",
    ],
    ['sales made up later', madeUpSalesWords[policy.madeUpSales]],
    ['period of indemnity', `${grouped(policy.indemnityDays)} days`],
    ['retention', policy.retentionUsd === 0 ? 'none' : exact(policy.retentionUsd)],
    ['coinsurance', `${percentInWords(policy.coinsuranceShare)} kept by the insured`],
    ['layer', `${exact(policy.limitUsd)} above ${exact(policy.attachmentUsd)}`],
    ['limit of a year', policy.annualLimitUsd === null ? 'none' : exact(policy.annualLimitUsd)],
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
      insured.extraExpenseUsd === 0 ? 'none is stated' : `${exact(insured.extraExpenseUsd)} in each outage`,
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
