import type { FastifySchemaCompiler } from 'fastify';
import type { z } from 'zod';
import { ImpactError } from '../core/errors/impact-error.ts';
import { problemsFromZod } from '../schema/error-from-zod.ts';
import { requirePlainJson } from '../schema/plain-json.ts';
import { withoutUndefined } from '../schema/scenario.ts';
import { pointerOf } from './pointer.ts';
import { InvalidInput } from './problem.ts';

/** Most problems told at once. */
const MOST_ENTRIES = 20;

/** Checks a body or parameters with their zod schema, after making sure that they are plain data of a sane size. */
export const validatorCompiler: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart }) => {
  return (data: unknown) => {
    try {
      // The values of a path and a query have no prototype, and hold text only.
      if (httpPart === 'body') requirePlainJson(data, undefined);
    } catch (error) {
      if (error instanceof ImpactError) return { error };
      throw error;
    }
    const result = schema.safeParse(data);
    if (result.success) return { value: withoutUndefined(result.data) };
    const problems = problemsFromZod(result.error, data).slice(0, MOST_ENTRIES);
    return {
      error: new InvalidInput(
        problems.map(({ code, path, message, hint }) => ({
          pointer: pointerOf(path),
          detail: message,
          code,
          hint,
        })),
      ),
    };
  };
};
