import { describe, expect, test } from 'vitest';
import type { Account } from '../../lib/core/person.ts';
import { answering, concerned, everybody } from '../../lib/signals/people.ts';
import { itemOf, net } from '../nets.ts';
import { dana, noor } from '../worlds.ts';
import { ada, kofi } from './judging.ts';

const bare: Account = { tool: 'github', site: 'github.com', handle: 'dana' };

describe('everybody', () => {
  test('each account once, in order, whatever the order they came in', () => {
    expect(everybody([noor, dana], [ada, noor])).toEqual([ada, dana, noor]);
    expect(everybody([ada], [noor], [noor, dana])).toEqual([ada, dana, noor]);
  });

  test('in its fullest spelling', () => {
    expect(everybody([bare], [dana])).toEqual([dana]);
    expect(everybody([dana, bare])).toEqual([dana]);
  });
});

describe('concerned', () => {
  const built = net()
    .item('owned', { assigned: [noor], author: ada })
    .item('written', { assigned: [], author: kofi })
    .item('nobody', { assigned: [] })
    .build();
  const of = (...names: readonly string[]) => names.map((name) => itemOf(built, name));

  test('who answers for it; else who wrote it; else the same of the others', () => {
    expect(concerned(of('owned', 'written'))).toEqual([noor]);
    expect(concerned(of('written', 'nobody'))).toEqual([kofi]);
    expect(concerned(of('written'), of('owned'))).toEqual([kofi]);
    expect(concerned(of('nobody'), of('written', 'owned'))).toEqual([noor]);
    expect(concerned(of('nobody'), of('written'))).toEqual([kofi]);
    expect(concerned(of('nobody'))).toEqual([]);
  });

  test('[O3] the stated owner answers, not the assignee', () => {
    const work = net().item('a', { assigned: [noor], owner: { who: dana, accepted: true, rivals: [] } });
    expect(answering([itemOf(work.build(), 'a')])).toEqual([dana]);
  });
});
