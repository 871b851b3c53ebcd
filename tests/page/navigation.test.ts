import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Stay, watchNavigation } from '../../lib/page/navigation.ts';
import { lifetimeWithSwitch } from './surroundings.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const start = ({ withNavigation = true } = {}) => {
  const location = { href: 'https://tracker.example/item/A' };
  const document = new EventTarget();
  const navigation = new EventTarget();
  const window = Object.assign(new EventTarget(), { location, document }, withNavigation ? { navigation } : {});
  const { lifetime, disconnect } = lifetimeWithSwitch();
  const stays: Stay[] = [];
  const onHint = vi.fn();
  watchNavigation(window, lifetime, { onStay: (stay) => stays.push(stay), onHint });
  const go = (href: string, event?: string): void => {
    location.href = href;
    if (event !== undefined) navigation.dispatchEvent(new Event(event));
  };
  return { window, document, stays, onHint, go, lifetime, disconnect };
};

describe('[R18] a stay at each address', () => {
  test('one at the start, one when the entry has changed', () => {
    const { stays, go } = start();
    go('https://tracker.example/item/B', 'currententrychange');
    expect(stays.map(({ address }) => address.pathname)).toEqual(['/item/A', '/item/B']);
  });

  test('`navigate` comes too early and for cancelled navigations: it is not listened to', () => {
    const { stays, go } = start();
    go('https://tracker.example/item/A', 'navigate');
    expect(stays).toHaveLength(1);
  });

  test('the same address twice is one stay', () => {
    const { stays, go } = start();
    go('https://tracker.example/item/A', 'currententrychange');
    expect(stays).toHaveLength(1);
  });

  test('what was begun before is over, also when the page goes back to where it was', () => {
    const { stays, go } = start();
    go('https://tracker.example/item/B', 'currententrychange');
    go('https://tracker.example/item/A', 'currententrychange');
    expect(stays.map((stay) => stay.isCurrent())).toEqual([false, false, true]);
  });

  test('without the Navigation API it is noticed within a second', () => {
    const { stays, go } = start({ withNavigation: false });
    go('https://tracker.example/item/B');
    expect(stays).toHaveLength(1);
    vi.advanceTimersByTime(1_000);
    expect(stays).toHaveLength(2);
  });
});

describe('hints', () => {
  test.each(['turbo:render', 'soft-nav:end', 'soft-nav:react-done'])('%s under the same address is a hint', (name) => {
    const { document, stays, onHint } = start();
    document.dispatchEvent(new CustomEvent(name, { detail: { url: 'https://evil.example/' } }));
    expect(onHint).toHaveBeenCalledOnce();
    expect(stays).toHaveLength(1);
  });

  test('at a new address it is a stay, not a hint as well', () => {
    const { document, stays, onHint, go } = start();
    go('https://tracker.example/item/B');
    document.dispatchEvent(new Event('turbo:render'));
    expect(stays).toHaveLength(2);
    expect(onHint).not.toHaveBeenCalled();
  });

  test('[R17] a page that comes back from the cache is looked at again; one that loads is not', () => {
    const { window, onHint } = start();
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }));
    expect(onHint).not.toHaveBeenCalled();
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    expect(onHint).toHaveBeenCalledOnce();
  });
});

test('[T8] listens to no message of the page', () => {
  const { window, stays, onHint } = start();
  window.dispatchEvent(Object.assign(new Event('message'), { data: { crosstie: 'changed' } }));
  expect(stays).toHaveLength(1);
  expect(onHint).not.toHaveBeenCalled();
});

test('[R5] follows nothing once the extension is gone', () => {
  const { stays, go, document, onHint, disconnect } = start();
  disconnect();
  go('https://tracker.example/item/B', 'currententrychange');
  document.dispatchEvent(new Event('turbo:render'));
  vi.advanceTimersByTime(5_000);
  expect(stays).toHaveLength(1);
  expect(stays[0]?.isCurrent()).toBe(false);
  expect(onHint).not.toHaveBeenCalled();
});
