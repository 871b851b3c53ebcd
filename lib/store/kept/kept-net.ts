import { canonical } from '../../core/canonical.ts';
import type { NetEdit } from '../../core/net/edit.ts';
import { countGaps, type GapCount } from '../../core/net/gaps.ts';
import { buildNet, type Net } from '../../core/net/net.ts';
import { packNet, packVersion, unpackNet } from '../../core/net/pack.ts';
import { type World, type WorldNeeds, worldOf } from '../../core/world.ts';
import { type Database, hasTable } from '../database.ts';
import type { KeptHead, KeptName, KeptValues } from '../rows.ts';

/** The net in memory, at one edit of one database. It is never the only copy of anything. */
export interface KeptNet {
  readonly db: Database;
  readonly head: KeptHead;
  readonly net: Net;
  readonly gaps: GapCount;
}

/** Edits that are read one by one before they are packed with the rest. */
const maxEdits = 300;

/** A database that is only read may be of a version that keeps nothing of this. */
export const isKept = (db: Database): boolean => hasTable(db, 'findings') && hasTable(db, 'kept');

export const readKept = async <Name extends KeptName>(
  db: Database,
  name: Name,
): Promise<KeptValues[Name] | undefined> => (await db.kept.get(name))?.value as KeptValues[Name] | undefined;

/**
 * The net as it is stored: the one in memory where it is at the same edit, else unpacked, with the edits since. Undefined:
 * nothing is kept, or by another version.
 */
export const loadNet = async (db: Database, memory: KeptNet | undefined): Promise<KeptNet | undefined> => {
  const head = await readKept(db, 'head');
  if (head === undefined || head.version !== packVersion) return undefined;
  if (memory !== undefined && memory.db === db && memory.head.seq === head.seq) return { ...memory, head };
  const packed = await readKept(db, 'net');
  const edit = packed === undefined ? undefined : unpackNet(packed);
  if (edit === undefined) return undefined;
  const net = buildNet(edit);
  for (const row of await db.edits.where(':id').above(head.packed).toArray()) net.apply(row.edit);
  return keptNet(db, head, net);
};

const keptNet = (db: Database, head: KeptHead, net: Net): KeptNet => ({
  db,
  head,
  net,
  gaps: countGaps(net.items(), (item) => net.item(item.key) === item),
});

/** Keeps an edit that was applied. */
export const keepEdit = async (kept: KeptNet, edit: NetEdit): Promise<KeptNet> => {
  const seq = await kept.db.edits.add({ edit });
  const head: KeptHead = { ...kept.head, seq };
  await kept.db.kept.put({ name: 'head', value: head });
  return { ...kept, head };
};

/** Packs the net once there are many edits; nothing changes for whoever reads it. */
export const packWhenLong = async (kept: KeptNet): Promise<KeptNet> =>
  kept.head.seq - kept.head.packed < maxEdits ? kept : packed(kept);

const packed = async ({ db, net, gaps, head: { seq } }: KeptNet): Promise<KeptNet> => {
  const head: KeptHead = { seq, packed: seq, version: packVersion };
  await db.kept.bulkPut([
    { name: 'net', value: packNet(net) },
    { name: 'head', value: head },
  ]);
  await db.edits.where(':id').belowOrEqual(seq).delete();
  return { db, net, gaps, head };
};

/** A net that is made anew takes the place of what was kept. */
export const replaceNet = async (db: Database, edit: NetEdit): Promise<KeptNet> => {
  const seq = (await db.edits.add({ edit: {} })) ?? 0;
  return packed(keptNet(db, { seq, packed: seq, version: packVersion }, buildNet(edit)));
};

/** A world for each way of looking; made anew only where that is another one. */
export const worldMemory = () => {
  let last: { readonly net: Net; readonly spelled: string; readonly world: World } | undefined;
  return (net: Net, eyes: WorldNeeds): World => {
    const spelled = canonical(eyes);
    if (last === undefined || last.net !== net || last.spelled !== spelled)
      last = { net, spelled, world: worldOf(net, eyes) };
    return last.world;
  };
};
