import { describe, expect, test } from 'vitest';
import { netOf } from '../../../lib/core/net/of-snapshot.ts';
import { dana, keyOf, noor, world, worldNow, worldStart } from '../../worlds.ts';

const net = (built: ReturnType<typeof world>) => netOf(built.snapshot());

describe('the net of a snapshot', () => {
  test('facts of each item, with who is stated to own it', () => {
    const built = net(
      world()
        .item('a', { state: 'in-progress', due: '2026-12-01', assignees: [{ handle: 'dana' }], rank: 'high' })
        .owned('a', noor),
    );
    expect(built.item(keyOf('a'))?.facts).toMatchObject({
      state: 'in-progress',
      due: '2026-12-01',
      rank: 'high',
      assigned: [{ tool: 'github', site: 'github.com', handle: 'dana' }],
      owner: { who: noor, accepted: true },
    });
  });

  test('changes are told of the item they are about', () => {
    const built = net(
      world().item('a').item('b').changed('a', 'state', 'done', 'open', worldNow).changed('b', 'title', 'x', 'y', 7),
    );
    expect(built.item(keyOf('a'))?.facts.reopened).toBe(worldNow);
    expect(built.item(keyOf('b'))?.facts.reopened).toBeUndefined();
  });

  test('[D1] [D3] waits as all that says so makes them: one for each pair, none where it was denied', () => {
    const built = net(
      world()
        .item('a')
        .item('b')
        .waits('a', 'b', { needed: '2026-12-04', since: worldStart + 5 })
        .states('a', 'b', { hard: false, promised: '2026-12-03', at: worldStart + 1 })
        .waits('a', 'c')
        .states('a', 'c', { said: 'no' }),
    );
    const [wait, ...others] = built.item(keyOf('a'))?.blockers ?? [];
    expect(others).toEqual([]);
    expect(wait).toMatchObject({
      blocker: { key: keyOf('b') },
      hard: false,
      since: worldStart + 1,
      needed: '2026-12-04',
      promised: '2026-12-03',
    });
  });

  test('[D8] what is code for what, whichever end says so; a mention is neither', () => {
    const built = net(
      world()
        .link('pr', 'implements', 'ticket', 'code')
        .link('task', 'implemented-by', 'pr', 'development')
        .link('pr', 'mentions', 'other', 'mentions'),
    );
    expect(built.item(keyOf('pr'))?.codeFor.map(({ key }) => key)).toEqual([keyOf('ticket'), keyOf('task')]);
    expect(built.item(keyOf('other'))).toBeUndefined();
  });

  test('[K3] what is only named by others, or only owned, is in it and was never seen', () => {
    const built = net(world().item('a').waits('a', 'b').owned('c', dana));
    expect(built.item(keyOf('b'))?.facts).toEqual({ state: 'unknown' });
    expect(built.item(keyOf('c'))?.facts).toEqual({
      state: 'unknown',
      owner: { who: dana, accepted: true, rivals: [] },
    });
    expect(built.item(keyOf('a'))?.wave).toBe(Number.POSITIVE_INFINITY);
  });
});
