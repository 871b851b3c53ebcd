import { describe, expect, test } from 'vitest';
import type { NetFacts } from '../../lib/core/net/item.ts';
import { defaultSettings } from '../../lib/core/settings.ts';
import { unansweredReview } from '../../lib/signals/unanswered-review.ts';
import { net } from '../nets.ts';
import { dana, keyOf, noor } from '../worlds.ts';
import { found, noonOf, payments, theOne } from './judging.ts';

/** Two working days before the Monday on which it is judged. */
const asked = noonOf('2026-11-19');
const request = (more: Partial<NetFacts> = {}) =>
  net().item('a', { author: dana, assigned: [dana], reviewers: [noor], asked, ...more });

describe('unanswered-review', () => {
  test('[M1] asked two working days ago: of whom, and since when', () => {
    expect(theOne(found(unansweredReview, request()))).toEqual({
      signal: 'unanswered-review',
      subject: keyOf('a'),
      items: [keyOf('a')],
      concerns: [noor],
      says: { id: 'unanswered-review', args: { who: { people: [noor] }, since: { at: asked } } },
      evidence: [{ item: keyOf('a'), fact: 'reviewers' }],
      next: [
        { type: 'review', item: keyOf('a') },
        { type: 'ask', item: keyOf('a'), who: [noor] },
      ],
      sure: true,
    });
  });

  test('one day is short; a weekend is no time', () => {
    expect(found(unansweredReview, request({ asked: noonOf('2026-11-20') }))).toEqual([]);
    expect(found(unansweredReview, request(), { day: '2026-11-22' })).toEqual([]);
    const thresholds = { ...defaultSettings.thresholds, review: 3 };
    expect(found(unansweredReview, request(), { settings: { thresholds } })).toEqual([]);
  });

  test('[M1] a team that was asked is asked', () => {
    expect(theOne(found(unansweredReview, request({ reviewers: [payments, noor] }))).concerns).toEqual([
      noor,
      payments,
    ]);
  });

  test('[K3] nobody asked, or not known since when: quiet', () => {
    expect(found(unansweredReview, request({ reviewers: [] }))).toEqual([]);
    expect(found(unansweredReview, net().item('a', { reviewers: [noor] }))).toEqual([]);
  });

  test('[D2] [K3] over, or not known to be open: quiet', () => {
    for (const state of ['done', 'dropped', 'unknown'] as const)
      expect(found(unansweredReview, request({ state }))).toEqual([]);
    expect(found(unansweredReview, request({ state: 'in-progress' }))).toHaveLength(1);
  });

  test('what it says stays the same while days pass; the day of what waits is at stake', () => {
    const work = request().item('b', { due: '2026-12-04' }).waits('b', 'a');
    const later = theOne(found(unansweredReview, work, { day: '2026-11-25' }));
    expect(later).toEqual(theOne(found(unansweredReview, work)));
    expect(later.by).toBe('2026-12-04');
  });
});
