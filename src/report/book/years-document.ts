import type {
  BookYearsResult,
  ExceedancePoint,
  ExceedanceRow,
  YearSummary,
} from '../../core/insurance/book-years/book-years-result.ts';
import { cell, columnUnit, usdIn, type ColumnUnit } from '../amount-column.ts';
import { amountInWords, grouped } from '../amounts.ts';
import { bullets, heading, paragraph, title, type Block, type Column } from '../blocks.ts';
import { joinWords, percentInWords, plural } from '../words.ts';
import { signsOf } from '../range-picture.ts';
import { accumulationSection } from './accumulation-section.ts';
import { curvePicture } from './curve-picture.ts';
import type { BookReportOptions } from './book-document.ts';
import { extraExpenseSentence, unlikeFirstRowSentence } from './book-sentences.ts';
import { treatiesOfYears } from './treaty-blocks.ts';

/** The return period that capital is most often asked for, years. */
const TAIL_PERIOD = 200;
/** With fewer in the tail, its interval is itself rough. */
const FEW_YEARS = 30;

const left = (header: string): Column => ({ header, align: 'left' });
const right = (header: string): Column => ({ header, align: 'right' });

/** Simulated years of a book: averages, and how bad a year gets how often. */
export function yearsDocument(result: BookYearsResult, options: BookReportOptions): readonly Block[] {
  const years = result.worlds * result.yearsPerWorld;
  const losses = result.grossExceedance.flatMap(({ aggregate }) =>
    aggregate === null ? [] : [aggregate.lossUsd],
  );
  const unit = columnUnit(losses);
  const noTreaty = result.net === null ? ', no treaty (--reinsurance): net is the same as gross' : '';
  return [
    title(`${options.subject ?? 'Book'}: ${grouped(years)} years of cloud outages; US$`),
    paragraph(yearsSentence(result)),
    paragraph(rowsSentence(result, options)),
    averagesTable(result),
    heading(`Gross loss reached once in so many years, ${usdIn(unit)}`),
    exceedanceTable(result.grossExceedance, unit),
    bullets([
      'Gross: after policy terms, before reinsurance; structural factor divided by its mean. OEP: the largest outage of a year. AEP: the sum of the year.',
      'Low and high: 95 % interval for the number of simulated years alone. What differs between worlds is not in it.',
      'TVaR: mean of the years as bad or worse, the loss itself counted in (the convention of Oasis). That of the OEP is no measure of capital.',
      ...tailSentence(result.grossExceedance),
      ...(years < 1000 ? ['A dash: more years than were simulated.'] : []),
    ]),
    ...curveSection(result, options),
    ...netSection(result, unit),
    ...premiumSection(result),
    ...accumulationSection(result),
    heading('What it rests on'),
    bullets(basis(result)),
    heading('What this is not'),
    bullets([
      `Every policy counts as in force in every year. ${extraExpenseSentence(result)} No service credits${noTreaty}.`,
      'An estimate by a model, not a measurement. A catalogue counts outages, and says how many customers each reaches, not which service failed.',
    ]),
    ...recordSection(result, options),
  ];
}

/** How well the mean of the tail of a year is known: once in 200 years, or in as many as there are. */
function tailSentence(rows: readonly ExceedanceRow[]): readonly string[] {
  const known = rows.filter(({ aggregate }) => aggregate !== null);
  const row = known.find(({ returnPeriodYears }) => returnPeriodYears === TAIL_PERIOD) ?? known.at(-1);
  if (row === undefined || row.aggregate === null) return [];
  const { tailValueAtRiskUsd, tailLow, tailHigh } = row.aggregate;
  const few =
    row.yearsBehind < FEW_YEARS ? ` It rests on ${plural(row.yearsBehind, 'year')}: its ends are rough.` : '';
  return [
    `TVaR of the AEP at 1 in ${grouped(row.returnPeriodYears)}: ${amountInWords(tailValueAtRiskUsd)}; 95 % interval, likewise for the number of simulated years alone: ${amountInWords(tailLow)} to ${amountInWords(tailHigh)}.${few}`,
  ];
}

/** The answer in one sentence, a second for what reinsurance leaves. */
export function yearsSentence({ gross, grossExceedance, net, netExceedance }: BookYearsResult): string {
  const answer = averageAndTail('Average gross loss', gross, grossExceedance, true);
  return net === null
    ? answer
    : `${answer} ${averageAndTail('Net of reinsurance', net, netExceedance ?? [], false)}`;
}

function averageAndTail(
  name: string,
  { averageAnnualLossUsd }: YearSummary,
  rows: readonly ExceedanceRow[],
  first: boolean,
): string {
  const average = `${name} ${amountInWords(averageAnnualLossUsd.meanNeutral, { first })} a year`;
  const tail = rows.filter(({ aggregate }) => aggregate !== null).at(-1);
  if (tail === undefined) return `${average}.`;
  return `${average}; once in ${grouped(tail.returnPeriodYears)} years, ${amountInWords(tail.aggregate!.lossUsd)} or more in a year.`;
}

/** Net curves and what each treaty pays; nothing without a treaty. */
function netSection({ netExceedance, treaties }: BookYearsResult, unit: ColumnUnit): readonly Block[] {
  if (netExceedance === null) return [];
  return [
    heading(`Net loss reached once in so many years, ${usdIn(unit)}`),
    exceedanceTable(netExceedance, unit),
    bullets([
      'Net: what the treaties leave of each outage, year by year. OEP: the largest outage after them.',
    ]),
    ...treatiesOfYears(treaties),
  ];
}

