import { refuse, textOf, type Row } from './row.ts';

/** Digits with a point: one way to write a number, so that none is misread. */
const plainNumber = /^-?\d{1,20}(?:\.\d{1,20})?$/;

/** No amount in any currency is larger. */
const LARGEST = 1e18;

/** Why a text is no number that is read, and how to write it. */
function whyNoNumber(text: string): string {
  if (/^(n\/?a|nan|null|none|-+|#.*)$/i.test(text))
    return 'is no number; leave the cell blank when there is none';
  if (/\p{Nd}/u.test(text.replace(/[0-9]/g, ''))) return 'has digits of another script; write 0 to 9';
  if (/[^\S ]|\u202f/u.test(text)) return 'has a no-break space or another blank in it; write digits only';
  if (/^\(.*\)$/.test(text)) return 'is negative in brackets; no value here is negative';
  if (/%$/.test(text)) return 'is a percentage; write a share, 0.45 for 45 %';
  if (/^-?[\d.]+e[+-]?\d+$/i.test(text)) return 'is in powers of ten; write all digits, 1000000 for 1e6';
  if (/^[\d.,]+ ?(k|m|mn|bn?|million|billion|thousand)$/i.test(text)) {
    return 'has a unit behind it; write all digits, 1000000 for 1M';
  }
  if (/^-?\d[\d.]*,\d/.test(text) || /,/.test(text)) {
    return 'has a comma; write a point before decimals and nothing between thousands, 1000.50';
  }
  if (/^-?\d+(\.\d+){2,}$/.test(text)) return 'has several points; write nothing between thousands, 1000000';
  if (/^[^\d]+\d/.test(text))
    return 'has a sign in front; write digits only, the currency has its own column';
  return 'is no number; write digits with a point, such as 1000.50';
}

/**
 * The number of a cell.
 *
 * @returns null when blank, or refused
 */
export function numberOf<Column extends string>(row: Row<Column>, column: NoInfer<Column>): number | null {
  const text = textOf(row, column);
  if (text === '') return null;
  if (!plainNumber.test(text)) {
    refuse(row, column, whyNoNumber(text));
    return null;
  }
  const value = Number(text);
  if (value >= 0 && value <= LARGEST) return value;
  refuse(row, column, value < 0 ? 'is negative; no value here is' : 'is larger than any amount');
  return null;
}

/** The number of a cell that may not be blank; 0 when refused. */
export function requiredNumber<Column extends string>(row: Row<Column>, column: NoInfer<Column>): number {
  if (textOf(row, column) === '') refuse(row, column, 'is blank; it is needed');
  return numberOf(row, column) ?? 0;
}

/** A share, 0–1. */
export function shareOf<Column extends string, Absent>(
  row: Row<Column>,
  column: NoInfer<Column>,
  absent: Absent,
): number | Absent {
  const share = numberOf(row, column);
  if (share === null) return absent;
  if (share <= 1) return share;
  const likely = share <= 100 ? `; write ${Number((share / 100).toPrecision(12))} for ${share} %` : '';
  refuse(row, column, `is no share from 0 to 1${likely}`);
  return absent;
}
