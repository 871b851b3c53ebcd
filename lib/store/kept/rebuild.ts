import type { Ownership } from '../../core/annotation.ts';
import { edgesOf } from '../../core/edges.ts';
import { grouped } from '../../core/grouped.ts';
import type { ItemKey } from '../../core/key.ts';
import type { NetEdit } from '../../core/net/edit.ts';
import { netFactsOf } from '../../core/net/facts-of.ts';
import type { NetFacts } from '../../core/net/item.ts';
import { codeEnds, waitFactsOf } from '../../core/net/of-snapshot.ts';
import { workFactsOf } from '../../core/net/work-facts.ts';
import type { Settled } from '../../core/same-work.ts';
import type { FactChange, Item, SightedLink } from '../../core/snapshot.ts';
import type { Database } from '../database.ts';
import { joinItems } from '../facts.ts';
import { addRecord, areSound, beginGathering, isSound } from '../gathering.ts';
import { eachPage } from '../pages.ts';
import type { ChangeRow } from '../rows.ts';
import { sightedLinks } from '../sightings.ts';
import { itemOf, maxLogged, statementsIn } from '../snapshot.ts';

/** Everything that is stored, as one edit: what the net is made of when nothing is kept, or it is in doubt. Reads all rows. */
export const wholeEdit = async (db: Database): Promise<NetEdit> => {
  const found = await beginGathering(db);
  const { settled } = found;
  await eachPage(db.records, (rows) => {
    for (const row of rows) addRecord(found, row);
  });
  const { ownerships, stated } = await statementsIn(db, found);
  const links = await allLinks(db);
  return {
    items: [...(await allFacts(db, ownerships, settled))].map(([key, facts]) => ({ key, facts })),
    waits: edgesOf(links, stated, settled).edges.map((edge) => ({
      blocker: edge.blocker,
      blocked: edge.blocked,
      wait: waitFactsOf(edge),
    })),
    code: links.flatMap((link) => {
      const ends = codeEnds(link, settled);
      return ends === undefined ? [] : [{ ...ends, stands: true }];
    }),
  };
};

const allLinks = async (db: Database): Promise<readonly SightedLink[]> => {
  const links: SightedLink[] = [];
  await eachPage(db.links, (rows) => {
    for (const row of rows) if (areSound(row.groups)) links.push(...sightedLinks(row));
  });
  return links;
};

const allFacts = async (
  db: Database,
  ownerships: ReadonlyMap<ItemKey, readonly Ownership[]>,
  settled: Settled,
): Promise<ReadonlyMap<ItemKey, NetFacts>> => {
  const changes = await changesByKey(db);
  const told = await toldByKey(db);
  const facts = new Map<ItemKey, NetFacts>();
  const take = (key: ItemKey, item: Item | undefined): void => {
    const known = netFactsOf(item, ownerships.get(key) ?? [], changes.get(key) ?? []);
    if (known !== undefined) facts.set(key, known);
  };
  await eachPage(db.items, (rows) => {
    for (const row of rows) {
      told.delete(row.key);
      take(row.key, isSound(row) ? itemOf(row) : undefined);
    }
  });
  for (const [key, item] of told) take(key, item);
  for (const key of ownerships.keys()) if (!facts.has(key)) take(key, undefined);
  const ofWorks = new Map(
    [...settled.works.keys()].map((key) => [key, workFactsOf(settled, key, (one) => facts.get(one))]),
  );
  for (const [key, joined] of ofWorks) if (joined !== undefined) facts.set(key, joined);
  return facts;
};

/** The latest of each item, as a snapshot has them. */
const changesByKey = async (db: Database): Promise<ReadonlyMap<ItemKey, readonly FactChange[]>> => {
  const all: ChangeRow[] = [];
  await eachPage(db.changes, (rows) => {
    all.push(...rows);
  });
  return new Map(
    [...grouped(all, ({ key }) => key)].map(([key, changes]) => [
      key,
      changes.toSorted((a, b) => a.at - b.at || (a.seq ?? 0) - (b.seq ?? 0)).slice(-maxLogged),
    ]),
  );
};

const toldByKey = async (db: Database): Promise<Map<ItemKey, Item>> => {
  const told = new Map<ItemKey, Item>();
  for (const { key, withdrawn, item } of await db.told.toArray()) {
    if (withdrawn) continue;
    const there = told.get(key);
    told.set(key, there === undefined ? item : joinItems(key, there, item));
  }
  return told;
};