function rowsSentence({ rows, ...result }: BookYearsResult, { rejects }: BookReportOptions): string {
  const refused =
    rows.refused === 0
      ? 'none refused'
      : `${grouped(rows.refused)} refused${rejects === undefined ? '' : `: ${rejects}`}`;
  const blank =
    result.providerUnknown === 0
      ? 'All name their provider.'
      : `${percentInWords(result.providerUnknown / result.policyCount)} name no provider: each outage strikes them with the chance of its market share.`;
  const ignored =
    rows.ignoredColumns.length === 0 ? '' : ` Columns not read: ${joinWords(rows.ignoredColumns)}.`;
  return `${grouped(rows.used)} of ${grouped(rows.read)} rows used, ${refused}. ${blank}${unlikeFirstRowSentence(result)}${ignored}`;
}

function averagesTable({ groundUp, gross, net }: BookYearsResult): Block {
  const { averageAnnualLossUsd: before } = groundUp;
  const unit = columnUnit([before.meanNeutral, groundUp.standardDeviationUsd]);
  const row = (name: string, year: YearSummary) => ({
    cells: [
      name,
      ...[
        year.averageAnnualLossUsd.meanNeutral,
        year.averageAnnualLossUsd.factorMedianOne,
        year.standardDeviationUsd,
        year.standardErrorUsd.process,
        year.standardErrorUsd.parameter,
      ].map((usd) => cell(usd, unit)),
    ],
  });
  return {
    kind: 'table',
    columns: [
      left(`A year, ${usdIn(unit)}`),
      ...['AAL', 'AAL, median 1', 'SD', 'error: years', 'worlds'].map(right),
    ],
    rows: [
      row('Ground-up (before terms)', groundUp),
      row('Gross (after terms)', gross),
      ...(net === null ? [] : [row('Net (after reinsurance)', net)]),
    ],
  };
}

function exceedanceTable(rows: readonly ExceedanceRow[], unit: ColumnUnit): Block {
  const cells = (point: ExceedancePoint | null): string[] =>
    point === null
      ? ['-', '-', '-', '-']
      : [point.lossUsd, point.low, point.high, point.tailValueAtRiskUsd].map((usd) => cell(usd, unit));
  return {
    kind: 'table',
    columns: ['years', 'points', 'OEP', 'low', 'high', 'TVaR', 'AEP', 'low', 'high', 'TVaR'].map(right),
    rows: rows.map(({ returnPeriodYears, yearsBehind, occurrence, aggregate }) => ({
      cells: [grouped(returnPeriodYears), grouped(yearsBehind), ...cells(occurrence), ...cells(aggregate)],
    })),
  };
}

function curveSection(
  { grossExceedance }: BookYearsResult,
  { unicode }: BookReportOptions,
): readonly Block[] {
  const lines = curvePicture(grossExceedance, unicode);
  if (lines.length === 0) return [];
  const { eightInTen, mark } = signsOf(unicode);
  return [
    heading('The same as a curve: the sum of a year (AEP)'),
    { kind: 'verbatim', lines },
    bullets([`years, then ${mark} the loss; ${eightInTen} its interval`]),
  ];
}

function premiumSection({ premium, grossExceedance, gross }: BookYearsResult): readonly Block[] {
  const rows = grossExceedance.filter(
    ({ aggregate }) => aggregate !== null && aggregate.ofPremiumShare !== null,
  );
  if (rows.length === 0) return [];
  const average = gross.averageAnnualLossUsd.meanNeutral / premium.usd;
  return [
    heading('Of the premium'),
    paragraph(
      `Premium of a year ${amountInWords(premium.usd)}. Average gross loss ${percentInWords(average)} of it; probable maximum gross loss (PML) of one outage and of a year:`,
    ),
    {
      kind: 'table',
      columns: ['years', 'OEP', 'AEP'].map(right),
      rows: rows.map(({ returnPeriodYears, occurrence, aggregate }) => ({
        cells: [
          grouped(returnPeriodYears),
          ...[occurrence, aggregate].map((point) =>
            percentInWords(point!.ofPremiumShare!).replace(' percent', ' %'),
          ),
        ],
      })),
    },
  ];
}

function basis({ worlds, yearsPerWorld, waitTooShort, premium, policyCount }: BookYearsResult): string[] {
  const { policies, shortestOutageHours } = waitTooShort;
  return [
    `${grouped(worlds)} worlds of ${grouped(yearsPerWorld)} years. A world is one draw of all that is not known, the structural factor among it; its years share it.`,
    'AAL is the average annual loss with the structural factor divided by its mean; under "median 1" the factor is as it is. The error is that of the AAL, from too few years and from what differs between worlds.',
    ...(policies === 0
      ? []
      : [
          `${grouped(policies)} of ${grouped(policyCount)} policies pay for outages shorter than ${shortestOutageHours} h, the shortest in the catalogue: what they pay for those is missing.`,
        ]),
    ...(premium.policies === 0 ? ['No policy states a premium.'] : []),
  ];
}

function recordSection(result: BookYearsResult, { command }: BookReportOptions): readonly Block[] {
  return [
    heading('Record'),
    ...result.warnings.map(({ message }) => paragraph(`Note: ${message}`)),
    paragraph(
      `id ${result.id}, seed ${result.seed}, ${plural(result.worlds, 'world')}, catalogue ${result.catalogue}, lossrange ${result.engine}; all hashes with --format json`,
    ),
    ...(command === undefined ? [] : [{ kind: 'verbatim' as const, lines: [command] }]),
  ];
}
