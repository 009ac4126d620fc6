/** Losses of some policies by outage, [events], US dollars; of disasters behind them. */
export interface EventLosses {
  readonly groundUp: Float64Array;
  /** Of it, extra expense: the part that does not grow with the structural factor. */
  readonly extraExpense: Float64Array;
  /** After terms, with the structural factor as it is: median 1. */
  readonly gross: Float64Array;
  /** After terms, with the structural factor divided by its mean. */
  readonly grossMeanNeutral: Float64Array;
  /** Annual income of the insureds that the outage strikes. */
  readonly struckIncome: Float64Array;
}

export function noEventLosses(events: number): EventLosses {
  const column = (): Float64Array => new Float64Array(events);
  return {
    groundUp: column(),
    extraExpense: column(),
    gross: column(),
    grossMeanNeutral: column(),
    struckIncome: column(),
  };
}

/** Adds losses of other policies to the same outages, in place. */
export function addEventLosses(into: EventLosses, more: EventLosses): void {
  for (const name of ['groundUp', 'extraExpense', 'gross', 'grossMeanNeutral', 'struckIncome'] as const) {
    const [sums, column] = [into[name], more[name]];
    for (let event = 0; event < column.length; event++) sums[event]! += column[event]!;
  }
}

/** The same columns, each changed alike. */
export function mapEventLosses(
  { groundUp, extraExpense, gross, grossMeanNeutral, struckIncome }: EventLosses,
  change: (column: Float64Array) => Float64Array,
): EventLosses {
  return {
    groundUp: change(groundUp),
    extraExpense: change(extraExpense),
    gross: change(gross),
    grossMeanNeutral: change(grossMeanNeutral),
    struckIncome: change(struckIncome),
  };
}

/**
 * Ground-up losses with the structural factor divided by its mean. The interruption is proportional to the factor, extra
 * expense is not.
 *
 * Formula: (groundUp − extraExpense) / mean + extraExpense
 *
 * @param groundUp  [outages or years] US dollars, the factor as it is
 * @param extraExpense  the part of each that is extra expense
 */
export function meanNeutralGroundUp(
  groundUp: Float64Array,
  extraExpense: Float64Array,
  structuralMean: number,
): Float64Array {
  return groundUp.map((loss, i) => (loss - extraExpense[i]!) / structuralMean + extraExpense[i]!);
}
