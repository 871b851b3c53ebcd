import { expect, test } from 'vitest';
import { byBlocked, byBlocker, byKey } from '../../lib/signals/order.ts';
import { itemOf, net } from '../nets.ts';
import { namesOf } from './judging.ts';

const built = net().waits('b', 'z').waits('b', 'a').waits('c', 'a').waits('B', 'a').build();
const [a, b] = [itemOf(built, 'a'), itemOf(built, 'b')];

test('items are in order of their keys', () => {
  expect([byKey(a, b), byKey(b, a), byKey(a, a)]).toEqual([-1, 1, 0]);
});

test('waits are in order of the item at their other end, and their list stays as it was', () => {
  const before = [...a.dependents];
  expect(namesOf(byBlocked(a.dependents).map(({ blocked }) => blocked.key))).toEqual(['B', 'b', 'c']);
  expect(namesOf(byBlocker(b.blockers).map(({ blocker }) => blocker.key))).toEqual(['a', 'z']);
  expect(a.dependents).toEqual(before);
});
