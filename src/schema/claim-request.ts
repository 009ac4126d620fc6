import { z } from 'zod';
import { claimLanguages } from '../core/claims/claim.ts';
import { ImpactError } from '../core/errors/impact-error.ts';
import { explain, plain } from './issue.ts';
import { parseWith } from './scenario.ts';
import { strictObject } from './strict-object.ts';

/** Longest text that is read for a claim; a sentence has a tenth of it. */
export const LONGEST_CLAIM = 2_000;
/** More than the world produces in ten years. */
const MOST_AMOUNT = 1e18;

/** Measures that a claim can be set against. */
export const claimMeasures = [
  'economic-loss',
  'interrupted-output',
  'corporate-interruption',
  'revenue',
  'cost',
  'profit',
  'insured-industry',
] as const;

const amountHint = 'write plain units, such as 5400000000, and the currency beside it';

/** The keys of a claim check, besides the event that it is about. */
export const claimShape = {
  text: z
    .string(explain('must be the text of the claim', 'write it in quotes'))
    .max(
      LONGEST_CLAIM,
      explain(
        `must be text of at most ${plain(LONGEST_CLAIM)} characters`,
        'give the sentence with the figure',
      ),
    )
    .refine(
      (text) => /\S/.test(text),
      explain('must be the text of the claim', 'give the sentence with the figure'),
    )
    .optional(),
  amount: z
    .number(explain('must be an amount of money', amountHint))
    .positive(explain('must be above 0', 'a loss is a positive number'))
    .max(MOST_AMOUNT, explain(`must be at most ${plain(MOST_AMOUNT)}`, amountHint))
    .optional(),
  currency: z
    .string(explain('must be a currency code', 'example: "EUR"'))
    .regex(/^[A-Z]{3}$/, explain('must be a currency code of three capital letters', 'example: "EUR"'))
    .optional(),
  measure: z
    .enum(claimMeasures, explain('must be a measure of loss', `write one of ${claimMeasures.join(', ')}`))
    .optional(),
  claimLanguage: z
    .enum(
      claimLanguages,
      explain('must be a language of the claim', `write one of ${claimLanguages.join(', ')}`),
    )
    .optional(),
};

const claimRequestSchema = strictObject(claimShape, 'a claim check').superRefine(
  ({ text, amount }, context) => {
    if ((text === undefined) !== (amount === undefined)) return;
    const both = text !== undefined;
    const message = explain(
      both ? 'takes a text or an amount, not both' : 'needs the text of the claim or its amount',
      both ? 'remove one of them' : 'give text: "hundreds of billions of dollars", or amount and currency',
    );
    context.addIssue({ code: 'custom', path: ['text'], message, params: { found: false } });
  },
);

/** A figure to check: its words, or its amount. */
export type ClaimRequest = z.output<typeof claimRequestSchema>;

/**
 * Outside JSON to a claim check.
 *
 * @throws ImpactError CLAIM_INVALID for the first problem found
 */
export function parseClaimRequest(json: unknown, label?: string): ClaimRequest {
  try {
    return parseWith(claimRequestSchema, json, label);
  } catch (error) {
    if (!(error instanceof ImpactError) || error.code !== 'SCENARIO_INVALID') throw error;
    const { path, message, hint } = error;
    throw new ImpactError('CLAIM_INVALID', { path, message, hint, cause: error });
  }
}
