import type { LognormalShape } from './lognormal.ts';
import { metalogQuantile, type MetalogShape } from './metalog.ts';
import type { NormalShape } from './normal.ts';
import { drawnNormalQuantile } from './normal-table.ts';
import { tableQuantile, type TableShape } from './octave-table.ts';
import { openUnit } from './open-unit.ts';
import { shapeQuantile, type Cut, type Marginal, type Shape } from './shape.ts';
import type { TriangularShape } from './triangular.ts';
import { uniformQuantile, type UniformShape } from './uniform.ts';

/**
 * Quantile of a compiled input, bounds respected.
 *
 * @param p  probability, 0 to 1; infinite at 0 or 1 where there is neither end nor bound
 */
export function quantileAt(marginal: Marginal, p: number): number {
  if (marginal.kind === 'constant') return marginal.value;
  const value = shapeQuantile(marginal, marginal.pLow + (marginal.pHigh - marginal.pLow) * p);
  return Math.min(marginal.max, Math.max(marginal.min, value));
}

/**
 * Turns uniforms into draws of an input: out[i] = quantile(uniforms[i]) for the first `n`. Normal scores come from a table:
 * a normal draw may be off by 1.5e-7 of its standard deviation, a lognormal one by 1.5e-7 sigma of itself.
 *
 * @param uniforms  [n] at least, 0 to 1
 * @param out  [n] at least; it may be the same array as `uniforms`
 */
export function fillQuantiles(
  marginal: Marginal,
  uniforms: Float64Array,
  out: Float64Array,
  n: number,
): void {
  // One loop per kind: the compiler then sees one shape of object and one formula.
  switch (marginal.kind) {
    case 'constant':
      out.fill(marginal.value, 0, n);
      return;
    case 'normal':
      fillNormal(marginal, uniforms, out, n);
      break;
    case 'lognormal':
      fillLognormal(marginal, uniforms, out, n);
      break;
    case 'triangular':
      fillTriangular(marginal, uniforms, out, n);
      break;
    case 'uniform':
      fillUniform(marginal, uniforms, out, n);
      break;
    case 'metalog':
      fillMetalog(marginal, uniforms, out, n);
      break;
    case 'table':
      fillTable(marginal, uniforms, out, n);
      break;
  }
  if (!endsInside(marginal)) keepInside(marginal, out, n);
}

function fillNormal(shape: NormalShape & Cut, uniforms: Float64Array, out: Float64Array, n: number): void {
  const { mean, sd, pLow, pHigh } = shape;
  for (let i = 0; i < n; i++) {
    out[i] = mean + sd * drawnNormalQuantile(openUnit(pLow + (pHigh - pLow) * uniforms[i]!));
  }
}

function fillLognormal(
  shape: LognormalShape & Cut,
  uniforms: Float64Array,
  out: Float64Array,
  n: number,
): void {
  const { mu, sigma, pLow, pHigh } = shape;
  for (let i = 0; i < n; i++) {
    out[i] = Math.exp(mu + sigma * drawnNormalQuantile(openUnit(pLow + (pHigh - pLow) * uniforms[i]!)));
  }
}

function fillTriangular(
  shape: TriangularShape & Cut,
  uniforms: Float64Array,
  out: Float64Array,
  n: number,
): void {
  const { pLow, pHigh, modeProbability, low, high, lowProduct, highProduct } = shape;
  const share = pHigh - pLow;
  // Either side of the mode is end + sign · √((start + sign · p) · product). Read from a list, since a branch that chance
  // decides costs more than the formula.
  const terms = Float64Array.of(1, -1, highProduct, high, 0, 1, lowProduct, low);
  for (let i = 0; i < n; i++) {
    const p = pLow + share * uniforms[i]!;
    const side = Number(p < modeProbability) << 2;
    const sign = terms[side + 1]!;
    out[i] = terms[side + 3]! + sign * Math.sqrt((terms[side]! + sign * p) * terms[side + 2]!);
  }
}

function fillUniform(shape: UniformShape & Cut, uniforms: Float64Array, out: Float64Array, n: number): void {
  const { pLow, pHigh } = shape;
  for (let i = 0; i < n; i++) out[i] = uniformQuantile(shape, pLow + (pHigh - pLow) * uniforms[i]!);
}

function fillMetalog(shape: MetalogShape & Cut, uniforms: Float64Array, out: Float64Array, n: number): void {
  const { pLow, pHigh } = shape;
  for (let i = 0; i < n; i++) {
    out[i] = metalogQuantile(shape, openUnit(pLow + (pHigh - pLow) * uniforms[i]!));
  }
}

function fillTable(shape: TableShape & Cut, uniforms: Float64Array, out: Float64Array, n: number): void {
  const { nodes, pLow, pHigh } = shape;
  for (let i = 0; i < n; i++) out[i] = tableQuantile(nodes, pLow + (pHigh - pLow) * uniforms[i]!);
}

/** Whether both ends of what is drawn lie inside the bounds, so that no draw can be beside one. */
function endsInside(marginal: Shape & Cut): boolean {
  const { pLow, pHigh, min, max } = marginal;
  return shapeQuantile(marginal, pLow) > min && shapeQuantile(marginal, pHigh) < max;
}

/** A quantile beside a bound may round to the wrong side of it by the last bit. */
function keepInside({ min, max }: Cut, out: Float64Array, n: number): void {
  if (min === -Infinity && max === Infinity) return;
  for (let i = 0; i < n; i++) out[i] = Math.min(max, Math.max(min, out[i]!));
}
