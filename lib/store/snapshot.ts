import type { Ownership, StatedDependency } from '../core/annotation.ts';
import { canonical } from '../core/canonical.ts';
import { grouped } from '../core/grouped.ts';
import type { ItemKey } from '../core/key.ts';
import { mergeCells } from '../core/merge.ts';
import type { Me } from '../core/person.ts';
import type { MergedRecord } from '../core/record.ts';
import { dependencyOf, isSilent, ownershipOf } from '../core/records.ts';
import type { FactChange, Item, SightedLink, Snapshot } from '../core/snapshot.ts';
import type { Database } from './database.ts';
import type { Gathering } from './gathering.ts';
import type { ItemRow } from './rows.ts';
import { cellsOf } from './statements.ts';

/** Whose eyes, which instant: what a snapshot is seen with. */
export interface Eyes {
  readonly me: Me;
  /** Milliseconds. */
  readonly now: number;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** Of the log of one item, the latest. */
export const maxLogged = 100;

/** The snapshot of what was gathered. */
export const toSnapshot = async (db: Database, found: Gathering, eyes: Eyes): Promise<Snapshot> => {
  const { ownerships, stated } = await statementsIn(db, found);
  return {
    me: eyes.me,
    now: eyes.now,
    today: eyes.today,
    items: new Map([...found.items].flatMap(([key, row]) => (row === undefined ? [] : [[key, itemOf(row)] as const]))),
    links: linksIn(found),
    stated,
    ownerships,
    ...(found.settled.pairs.length === 0 ? {} : { settled: found.settled }),
    changes: await changesOf(db, found),
    ...(found.moved.size === 0 ? {} : { moved: found.moved }),
    ...(found.unreadable.size === 0 ? {} : { unreadable: found.unreadable.size }),
    ...(found.cut ? { cut: true as const } : {}),
  };
};

export const itemOf = ({ answers: _answers, opened: _opened, logged: _logged, ...item }: ItemRow): Item => item;

const linksIn = ({ links, expanded }: Gathering): readonly SightedLink[] =>
  [...links.values()].flatMap((row) => row.filter(({ from, to }) => expanded.has(from) || expanded.has(to)));

/** Records about the same, where an item was known under two keys, are merged from their cells and read as one (K2). */
export const statementsIn = async (
  db: Database,
  found: Gathering,
): Promise<{ ownerships: ReadonlyMap<ItemKey, readonly Ownership[]>; stated: readonly StatedDependency[] }> => {
  const ownerships = new Map<ItemKey, Ownership[]>();
  const stated: StatedDependency[] = [];
  for (const rows of grouped([...found.records.values()], ({ now }) => canonical(now)).values()) {
    const [{ merged: only, now, rec }] = rows;
    const merged = rows.length === 1 ? only : mergeCells(await cellsOf(db, rows));
    if (merged === undefined || isSilent(merged)) continue;
    const ownership = ownershipOf({ ...merged, k: now });
    const dependency = dependencyOf({ ...merged, k: now });
    if (ownership !== undefined) ownerships.set(ownership.item, [...(ownerships.get(ownership.item) ?? []), ownership]);
    else if (dependency !== undefined) {
      if (dependency.blocker !== dependency.blocked) stated.push(dependency);
    } else if (isOfKnownType(merged)) found.unreadable.add(`record ${rec}`);
  }
  return { ownerships, stated };
};

/** A type of a later version is not broken, only not shown. */
const isOfKnownType = ({ k: [type] }: MergedRecord): boolean => type === 'own' || type === 'dep';

export const changesOf = async (db: Database, found: Gathering): Promise<readonly FactChange[]> => {
  const logged = [...found.expanded].filter((key) => (found.items.get(key)?.logged ?? 0) > 0);
  const rows = await Promise.all(
    logged.map((key) =>
      db.changes.where('[key+at]').between([key, -Infinity], [key, Infinity]).reverse().limit(maxLogged).toArray(),
    ),
  );
  return rows
    .flat()
    .sort((a, b) => a.at - b.at || (a.seq ?? 0) - (b.seq ?? 0))
    .map(({ seq: _seq, ...change }) => change);
};
