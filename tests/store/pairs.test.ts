import { describe, expect, test } from 'vitest';
import { toolNeeds } from '../../entrypoints/background/tool-needs.ts';
import type { PairWord } from '../../lib/core/annotation.ts';
import type { ItemKey } from '../../lib/core/key.ts';
import { mainOf } from '../../lib/core/same-work.ts';
import { readSettled } from '../../lib/store/pairs.ts';
import { api45, dana, eyes, key, minute, must, noon, openOn, pay7, seen, task } from './fresh.ts';

const core3 = key('jira:acme.atlassian.net:CORE-3');

/** A ticket that is owned and that waits on code, and a task that nobody is said to own. */
const opened = async () => {
  const open = await openOn();
  const { store } = open;
  await must(
    store.observe(
      [
        seen(pay7, { title: 'Retry webhooks', links: { relations: [{ kind: 'blocked-by', key: api45 }] } }),
        seen(api45, { title: 'Rate limits', state: 'open' }),
        seen(task, { title: 'Webhooks retry', assignees: [] }),
      ],
      { at: noon },
    ),
  );
  await must(
    store.write({ type: 'name-role', item: pay7, role: 'owner', who: dana, accepted: true }, { id: 'own', at: noon }),
  );
  let count = 0;
  const settle = (said: PairWord, main: ItemKey = pay7, items: readonly [ItemKey, ItemKey] = [pay7, task]) => {
    count += 1;
    return must(
      store.write(
        { type: 'settle-pair', items, said, ...(said === 'same' || said === 'part' ? { main } : {}) },
        { id: `settle-${count}`, at: noon + count * minute },
      ),
    );
  };
  return { ...open, settle };
};

describe('what people said of pairs', () => {
  test('nothing, where nobody said anything', async () => {
    const { db } = await opened();
    expect(await readSettled(db)).toEqual({ pairs: [], works: new Map() });
  });

  test('[W3] of the same work, each item is read with the owner and the waits of the other', async () => {
    const { store, settle } = await opened();
    await settle('same');
    const snapshot = await store.readItem(task, eyes(dana));
    expect(snapshot.settled?.works.get(task)).toEqual([pay7, task]);
    expect(snapshot.ownerships.get(pay7)).toMatchObject([{ who: dana }]);
    expect([...snapshot.items.keys()].sort()).toEqual([api45, pay7, task].sort());
    expect(snapshot.links).toMatchObject([{ from: pay7, to: api45 }]);
    expect((await store.readBriefs([task], eyes(dana))).items.get(api45)?.key).toBe(api45);
    expect((await store.readItems([task], eyes(dana))).ownerships.get(pay7)).toHaveLength(1);
  });

  test('[W3] undoing parts them, and everything is as before', async () => {
    const { store, settle } = await opened();
    const before = await store.readItem(task, eyes(dana));
    const { change } = await settle('same');
    await must(store.undo(change, { id: 'undo', at: noon + 9 * minute }));
    expect(await store.readItem(task, eyes(dana))).toEqual(before);
  });

  test('[W2] one word about two items: a later one takes its place, withdrawing leaves none', async () => {
    const { db, store, settle } = await opened();
    await settle('not');
    await settle('same', task, [task, pay7]);
    expect((await readSettled(db)).pairs).toMatchObject([{ items: [task, pay7], said: 'same', main: task }]);
    await must(store.write({ type: 'withdraw-pair', items: [pay7, task] }, { id: 'w', at: noon + 9 * minute }));
    expect((await readSettled(db)).pairs).toEqual([]);
  });

  test('[K2] an item that has moved is meant by its old key: in the pair, and as the main one', async () => {
    const { db, store, settle } = await opened();
    await must(store.observe([seen(pay7, {}, { aliases: ['jira:acme.atlassian.net:id=7'] })], { at: noon }));
    await settle('same', pay7);
    await must(
      store.observe([seen(core3, { title: 'Retry' }, { aliases: ['jira:acme.atlassian.net:id=7'] })], {
        at: noon + 5 * minute,
      }),
    );
    expect(mainOf(await readSettled(db), task)).toBe(core3);
    await settle('related', undefined, [task, core3]);
    expect((await readSettled(db)).pairs).toMatchObject([{ items: [task, core3], said: 'related' }]);
    await settle('same', core3, [core3, task]);
    expect(mainOf(await readSettled(db), task)).toBe(core3);
  });

  test('[P5] is in the file of a backup, and is there when it is put back', async () => {
    const { store, settle } = await opened();
    await settle('same');
    const copy = await openOn();
    await must(copy.store.restore(new TextEncoder().encode(await store.exportAll())));
    expect((await readSettled(copy.db)).pairs).toMatchObject([{ said: 'same', main: pay7 }]);
  });

  test('[K8] where the site of the main one is deleted, the pair goes with it', async () => {
    const { store, settle } = await opened();
    await settle('same');
    const site = { tool: 'jira', site: 'acme.atlassian.net' };
    await must(store.forget({ type: 'site', site }, toolNeeds.place));
    const snapshot = await store.readItem(task, eyes(dana));
    expect(snapshot.settled).toBeUndefined();
    expect(snapshot.items.has(task)).toBe(true);
  });
});
