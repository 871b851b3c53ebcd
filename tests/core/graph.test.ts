import { describe, expect, test } from 'vitest';
import { edgesOf } from '../../lib/core/edges.ts';
import { graphOf, openFirst, statusOf } from '../../lib/core/graph.ts';
import { stateIn } from '../../lib/core/item-view.ts';
import type { DependencyStatus } from '../../lib/core/view.ts';
import { keyOf, world } from '../worlds.ts';

describe('statusOf', () => {
  test.each([
    ['open', 'blocking'],
    ['in-progress', 'blocking'],
    ['done', 'cleared'],
    ['dropped', 'dropped'],
    ['unknown', 'unknown'],
  ] as const)('[D2] a blocker that is %s: %s', (state, status) => {
    expect(statusOf(state)).toBe(status);
  });
});

test('[D1] dependencies are found from both ends, and the state of an item that was never seen is not known', () => {
  const snapshot = world().item('a').item('b', { state: 'done' }).waits('a', 'b').waits('a', 'c').snapshot();
  const graph = graphOf(edgesOf(snapshot.links, snapshot.stated).edges, stateIn(snapshot));
  expect(graph.blockersOf(keyOf('a')).map(({ blocker }) => blocker)).toEqual([keyOf('b'), keyOf('c')]);
  expect(graph.dependentsOf(keyOf('b')).map(({ blocked }) => blocked)).toEqual([keyOf('a')]);
  expect(graph.dependentsOf(keyOf('a'))).toEqual([]);
  expect([graph.stateOf(keyOf('b')), graph.stateOf(keyOf('c'))]).toEqual(['done', 'unknown']);
});

test('the order: open, not known, closed; what must be waited for before what better is; then the oldest', () => {
  const one = (name: string, status: DependencyStatus, hard: boolean, since: number) => ({
    key: keyOf(name),
    status,
    hard,
    since,
  });
  const all = [
    one('old', 'blocking', true, 1),
    one('young', 'blocking', true, 2),
    one('soft', 'blocking', false, 0),
    one('what', 'unknown', true, 0),
    one('dropped', 'dropped', true, 0),
    one('a', 'cleared', true, 0),
    one('b', 'cleared', true, 0),
  ];
  expect([...all].reverse().sort(openFirst)).toEqual(all);
});
