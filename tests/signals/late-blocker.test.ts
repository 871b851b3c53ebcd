import { describe, expect, test } from 'vitest';
import { lateBlocker } from '../../lib/signals/late-blocker.ts';
import { net } from '../nets.ts';
import { dana, keyOf, noor } from '../worlds.ts';
import { ada, found, namesOf, theOne } from './judging.ts';

/** `b` waits on `a`. */
const pair = (due: string | null, wanted: string | null) =>
  net()
    .item('a', { due, assigned: [dana] })
    .item('b', { due: wanted, assigned: [noor] })
    .waits('b', 'a');
const late = () => pair('2026-12-05', '2026-12-04');

describe('late-blocker', () => {
  test('[T1] a blocker that is due after what waits on it: which, by when, what to propose', () => {
    expect(theOne(found(lateBlocker, late()))).toEqual({
      signal: 'late-blocker',
      subject: keyOf('a'),
      items: [keyOf('a'), keyOf('b')],
      concerns: [dana, noor],
      says: {
        id: 'late-blocker',
        args: {
          due: { day: '2026-12-05' },
          wanted: { day: '2026-12-04' },
          whose: { item: keyOf('b') },
          count: { count: 1 },
        },
      },
      evidence: [
        { item: keyOf('a'), fact: 'due' },
        { item: keyOf('b'), fact: 'due' },
        { item: keyOf('b'), fact: 'waits', on: keyOf('a') },
      ],
      next: [
        { type: 'propose-date', item: keyOf('a'), day: '2026-12-04', who: [dana] },
        { type: 'cut', blocker: keyOf('a'), blocked: keyOf('b') },
      ],
      sure: true,
      by: '2026-12-04',
    });
  });

  test('[T1] the same day is fine, and so is an earlier one', () => {
    expect(found(lateBlocker, pair('2026-12-04', '2026-12-04'))).toEqual([]);
    expect(found(lateBlocker, pair('2026-12-03', '2026-12-04'))).toEqual([]);
  });

  test('[T2] a date that is missing gives no conflict', () => {
    expect(found(lateBlocker, pair(null, '2026-12-04'))).toEqual([]);
    expect(found(lateBlocker, pair('2026-12-05', null))).toEqual([]);
    expect(found(lateBlocker, net().item('a').item('b', { due: '2026-12-04' }).waits('b', 'a'))).toEqual([]);
  });

  test('[D1] [D2] a soft wait, a closed end and one that is not known are quiet', () => {
    const dates = { a: { due: '2026-12-05' }, b: { due: '2026-12-04' } };
    expect(found(lateBlocker, net().item('a', dates.a).item('b', dates.b).waits('b', 'a', { hard: false }))).toEqual(
      [],
    );
    expect(found(lateBlocker, late().item('a', { ...dates.a, state: 'done' }))).toEqual([]);
    expect(found(lateBlocker, late().item('b', { ...dates.b, state: 'dropped' }))).toEqual([]);
    expect(found(lateBlocker, late().item('a', { ...dates.a, state: 'unknown' }))).toEqual([]);
  });

  test('[T1] a date that is needed counts before a later one, and what was promised before the date it has', () => {
    const needed = net()
      .item('a', { due: '2026-12-05' })
      .item('b', { due: '2026-12-20' })
      .waits('b', 'a', { needed: '2026-12-02' });
    expect(theOne(found(lateBlocker, needed))).toMatchObject({
      by: '2026-12-02',
      evidence: [{ item: keyOf('a'), fact: 'due' }, { fact: 'waits' }],
    });
    const promised = (day: string) =>
      net().item('a', { due: '2026-12-05' }).item('b', { due: '2026-12-04' }).waits('b', 'a', { promised: day });
    expect(found(lateBlocker, promised('2026-12-04'))).toEqual([]);
    expect(theOne(found(lateBlocker, promised('2026-12-07')))).toMatchObject({
      says: { args: { due: { day: '2026-12-07' } } },
      evidence: [{ item: keyOf('b'), fact: 'due' }, { fact: 'waits' }],
    });
  });

  test('[T2] a date farther down the chain counts, and whose it is', () => {
    const chain = net()
      .item('a', { due: '2026-12-05' })
      .item('b')
      .item('c', { due: '2026-12-04' })
      .waits('b', 'a')
      .waits('c', 'b');
    expect(theOne(found(lateBlocker, chain))).toMatchObject({
      subject: keyOf('a'),
      items: [keyOf('a'), keyOf('b'), keyOf('c')],
      says: { args: { whose: { item: keyOf('c') }, wanted: { day: '2026-12-04' } } },
    });
  });

  test('several that wait are said once, by the nearest of their dates', () => {
    const one = theOne(
      found(
        lateBlocker,
        late()
          .item('c', { due: '2026-12-01', assigned: [ada] })
          .waits('c', 'a'),
      ),
    );
    expect(one.says).toMatchObject({ id: 'late-blocker-several', args: { count: { count: 2 } } });
    expect(namesOf(one.items)).toEqual(['a', 'c', 'b']);
    expect(one).toMatchObject({ by: '2026-12-01', concerns: [ada, dana, noor] });
  });

  test('[T2] the day that is proposed is worked', () => {
    const [propose] = theOne(found(lateBlocker, pair('2026-12-10', '2026-12-06'))).next;
    expect(propose).toMatchObject({ type: 'propose-date', day: '2026-12-04' });
  });

  test('[T3] a day that has passed is not proposed', () => {
    const [step] = theOne(found(lateBlocker, pair('2026-12-05', '2026-11-20'))).next;
    expect(step).toEqual({ type: 'ask', item: keyOf('a'), who: [dana] });
    expect(theOne(found(lateBlocker, pair('2026-12-05', '2026-11-23'))).next[0].type).toBe('propose-date');
  });

  test('[D5] in a circle each looks at the other only, and what comes after it is judged by its own date', () => {
    const circle = net()
      .item('a', { due: '2026-12-05' })
      .item('b', { due: '2026-12-05' })
      .waits('b', 'a')
      .waits('a', 'b');
    expect(found(lateBlocker, circle)).toEqual([]);
    const after = circle.item('c', { due: '2026-12-01' }).waits('c', 'b');
    expect(found(lateBlocker, after).map(({ subject }) => subject)).toEqual([keyOf('b')]);
  });
});
