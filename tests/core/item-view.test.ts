import { describe, expect, test } from 'vitest';
import { itemViewOf, listedViewsOf } from '../../lib/core/item-view.ts';
import type { ItemBrief } from '../../lib/core/view.ts';
import { dana, keyOf, world, worldStart } from '../worlds.ts';

const view = (built: ReturnType<typeof world>, name = 'a') => itemViewOf(built.snapshot(), keyOf(name));
const names = (briefs: readonly ItemBrief[]) => briefs.map(({ key }) => key.slice(key.indexOf('#') + 1));

describe('itemViewOf', () => {
  test('[K3] an item that was never seen is its key, with nothing claimed', () => {
    expect(view(world()).item).toEqual({ key: keyOf('a'), state: 'unknown', owner: { by: 'unknown' } });
  });

  test('[D2] blockers: open first, then not known, then closed ones with a dropped one told apart', () => {
    const built = world()
      .item('a')
      .item('done', { state: 'done' })
      .item('dropped', { state: 'dropped' })
      .item('open')
      .waits('a', 'done')
      .waits('a', 'dropped')
      .waits('a', 'open')
      .waits('a', 'never-seen');
    expect(view(built).blockers.map(({ other, status }) => [names([other])[0], status])).toEqual([
      ['open', 'blocking'],
      ['never-seen', 'unknown'],
      ['dropped', 'dropped'],
      ['done', 'cleared'],
    ]);
  });

  test('both directions, across tools, with owner and state of the other end', () => {
    const ticket = 'jira:acme.atlassian.net:PAY-231';
    const built = world()
      .item('a')
      .item(ticket, { state: 'in-progress', title: 'Release', assignees: [{ name: 'Mei' }] })
      .waits(ticket, 'a');
    expect(view(built).dependents[0]?.other).toMatchObject({
      key: ticket,
      state: 'in-progress',
      title: 'Release',
      owner: { by: 'assigned' },
    });
    expect(view(built, ticket).blockers[0]?.other.key).toBe(keyOf('a'));
  });

  test('[D3] what was denied is listed apart and blocks nothing', () => {
    const built = world().item('a').item('b').waits('a', 'b').states('a', 'b', { said: 'no' });
    expect(view(built).blockers).toEqual([]);
    expect(view(built).denied).toMatchObject([{ blocker: { key: keyOf('b') }, blocked: { key: keyOf('a') } }]);
  });

  test('[D6] roots are said where they are not direct blockers', () => {
    const built = world().item('a').item('b').item('c').waits('a', 'b').waits('b', 'c');
    expect(names(view(built).roots)).toEqual(['c']);
    expect(names(view(built, 'b').roots)).toEqual([]);
  });

  test('[D5] a cycle is shown from each of its items', () => {
    const built = world().item('a').item('b').waits('a', 'b').waits('b', 'a');
    expect(names(view(built).cycle)).toEqual(['a', 'b']);
    expect(names(view(built, 'b').cycle)).toEqual(['b', 'a']);
  });

  test('[D5] in a cycle, what would open it is said; outside of one nothing is', () => {
    const built = world()
      .item('a')
      .item('b')
      .waits('a', 'b')
      .waits('b', 'a', { since: worldStart + 5 });
    const { breakers } = view(built);
    expect(breakers?.cut).toBe('any');
    expect(breakers?.waits.map(({ blocker, blocked }) => names([blocked, blocker]))).toEqual([
      ['b', 'a'],
      ['a', 'b'],
    ]);
    expect(view(world().item('a').item('b').waits('a', 'b'))).not.toHaveProperty('breakers');
  });

  test('[D6] the chain reaches over tools, and ends where the roots are', () => {
    const ticket = 'jira:acme.atlassian.net:PAY-231';
    const built = world().item('a').item(ticket).item('asana:1').waits('a', ticket).waits(ticket, 'asana:1');
    const { chain, roots } = view(built);
    expect(chain.waitsFor.map(({ item, depth, end }) => [item.key, depth, end])).toEqual([
      [ticket, 1, undefined],
      ['asana:1', 2, true],
    ]);
    expect(roots.map(({ key }) => key)).toEqual(['asana:1']);
    expect(view(world()).chain).toMatchObject({ waitsFor: [], waiting: [], people: [] });
  });

  test('related: the strongest link is said, seen from this end, and a mention only where nothing else is', () => {
    const built = world()
      .item('a')
      .link('a', 'mentions', 'b', 'mentions')
      .link('b', 'implements', 'a', 'code')
      .link('a', 'mentions', 'c', 'mentions')
      .waits('a', 'c')
      .link('d', 'mentions', 'a', 'mentions');
    expect(view(built).related.map(({ kind, other }) => [kind, names([other])[0]])).toEqual([
      ['implemented-by', 'b'],
      ['mentions', 'd'],
    ]);
  });

  test('[K3] each fact says when and where it was seen; one that was never seen is absent', () => {
    const { seen } = view(world().item('a', { title: 'T' }));
    expect(seen?.title).toEqual({ at: worldStart, from: 'item' });
    expect(seen).not.toHaveProperty('due');
  });

  test('whose eyes: an item of mine says so', () => {
    expect(
      view(
        world()
          .item('a', { assignees: [{ handle: 'dana' }] })
          .as(dana),
      ).item.owner,
    ).toMatchObject({ by: 'assigned', me: true });
  });
});

describe('listedViewsOf', () => {
  test('says of each item what its own view says', () => {
    const snapshot = world().item('a').item('b').waits('a', 'b').waits('b', 'c', { hard: false }).snapshot();
    const listed = listedViewsOf({ ...snapshot, moved: new Map([[keyOf('old'), keyOf('a')]]) });
    for (const name of ['a', 'b', 'c']) {
      const { item, blockers, dependents } = itemViewOf(snapshot, keyOf(name));
      expect(listed(keyOf(name))).toEqual({ item, blockers, dependents });
    }
    expect(listed(keyOf('old')).item.key).toBe(keyOf('a'));
  });
});
