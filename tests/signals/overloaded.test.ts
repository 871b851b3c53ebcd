import { describe, expect, test } from 'vitest';
import type { NetFacts } from '../../lib/core/net/item.ts';
import type { Account } from '../../lib/core/person.ts';
import { defaultSettings } from '../../lib/core/settings.ts';
import { overloaded } from '../../lib/signals/overloaded.ts';
import { net } from '../nets.ts';
import { dana, keyOf, noor } from '../worlds.ts';
import { found, namesOf, payments, theOne } from './judging.ts';

const settings = { thresholds: { ...defaultSettings.thresholds, load: 2 } };
const items = (...all: readonly Partial<NetFacts>[]) => {
  const work = net();
  for (const [at, facts] of all.entries()) work.item(`i${at}`, { assigned: [dana], ...facts });
  return work;
};
const begun = { state: 'in-progress' } as const;
const counted = (work: ReturnType<typeof net>) => found(overloaded, work, { settings }).map(({ says }) => says.args);

describe('overloaded', () => {
  test('more is begun, due within a week or overdue than is usual', () => {
    const work = items(begun, { due: '2026-11-30' }, { due: '2026-11-02' });
    expect(theOne(found(overloaded, work, { settings }))).toEqual({
      signal: 'overloaded',
      subject: 'person:github:github.com:dana',
      items: ['i2', 'i1', 'i0'].map(keyOf),
      concerns: [dana],
      says: { id: 'overloaded', args: { count: { count: 3 } } },
      evidence: [
        { item: keyOf('i2'), fact: 'due' },
        { item: keyOf('i2'), fact: 'assignees' },
        { item: keyOf('i1'), fact: 'due' },
        { item: keyOf('i1'), fact: 'assignees' },
        { item: keyOf('i0'), fact: 'state' },
        { item: keyOf('i0'), fact: 'assignees' },
      ],
      next: [
        { type: 'look', item: keyOf('i2') },
        { type: 'name-owner', item: keyOf('i0') },
      ],
      sure: true,
      by: '2026-11-02',
    });
  });

  test('as many as the number is not more', () => {
    expect(counted(items(begun, begun))).toEqual([]);
    expect(counted(items(begun, begun, begun))).toEqual([{ count: { count: 3 } }]);
  });

  test('what is due in eight days, without a date, or of which none was seen, does not press', () => {
    expect(counted(items(begun, begun, { due: '2026-12-01' }, { due: null }, {}))).toEqual([]);
  });

  test('[D2] [K3] what is over, or not known to be open, is no load', () => {
    const dated = { due: '2026-11-24' };
    expect(
      counted(
        items(
          begun,
          begun,
          { ...dated, state: 'done' },
          { ...dated, state: 'dropped' },
          { ...dated, state: 'unknown' },
        ),
      ),
    ).toEqual([]);
  });

  test('[O3] a stated owner carries it, the assignee does not', () => {
    const owner = { who: noor, accepted: true, rivals: [] };
    expect(counted(items(begun, begun, { ...begun, owner }))).toEqual([]);
    expect(
      theOne(found(overloaded, items({ ...begun, owner }, { ...begun, owner }, { ...begun, owner }), { settings })),
    ).toMatchObject({ concerns: [noor], evidence: [{}, { fact: 'owner' }, {}, {}, {}, {}] });
  });

  test('[P3] said of one to nobody else, and of each alone', () => {
    const both = { ...begun, assigned: [dana, noor] };
    expect(found(overloaded, items(both, both, both), { settings }).map(({ concerns }) => concerns)).toEqual([
      [dana],
      [noor],
    ]);
  });

  test('my accounts of all tools carry together; my team’s load is not mine', () => {
    const onJira: Account = { tool: 'jira', site: 'acme.atlassian.net', name: 'Dana Reyes' };
    const work = items(begun, begun, { ...begun, assigned: [payments] }).item('jira:acme.atlassian.net:PAY-1', {
      ...begun,
      assigned: [onJira],
    });
    expect(counted(work)).toEqual([]);
    const me = { accounts: [dana, onJira, payments] };
    const one = theOne(found(overloaded, work, { settings, me }));
    expect(one).toMatchObject({
      subject: 'person:me',
      concerns: [dana, onJira],
      says: { args: { count: { count: 3 } } },
    });
    expect(namesOf(one.items)).not.toContain('i2');
  });
});
