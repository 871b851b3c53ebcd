import { expect, test } from 'vitest';
import type { SessionArea } from '../../lib/browser/asked-links.ts';
import { lastMine, noteMine } from '../../lib/browser/last-mine.ts';
import { mineViewOf } from '../../lib/core/mine.ts';
import { dana, world } from '../worlds.ts';

test('[M1] the last answer is what a popup that opens gets, whole; before the first there is none', async () => {
  let stored: Record<string, unknown> = {};
  const session: SessionArea = {
    get: async (name) => (name in stored ? { [name]: stored[name] } : {}),
    // As the browser does: what goes through its storage is JSON.
    set: async (items) => {
      stored = { ...stored, ...JSON.parse(JSON.stringify(items)) };
    },
  };
  expect(await lastMine(session)).toBeUndefined();
  const built = world()
    .item('a', { assignees: [{ handle: 'dana' }] })
    .item('b', { assignees: [{ handle: 'noor' }] })
    .waits('b', 'a');
  const mine = mineViewOf(built.as(dana).snapshot(), { coverage: { items: { github: 2 }, since: 1 }, ask: [] });
  await noteMine(session, mine);
  expect(await lastMine(session)).toEqual(mine);
  expect(mine.awaited).toHaveLength(1);
});
