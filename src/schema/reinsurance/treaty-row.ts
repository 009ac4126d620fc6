import { TREATY_TYPES, type LayerTerms, type Treaty } from '../../core/insurance/reinsurance/treaty.ts';
import { usdPerUnitOf } from '../csv/currency-cell.ts';
import { dateOf } from '../csv/date-cell.ts';
import { numberOf, shareOf } from '../csv/number-cell.ts';
import { refuse, textOf, type CsvHeader, type Row, type RowProblem } from '../csv/row.ts';
import { listOf, yesOrNo } from '../csv/word-cell.ts';
import { unreadTerms, type TreatyColumn } from './columns.ts';

type TreatyRow = Row<TreatyColumn>;
type TreatyType = (typeof TREATY_TYPES)[number];

/** Outages of one cause within so many hours are one event, by custom of the market. Evidence: assumed. */
const USUAL_EVENT_HOURS = 72;
const LONGEST_EVENT_HOURS = 720;
const MOST_REINSTATEMENTS = 99;
/** A charge above 200 % of the premium is a percentage written as such. */
const LARGEST_CHARGE = 2;
/** Twice as long as OED allows. */
const LONGEST_NAME = 60;
const LARGEST_NUMBER = 2_147_483_647;
const LOWEST_PRIORITY = 255;

const notReadYet: Readonly<Record<string, string>> = {
  SS: 'surplus',
  PR: 'per risk',
  FAC: 'facultative',
};

/**
 * One row of a treaty file, checked, in US dollars; or all that is wrong with it.
 *
 * A limit of 0 or blank is unlimited, as OED has it; a blank attachment is 0, a blank share 1, blank hours are 72.
 */
export function readTreatyRow(
  header: CsvHeader<TreatyColumn>,
  cells: readonly string[],
  tables: { readonly usdPerUnit: ReadonlyMap<string, number> },
): Treaty | readonly RowProblem[] {
  const row: TreatyRow = { header, cells, problems: [] };
  if (cells.length !== header.names.length) {
    const reason = `the row has ${cells.length} cells, the header ${header.names.length} columns`;
    return [{ column: '', value: '', reason }];
  }
  refuseUnreadTerms(row);
  refuseOtherPerils(row);
  const usdPerUnit = usdPerUnitOf(row, 'ReinsCurrency', tables);
  const layer = (attachment: TreatyColumn, limit: TreatyColumn): LayerTerms => ({
    attachment: (numberOf(row, attachment) ?? 0) * usdPerUnit,
    limit: (numberOf(row, limit) ?? 0) * usdPerUnit || null,
  });
  const type = typeOf(row);
  const occurrence = layer('OccAttachment', 'OccLimit');
  const stated = layer('AggAttachment', 'AggLimit');
  refuseMissingTerms(row, type, occurrence, stated);
  const premium = numberOf(row, 'ReinsPremium');
  const reinstatements = reinstatementsOf(row, type, occurrence, stated);
  const treaty: Treaty = {
    terms: {
      number: wholeNumber(row, 'ReinsNumber', LARGEST_NUMBER),
      name: nameOf(row),
      type: type ?? 'QS',
      inuringPriority: wholeNumber(row, 'InuringPriority', LOWEST_PRIORITY),
      cededShare: cededShareOf(row, type),
      occurrence,
      aggregate: { ...stated, limit: yearLimitOf(row, occurrence, stated, reinstatements) },
      placedShare: placedShareOf(row) * shareOf(row, 'TreatyShare', 1),
      eventHours: eventHoursOf(row),
      reinstatementCharges: chargesOf(row, reinstatements, premium),
      premiumUsd: premium === null ? null : premium * usdPerUnit,
    },
    ...datesOf(row),
  };
  return row.problems.length === 0 ? treaty : row.problems;
}

function wholeNumber(row: TreatyRow, column: TreatyColumn, most: number): number {
  const text = textOf(row, column);
  const value = /^\d{1,10}$/.test(text) ? Number(text) : 0;
  if (text === '') refuse(row, column, 'is blank; it is needed');
  else if (value < 1 || value > most) refuse(row, column, `is no whole number from 1 to ${most}`);
  return value;
}

