import { expect, test } from 'vitest';
import { nothingSettled } from '../../lib/core/same-work.ts';
import { followChains } from '../../lib/store/chain.ts';
import { gathering } from '../../lib/store/gathering.ts';
import { reading } from '../../lib/store/reading.ts';
import { key, must, noon, openOn, seen } from './fresh.ts';

const at = (n: number) => key(`asana:${n}`);

/** `1` waits on `2` waits on `3` …, all open but those given. */
const chain = async (length: number, closed: readonly number[] = []) => {
  const opened = await openOn();
  const batch = Array.from({ length }, (_, index) =>
    seen(at(index + 1), {
      state: closed.includes(index + 1) ? 'done' : 'open',
      links: { relations: index + 1 < length ? [{ kind: 'blocked-by', key: at(index + 2) }] : [] },
    }),
  );
  await must(opened.store.observe(batch, { at: noon }));
  return opened;
};

const follow = async (
  opened: Awaited<ReturnType<typeof chain>>,
  start: number,
  limits: { items: number; waves: number },
) => {
  const found = gathering(nothingSettled);
  await reading(opened.db, () => followChains(opened.db, found, [at(start)], limits));
  return { expanded: [...found.expanded].map((of) => Number(of.slice(6))).sort((a, b) => a - b), cut: found.cut };
};

test('[D6] a chain is followed both ways to its ends', async () => {
  expect(await follow(await chain(7), 4, { items: 100, waves: 20 })).toEqual({
    expanded: [1, 2, 3, 4, 5, 6, 7],
    cut: false,
  });
});

test('[D2] what is closed is reached and not followed', async () => {
  expect(await follow(await chain(7, [2, 6]), 4, { items: 100, waves: 20 })).toEqual({
    expanded: [3, 4, 5],
    cut: false,
  });
});

test('[D5] a walk of too many steps or items ends and says so; one that just fits does not', async () => {
  const opened = await chain(12);
  expect(await follow(opened, 1, { items: 100, waves: 4 })).toEqual({ expanded: [1, 2, 3, 4, 5], cut: true });
  expect(await follow(opened, 1, { items: 4, waves: 20 })).toEqual({ expanded: [1, 2, 3, 4], cut: true });
  expect(await follow(opened, 1, { items: 12, waves: 11 })).toMatchObject({ cut: false });
});

test('[D1] a soft dependency is shown and not followed', async () => {
  const opened = await chain(2);
  await must(
    opened.store.observe(
      [
        seen(at(2), { links: { relations: [{ kind: 'blocked-by', key: at(50), hard: false }] } }),
        seen(at(50), { state: 'open' }),
      ],
      { at: noon + 1 },
    ),
  );
  expect((await follow(opened, 1, { items: 100, waves: 20 })).expanded).toEqual([1, 2]);
});
