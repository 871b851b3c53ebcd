import { describe, expect, test } from 'vitest';
import { draftTwins } from '../../lib/app/draft-twins.ts';
import type { ItemKey } from '../../lib/core/key.ts';
import { createTwinIndex } from '../../lib/core/twins/twin-index.ts';

const now = Date.parse('2026-11-22T12:00:00Z');
const day = 24 * 60 * 60 * 1000;
const jira = (n: number) => `jira:acme.atlassian.net:PAY-${n}` as ItemKey;
const github = (n: number) => `github:github.com:acme/api#${n}` as ItemKey;
const site = { tool: 'github', site: 'github.com' };

const index = createTwinIndex();
for (let at = 0; at < 40; at += 1)
  index.put({
    key: jira(100 + at),
    title: `The ${['invoice', 'login', 'report', 'export'][at % 4]} page is slow for team ${'abcdefghij'[at % 10]}`,
    created: now - 30 * day,
  });
index.put({ key: jira(7), title: 'Refund webhook drops the idempotency key on retry', created: now - 2 * day });
index.put({ key: github(9), title: 'Refund webhook loses its idempotency key when retried', created: now - day });

describe('[W1] a draft', () => {
  test('is told what exists already in another tool, with reasons', () => {
    const [hit] = draftTwins(
      index,
      { title: 'Idempotency key of the refund webhook is dropped on a retry', site },
      now,
    );
    expect(hit?.key).toBe(jira(7));
    expect(hit?.reasons.length).toBeGreaterThan(0);
  });

  test('is told what exists already in its own tool, beside the other', () => {
    const hits = draftTwins(index, { title: 'Refund webhook loses its idempotency key when retried', site }, now);
    expect(hits.map(({ key }) => key)).toContain(github(9));
  });

  test('near miss: of unrelated work nothing is told', () => {
    for (const title of [
      'Plan the summer party for the whole office',
      'The billing page is slow',
      'Rename the retry flag',
    ])
      expect(draftTwins(index, { title, body: 'We should talk about it on Monday.', site }, now)).toEqual([]);
  });
});
