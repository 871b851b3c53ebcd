import { expect, test } from 'vitest';
import { sameWorkGains } from '../../lib/core/same-work-gains.ts';
import { dana, keyOf, noor, world } from '../worlds.ts';

const pair = [keyOf('ticket'), keyOf('task')] as const;

test('[W3] each item gains the owner, the waits and the waiters that it does not show yet', () => {
  const snapshot = world()
    .item('ticket')
    .item('task', { assignees: [noor] })
    .owned('ticket', dana)
    .waits('ticket', 'code')
    .waits('ticket', 'both')
    .waits('task', 'both')
    .waits('launch', 'task')
    .snapshot();
  const [ticket, task] = sameWorkGains(snapshot, pair, keyOf('ticket'));
  expect(ticket).toMatchObject({
    item: { key: keyOf('ticket') },
    blockers: [],
    dependents: [{ other: { key: keyOf('launch') } }],
  });
  expect(ticket).not.toHaveProperty('owner');
  expect(task).toMatchObject({ owner: { by: 'stated', who: dana }, dependents: [] });
  expect(task.blockers.map(({ other }) => other.key)).toEqual([keyOf('code')]);
});

test('[W3] the other main one, another owner; what was said of the pair before does not count', () => {
  const snapshot = world()
    .item('ticket', { assignees: [dana] })
    .item('task', { assignees: [noor] })
    .settled('ticket', 'not', 'task')
    .snapshot();
  expect(sameWorkGains(snapshot, pair, keyOf('ticket'))[1].owner).toMatchObject({ who: [{ handle: 'dana' }] });
  expect(sameWorkGains(snapshot, pair, keyOf('task'))[0].owner).toMatchObject({ who: [{ handle: 'noor' }] });
});
