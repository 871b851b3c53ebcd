import { fail, type Result } from '../core/result.ts';
import type { StoreFailure } from '../core/store-failure.ts';

/** Runs a write; what is expected to go wrong with storage becomes a value, everything else is a bug and throws. */
export const attempt = async <Value, Failure extends { readonly type: string }>(
  readOnly: boolean,
  write: () => Promise<Result<Value, Failure>>,
): Promise<Result<Value, Failure | StoreFailure>> => {
  if (readOnly) return fail({ type: 'ReadOnly' });
  try {
    return await write();
  } catch (error) {
    const failure = storageFailure(error);
    if (failure === undefined) throw error;
    return fail(failure);
  }
};

const storageFailure = (error: unknown): StoreFailure | undefined => {
  const names = namesOf(error);
  // A full disk arrives as an aborted transaction with the reason inside (Dexie issues 776 and 840).
  if (names.includes('QuotaExceededError')) return { type: 'StoreFull' };
  if (names.includes('DatabaseClosedError')) return { type: 'StoreClosed' };
  return undefined;
};

const namesOf = (error: unknown): readonly string[] => {
  if (typeof error !== 'object' || error === null) return [];
  const { name, inner } = error as { readonly name?: unknown; readonly inner?: unknown };
  return [...(typeof name === 'string' ? [name] : []), ...namesOf(inner)];
};
