interface OfFamily {
  readonly family: string;
}

/** Rows by their family, in the order in which families first appear. */
export function byFamily<Row extends OfFamily>(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const families = new Map<string, Row[]>();
  for (const row of rows) {
    const others = families.get(row.family);
    if (others === undefined) families.set(row.family, [row]);
    else others.push(row);
  }
  return families;
}

/**
 * Share of rows that a condition holds for, each family weighing 1 however many rows it has.
 *
 * @param rows  at least one
 * @returns 0 to 1
 */
export function familyShare<Row extends OfFamily>(
  rows: readonly Row[],
  holds: (row: Row) => boolean,
): number {
  const families = [...byFamily(rows).values()];
  const shares = families.map((family) => family.filter(holds).length / family.length);
  return shares.reduce((sum, share) => sum + share, 0) / families.length;
}

/** Rows of every family but one: what may be known when that family is scored. */
export function withoutFamily<Row extends OfFamily>(rows: readonly Row[], family: string): readonly Row[] {
  return rows.filter((row) => row.family !== family);
}
