import { expect, test } from 'vitest';
import type { Change } from '../../lib/core/change.ts';
import type { Store } from '../../lib/store/index.ts';
import { api45, dana, eyes, must, noon, noor, openOn, pay7 } from './fresh.ts';

const own = (who: typeof dana | null, accepted = true): Change => ({
  type: 'name-role',
  item: api45,
  role: 'owner',
  who,
  accepted,
});
const waits = (more: object = {}): Change => ({ type: 'add-dependency', blocker: api45, blocked: pay7, ...more });

const facts = (store: Store) => store.readItem(api45, eyes());

test('[E4] undoing the first statement: the facts are what they were, and the history has grown', async () => {
  const { store } = await openOn();
  const before = await facts(store);
  await must(store.write(own(null), { id: 'a', at: noon }));
  const grown = (await store.history(100)).entries.length;
  await must(store.undo('a', { id: 'u', at: noon + 1 }));
  expect(await facts(store)).toEqual(before);
  expect((await store.history(100)).entries.length).toBeGreaterThan(grown);
  expect((await store.history(1)).entries[0]).toMatchObject({ change: 'u', undoes: 'a' });
});

test('[E4] undoing a later statement gives back what stood before, dates and reasons too', async () => {
  const { store } = await openOn();
  await must(store.write(waits({ needed: '2026-12-04' }), { id: 'a', at: noon }));
  const before = await facts(store);
  await must(
    store.write(waits({ hard: false, needed: '2026-12-09', promised: '2026-12-10', reason: 'x' }), {
      id: 'b',
      at: noon + 1,
    }),
  );
  expect(await facts(store)).not.toEqual(before);
  await must(store.undo('b', { id: 'u', at: noon + 2 }));
  expect(await facts(store)).toEqual(before);
});

test('[E4] [O2] an acceptance survives the undoing of what came after it', async () => {
  const { store } = await openOn();
  await must(store.write(own(dana, true), { id: 'a', at: noon }));
  await must(store.write(own(noor, true), { id: 'b', at: noon + 1 }));
  await must(store.undo('b', { id: 'u', at: noon + 2 }));
  expect((await store.readItem(api45, eyes())).ownerships.get(api45)).toMatchObject([{ who: dana, accepted: true }]);
});

test('[E4] undoing an undo, again and again', async () => {
  const { store } = await openOn();
  const nothing = await facts(store);
  await must(store.write(waits({ reason: 'x' }), { id: 'a', at: noon }));
  const something = await facts(store);
  let last = 'a';
  for (let n = 1; n <= 6; n += 1) {
    await must(store.undo(last, { id: `u${n}`, at: noon + n }));
    expect(await facts(store)).toEqual(n % 2 === 1 ? nothing : something);
    last = `u${n}`;
  }
});

test('[E4] undoing a statement that was made again after a deletion brings back nothing older', async () => {
  const { store } = await openOn();
  await must(store.write(waits({ reason: 'old' }), { id: 'a', at: noon }));
  await must(store.undo('a', { id: 'u1', at: noon + 1 }));
  const nothing = await facts(store);
  await must(store.write(waits(), { id: 'b', at: noon + 2 }));
  const bare = await facts(store);
  expect(bare).toMatchObject({ stated: [{ said: 'yes' }] });
  expect(bare).not.toHaveProperty('stated.0.reason');
  await must(store.undo('b', { id: 'u2', at: noon + 3 }));
  expect(await facts(store)).toEqual(nothing);
  await must(store.undo('u2', { id: 'u3', at: noon + 4 }));
  expect(await facts(store)).toEqual(bare);
});

test('[E4] undoing is refused where it is undone, unknown, or overwritten; the refusal says by what', async () => {
  const { store } = await openOn();
  await must(store.write(own(dana), { id: 'a', at: noon }));
  await must(store.write(own(noor), { id: 'b', at: noon + 1 }));
  const before = await facts(store);
  expect(await store.undo('a', { id: 'u', at: noon + 2 })).toMatchObject({
    failure: { type: 'UndoRefused', why: 'overwritten', by: 'b' },
  });
  expect(await store.undo('z', { id: 'u', at: noon + 2 })).toMatchObject({ failure: { why: 'unknown-change' } });
  expect(await facts(store)).toEqual(before);
  await must(store.undo('b', { id: 'u1', at: noon + 3 }));
  expect(await store.undo('b', { id: 'u2', at: noon + 4 })).toMatchObject({ failure: { why: 'already-undone' } });
  // What stood in the way is gone, so the first can be undone now, and redone with the others in their order.
  await must(store.undo('a', { id: 'u3', at: noon + 5 }));
  expect(await store.undo('u1', { id: 'u4', at: noon + 6 })).toMatchObject({
    failure: { why: 'overwritten', by: 'u3' },
  });
  await must(store.undo('u3', { id: 'u5', at: noon + 7 }));
  await must(store.undo('u1', { id: 'u6', at: noon + 8 }));
  expect(await facts(store)).toEqual(before);
});

test('[E4] undoing is refused where a later change wrote another field of a statement that would be deleted', async () => {
  const { store } = await openOn();
  await must(store.write(waits(), { id: 'a', at: noon }));
  await must(store.write(waits({ needed: '2026-12-04' }), { id: 'b', at: noon + 1 }));
  expect(await store.undo('a', { id: 'u', at: noon + 2 })).toMatchObject({
    failure: { why: 'overwritten', by: 'b' },
  });
});

test('[E4] undoing does not mind what was said about something else', async () => {
  const { store } = await openOn();
  await must(store.write(own(dana), { id: 'a', at: noon }));
  await must(store.write(waits(), { id: 'b', at: noon + 1 }));
  await must(store.undo('a', { id: 'u', at: noon + 2 }));
  expect((await store.readItem(api45, eyes())).stated).toHaveLength(1);
});

test('[E4] [R2] undoing with the same id is done once', async () => {
  const { store } = await openOn();
  await must(store.write(own(dana), { id: 'a', at: noon }));
  await must(store.undo('a', { id: 'u', at: noon + 1 }));
  const { length } = (await store.history(100)).entries;
  await must(store.undo('a', { id: 'u', at: noon + 2 }));
  expect((await store.history(100)).entries).toHaveLength(length);
});
