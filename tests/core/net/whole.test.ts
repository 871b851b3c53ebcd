import { expect, test } from 'vitest';
import { buildNet } from '../../../lib/core/net/net.ts';
import { wholeNet } from '../../../lib/core/net/whole.ts';
import { keyOf, worldStart } from '../../worlds.ts';

const wait = { hard: true, since: worldStart };
const edit = {
  items: [
    { key: keyOf('a'), facts: { state: 'open' as const } },
    { key: keyOf('b'), facts: null },
    { key: keyOf('a'), facts: { state: 'done' as const } },
  ],
  waits: [
    { blocker: keyOf('a'), blocked: keyOf('b'), wait },
    { blocker: keyOf('c'), blocked: keyOf('b'), wait: { ...wait, needed: '2026-12-01' } },
    { blocker: keyOf('b'), blocked: keyOf('b'), wait },
    { blocker: keyOf('a'), blocked: keyOf('d'), wait },
    { blocker: keyOf('d'), blocked: keyOf('e'), wait: null },
  ],
  code: [{ code: keyOf('a'), ticket: keyOf('b'), stands: true }],
};

test('lists stand in the order of the waits and have no gaps', () => {
  const items = [...wholeNet(edit).byKey.values()];
  const on = ({ blocker }: { readonly blocker: { readonly key: string } }): string => blocker.key;
  const by = ({ blocked }: { readonly blocked: { readonly key: string } }): string => blocked.key;
  expect(items.map(({ key, blockers, dependents }) => [key, blockers.map(on), dependents.map(by)])).toEqual([
    [keyOf('a'), [], [keyOf('b'), keyOf('d')]],
    [keyOf('b'), [keyOf('a'), keyOf('c')], []],
    [keyOf('c'), [], [keyOf('b')]],
    [keyOf('d'), [keyOf('a')], []],
  ]);
  expect(items.flatMap(({ blockers }) => blockers.map(({ needed }) => needed))).toEqual([
    undefined,
    '2026-12-01',
    undefined,
  ]);
});

test('nothing waits on itself, what waits no more is not there, and of two readings of an item the last counts', () => {
  const net = buildNet(edit);
  expect(net.item(keyOf('b'))?.blockers.map(({ blocker }) => blocker.key)).toEqual([keyOf('a'), keyOf('c')]);
  expect(net.item(keyOf('e'))).toBeUndefined();
  expect(net.item(keyOf('a'))?.facts.state).toBe('done');
});

test('what an item waits on is a list like any other: it can be added to and taken from', () => {
  const net = buildNet(edit);
  net.apply({ waits: [{ blocker: keyOf('d'), blocked: keyOf('b'), wait }] });
  net.apply({ waits: [{ blocker: keyOf('a'), blocked: keyOf('b'), wait: null }] });
  expect(net.item(keyOf('b'))?.blockers.map(({ blocker }) => blocker.key)).toEqual([keyOf('c'), keyOf('d')]);
  expect(net.item(keyOf('a'))?.dependents.map(({ blocked }) => blocked.key)).toEqual([keyOf('d')]);
});
