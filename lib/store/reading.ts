import type { Database } from './database.ts';

/**
 * One instant: a write that lands in between is seen whole or not at all. Over every table but none that is missing in a
 * newer database; reading blocks nobody. Only a function that is itself `async` keeps the transaction over its awaits.
 */
export const reading = <Value>(db: Database, read: () => Promise<Value>): Promise<Value> =>
  db.transaction('r', db.tables, async () => read());
