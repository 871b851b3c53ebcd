import { describe, expect, test } from 'vitest';
import { boundOf, waveOf } from '../../../lib/core/net/answers.ts';
import { componentsOf, cycleOf } from '../../../lib/core/net/cycles.ts';
import { isActive } from '../../../lib/core/net/item.ts';
import { applyEdit } from '../../../lib/core/net/update.ts';
import { wholeNet } from '../../../lib/core/net/whole.ts';
import { itemOf, net } from '../../nets.ts';
import { keyOf, worldNow } from '../../worlds.ts';

const named = (keys: readonly { readonly key: string }[]): string =>
  keys.map(({ key }) => key.slice(key.indexOf('#') + 1)).join('');

describe('waves', () => {
  const chain = () => net().item('a').item('b').item('c').waits('b', 'a').waits('c', 'b');

  test('[M5] what waits on nothing can begin, the others one after another', () => {
    const built = chain().build();
    expect(['a', 'b', 'c'].map((name) => itemOf(built, name).wave)).toEqual([0, 1, 2]);
  });

  test('[D2] what is closed holds nobody up', () => {
    const built = chain().item('b', { state: 'dropped' }).build();
    expect(['a', 'b', 'c'].map((name) => itemOf(built, name).wave)).toEqual([0, 0, 0]);
  });

  test('[K3] behind what is not known no turn can be told, and behind a circle neither', () => {
    const unknown = chain().item('a', { state: 'unknown' }).build();
    expect(waveOf(itemOf(unknown, 'c'))).toBe(Number.POSITIVE_INFINITY);
    const circle = chain().waits('a', 'b').build();
    expect(waveOf(itemOf(circle, 'c'))).toBe(Number.POSITIVE_INFINITY);
  });

  test('[D1] what is only better after something need not wait for it', () => {
    expect(waveOf(itemOf(net().item('a').item('b').waits('b', 'a', { hard: false }).build(), 'b'))).toBe(0);
  });
});

describe('bounds', () => {
  test('[T2] the nearest date of all that waits, directly or down the chain, and whose it is', () => {
    const built = net()
      .item('a')
      .item('b', { due: '2026-12-10' })
      .item('c', { due: '2026-12-04' })
      .waits('b', 'a')
      .waits('c', 'b')
      .build();
    expect(itemOf(built, 'a').bound).toEqual({ day: '2026-12-04', of: keyOf('c') });
    expect(itemOf(built, 'b').bound).toEqual({ day: '2026-12-04', of: keyOf('c') });
    expect(itemOf(built, 'c').bound).toBeUndefined();
  });

  test('[T2] a date that is needed counts like one that is due; of equal dates the first by key', () => {
    const built = net().item('a').item('c').item('b', { due: '2026-12-04' });
    expect(itemOf(built.waits('b', 'a').waits('c', 'a', { needed: '2026-12-04' }).build(), 'a').bound).toEqual({
      day: '2026-12-04',
      of: keyOf('b'),
    });
  });

  test('[T2] what is closed, soft or undated bounds nothing', () => {
    const built = net()
      .item('a')
      .item('b', { due: '2026-12-04', state: 'done' })
      .item('c')
      .waits('b', 'a')
      .waits('c', 'a');
    expect(boundOf([itemOf(built.build(), 'a')])).toBeUndefined();
  });

  test('[D5] in a circle each must be done before each: all have the nearest date of all', () => {
    const built = net()
      .item('a', { due: '2026-12-09' })
      .item('b', { due: '2026-12-04' })
      .item('c', { due: '2026-12-01' })
      .waits('b', 'a')
      .waits('a', 'b')
      .waits('c', 'a')
      .build();
    for (const name of ['a', 'b']) expect(itemOf(built, name).bound?.day).toBe('2026-12-01');
  });
});

describe('components', () => {
  test('[D5] blockers come before what waits on them; a circle is one', () => {
    const built = net()
      .item('a')
      .item('b')
      .item('c')
      .item('d')
      .waits('b', 'a')
      .waits('c', 'b')
      .waits('b', 'c')
      .waits('d', 'c')
      .build();
    const components = componentsOf([...built.items()], isActive);
    expect(components.map((one) => named([...one].sort((x, y) => (x.key < y.key ? -1 : 1))))).toEqual(['a', 'bc', 'd']);
  });

  test('[D5] one item alone is no circle; members are in order of their keys', () => {
    const built = net().item('b').item('a').build();
    expect(cycleOf([itemOf(built, 'a')])).toBeUndefined();
    expect(named(cycleOf([itemOf(built, 'b'), itemOf(built, 'a')])?.members ?? [])).toBe('ab');
  });

  test('[D5] a chain of many thousands is walked without end of stack', () => {
    const long = net().item('0');
    for (let at = 1; at < 20_000; at += 1) long.item(String(at)).waits(String(at), String(at - 1));
    expect(itemOf(long.build(), '19999').wave).toBe(19_999);
  });
});

test('an edit says whom it concerned before and after', () => {
  const dana = { tool: 'github', site: 'github.com', handle: 'dana' };
  const noor = { tool: 'github', site: 'github.com', handle: 'noor' };
  const own = wholeNet(
    net()
      .item('a', { assigned: [dana] })
      .edit(),
  );
  const { people, items } = applyEdit(own, {
    items: [{ key: keyOf('a'), facts: { state: 'open', seen: worldNow, assigned: [noor] } }],
  });
  expect([...people.values()]).toEqual([dana, noor]);
  expect(named([...items])).toBe('a');
});
