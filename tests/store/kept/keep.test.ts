import Dexie from 'dexie';
import { describe, expect, test, vi } from 'vitest';
import { findingId } from '../../../lib/core/finding.ts';
import { mineRowsOf } from '../../../lib/core/mine-rows.ts';
import { countGaps } from '../../../lib/core/net/gaps.ts';
import { buildNet } from '../../../lib/core/net/net.ts';
import { defaultSettings } from '../../../lib/core/settings.ts';
import { type WorldNeeds, worldOf } from '../../../lib/core/world.ts';
import { find } from '../../../lib/signals/find.ts';
import { signals, twin } from '../../../lib/signals/index.ts';
import type { Database } from '../../../lib/store/database.ts';
import { createStore, type Judge, type Store } from '../../../lib/store/index.ts';
import { loadNet, readKept } from '../../../lib/store/kept/kept-net.ts';
import { wholeEdit } from '../../../lib/store/kept/rebuild.ts';
import { readMine } from '../../../lib/store/read.ts';
import type { KeptRow } from '../../../lib/store/rows.ts';
import { answersOf } from '../../nets.ts';
import { api45, day, disk, key, must, noon, openOn, pay7, seen, task } from '../fresh.ts';
import { monthMe, monthOf } from './month.ts';

const judge: Judge = {
  find: (world, about) => find(signals, world, { about }),
  alike: twin.judge,
  weightOf: (id) => signals.find((signal) => signal.id === id)?.weight ?? 3,
  report: (_where, error) => {
    throw error;
  },
};

const eyesOn = (at: number): WorldNeeds => {
  const today = new Date(at).toISOString().slice(0, 10);
  return { me: { accounts: monthMe }, today, dayBegan: Date.parse(`${today}T00:00:00Z`), settings: defaultSettings };
};

const opened = async (where = disk(), by: Judge = judge) => {
  const open = await openOn(where);
  return { db: open.db, store: createStore(open, by), again: () => createStore(open, by) };
};

/** Something is known, and it is judged: from then on answers are kept. */
const begin = async (store: Store): Promise<void> => {
  await must(store.observe([seen(key('asana:1'), { state: 'done' })], { at: noon - day }));
  await must(store.judge(eyesOn(noon), noon));
};

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);

/** What is kept, beside what computing everything from the stored facts gives. */
const compare = async (db: Database): Promise<{ readonly standing: number }> => {
  const kept = await loadNet(db, undefined);
  if (kept === undefined) throw new Error('nothing is kept');
  const eyes = await readKept(db, 'eyes');
  if (eyes === undefined) throw new Error('nobody looks');
  const whole = await db.transaction('r', db.tables, async () => wholeEdit(db));
  const net = buildNet(whole);
  expect(answersOf(kept.net)).toEqual(answersOf(net));
  const { findings } = find(signals, worldOf(net, eyes));
  const rows = (await db.findings.toArray()).filter(({ order }) => order !== undefined).sort(byId);
  expect(rows.map(({ since: _s, gone: _g, order: _o, left: _l, ...finding }) => finding)).toEqual(
    findings.map((finding) => ({ ...finding, id: findingId(finding) })).sort(byId),
  );
  expect(await readKept(db, 'gaps')).toEqual(countGaps(net.items(), () => true).gaps());
  const mine = await readKept(db, 'mine');
  expect(mine?.rows).toEqual(mineRowsOf(await readMine(db, { ...eyes, now: eyes.dayBegan })));
  return { standing: rows.length };
};

describe('a month of work, event by event: what is kept is what computing everything again gives', () => {
  test.each([1, 2, 3, 4, 5, 6])('seed %i', async (seed) => {
    const { db, store: first, again } = await opened();
    await begin(first);
    let store: Store = first;
    const changes: string[] = [];
    let most = 0;
    for (const [index, event] of monthOf(seed, 120).entries()) {
      const id = `operation-${seed}-${index}`;
      if (event.type === 'page') await must(store.observe(event.batch, { at: event.at }));
      if (event.type === 'change') {
        const done = await store.write(event.change, { id, at: event.at });
        if (done.ok) changes.push(id);
      }
      const last = event.type === 'undo' ? changes.pop() : undefined;
      if (last !== undefined) await store.undo(last, { id, at: event.at });
      if (event.type === 'worker-stopped') store = again();
      if (event.type === 'drop-stale') await must(store.dropStale(event.before));
      if (event.type === 'new-day') await must(store.judge(eyesOn(event.at), event.at));
      most = Math.max(most, (await compare(db)).standing);
    }
    // It compares something.
    expect(most).toBeGreaterThan(4);
  });
});

const blocked = () => [
  seen(api45, { state: 'open', assignees: [], title: 'Rate limits' }),
  seen(pay7, { state: 'open', assignees: [], links: { relations: [{ kind: 'blocked-by', key: api45 }] } }),
];

