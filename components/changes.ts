import type { Change, ChangeRefused } from '../lib/core/change.ts';
import type { Result } from '../lib/core/result.ts';

/** A change that is stored, named so that it can be undone. */
export interface Stored {
  readonly change: string;
}

export type ChangeFailure =
  | ChangeRefused
  /** The data are newer than this version, or the store cannot be written. */
  | { readonly type: 'ReadOnly' }
  /** Nobody answered, or the disk refused. */
  | { readonly type: 'NotStored' };

/** Sends a change to where it is stored. */
export type SendChange = (change: Change) => Promise<Result<Stored, ChangeFailure>>;

/** What views call: makes a change and says it, in the words that stand beside "Undo". */
export type Make = (change: Change, said: string) => void;
