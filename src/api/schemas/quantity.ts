import { z } from 'zod';
import { quantitySchema } from '../../schema/quantity.ts';

z.globalRegistry.add(quantitySchema, {
  id: 'Quantity',
  description:
    'A number, or a belief about one: {p5,p95} (lognormal), {p10,p50,p90} (metalog), {pert}, {triangular}, {uniform}, {normal}, {lognormal} or {beta}. The unit belongs to the field.',
});

/** A quantity in an answer: the same forms as in a scenario. */
export const quantity = quantitySchema;
