import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { Observation } from '../../lib/core/item.ts';
import type { ItemKey } from '../../lib/core/key.ts';
import { type Account, type Me, nobody } from '../../lib/core/person.ts';
import type { Database, DatabaseOptions, OpenStore } from '../../lib/store/database.ts';
import { createStore, openDatabase, type Store } from '../../lib/store/index.ts';
import type { Eyes } from '../../lib/store/snapshot.ts';

/** A browser's storage of its own. */
export const disk = (): Required<Pick<DatabaseOptions, 'indexedDB' | 'IDBKeyRange' | 'pause'>> => ({
  indexedDB: new IDBFactory(),
  IDBKeyRange,
  pause: 0,
});

export const openOn = async (where = disk()): Promise<OpenStore & { readonly store: Store; readonly db: Database }> => {
  const open = await openDatabase({ name: 'test', ...where });
  if (!open.ok) throw new Error(open.failure.reason);
  return { ...open.value, store: createStore(open.value) };
};

export const noon = Date.parse('2026-11-22T12:00:00Z');
export const minute = 60_000;
export const day = 24 * 60 * minute;

export const eyes = (...accounts: readonly Account[]): Eyes => {
  const me: Me = accounts.length === 0 ? nobody : { accounts };
  return { me, now: noon, today: '2026-11-22' };
};

export const key = (text: string): ItemKey => text as ItemKey;

export const api45 = key('github:github.com:acme/api#45');
export const pay7 = key('jira:acme.atlassian.net:PAY-7');
export const task = key('asana:1204');

export const dana: Account = { tool: 'github', site: 'github.com', handle: 'dana', name: 'Dana Reyes' };
export const noor: Account = { tool: 'jira', site: 'acme.atlassian.net', handle: '5b10', name: 'Noor Haddad' };

export const seen = (of: ItemKey, facts: Observation['facts'] = {}, more: Partial<Observation> = {}): Observation => ({
  key: of,
  from: 'item',
  facts,
  ...more,
});

/** The value, or the failure as an error of the test. */
export const must = async <Value>(
  result: Promise<{ readonly ok: true; readonly value: Value } | { readonly ok: false; readonly failure: unknown }>,
): Promise<Value> => {
  const done = await result;
  if (!done.ok) throw new Error(JSON.stringify(done.failure));
  return done.value;
};

/** Every table, whole. */
export const tablesOf = async (db: Database): Promise<Record<string, unknown[]>> =>
  Object.fromEntries(await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()])));
