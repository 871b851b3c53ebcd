import { describe, expect, test } from 'vitest';
import type { SignalId } from '../../lib/core/finding.ts';
import { blockedCycle } from '../../lib/signals/blocked-cycle.ts';
import { find } from '../../lib/signals/find.ts';
import { overloaded } from '../../lib/signals/overloaded.ts';
import { ownerConflict } from '../../lib/signals/owner-conflict.ts';
import type { ItemSignal, PersonSignal } from '../../lib/signals/signal.ts';
import { unowned } from '../../lib/signals/unowned.ts';
import { net } from '../nets.ts';
import { dana, keyOf, noor } from '../worlds.ts';
import { ada, payments, worldAt } from './judging.ts';

/** Says of what it is asked. */
const asked = () => {
  const items: string[] = [];
  const people: string[] = [];
  const ofItem: ItemSignal = {
    ...unowned,
    of: 'item',
    judge: ({ key }) => {
      items.push(key);
      return undefined;
    },
  };
  const ofPerson: PersonSignal = {
    ...overloaded,
    of: 'person',
    judge: ({ id }) => {
      people.push(id);
      return undefined;
    },
  };
  return { signals: [ofItem, ofPerson], items, people };
};

describe('what is judged', () => {
  test('everything: each item, and each person who answers for open work', () => {
    const { signals, items, people } = asked();
    const work = net()
      .item('a', { assigned: [dana, payments] })
      .item('b', { assigned: [noor], state: 'done' })
      .item('c', { assigned: [dana] });
    find(signals, worldAt(work));
    expect(items).toEqual(['a', 'b', 'c'].map(keyOf));
    expect(people).toEqual(['github:github.com:dana']);
  });

  test('what a change reached: the item, what waits on it, what it waits on and both ends of code, and their people', () => {
    const work = net()
      .item('a')
      .item('x', { assigned: [noor] })
      .item('far')
      .item('away', { assigned: [ada] });
    work.waits('a', 'x').waits('y', 'a').waits('x', 'far').codeFor('pr', 'a').codeFor('a', 't');
    const world = worldAt(work);
    const { signals, items, people } = asked();
    const about = world.net.apply({
      items: [{ key: keyOf('a'), facts: { state: 'done', seen: 0, assigned: [dana] } }],
    });
    const { subjects = new Set() } = find(signals, world, { about });
    expect(items.sort()).toEqual(['a', 'pr', 't', 'x', 'y'].map(keyOf).sort());
    expect(people.sort()).toEqual(['github:github.com:dana', 'github:github.com:noor']);
    expect([...subjects].sort()).toEqual([...items, ...people.map((id) => `person:${id}`)].sort());
  });

  test('[D5] of a circle the one that speaks for it, however far the change', () => {
    const work = net();
    for (let at = 0; at < 9; at += 1) work.item(String(at)).waits(String(at), String((at + 1) % 9));
    const world = worldAt(work);
    const about = world.net.apply({
      items: [{ key: keyOf('5'), facts: { state: 'open', seen: 0, assigned: [dana] } }],
    });
    const { findings } = find([blockedCycle], world, { about });
    expect(findings.map(({ subject, concerns }) => [subject, concerns])).toEqual([[keyOf('0'), [dana]]]);
  });

  test('what is gone is told to be judged, and nothing is found of it', () => {
    const world = worldAt(net().item('a', { assigned: [], due: '2026-12-04' }));
    const about = world.net.apply({ items: [{ key: keyOf('a'), facts: null }] });
    expect(find([unowned], world, { about })).toEqual({ findings: [], subjects: new Set([keyOf('a')]) });
  });

  test('whoever answered for it before is judged again', () => {
    const world = worldAt(net().item('a', { assigned: [dana] }));
    const about = world.net.apply({
      items: [{ key: keyOf('a'), facts: { state: 'open', seen: 0, assigned: [noor] } }],
    });
    const { people, signals } = asked();
    find(signals, world, { about });
    expect(people.sort()).toEqual(['github:github.com:dana', 'github:github.com:noor']);
  });
});

describe('a signal that breaks', () => {
  const broken: ItemSignal = {
    ...ownerConflict,
    judge: (item) => {
      if (item.key === keyOf('b')) throw new Error('broken');
      return ownerConflict.judge(item, worldAt(net()));
    },
  };
  const work = () =>
    net().item('a', { assigned: [], due: '2026-12-04' }).item('b', { assigned: [], due: '2026-12-04' });

  test('is told by its name, once, and the others go on', () => {
    const reported: SignalId[] = [];
    const { findings, failed } = find([broken, unowned], worldAt(work().item('c').waits('c', 'b')), {
      report: (id) => reported.push(id),
    });
    expect(reported).toEqual(['owner-conflict']);
    expect(failed).toEqual(new Set(['owner-conflict']));
    expect(findings.map(({ signal, subject }) => [signal, subject])).toEqual([
      ['unowned', keyOf('a')],
      ['unowned', keyOf('b')],
    ]);
  });

  test('what it found before it broke does not count: what it said the last time stands', () => {
    const owner = { who: noor, accepted: true, rivals: [dana] };
    const { findings } = find([broken], worldAt(work().item('a', { owner })), { report: () => undefined });
    expect(findings).toEqual([]);
  });

  test('is thrown where nobody takes a report', () => {
    expect(() => find([broken], worldAt(work()))).toThrow('broken');
  });
});
