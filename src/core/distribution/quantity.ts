/**
 * A quantity as a user or a model file states it: a known number, or a belief about one.
 *
 * | form | meaning |
 * |---|---|
 * | `42` | known |
 * | `{ p5, p95 }` | lognormal with that 90 % range; both > 0 |
 * | `{ p10, p50, p90, min?, max? }` | three-term metalog, bounded on the sides given |
 * | `{ pert: [low, mode, high] }` | PERT (beta with weight 4 on the mode) |
 * | `{ triangular: [low, mode, high] }` | triangular |
 * | `{ uniform: [low, high] }` | uniform |
 * | `{ normal: { mean, sd } }` or `{ normal: { p5, p95 } }` | normal, sd > 0 |
 * | `{ lognormal: { median, gsd } }` or `{ lognormal: { p10, p90 } }` | lognormal; gsd = geometric sd > 1 |
 * | `{ beta: { mean, sd } }` | beta on 0–1, sd² < mean(1 − mean) |
 *
 * The unit belongs to the place that holds the quantity, never to the quantity.
 */
export type Quantity =
  | number
  | { readonly p5: number; readonly p95: number }
  | {
      readonly p10: number;
      readonly p50: number;
      readonly p90: number;
      readonly min?: number | undefined;
      readonly max?: number | undefined;
    }
  | { readonly pert: readonly [number, number, number] }
  | { readonly triangular: readonly [number, number, number] }
  | { readonly uniform: readonly [number, number] }
  | {
      readonly normal:
        { readonly mean: number; readonly sd: number } | { readonly p5: number; readonly p95: number };
    }
  | {
      readonly lognormal:
        { readonly median: number; readonly gsd: number } | { readonly p10: number; readonly p90: number };
    }
  | { readonly beta: { readonly mean: number; readonly sd: number } };
