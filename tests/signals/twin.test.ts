import { describe, expect, test } from 'vitest';
import type { ItemKey } from '../../lib/core/key.ts';
import type { TwinReason } from '../../lib/core/twin.ts';
import type { Suggestion, Suggestions } from '../../lib/core/twins/suggest.ts';
import { twin } from '../../lib/signals/twin.ts';
import { dana, keyOf, noor } from '../worlds.ts';

const ticket = 'jira:acme.atlassian.net:PAY-231' as ItemKey;
const words: readonly TwinReason[] = [{ type: 'rare-words', words: ['webhook'] }];
const like = (key: ItemKey, sureness = 0.9, reasons = words): Suggestion => ({ key, sureness, reasons });
const found = (more: Partial<Suggestions>): Suggestions => ({ sameWork: [], duplicates: [], similar: [], ...more });

describe('[W1] what a text was found to be like', () => {
  test('names the item, what it may be the same work as and why, whom it concerns, and what can be done', () => {
    const finding = twin.judge(keyOf('1'), found({ sameWork: [like(ticket)] }), [noor, dana, noor]);
    const told = { key: ticket, sureness: 0.9, reasons: words, relation: 'same-work' };
    expect(finding).toEqual({
      signal: 'twin',
      subject: keyOf('1'),
      items: [keyOf('1'), ticket],
      concerns: [dana, noor],
      says: { id: 'twin-same-work', args: { first: { item: ticket }, count: { count: 1 } } },
      evidence: [
        { item: keyOf('1'), fact: 'title' },
        { item: ticket, fact: 'title' },
      ],
      next: [{ type: 'settle', item: keyOf('1'), like: told }],
      likes: [told],
      sure: false,
    });
  });

  test('the same work elsewhere comes before what is filed twice; three at most', () => {
    const finding = twin.judge(
      keyOf('1'),
      found({
        sameWork: [like(ticket, 0.8)],
        duplicates: [like(keyOf('2'), 0.99), like(keyOf('3'), 0.9), like(keyOf('4'), 0.9)],
      }),
      [],
    );
    expect(finding?.likes?.map(({ key, relation }) => [key, relation])).toEqual([
      [ticket, 'same-work'],
      [keyOf('2'), 'duplicate'],
      [keyOf('3'), 'duplicate'],
    ]);
    expect(twin.judge(keyOf('1'), found({ duplicates: [like(keyOf('2'))] }), [])?.says.id).toBe('twin-duplicate');
  });

  test('what only reads alike is no finding, nor what nothing can be said for', () => {
    expect(twin.judge(keyOf('1'), found({ similar: [ticket] }), [])).toBeUndefined();
    expect(twin.judge(keyOf('1'), found({ sameWork: [like(ticket, 0.99, [])] }), [])).toBeUndefined();
    expect(twin.judge(keyOf('1'), found({}), [])).toBeUndefined();
  });
});
