import { expect, test } from 'vitest';
import type { Change } from '../../lib/core/change.ts';
import type { ItemKey } from '../../lib/core/key.ts';
import { linkedWith } from '../../lib/store/linked.ts';
import { readSettled } from '../../lib/store/pairs.ts';
import { api45, key, must, noon, openOn, pay7, seen, task } from './fresh.ts';

const launch = key('asana:9');

const opened = async () => {
  const { db, store } = await openOn();
  let count = 0;
  const write = (change: Change) => {
    count += 1;
    return must(store.write(change, { id: `change-${count}`, at: noon + count }));
  };
  const linked = async (of: ItemKey) => [...(await linkedWith(db, await readSettled(db), of))].sort();
  return { store, write, linked };
};

test('[D8] whatever links two items, from either side, has them know of each other', async () => {
  const { store, linked } = await opened();
  await must(store.observe([seen(api45, { links: { mentions: [{ kind: 'mentions', key: pay7 }] } })], { at: noon }));
  expect(await linked(api45)).toEqual([api45, pay7].sort());
  expect(await linked(pay7)).toEqual([api45, pay7].sort());
  expect(await linked(task)).toEqual([task]);
});

test('[W2] what a person said of the two does, also that it is not the same; what was taken back does not', async () => {
  const { write, linked } = await opened();
  await write({ type: 'settle-pair', items: [pay7, task], said: 'not' });
  await write({ type: 'deny-dependency', blocker: pay7, blocked: api45 });
  expect(await linked(pay7)).toEqual([api45, pay7, task].sort());
  await write({ type: 'withdraw-pair', items: [pay7, task] });
  expect(await linked(task)).toEqual([task]);
});

test('[W3] what has to do with one item of a work has to do with all of it', async () => {
  const { store, write, linked } = await opened();
  await must(store.observe([seen(api45, { links: { code: [{ kind: 'implements', key: pay7 }] } })], { at: noon }));
  await write({ type: 'settle-pair', items: [pay7, task], said: 'same', main: pay7 });
  await write({ type: 'settle-pair', items: [task, launch], said: 'same', main: task });
  expect(await linked(api45)).toEqual([api45, launch, pay7, task].sort());
  expect(await linked(launch)).toEqual([api45, launch, pay7, task].sort());
});
