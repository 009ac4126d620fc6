const SQRT_TWO_PI_INVERSE = 0.3989422804014327;

/** z of the 95 % and the 90 % point: half widths of a 90 % and an 80 % range of the standard normal. */
export const Z_95 = 1.6448536269514722;
export const Z_90 = 1.2815515655446004;

export interface NormalShape {
  readonly kind: 'normal';
  readonly mean: number;
  /** > 0 */
  readonly sd: number;
}

/**
 * Quantile of the standard normal distribution, AS 241 (PPND16). Relative error below 1e-15 down to p = 1e-300.
 *
 * @param p  probability, 0 to 1
 * @returns z; -Infinity at 0 and Infinity at 1
 * Source: Wichura (1988), "Algorithm AS 241: The percentage points of the normal distribution",
 * Applied Statistics 37(3), https://doi.org/10.2307/2347330
 */
export function normalQuantile(p: number): number {
  const offset = p - 0.5;
  if (Math.abs(offset) <= 0.425) return centralQuantile(offset);
  const tail = offset < 0 ? p : 1 - p;
  if (tail <= 0) return offset < 0 ? -Infinity : Infinity;
  const distance = Math.sqrt(-Math.log(tail));
  const z = distance <= 5 ? nearTailQuantile(distance - 1.6) : farTailQuantile(distance - 5);
  return offset < 0 ? -z : z;
}

/** |p - 1/2| at most 0.425. */
function centralQuantile(offset: number): number {
  const r = 0.180625 - offset * offset;
  let upper = 2509.0809287301226727 * r + 33430.575583588128105;
  upper = upper * r + 67265.770927008700853;
  upper = upper * r + 45921.953931549871457;
  upper = upper * r + 13731.693765509461125;
  upper = upper * r + 1971.5909503065514427;
  upper = upper * r + 133.14166789178437745;
  upper = upper * r + 3.387132872796366608;
  let lower = 5226.495278852545925 * r + 28729.085735721942674;
  lower = lower * r + 39307.89580009271061;
  lower = lower * r + 21213.794301586595867;
  lower = lower * r + 5394.1960214247511077;
  lower = lower * r + 687.1870074920579083;
  lower = lower * r + 42.313330701600911252;
  lower = lower * r + 1;
  return (offset * upper) / lower;
}

/** Tail probability from 0.075 down to exp(-25); r = sqrt(-ln(tail)) - 1.6. */
function nearTailQuantile(r: number): number {
  let upper = 7.7454501427834140764e-4 * r + 0.0227238449892691845833;
  upper = upper * r + 0.24178072517745061177;
  upper = upper * r + 1.27045825245236838258;
  upper = upper * r + 3.64784832476320460504;
  upper = upper * r + 5.7694972214606914055;
  upper = upper * r + 4.6303378461565452959;
  upper = upper * r + 1.42343711074968357734;
  let lower = 1.05075007164441684324e-9 * r + 5.475938084995344946e-4;
  lower = lower * r + 0.0151986665636164571966;
  lower = lower * r + 0.14810397642748007459;
  lower = lower * r + 0.68976733498510000455;
  lower = lower * r + 1.6763848301838038494;
  lower = lower * r + 2.05319162663775882187;
  lower = lower * r + 1;
  return upper / lower;
}

/** Tail probability below exp(-25); r = sqrt(-ln(tail)) - 5. */
function farTailQuantile(r: number): number {
  let upper = 2.01033439929228813265e-7 * r + 2.71155556874348757815e-5;
  upper = upper * r + 0.0012426609473880784386;
  upper = upper * r + 0.026532189526576123093;
  upper = upper * r + 0.29656057182850489123;
  upper = upper * r + 1.7848265399172913358;
  upper = upper * r + 5.4637849111641143699;
  upper = upper * r + 6.6579046435011037772;
  let lower = 2.04426310338993978564e-15 * r + 1.4215117583164458887e-7;
  lower = lower * r + 1.8463183175100546818e-5;
  lower = lower * r + 7.868691311456132591e-4;
  lower = lower * r + 0.0148753612908506148525;
  lower = lower * r + 0.13692988092273580531;
  lower = lower * r + 0.59983220655588793769;
  lower = lower * r + 1;
  return upper / lower;
}

