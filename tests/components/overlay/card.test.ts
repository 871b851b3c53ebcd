import { describe, expect, test } from 'vitest';
import { drawCard } from '../../../components/overlay/card.ts';
import type { CardView } from '../../../lib/core/page-view.ts';
import { day, drawingIn, hostile, item, newWindow, now, readIn } from './stage.ts';

const draw = (view: Partial<CardView> & Pick<CardView, 'item'>) =>
  drawCard(drawingIn(newWindow()), { blockers: [], moreBlockers: 0, waiting: 0, speaks: true, ...view });

test('says key, tool, state in the tool’s own word, title, owner, what it waits on, what waits, and how old this is', () => {
  const card = draw({
    item: item('PAY-7', {
      title: 'Checkout retries',
      word: 'In Review',
      owner: { by: 'assigned', who: [{ name: 'Sam' }], me: false },
    }),
    blockers: [item('api#45')],
    moreBlockers: 2,
    waiting: 1,
  });
  expect([...card.children].map((child) => readIn(child as unknown as Node))).toEqual([
    'PAY-7 · FakeIn Review',
    'Checkout retries',
    'Assigned to Sam',
    'api#45 (open, unowned)and 2 more',
    'one waits on this',
    'Read 2 days ago',
  ]);
  expect(card.getAttribute('aria-label')).toBe('PAY-7 in Fake');
});

test.each([
  [now - 5 * 60_000, 'Read 5 minutes ago'],
  [now - 3 * 3_600_000, 'Read 3 hours ago'],
  [now - day, 'Read yesterday'],
])('[Q2] its age in words', (lastSeen, words) => {
  expect(readIn(draw({ item: item('A', { lastSeen }) }).lastElementChild)).toBe(words);
});

test('[K3] an item that was never read says so and claims nothing', () => {
  const { lastSeen: _, ...unread } = item('A', { state: 'unknown', owner: { by: 'unknown' } });
  const card = draw({ item: unread });
  expect(readIn(card)).toContain('Not read yet');
  expect(readIn(card)).not.toMatch(/nobody|unowned|open,/iu);
});

describe('[T3] titles and names are text', () => {
  test.each(hostile)('%.30s', (words) => {
    const card = draw({
      item: item('A', { title: words, word: words, owner: { by: 'assigned', who: [{ name: words }], me: false } }),
      blockers: [item('B', { short: words, title: words })],
    });
    expect(card.querySelector('img, script, style, b, svg[onload]')).toBeNull();
    expect(readIn(card)).not.toMatch(/[\p{Cc}\p{Zl}\p{Bidi_Control}]/u);
    expect(readIn(card).length).toBeLessThan(1_500);
  });
});

test('[P3] without a title it still names the item, its state and owner', () => {
  expect(readIn(draw({ item: item('PAY-7') }))).toMatch(/PAY-7.*Nobody owns this/u);
});
