import { describe, expect, test } from 'vitest';
import { edgesOf } from '../../lib/core/edges.ts';
import { keyOf, world } from '../worlds.ts';

const edges = (built: ReturnType<typeof world>) => {
  const { links, stated } = built.snapshot();
  return edgesOf(links, stated);
};

describe('edgesOf', () => {
  test('[D1] runs from blocker to blocked, whichever end says so', () => {
    const fromBlocked = edges(world().link('b', 'blocked-by', 'a')).edges;
    const fromBlocker = edges(world().link('a', 'blocks', 'b')).edges;
    expect(fromBlocked).toMatchObject([{ blocker: keyOf('a'), blocked: keyOf('b'), hard: true }]);
    expect(fromBlocker.map(({ blocker, blocked }) => [blocker, blocked])).toEqual([[keyOf('a'), keyOf('b')]]);
  });

  test('[D3] the same edge from several origins is one edge with several origins', () => {
    const { edges: found } = edges(
      world()
        .link('b', 'blocked-by', 'a', 'relations', { since: 30 })
        .link('a', 'blocks', 'b', 'text', { since: 10 })
        .states('b', 'a', { at: 20 }),
    );
    expect(found).toHaveLength(1);
    expect(found[0]?.origins.map(({ origin, since }) => [origin, since])).toEqual([
      ['text', 10],
      ['stated', 20],
      ['relations', 30],
    ]);
  });

  test('[D3] "not a dependency" outlives every later sighting', () => {
    const { edges: found, denied } = edges(
      world().states('b', 'a', { said: 'no', at: 1 }).waits('b', 'a', { since: 99, at: 99 }),
    );
    expect(found).toEqual([]);
    expect(denied).toEqual([{ blocker: keyOf('a'), blocked: keyOf('b') }]);
  });

  test('[D3] a denial of one direction leaves the other', () => {
    const { edges: found } = edges(world().states('b', 'a', { said: 'no' }).waits('a', 'b'));
    expect(found.map(({ blocker, blocked }) => [blocker, blocked])).toEqual([[keyOf('b'), keyOf('a')]]);
  });

  test('[D1] whether it is hard is what a person stated, else any origin that says so', () => {
    expect(edges(world().waits('b', 'a', { hard: false })).edges[0]?.hard).toBe(false);
    expect(edges(world().waits('b', 'a', { hard: false }).link('a', 'blocks', 'b')).edges[0]?.hard).toBe(true);
    expect(edges(world().waits('b', 'a').states('b', 'a', { hard: false })).edges[0]?.hard).toBe(false);
  });

  test('[D1] takes the dates a person stated, else the earliest that was seen', () => {
    const seen = world()
      .waits('b', 'a', { needed: '2026-12-09' })
      .link('a', 'blocks', 'b', 'text', { needed: '2026-12-04' });
    expect(edges(seen).edges[0]?.needed).toBe('2026-12-04');
    expect(edges(seen.states('b', 'a', { needed: '2026-12-20' })).edges[0]?.needed).toBe('2026-12-20');
  });

  test('an item linked to itself gives no edge', () => {
    expect(edges(world().waits('a', 'a')).edges).toEqual([]);
  });

  test('relations of other kinds give none, and the order of input does not matter', () => {
    expect(edges(world().link('a', 'relates', 'b').link('a', 'part-of', 'c')).edges).toEqual([]);
    const { links } = world().waits('c', 'b').waits('b', 'a').waits('z', 'a').snapshot();
    expect(edgesOf([...links].reverse(), [])).toEqual(edgesOf(links, []));
  });
});