/**
 * Distribution function of the standard normal, by Cody's rational approximations. Relative error of the smaller tail
 * below 1e-14 for |z| up to 9 and below 1e-13 up to 37; one `exp` instead of Cody's two is what costs the difference.
 *
 * @param z  any number
 * @returns probability, 0 to 1; it rounds to exactly 1 above z = 8.3
 * Source: Cody (1969), "Rational Chebyshev approximations for the error function", Math. Comp. 23, 631-637,
 * https://doi.org/10.2307/2004390; Cody (1993), "Algorithm 715: SPECFUN" (function ANORM), ACM TOMS 19(1),
 * https://doi.org/10.1145/151271.151273
 */
export function normalCdf(z: number): number {
  const distance = Math.abs(z);
  if (distance <= 0.66291) return 0.5 + z * centralSlope(z * z);
  const density = Math.exp(-0.5 * z * z);
  const tail = density * (distance <= 5.656854249492381 ? nearTailRatio(distance) : farTailRatio(distance));
  return z > 0 ? 1 - tail : tail;
}

/** (cdf(z) - 1/2) / z for |z| at most 0.67, by z squared. */
function centralSlope(square: number): number {
  let upper = 0.065682337918207449113 * square + 2.2352520354606839287;
  upper = upper * square + 161.02823106855587881;
  upper = upper * square + 1067.6894854603709582;
  upper = upper * square + 18154.981253343561249;
  let lower = square + 47.20258190468824187;
  lower = lower * square + 976.09855173777669322;
  lower = lower * square + 10260.932208618978205;
  lower = lower * square + 45507.789335026729956;
  return upper / lower;
}

/** Upper tail / exp(-z^2 / 2) for z up to sqrt(32). */
function nearTailRatio(z: number): number {
  let upper = 1.0765576773720192317e-8 * z + 0.39894151208813466764;
  upper = upper * z + 8.8831497943883759412;
  upper = upper * z + 93.506656132177855979;
  upper = upper * z + 597.27027639480026226;
  upper = upper * z + 2494.5375852903726711;
  upper = upper * z + 6848.1904505362823326;
  upper = upper * z + 11602.651437647350124;
  upper = upper * z + 9842.7148383839780218;
  let lower = z + 22.266688044328115691;
  lower = lower * z + 235.38790178262499861;
  lower = lower * z + 1519.377599407554805;
  lower = lower * z + 6485.558298266760755;
  lower = lower * z + 18615.571640885098091;
  lower = lower * z + 34900.952721145977266;
  lower = lower * z + 38912.003286093271411;
  lower = lower * z + 19685.429676859990727;
  return upper / lower;
}

/** Upper tail / exp(-z^2 / 2) for z above sqrt(32). */
function farTailRatio(z: number): number {
  const r = 1 / (z * z);
  let upper = 0.02307344176494017303 * r + 0.21589853405795699;
  upper = upper * r + 0.1274011611602473639;
  upper = upper * r + 0.022235277870649807;
  upper = upper * r + 0.001421619193227893466;
  upper = upper * r + 2.9112874951168792e-5;
  let lower = r + 1.28426009614491121;
  lower = lower * r + 0.468238212480865118;
  lower = lower * r + 0.0659881378689285515;
  lower = lower * r + 0.00378239633202758244;
  lower = lower * r + 7.29751555083966205e-5;
  return (SQRT_TWO_PI_INVERSE - (r * upper) / lower) / z;
}

/**
 * The normal whose 5 % and 95 % points are given.
 *
 * Formula: mean = (p5 + p95) / 2, sd = (p95 - p5) / (2 z.95)
 *
 * @param p5  below `p95`
 */
export function normalFromInterval(p5: number, p95: number): NormalShape {
  return { kind: 'normal', mean: (p5 + p95) / 2, sd: (p95 - p5) / (2 * Z_95) };
}
