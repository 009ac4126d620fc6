import type { BookGroup, BookResult, LossRange } from '../../core/insurance/portfolio/book-result.ts';
import type { PolicyLoss } from '../../core/insurance/portfolio/book-sums.ts';
import { cell, columnUnit, usdIn, type ColumnUnit } from '../amount-column.ts';
import { amountInWords, grouped } from '../amounts.ts';
import { bullets, heading, paragraph, title, type Block, type Column, type TableRow } from '../blocks.ts';
import type { ReportOptions } from '../context.ts';
import { extraExpenseSentence, unlikeFirstRowSentence } from './book-sentences.ts';
import { topGroups } from './top-groups.ts';
import { treatiesOfEvent } from './treaty-blocks.ts';
import { joinWords, percentInWords, plural } from '../words.ts';

const MOST_LISTED = 10;

/** What a report of a book needs besides the result. */
export interface BookReportOptions extends ReportOptions {
  /** File of refused rows; absent when there are none. */
  readonly rejects?: string | undefined;
}

const left = (header: string): Column => ({ header, align: 'left' });
const right = (header: string): Column => ({ header, align: 'right' });

/** Losses of a book in one event, before and after the terms of its policies. */
export function bookDocument(result: BookResult, options: BookReportOptions): readonly Block[] {
  const unit = columnUnit([result.groundUp.mean, result.groundUp.p95]);
  return [
    title(`${options.subject ?? 'Book'} under ${result.event.title}; ${usdIn(unit)}`),
    paragraph(bookSentence(result)),
    paragraph(rowsSentence(result, options)),
    perspectives(result, unit),
    waitingTable(result, unit),
    ...treatiesOfEvent(result.treaties),
    ...clockSection(result),
    ...unknownSection(result, unit),
    ...impairmentSection(result),
    ...largestSection(result),
    groupHeading('By sector'),
    groupTable(result.sectors, unit, result.net !== null),
    groupHeading('By provider'),
    groupTable(result.providers, unit, result.net !== null),
    groupHeading('By region'),
    groupTable(result.regions, unit, result.net !== null),
    heading('What this is not'),
    bullets([
      `No premium: one event has no yearly rate. ${extraExpenseSentence(result)} No service credits.`,
      'An estimate by a model, not a measurement. Terms are read as the file has them, and no claim is judged.',
    ]),
    ...recordSection(result, options),
  ];
}

/** The answer in two sentences, a third for what reinsurance leaves. */
export function bookSentence({ gross, net, drawsWithoutPayout, draws }: BookResult): string {
  const none =
    drawsWithoutPayout === 0
      ? 'Some policy pays in each of the outcomes.'
      : `No policy pays in ${grouped(drawsWithoutPayout)} of ${grouped(draws)} outcomes.`;
  const after = net === null ? '' : ` Net of reinsurance ${rangeInWords(net, false)}.`;
  if (gross.p95 === 0) return `Gross loss: nothing, with 19 chances in 20. ${none}${after}`;
  return `Gross loss ${rangeInWords(gross, true)}. ${none}${after}`;
}

function rangeInWords({ p5, p50, p95 }: LossRange, first: boolean): string {
  if (p95 === 0) return 'nothing, with 19 chances in 20';
  const middle = p50 === 0 ? 'nothing' : `about ${amountInWords(p50, { first })}`;
  return `${middle} in the middle; 9 chances in 10: from ${amountInWords(p5)} to ${amountInWords(p95)}`;
}

function rowsSentence(
  { rows, unknown, notInForce, ...result }: BookResult,
  { rejects }: BookReportOptions,
): string {
  const refused =
    rows.refused === 0
      ? 'none refused'
      : `${grouped(rows.refused)} refused${rejects === undefined ? '' : `: ${rejects}`}`;
  const force = notInForce === 0 ? '' : ` ${grouped(notInForce)} were not in force at the start.`;
  const blank = unknown.provider + unknown.region;
  const spread =
    blank === 0
      ? ''
      : ` ${grouped(blank)} do not say whether they rest on what failed: spread by market share.`;
  const ignored =
    rows.ignoredColumns.length === 0 ? '' : ` Columns not read: ${joinWords(rows.ignoredColumns)}.`;
  return `${grouped(rows.used)} of ${grouped(rows.read)} rows used, ${refused}.${force}${spread}${unlikeFirstRowSentence(result)}${ignored}`;
}

function rangeCells({ mean, p5, p50, p95 }: LossRange, unit: ColumnUnit): readonly string[] {
  return [mean, p5, p50, p95].map((amount) => cell(amount, unit));
}

function perspectives(
  { groundUp, gross, net, struckMean, pastWaitingMean }: BookResult,
  unit: ColumnUnit,
): Block {
  const row = (name: string, policies: number, range: LossRange): TableRow => ({
    cells: [name, grouped(Math.round(policies)), ...rangeCells(range, unit)],
  });
  return {
    kind: 'table',
    columns: [left(''), right('policies'), right('mean'), right('p5'), right('p50'), right('p95')],
    rows: [
      row('Ground-up loss (before terms)', struckMean, groundUp),
      row('Gross loss (after policy terms)', pastWaitingMean, gross),
      // Without a treaty the figures are those of the row above.
      net === null
        ? {
            cells: ['Net loss: no treaty, same as gross', '', '', '', '', ''],
            note: 'Treaties: --reinsurance <file>',
          }
        : { cells: ['Net loss (after reinsurance)', '', ...rangeCells(net, unit)] },
    ],
  };
}

