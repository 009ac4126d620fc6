/** What the rest of the engine needs of distributions: compile a quantity once, then turn uniforms into values. */
export type { Cut, Marginal, Shape } from './shape.ts';
export { compileQuantity } from './compile-quantity.ts';
export { fillQuantiles, quantileAt } from './marginal-quantiles.ts';
export { sameMarginal } from './same-marginal.ts';
