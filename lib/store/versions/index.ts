import type { Transaction } from 'dexie';
import { v1 } from './v1.ts';
import { v2 } from './v2.ts';
import { v3 } from './v3.ts';

/** One version of the schema, one file. An upgrade runs inside the browser's own version change: whole or not at all. */
export interface Version {
  readonly number: number;
  /** Dexie's notation: primary key, then indexes. Tables that are not named stay as they were. */
  readonly stores: { readonly [table: string]: string | null };
  readonly upgrade?: (transaction: Transaction) => Promise<void>;
}

/** In order, oldest first. */
export const versions: readonly [Version, ...Version[]] = [v1, v2, v3];

export const schemaNumber: number = Math.max(...versions.map(({ number }) => number));