describe('findings that are kept', () => {
  test('[K8] of a store that holds nothing, nothing is kept', async () => {
    const { db, store } = await opened();
    expect(await must(store.judge(eyesOn(noon), noon))).toBe(false);
    expect([await db.kept.count(), await db.edits.count(), await db.findings.count()]).toEqual([0, 0, 0]);
  });

  test('stand from when they were found, go when what they say is over, and come again', async () => {
    const { db, store } = await opened();
    await begin(store);
    await must(store.observe(blocked(), { at: noon }));
    expect((await store.findingsOn([api45])).map(({ id, since }) => [id, since])).toEqual([[`unowned ${api45}`, noon]]);
    await must(store.observe([seen(api45, { assignees: [{ handle: 'dana' }] })], { at: noon + day }));
    expect(await store.findingsOn([api45])).toEqual([]);
    await must(store.observe([seen(api45, { assignees: [] })], { at: noon + 2 * day }));
    expect((await store.findingsOn([api45])).map(({ since, gone }) => [since, gone])).toEqual([
      [noon + 2 * day, noon + day],
    ]);
    await compare(db);
  });

  test('a write that fails takes its answers with it, and the next one goes on from what is stored', async () => {
    let fails = false;
    const { db, store } = await opened(disk(), {
      ...judge,
      find: (world, about) => {
        if (fails) Dexie.currentTransaction.abort();
        return judge.find(world, about);
      },
      report: () => undefined,
    });
    await begin(store);
    await must(store.observe(blocked(), { at: noon }));
    fails = true;
    await expect(store.observe([seen(api45, { state: 'done' })], { at: noon + day })).rejects.toThrow();
    expect((await compare(db)).standing).toBe(1);
    fails = false;
    await must(store.observe([seen(task, { state: 'in-progress', assignees: [] })], { at: noon + day }));
    expect((await compare(db)).standing).toBe(2);
  });

  test('[P5] a bug loses no page and no word: what is kept is in doubt, and made anew', async () => {
    let isBroken = true;
    const reports: string[] = [];
    const { db, store } = await opened(disk(), {
      ...judge,
      find: (world, about) => {
        if (isBroken && about !== undefined) throw new Error('a bug');
        return judge.find(world, about);
      },
      report: (where) => reports.push(where),
    });
    await begin(store);
    await must(store.observe(blocked(), { at: noon }));
    expect(reports).toEqual(['keeping answers']);
    expect(await db.items.count()).toBe(3);
    expect((await store.keptAnswers()).missing).toBe(true);
    isBroken = false;
    expect(await must(store.judge(eyesOn(noon), noon))).toBe(true);
    expect((await compare(db)).standing).toBe(1);
  });

  test('a day that begins judges everything again; the same day nothing', async () => {
    const { db, store } = await opened();
    await begin(store);
    await must(store.observe([seen(api45, { state: 'open', reviewers: [{ handle: 'tom' }] })], { at: noon }));
    expect(await must(store.judge(eyesOn(noon), noon))).toBe(false);
    expect(await must(store.judge(eyesOn(noon + 9 * day), noon + 9 * day))).toBe(true);
    await compare(db);
  });

  test('a signal that breaks on something leaves what it said before, and the others are kept', async () => {
    let isBroken = false;
    const { store } = await opened(disk(), {
      ...judge,
      find: (world, about) => ({
        ...judge.find(world, about),
        ...(isBroken ? { findings: [], failed: new Set(['unowned'] as const) } : {}),
      }),
    });
    await begin(store);
    await must(store.observe(blocked(), { at: noon }));
    isBroken = true;
    await must(store.observe([seen(api45, { title: 'Another' })], { at: noon + day }));
    expect((await store.findingsOn([api45])).map(({ signal }) => signal)).toEqual(['unowned']);
  });

  test('[P5] a store that was put back from a file, or of which something was deleted, is kept anew', async () => {
    const { db, store } = await opened();
    await begin(store);
    await must(store.observe(blocked(), { at: noon }));
    await must(store.restore(new TextEncoder().encode(await store.exportAll())));
    expect((await store.keptAnswers()).missing).toBe(true);
    expect(await must(store.judge(eyesOn(noon), noon))).toBe(true);
    expect((await compare(db)).standing).toBe(1);
  });

  test('what is written while everything is read to be kept is not missed', async () => {
    const { db, store } = await opened();
    await must(store.observe(blocked(), { at: noon }));
    const { kept } = db;
    let writes = 0;
    const put = kept.put.bind(kept);
    // Twice somebody writes between the reading and the taking.
    const spied = vi.spyOn(kept, 'put').mockImplementation(((row: KeptRow) => {
      if (row.name !== 'making' || writes === 2) return put(row);
      writes += 1;
      return put(row).then(async (done) => {
        await store.observe([seen(task, { due: `2026-12-0${writes}`, state: 'open', assignees: [] })], {
          at: noon + writes,
        });
        return done;
      });
    }) as never);
    expect(await must(store.judge(eyesOn(noon), noon))).toBe(true);
    spied.mockRestore();
    expect(writes).toBe(2);
    expect(await readKept(db, 'making')).toBeUndefined();
    expect((await compare(db)).standing).toBe(3);
  });

  test('many edits are packed into one row, and the net stays what it was', async () => {
    const { db, store, again } = await opened();
    await begin(store);
    await must(store.observe(blocked(), { at: noon }));
    for (let turn = 0; turn < 310; turn += 1)
      await must(
        store.observe([seen(task, { due: turn % 2 === 0 ? '2026-12-01' : '2026-12-02' })], { at: noon + turn * 1_000 }),
      );
    expect(await db.edits.count()).toBeGreaterThan(300);
    await must(again().judge(eyesOn(noon), noon));
    expect(await db.edits.count()).toBe(0);
    await compare(db);
  });
});