function waitingTable({ waiting }: BookResult, unit: ColumnUnit): Block {
  const hours = [...new Set(waiting.map((row) => row.hours))];
  const row = (name: string, mode: string): TableRow => ({
    cells: [
      name,
      ...waiting.filter((entry) => entry.mode === mode).map(({ gross }) => cell(gross.p50, unit)),
    ],
  });
  return {
    kind: 'table',
    columns: [left('Waiting period of all, middle gross'), ...hours.map((count) => right(`${count} h`))],
    rows: [row('deducted from the loss', 'timeDeductible'), row('must only be outlasted', 'qualifying')],
  };
}

/** Why eight hours and twelve are far apart: what each service counts alone. */
function clockSection({ event: { hours }, unknown, policyCount }: BookResult): readonly Block[] {
  const { services, together } = hours;
  if (together === null) return [];
  const show = (value: number): string => `${Number(value.toFixed(2))} h`;
  const paid = (wait: number): string =>
    together < wait
      ? `${wait} h pays nothing`
      : `${wait} h pays for ${show(together - wait)} if deducted, for ${show(together)} if it must only be outlasted`;
  const most = Math.max(...services.map((row) => row.hours));
  return [
    heading('Which hours count'),
    bullets([
      `On one service: ${services.map((row) => `${row.service} ${show(row.hours)}`).join(', ')}. ` +
        `Whoever needs one of them and waits 12 h is paid ${most < 12 ? 'nothing for the interruption' : 'when it is down for 12 h'}.`,
      `On all of them: ${show(together)} without a gap. ${paid(8)}; ${paid(12)}.`,
      `${grouped(unknown.services)} of ${grouped(policyCount)} policies name no services and count as needing all.`,
    ]),
  ];
}

function unknownSection(
  { unknown, groundUp, gross, policyCount, event }: BookResult,
  unit: ColumnUnit,
): readonly Block[] {
  const blank = unknown.provider + unknown.region;
  if (blank === 0) return [];
  const row = (name: string, range: LossRange): TableRow => ({ cells: [name, ...rangeCells(range, unit)] });
  return [
    heading('Dependence that is not known'),
    paragraph(
      `${grouped(unknown.provider)} policies name no provider, ${grouped(unknown.region)} name ${event.provider} without a region: ` +
        `${percentInWords(blank / policyCount)} of the book. Each rests on what failed with the chance of its market share.`,
    ),
    {
      kind: 'table',
      columns: [left(''), right('mean'), right('p5'), right('p50'), right('p95')],
      rows: [
        row('Ground-up loss, all', groundUp),
        row('without them', unknown.groundUpWithout),
        row('Gross loss, all', gross),
        row('without them', unknown.grossWithout),
      ],
    },
  ];
}

function impairmentSection({ minimumImpairment, gross }: BookResult): readonly Block[] {
  const other = minimumImpairment.filter((row) => row.gross.mean !== gross.mean);
  if (other.length === 0) return [];
  const says = other.map(
    (row) =>
      `from ${percentInWords(row.share)} on, ${amountInWords(row.gross.p50)} (mean ${amountInWords(row.gross.mean)})`,
  );
  return [
    heading('From which impairment an hour counts'),
    paragraph(
      `Middle gross loss ${amountInWords(gross.p50)} (mean ${amountInWords(gross.mean)}) as the policies have it; ${joinWords(says)}.`,
    ),
  ];
}

function largestSection({ policies, net }: BookResult): readonly Block[] {
  const largest = policies
    .filter(({ grossMean }) => grossMean > 0)
    .toSorted((a, b) => b.grossMean - a.grossMean || a.line - b.line)
    .slice(0, MOST_LISTED);
  if (largest.length === 0) return [];
  const row = ({
    key,
    sector,
    countedHours,
    struckShare,
    groundUpMean,
    grossMean,
    netMean,
  }: PolicyLoss): TableRow => ({
    cells: [
      key.layerNumber === 1 ? key.polNumber : `${key.polNumber}, layer ${key.layerNumber}`,
      sector,
      `${Number(countedHours.toFixed(2))} h`,
      percentInWords(struckShare).replace(' percent', ' %'),
      ...[groundUpMean, grossMean, ...known(netMean)].map((usd) => grouped(Math.round(usd))),
    ],
  });
  return [
    heading('Largest policies by mean gross loss, US$'),
    {
      kind: 'table',
      columns: [
        left('PolNumber'),
        left('sector'),
        right('hours'),
        right('struck'),
        ...perspectiveColumns(net !== null),
      ],
      rows: largest.map(row),
    },
  ];
}

const groupHeading = (name: string): Block => heading(`${name}, mean loss`);

function groupTable(groups: readonly BookGroup[], unit: ColumnUnit, hasNet: boolean): Block {
  const { top, others } = topGroups(groups, MOST_LISTED);
  const rest = others === null ? [] : [{ ...others.sum, name: `${others.count} others` }];
  return {
    kind: 'table',
    columns: [left(''), right('policies'), ...perspectiveColumns(hasNet)],
    rows: [...top, ...rest].map(({ name, policies, groundUpMean, grossMean, netMean }) => ({
      cells: [
        name,
        grouped(policies),
        ...[groundUpMean, grossMean, ...known(netMean)].map((usd) => cell(usd, unit)),
      ],
    })),
  };
}

/** Net has a column when there are treaties. */
function perspectiveColumns(hasNet: boolean): readonly Column[] {
  return ['ground-up', 'gross', ...(hasNet ? ['net'] : [])].map(right);
}

const known = (net: number | null): readonly number[] => (net === null ? [] : [net]);

function recordSection(result: BookResult, { command }: ReportOptions): readonly Block[] {
  return [
    heading('Record'),
    paragraph(
      `id ${result.id}, seed ${result.seed}, ${plural(result.draws, 'draw')}, lossrange ${result.engine}; every policy and all hashes with --format json`,
    ),
    ...(command === undefined ? [] : [{ kind: 'verbatim' as const, lines: [command] }]),
  ];
}
