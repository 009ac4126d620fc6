import { ImpactError } from '../../src/core/errors/impact-error.ts';

/** The `ImpactError` that `action` throws; fails when it throws nothing or anything else. */
export function errorOf(action: () => unknown): ImpactError {
  try {
    action();
  } catch (error) {
    if (error instanceof ImpactError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}
