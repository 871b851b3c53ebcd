import { describe, expect, test } from 'vitest';
import { countGaps, gapsOf } from '../../../lib/core/net/gaps.ts';
import { itemOf, net } from '../../nets.ts';
import { dana, keyOf } from '../../worlds.ts';

const known = { due: null, assigned: [dana], rank: null } as const;

describe('gapsOf', () => {
  test('[K3] says what was never seen of an item that waits or is waited for', () => {
    const built = net().item('a', { assigned: [] }).item('b', known).waits('b', 'a').build();
    expect(gapsOf(itemOf(built, 'a'))).toEqual(['due', 'priority']);
    expect(gapsOf(itemOf(built, 'b'))).toEqual([]);
  });

  test('[K3] of one whose state was never seen, only that: without it nothing else matters', () => {
    const built = net().item('b', known).waits('b', 'a').build();
    expect(gapsOf(itemOf(built, 'a'))).toEqual(['state']);
  });

  test('what nobody waits on and waits on nothing lacks nothing', () => {
    const built = net()
      .item('a')
      .item('b', { state: 'done' })
      .waits('b', 'a')
      .item('c')
      .waits('c', 'a', { hard: false })
      .build();
    expect(gapsOf(itemOf(built, 'a'))).toEqual([]);
    expect(gapsOf(itemOf(built, 'b'))).toEqual([]);
  });
});

test('[K3] counted on while items change, also those next to them', () => {
  const built = net().item('a', known).item('b').waits('b', 'a').build();
  const count = countGaps(built.items(), (item) => built.item(item.key) === item);
  expect(count.gaps().map(({ field, count: many, some }) => [field, many, some])).toEqual([
    ['due', 1, [keyOf('b')]],
    ['assignees', 1, [keyOf('b')]],
    ['priority', 1, [keyOf('b')]],
  ]);
  count.update(built.apply({ items: [{ key: keyOf('a'), facts: { state: 'done', seen: 0 } }] }).items);
  expect(count.gaps()).toEqual([]);
});

test('the first few are named, in order, however many there are', () => {
  const builder = net().item('z', known);
  for (const name of ['f', 'd', 'b', 'a', 'e', 'c']) builder.waits('z', name);
  const built = builder.build();
  expect(countGaps(built.items(), () => true).gaps()).toEqual([
    { field: 'state', count: 6, some: ['a', 'b', 'c'].map(keyOf) },
  ]);
});
