import { z } from 'zod';

/** `Problem` of ../problem.ts; a test holds the two together. */
export const problemResponse = z
  .strictObject({
    type: z.literal('about:blank'),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string().describe('stable; listed in src/api/README.md'),
    hint: z.string().describe('what to do next'),
    errors: z
      .array(
        z.strictObject({
          pointer: z.string().describe('JSON pointer into the body, as a URI fragment'),
          detail: z.string(),
          code: z.string(),
          hint: z.string(),
        }),
      )
      .optional(),
  })
  .meta({ id: 'Problem', description: 'An error, as in RFC 9457.' });

/** An error answer, for the documentation. */
export const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemResponse } },
});

const everywhere = {
  400: problem('The request cannot be read.'),
  401: problem('The key is missing or wrong; only where the server has one.'),
  429: problem('Too many requests.'),
  500: problem('A fault of the server.'),
};

/** Errors of a route that tells the state of the server. */
export const stateProblems = { 400: everywhere[400], 500: everywhere[500] };

/** Errors of a route that only reads. */
export const readingProblems = everywhere;

/** Errors of a route that reads one thing by its id. */
export const lookUpProblems = {
  ...everywhere,
  404: problem('Nothing has this id.'),
  414: problem('The id is too long.'),
};

/** Errors of a route that takes a body. */
export const bodyProblems = {
  ...everywhere,
  413: problem('The body is too long.'),
  415: problem('The body is not plain JSON.'),
  422: problem('The input is wrong; `errors` says where.'),
  503: problem('Too much work is waiting.'),
};

/** Answers of a route for its documentation. Their types are dropped: a route sends text that is complete already. */
export function answers(byStatus: Readonly<Record<number, object>>): Record<string, unknown> {
  return { ...byStatus };
}
