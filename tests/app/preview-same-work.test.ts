import { expect, test } from 'vitest';
import { previewSameWork } from '../../lib/app/preview-same-work.ts';
import { dana, keyOf, world } from '../worlds.ts';
import { needsFor } from './needs.ts';

test('[W3] what would change is told of both items, and nothing is written', async () => {
  const built = world().item('ticket').item('task', { assignees: [] }).owned('ticket', dana).waits('ticket', 'code');
  const { needs, knowledge } = needsFor(built);
  const items = [keyOf('ticket'), keyOf('task')] as const;
  const [ticket, task] = await previewSameWork(needs, items, keyOf('ticket'));
  expect(knowledge.readBriefs.mock.calls[0]?.[0]).toEqual(items);
  expect(ticket.blockers).toEqual([]);
  expect(task).toMatchObject({ owner: { by: 'stated', who: dana }, blockers: [{ other: { key: keyOf('code') } }] });
  expect(knowledge.write).not.toHaveBeenCalled();
});
