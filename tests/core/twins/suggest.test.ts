import { describe, expect, test } from 'vitest';
import type { ItemKey } from '../../../lib/core/key.ts';
import { maxLikes } from '../../../lib/core/twin.ts';
import { type Query, suggestionsFor } from '../../../lib/core/twins/suggest.ts';
import type { TwinItem } from '../../../lib/core/twins/text.ts';
import { createTwinIndex } from '../../../lib/core/twins/twin-index.ts';

const day = 24 * 60 * 60 * 1000;
const now = Date.parse('2026-11-22T12:00:00Z');
const jira = (n: number): ItemKey => `jira:acme.atlassian.net:PAY-${n}` as ItemKey;
const asana = (n: number): ItemKey => `asana:${n}` as ItemKey;

/** Enough other work that a word can be rare. */
const others = (count = 120): readonly TwinItem[] => {
  const subjects = [
    'invoice',
    'login',
    'report',
    'settings',
    'export',
    'search',
    'menu',
    'profile',
    'upload',
    'billing',
  ];
  const troubles = ['is slow', 'shows nothing', 'loses its filter', 'has no title', 'breaks on phones', 'needs a test'];
  return Array.from({ length: count }, (_, at) => ({
    key: jira(1_000 + at),
    kind: 'issue',
    title: `The ${subjects[at % 10]} page ${troubles[at % 6]} for ${['customers', 'admins', 'guests'][at % 3]}`,
    created: now - (20 + at) * day,
  }));
};

const ticket: TwinItem = {
  key: jira(231),
  kind: 'issue',
  title: 'Refund webhook drops the idempotency key on retry',
  description: 'POST /refunds answers RefundConflictError when the webhook is sent twice.',
  created: now - 3 * day,
};

const indexWith = (...more: readonly TwinItem[]) => {
  const index = createTwinIndex();
  for (const one of [...others(), ...more]) index.put(one);
  return index;
};

const task: Query = {
  key: asana(9),
  kind: 'task',
  title: 'Refund webhook drops idempotency key when it retries',
  description: 'We get RefundConflictError twice a day.',
  created: now,
};

describe('[W1] what is perhaps the same work', () => {
  test('in another tool is found, with what both share', () => {
    const { sameWork, duplicates } = suggestionsFor(indexWith(ticket), task);
    expect(sameWork.map(({ key }) => key)).toEqual([jira(231)]);
    expect(duplicates).toEqual([]);
    const reasons = sameWork[0]?.reasons ?? [];
    const words = reasons.flatMap((reason) => ('words' in reason ? reason.words : []));
    expect(words).toContain('idempotency');
    expect(reasons).toContainEqual({ type: 'close-in-time', days: 3 });
  });

  test('an identical title is said to be one', () => {
    const [first] = suggestionsFor(indexWith(ticket), { ...task, title: ticket.title.toUpperCase() }).sameWork;
    expect(first?.reasons[0]).toEqual({ type: 'same-title' });
  });

  test('a draft finds it before it is anywhere', () => {
    const draft: Query = {
      title: 'Webhook for refunds loses the idempotency key',
      description: 'On the retry: RefundConflictError',
      site: { tool: 'github', site: 'github.com' },
      created: now,
    };
    expect(suggestionsFor(indexWith(ticket), draft).sameWork.map(({ key }) => key)).toEqual([jira(231)]);
  });

  test('near miss: other work of the same words’ kind is not claimed', () => {
    const index = indexWith(ticket);
    for (const title of [
      'The billing page is slow for partners',
      'Write the holiday schedule',
      'Refund page has no title',
    ])
      expect(suggestionsFor(index, { ...task, title, description: '' }).sameWork).toEqual([]);
  });

  test('what is linked or settled already is left out, and nothing takes its place', () => {
    const { sameWork } = suggestionsFor(indexWith(ticket), task, { leaveOut: ({ key }) => key === jira(231) });
    expect(sameWork).toEqual([]);
  });

  test('at most three, and what must be surer stays away', () => {
    const copies = [1, 2, 3, 4, 5].map((n) => ({
      ...ticket,
      key: jira(n),
      title: `${ticket.title} ${'abcde'[n - 1]}`,
    }));
    const index = indexWith(...copies);
    const all = suggestionsFor(index, task, { least: () => 0 });
    expect(all.sameWork).toHaveLength(maxLikes);
    expect(suggestionsFor(index, task, { least: () => 1 }).sameWork).toEqual([]);
  });

  test.each([
    ['a short title', { title: 'Fix typo' }, { title: 'Fix typo' }],
    [
      'another platform',
      { title: 'Refund webhook drops the idempotency key on Android' },
      { title: 'Refund webhook drops the idempotency key on iOS' },
    ],
    [
      'one person’s batch',
      { title: 'Refund webhook drops the idempotency header', author: { name: 'Dana' } },
      { author: { name: 'Dana' } },
    ],
  ])('a duplicate in the same place is not claimed of %s', (_what, query, known) => {
    const within: Query = { ...task, key: jira(9), kind: 'issue', ...query };
    const { duplicates, similar } = suggestionsFor(indexWith({ ...ticket, ...known }), within, { least: () => 0 });
    expect(duplicates.map(({ key }) => key)).not.toContain(jira(231));
    expect(similar).toContain(jira(231));
  });

  test('a form that many have the title of is nobody’s duplicate', () => {
    const rollups = [6, 7, 8].map((n) => ({ ...ticket, key: jira(n), title: `Rollup of ${n} refund requests` }));
    const query: Query = { ...task, key: jira(9), kind: 'issue', title: 'Rollup of 9 refund requests' };
    expect(
      suggestionsFor(indexWith(...rollups), query, { least: () => 0 }).duplicates.map(({ key }) => key),
    ).not.toContain(jira(6));
  });

  test.each([
    ['Japanese', '決済の再試行で冪等キーが失われる', '再試行すると決済の冪等キーが消える'],
    [
      'German',
      'Erstattung verliert den Idempotenzschlüssel beim Wiederholen',
      'Idempotenzschlüssel geht bei wiederholter Erstattung verloren',
    ],
  ])('%s: the twin comes first', (_language, title, other) => {
    const index = indexWith({ ...ticket, title, description: title });
    const { sameWork } = suggestionsFor(index, { ...task, title: other, description: other }, { least: () => 0 });
    expect(sameWork[0]?.key).toBe(jira(231));
  });
});