function nameOf(row: TreatyRow): string | null {
  const name = textOf(row, 'ReinsName');
  if (name.length > LONGEST_NAME) refuse(row, 'ReinsName', `is longer than ${LONGEST_NAME} characters`);
  return name === '' ? null : name;
}

/** Null when blank or refused. */
function typeOf(row: TreatyRow): TreatyType | null {
  const text = textOf(row, 'ReinsType');
  const found = TREATY_TYPES.find((type) => type === text);
  if (found !== undefined) return found;
  const allowed = 'write QS (quota share), CXL (excess of loss per event) or AXL (of the sum of a year)';
  const unread = notReadYet[text];
  refuse(
    row,
    'ReinsType',
    text === ''
      ? `is blank; ${allowed}`
      : unread === undefined
        ? `is no type of OED; ${allowed}`
        : `(${unread}) is not read yet: it needs terms of single risks; ${allowed}`,
  );
  return null;
}

function cededShareOf(row: TreatyRow, type: TreatyType | null): number {
  const share = shareOf(row, 'CededPercent', null);
  if (share === 0)
    refuse(row, 'CededPercent', 'is 0, so nothing enters the treaty; blank is all of the loss');
  // Both blank and 1 mean everything, and nobody buys a quota share of everything by leaving a cell blank.
  const all = textOf(row, 'CededPercent') === '' && textOf(row, 'PlacedPercent') === '1';
  if (type === 'QS' && all && shareOf(row, 'TreatyShare', 1) === 1) {
    refuse(
      row,
      'CededPercent',
      'is blank and all is placed, so everything would be ceded; write 1 if it is meant',
    );
  }
  return share ?? 1;
}

function placedShareOf(row: TreatyRow): number {
  if (textOf(row, 'PlacedPercent') === '') {
    refuse(row, 'PlacedPercent', 'is blank; write the share that reinsurers took, 1 for all');
  }
  return shareOf(row, 'PlacedPercent', 1);
}

function refuseUnreadTerms(row: TreatyRow): void {
  for (const [column, harmless] of Object.entries(unreadTerms) as [keyof typeof unreadTerms, string][]) {
    const text = textOf(row, column);
    const same = /^\d+(\.0+)?$/.test(text) ? Number(text) === Number(harmless) : text === harmless;
    if (text === '' || same) continue;
    const reason = column.startsWith('Risk')
      ? 'is a term of single risks, which are not read yet; leave it blank or 0'
      : `is not read yet; leave it blank or ${harmless}`;
    refuse(row, column, reason);
  }
}

/** As with policies: OED has no peril for an outage without an attack, and all of cyber covers it. */
function refuseOtherPerils(row: TreatyRow): void {
  const perils = listOf(row, 'ReinsPeril', /^[A-Z0-9]{3}$/, 'perils such as CC1;CSB');
  if (perils === null || perils.includes('CC1')) return;
  refuse(row, 'ReinsPeril', 'does not cover outages; write CC1 or leave it blank, or remove the treaty');
}

/** An excess without its layer would pay everything: a limit of 0 is unlimited. */
function refuseMissingTerms(
  row: TreatyRow,
  type: TreatyType | null,
  occurrence: LayerTerms,
  aggregate: LayerTerms,
): void {
  const isEmpty = ({ attachment, limit }: LayerTerms): boolean => attachment === 0 && limit === null;
  if (type === 'CXL' && isEmpty(occurrence) && legible(row, 'OccLimit', 'OccAttachment')) {
    refuse(row, 'OccLimit', 'is 0 or blank, as is OccAttachment; a CXL needs one of them');
  }
  if (type === 'AXL' && isEmpty(aggregate) && legible(row, 'AggLimit', 'AggAttachment')) {
    refuse(row, 'AggLimit', 'is 0 or blank, as is AggAttachment; an AXL needs one of them');
  }
}

/** Nothing is refused in these columns yet. */
function legible(row: TreatyRow, ...columns: readonly TreatyColumn[]): boolean {
  return !row.problems.some(({ column }) => columns.some((other) => other === column));
}

