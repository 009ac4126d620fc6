import type { z } from 'zod';
import { ImpactError } from '../core/errors/impact-error.ts';
import { errorFromZod } from '../schema/error-from-zod.ts';
import type { SourceFile } from './source-file.ts';

/** The model in a JSON file, checked; the error names the file, the place in it, what was found and the fix. */
export function readModelJson<T>(file: SourceFile, schema: z.ZodType<T>): T {
  const json = parseJson(file);
  const outcome = schema.safeParse(json);
  if (outcome.success) return outcome.data;
  const { path, message, hint } = errorFromZod(outcome.error, json, file.path);
  throw new ImpactError('MODEL_INVALID', { path, message, hint, cause: outcome.error });
}

/** The error of a model file whose parts are fine by themselves but do not fit together. */
export function modelInvalid(file: string, place: string, message: string, hint: string): ImpactError {
  return new ImpactError('MODEL_INVALID', { path: `${file}: ${place}`, message, hint });
}

function parseJson(file: SourceFile): unknown {
  try {
    return JSON.parse(file.text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : 'unknown reason';
    throw new ImpactError('MODEL_INVALID', {
      path: file.path,
      message: `is not JSON: ${reason}`,
      hint: 'look for a missing comma, quote or bracket',
      cause,
    });
  }
}
