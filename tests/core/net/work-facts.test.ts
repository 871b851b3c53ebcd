import { describe, expect, test } from 'vitest';
import type { NetFacts } from '../../../lib/core/net/item.ts';
import { workFactsOf } from '../../../lib/core/net/work-facts.ts';
import { settledOf } from '../../../lib/core/same-work.ts';
import { dana, keyOf, noor } from '../../worlds.ts';

const [ticket, task, other] = [keyOf('ticket'), keyOf('task'), keyOf('other')];
const settled = settledOf([{ items: [task, ticket], said: 'same', main: ticket, at: 1 }]);
const facts = (known: { readonly [key: string]: NetFacts }) => (key: string) => known[key];
const of = (key: typeof ticket, known: { readonly [key: string]: NetFacts }) => workFactsOf(settled, key, facts(known));

describe('[W3] what the net knows of an item', () => {
  test('that is its own work: what is known of it', () => {
    expect(of(other, { [other]: { state: 'open' } })).toEqual({ state: 'open' });
    expect(of(other, {})).toBeUndefined();
  });

  test('that stands for others: its own state and dates, with the owner of the work', () => {
    const own: NetFacts = { state: 'open', due: '2026-12-01', assigned: [] };
    expect(of(ticket, { [ticket]: own, [task]: { state: 'done', due: null, assigned: [dana] } })).toEqual({
      ...own,
      assigned: [dana],
    });
    const owner = { who: noor, accepted: true, rivals: [] };
    expect(of(ticket, { [ticket]: own, [task]: { state: 'open', owner } })).toEqual({ ...own, owner });
    expect(of(ticket, { [task]: { state: 'open' } })).toEqual({ state: 'unknown' });
    expect(of(ticket, {})).toBeUndefined();
  });

  test('that another one stands for: its state and the reviews asked there, and who owns it beside the work', () => {
    const own: NetFacts = {
      state: 'in-progress',
      due: '2026-12-01',
      moved: 5,
      assigned: [noor],
      reviewers: [dana],
      asked: 3,
    };
    expect(of(task, { [task]: own, [ticket]: { state: 'open', assigned: [dana] } })).toEqual({
      state: 'in-progress',
      reviewers: [dana],
      asked: 3,
      sameWork: {
        main: ticket,
        own: { who: [noor], fact: 'assignees' },
        work: { who: [dana], fact: 'assignees' },
      },
    });
    expect(of(task, { [task]: own, [ticket]: { state: 'done', assigned: [dana] } })?.sameWork?.work.who).toEqual([]);
  });
});
