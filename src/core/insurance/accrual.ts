/**
 * Ground-up loss of one insured as it accrues, before any term: piecewise linear between knots, never falling.
 * A waiting period is a retention in time, so terms need the loss after any number of hours.
 */
export interface Accrual {
  /** Hours since the start, [knots], ascending from 0. */
  readonly hours: Float64Array;
  /** Loss until then, [knots], from 0; money of the policy, or the shape of it at a loss of 1 per unit scale. */
  readonly loss: Float64Array;
}