/** Number of reinstatements; null when the year is limited otherwise or not at all. */
function reinstatementsOf(
  row: TreatyRow,
  type: TreatyType | null,
  occurrence: LayerTerms,
  aggregate: LayerTerms,
): number | null {
  const count = numberOf(row, 'Reinstatement');
  if (count === null) {
    const isBlank = textOf(row, 'Reinstatement') === '';
    if (isBlank && type === 'CXL' && occurrence.limit !== null && aggregate.limit === null) {
      refuse(
        row,
        'Reinstatement',
        `is blank, as is AggLimit; write how often the limit comes back, 0 for never, ${MOST_REINSTATEMENTS} for always`,
      );
    }
    return null;
  }
  if (!Number.isInteger(count) || count > MOST_REINSTATEMENTS) {
    refuse(row, 'Reinstatement', `is no whole number from 0 to ${MOST_REINSTATEMENTS}`);
    return null;
  }
  if (occurrence.limit !== null) return count;
  // Treaties of other types have a 0 here that says nothing.
  if (count > 0 && legible(row, 'OccLimit')) {
    refuse(row, 'Reinstatement', 'brings back a limit of one event, and OccLimit is 0 or blank');
  }
  return null;
}

/** Limit of a year: stated, or as often as the limit of one event can be used. */
function yearLimitOf(
  row: TreatyRow,
  occurrence: LayerTerms,
  stated: LayerTerms,
  reinstatements: number | null,
): number | null {
  if (reinstatements === null || occurrence.limit === null) return stated.limit;
  const implied = occurrence.limit * (1 + reinstatements);
  if (stated.limit !== null && Math.abs(stated.limit - implied) > 1e-6 * implied) {
    refuse(
      row,
      'AggLimit',
      `disagrees with OccLimit and Reinstatement, which make a limit of ${1 + reinstatements} × OccLimit a year; leave one blank`,
    );
  }
  return implied;
}

/** One charge for each reinstatement; a single one is that of all. */
function chargesOf(row: TreatyRow, reinstatements: number | null, premium: number | null): readonly number[] {
  const text = textOf(row, 'ReinstatementCharge');
  const count = reinstatements ?? 0;
  if (text === '') {
    if (count > 0) {
      refuse(row, 'ReinstatementCharge', 'is blank; write 0 when they are free, 1 for 100 % of the premium');
    }
    return Array.from({ length: count }, () => 0);
  }
  const charges = text.split(';').map((part) => part.trim());
  if (!charges.every((part) => /^\d(?:\.\d{1,6})?$/.test(part) && Number(part) <= LARGEST_CHARGE)) {
    const wanted = 'shares of the premium up to 2 with semicolons between them, such as 0;0.5;1';
    refuse(row, 'ReinstatementCharge', `is no list of ${wanted}; 1 is 100 %`);
    return [];
  }
  const shares =
    charges.length === 1 ? Array.from({ length: count }, () => Number(charges[0])) : charges.map(Number);
  if (shares.length !== count && legible(row, 'Reinstatement')) {
    refuse(row, 'ReinstatementCharge', `has ${shares.length} charges for ${count} reinstatements`);
  }
  if (shares.some((share) => share > 0) && premium === null && legible(row, 'ReinsPremium')) {
    refuse(row, 'ReinsPremium', 'is blank; reinstatements are charged on it');
  }
  return shares;
}

function eventHoursOf(row: TreatyRow): number {
  const hours = numberOf(row, 'FlexiReinsEventHours') ?? USUAL_EVENT_HOURS;
  if (!Number.isInteger(hours) || hours < 1 || hours > LONGEST_EVENT_HOURS) {
    refuse(row, 'FlexiReinsEventHours', `is no whole number of hours from 1 to ${LONGEST_EVENT_HOURS}`);
  }
  return hours;
}

function datesOf(row: TreatyRow): Pick<Treaty, 'inceptionMs' | 'expiryMs'> {
  const inceptionMs = dateOf(row, 'ReinsInceptionDate') ?? -Infinity;
  const expiryMs = dateOf(row, 'ReinsExpiryDate') ?? Infinity;
  if (expiryMs <= inceptionMs) refuse(row, 'ReinsExpiryDate', 'is not after ReinsInceptionDate');
  const counts = yesOrNo(row, 'UseReinsDates') ?? true;
  return counts ? { inceptionMs, expiryMs } : { inceptionMs: -Infinity, expiryMs: Infinity };
}
