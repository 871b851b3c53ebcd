import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cheapNames, featureNames } from '../../../lib/core/twins/features.ts';
import type { TwinItem } from '../../../lib/core/twins/text.ts';
import { type Ask, createTwinIndex } from '../../../lib/core/twins/twin-index.ts';
import { keyOf as key } from '../../worlds.ts';

const ask: Ask = {
  first: { bias: 0, terms: cheapNames.map((name) => ({ name, mean: 0, spread: 1, weight: name === 'ratio' ? 1 : 0 })) },
  from: () => true,
  accept: () => true,
};

const item = (ref: string, title: string, more: Partial<TwinItem> = {}): TwinItem => ({
  key: key(ref),
  title,
  ...more,
});

const indexOf = (items: readonly TwinItem[]) => {
  const index = createTwinIndex();
  for (const one of items) index.put(one);
  return index;
};

const words = ['login', 'crash', 'token', 'refresh', 'invoice', 'ti.ui.window', 'android', '決済が失敗', 'überprüfung'];
const anyItem = fc.record({
  key: fc.nat(7).map((n) => key(String(n))),
  title: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 5 }).map((some) => some.join(' ')),
  description: fc.array(fc.constantFrom(...words), { maxLength: 9 }).map((some) => some.join(' ')),
});
const anyStep = fc.oneof(
  { weight: 3, arbitrary: anyItem.map((one) => ({ put: one })) },
  { weight: 1, arbitrary: fc.nat(7).map((n) => ({ remove: key(String(n)) })) },
);

describe('an index', () => {
  test('[W1] law: whatever came, changed and went, it answers as one that is made anew of what is there', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 40 }), anyItem, (steps, query) => {
        const index = createTwinIndex();
        const there = new Map<string, TwinItem>();
        for (const step of steps) {
          if ('put' in step) {
            index.put(step.put);
            // Made anew in the order of the latest words about each.
            there.delete(step.put.key);
            there.set(step.put.key, step.put);
          } else {
            index.remove(step.remove);
            there.delete(step.remove);
          }
        }
        const anew = indexOf([...there.values()]);
        expect(index.size()).toBe(there.size);
        const answers = (of: typeof index) =>
          (of.candidates(query, [ask])[0] ?? [])
            .map(({ item: { key: found }, features }) => [
              found,
              ...featureNames.map((name) => features[name].toFixed(4)),
            ])
            .sort();
        expect(answers(index)).toEqual(answers(anew));
        for (const one of there.values()) expect(index.alike(one.title)).toBe(anew.alike(one.title));
      }),
    );
  });

  test('finds by a rare word what many common words do not', () => {
    const index = indexOf([
      item('1', 'Login page shows an error'),
      item('2', 'Login page is slow'),
      item('3', 'Page shows an error on Tuesdays'),
      item('4', 'Error: quokka on the page'),
    ]);
    const [found = []] = index.candidates({ title: 'the page shows an error with a quokka' }, [ask]);
    expect(found[0]?.item.key).toBe(key('4'));
  });

  test('parts its answer as it is asked, and leaves out what is not accepted', () => {
    const index = indexOf([
      item('1', 'quokka login'),
      item('2', 'quokka crash'),
      { key: 'jira:acme.atlassian.net:PAY-7' as never, title: 'quokka refund' },
    ]);
    const from = (tool: string): Ask => ({ ...ask, from: (source) => source.tool === tool });
    const [jira = [], others = []] = index.candidates({ title: 'quokka' }, [
      from('jira'),
      { ...ask, accept: ({ key: of }) => of !== key('2') },
    ]);
    expect(jira.map((one) => one.item.key)).toEqual(['jira:acme.atlassian.net:PAY-7']);
    expect(others.map((one) => one.item.key)).toEqual([key('1')]);
  });

  test('an empty one, and a query without a word, give nothing', () => {
    expect(createTwinIndex().candidates({ title: 'quokka' }, [ask])).toEqual([[]]);
    expect(indexOf([item('1', 'quokka')]).candidates({ title: 'the' }, [ask])).toEqual([[]]);
  });

  test('what is told of times: how far apart, and how long it was closed', () => {
    const day = 24 * 60 * 60 * 1000;
    const index = indexOf([
      item('1', 'quokka', { created: 0, closed: 10 * day }),
      item('2', 'quokka', { created: 90 * day }),
      item('3', 'quokka'),
    ]);
    const [found = []] = index.candidates({ title: 'quokka', created: 100 * day }, [ask]);
    const of = (ref: string) => found.find((one) => one.item.key === key(ref))?.features;
    expect(of('1')?.closed).toBeGreaterThan(0);
    expect(of('2')?.closed).toBe(0);
    expect((of('1')?.age ?? 0) > (of('2')?.age ?? 1)).toBe(true);
    expect([of('3')?.age, of('3')?.closed]).toEqual([Number.NaN, Number.NaN]);
  });

  test('tells which rare terms both have', () => {
    const index = indexOf([
      item('1', 'Quokka in ti.ui.window', { description: 'seen on Android' }),
      ...Array.from({ length: 8 }, (_, at) => item(`x${at}`, 'something on android')),
    ]);
    const { terms } = index.shared({ title: 'ti.ui.window shows a quokka on Android' }, key('1'));
    expect(terms).toContain('quokka');
    expect(terms).toContain('ti.ui.window');
    expect(terms).not.toContain('android');
  });
});
