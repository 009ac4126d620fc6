import type { LognormalShape } from './lognormal.ts';
import { metalogQuantile, type MetalogShape } from './metalog.ts';
import { normalQuantile, type NormalShape } from './normal.ts';
import { tableQuantile, type TableShape } from './octave-table.ts';
import { triangularQuantile, type TriangularShape } from './triangular.ts';
import { uniformQuantile, type UniformShape } from './uniform.ts';

/** A distribution before bounds cut it. */
export type Shape = NormalShape | LognormalShape | TriangularShape | UniformShape | MetalogShape | TableShape;

/** What is left of a distribution inside its bounds: all of it when pLow is 0 and pHigh is 1. */
export interface Cut {
  /** Probabilities of the whole distribution between which values are drawn, 0 <= pLow < pHigh <= 1. */
  readonly pLow: number;
  readonly pHigh: number;
  /** The bounds, -Infinity or Infinity when absent. */
  readonly min: number;
  readonly max: number;
}

/** One uncertain input, compiled: plain data that can be sent to a worker. */
export type Marginal = { readonly kind: 'constant'; readonly value: number } | (Shape & Cut);

/**
 * Quantile of a distribution that is not cut.
 *
 * @param p  probability, 0 to 1; infinite at 0 or 1 where the distribution has no end
 */
export function shapeQuantile(shape: Shape, p: number): number {
  switch (shape.kind) {
    case 'normal':
      return shape.mean + shape.sd * normalQuantile(p);
    case 'lognormal':
      return Math.exp(shape.mu + shape.sigma * normalQuantile(p));
    case 'triangular':
      return triangularQuantile(shape, p);
    case 'uniform':
      return uniformQuantile(shape, p);
    case 'metalog':
      return metalogQuantile(shape, p);
    case 'table':
      return tableQuantile(shape.nodes, p);
  }
}
