import { describe, expect, test } from 'vitest';
import type { Finding } from '../../lib/core/finding.ts';
import type { ItemKey } from '../../lib/core/key.ts';
import { likesOf, sayingLikes, toldAt, withLikes } from '../../lib/core/likes.ts';
import type { Like } from '../../lib/core/twin.ts';
import { keyOf } from '../worlds.ts';

const like = (name: string, sureness: number): Like => ({
  key: keyOf(name),
  sureness,
  relation: 'same-work',
  reasons: [{ type: 'same-title' }],
});
const finding = (of: string, first: Like, ...others: readonly Like[]): Finding => ({
  signal: 'twin',
  subject: keyOf(of),
  concerns: [],
  sure: false,
  ...sayingLikes(keyOf(of), [first, ...others]),
});
const { likes: _, ...other }: Finding = { ...finding('a', like('b', 1)), signal: 'late-blocker' };
const told = (findings: readonly Finding[], at: string) =>
  toldAt(findings, keyOf(at)).map(({ subject, likes }) => [subject, likes?.map(({ key }) => key)]);
const keys = (...names: readonly string[]): readonly ItemKey[] => names.map(keyOf);

describe('[W1] likeness told of an item', () => {
  test('is what was found of it and what was found of others, the surest first, three at most', () => {
    const all = [
      finding('a', like('b', 0.8), like('c', 0.7)),
      finding('d', like('a', 0.9)),
      finding('e', like('a', 0.6)),
    ];
    expect(likesOf(all, keyOf('a')).map(({ key }) => key)).toEqual(keys('d', 'b', 'c'));
    expect(likesOf(all, keyOf('b')).map(({ key }) => key)).toEqual(keys('a'));
    expect(likesOf(all, keyOf('z'))).toEqual([]);
  });

  test('findings are cut to what is told there; others are as they are', () => {
    const all = [
      finding('a', like('b', 0.8), like('c', 0.5)),
      finding('d', like('a', 0.9)),
      finding('e', like('a', 0.6)),
    ];
    expect(told([...all, other], 'a')).toEqual([
      [keyOf('a'), keys('b')],
      // Found of others, and told of this one.
      [keyOf('d'), keys('d')],
      [keyOf('e'), keys('e')],
      [keyOf('a'), undefined],
    ]);
    expect(told(all, 'c')).toEqual([[keyOf('a'), keys('a')]]);
    expect(toldAt(all, keyOf('c'))[0]).toMatchObject({
      items: keys('c', 'a'),
      says: { args: { first: { item: keyOf('a') } } },
      next: [{ type: 'settle', item: keyOf('c'), like: { key: keyOf('a') } }],
    });
  });

  test('of some of what it speaks of it says what it would have said of these alone', () => {
    const whole = finding('a', like('b', 0.9), like('c', 0.8));
    expect(withLikes(whole, ({ key }) => key === keyOf('c'))).toEqual(finding('a', like('c', 0.8)));
    expect(withLikes(whole, () => true)).toBe(whole);
    expect(withLikes(whole, () => false)).toBeUndefined();
    expect(withLikes(other, () => false)).toBe(other);
    expect(
      withLikes(
        whole,
        () => true,
        () => false,
      )?.likes?.map(({ reasons }) => reasons),
    ).toEqual([[], []]);
  });
});
