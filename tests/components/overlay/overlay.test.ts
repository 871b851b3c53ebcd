import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { createHosts, Host } from '../../../components/overlay/host.ts';
import { createOverlay } from '../../../components/overlay/overlay.ts';
import type { ItemKey } from '../../../lib/core/key.ts';
import type { MarkView, StripPart, StripView } from '../../../lib/core/page-view.ts';
import { drawingIn, newWindow, readIn } from './stage.ts';

/** Closed roots show nothing to a test either: the hosts are noted as they are made. */
const made: Host[] = [];
vi.mock('../../../components/overlay/host.ts', async (original) => {
  const real = await original<{ createHosts: typeof createHosts }>();
  return {
    createHosts: (...args: Parameters<typeof createHosts>) => {
      const hosts = real.createHosts(...args);
      return {
        ...hosts,
        create: (layout: string) => {
          const host = hosts.create(layout);
          made.push(host);
          return host;
        },
      };
    },
  };
});

beforeEach(() => void made.splice(0));

const A = 'fake:A' as ItemKey;
const waiting: StripPart = { type: 'waiting', count: 1, early: 0 };
const take: StripPart = {
  type: 'owner',
  owner: { by: 'nobody' },
  claimAs: { tool: 'fake', site: 'fake', handle: 'me' },
};
const strip = (...parts: StripPart[]): StripView => ({ key: A, parts });

const start = () => {
  const window = newWindow('<main><div><h1>Title</h1></div><p>text</p></main><ul><li><a id="row">A</a></li></ul>');
  class IntersectionObserver {
    observe(): void {}
    disconnect(): void {}
  }
  Object.assign(window, {
    IntersectionObserver,
    IntersectionObserverEntry: class {},
    matchMedia: () => ({ matches: true }),
  });
  const controller = new AbortController();
  const openPanel = vi.fn();
  const take = vi.fn(async () => true);
  const overlay = createOverlay({
    ...drawingIn(window),
    window: window as unknown as Window & typeof globalThis,
    tag: 'abcde-fghij',
    signal: controller.signal,
    opensPanel: true,
    openPanel,
    take,
    itemOfLink: () => undefined,
    card: async () => undefined,
  });
  const title = window.document.querySelector('h1') as unknown as Element;
  const row = window.document.getElementById('row') as unknown as Element;
  const standing = () => made.filter((host) => host.element.isConnected);
  return {
    window,
    overlay,
    title,
    row,
    openPanel,
    take,
    controller,
    /** What stands in the page, without the card's host. */
    shown: () =>
      standing()
        .slice(1)
        .map((host) => readIn(host.inside)),
    hosts: () => made.filter((host) => host.element.isConnected).length,
    last: () => made.filter((host) => host.element.isConnected).at(-1) as Host,
  };
};

describe('the strip', () => {
  test('stands under the block of the title, once, however often it is shown', () => {
    const { overlay, title, shown, last } = start();
    for (let count = 0; count < 3; count += 1) overlay.showItem(strip(waiting), title);
    expect(shown()).toEqual(['one waits on this']);
    expect(last().element.previousElementSibling).toBe(title);
  });

  test('says something new in the place where it stands', () => {
    const { overlay, title, shown, last } = start();
    overlay.showItem(strip(waiting), title);
    const before = last().element;
    overlay.showItem(strip({ type: 'waiting', count: 2, early: 0 }), title);
    expect(shown()).toEqual(['2 wait on this']);
    expect(last().element).toBe(before);
  });

  test('with nothing to say is a mark beside the title', () => {
    const { overlay, title, shown, last } = start();
    overlay.showItem(strip(), title);
    expect(shown()).toEqual(['']);
    expect(last().element.parentElement).toBe(title);
  });

  test('goes with its item', () => {
    const { overlay, title, shown } = start();
    overlay.showItem(strip(waiting), title);
    overlay.showItem(undefined, undefined);
    expect(shown()).toEqual([]);
  });

  test('without a title there is no floating box', () => {
    const { overlay, shown } = start();
    overlay.showItem(strip({ type: 'drift', missing: ['title'] }), undefined);
    expect(shown()).toEqual([]);
  });

  test('[T6] dropped by the page it comes back, five times, then it leaves the page its way', () => {
    const { overlay, title, last, shown } = start();
    overlay.showItem(strip(waiting), title);
    let back = 0;
    for (let count = 0; count < 10; count += 1) {
      if (shown().length > 0) last().element.remove();
      overlay.showItem(strip(waiting), title);
      back += shown().length;
    }
    expect(back).toBe(5);
  });

  test('a title that is made anew keeps the strip where it is', () => {
    const { overlay, title, shown, last } = start();
    overlay.showItem(strip(waiting), title);
    const before = last().element;
    const again = title.cloneNode(true) as Element;
    title.replaceWith(again);
    overlay.showItem(strip(waiting), again);
    expect(shown()).toHaveLength(1);
    expect(last().element).toBe(before);
  });
});

describe('[T7] clicks made by a script', () => {
  test('neither open the panel nor take the item', () => {
    const { overlay, title, last, window, openPanel, take: taken } = start();
    overlay.showItem(strip(take), title);
    for (const selector of ['.open', '.take', '.part'])
      last()
        .inside.querySelector(selector)
        ?.dispatchEvent(new window.MouseEvent('click', { bubbles: true }) as unknown as Event);
    expect(openPanel).not.toHaveBeenCalled();
    expect(taken).not.toHaveBeenCalled();
  });
});

describe('marks', () => {
  const view = (blockers = 1): MarkView => ({ key: A, level: 'blocked', blockers, waiting: 0 });

  test('[Q1] one for each item, drawn anew only when it says something else', () => {
    const { overlay, row, shown, last, hosts } = start();
    overlay.drawMark(view(), row);
    const first = last().element;
    overlay.drawMark(view(), row);
    expect(last().element).toBe(first);
    overlay.drawMark(view(2), row);
    expect(shown()).toEqual(['2']);
    expect(hosts()).toBe(2);
  });

  test('[T6] dropped by the page they come back five times', () => {
    const { overlay, row, last, shown } = start();
    overlay.drawMark(view(), row);
    let back = 0;
    for (let count = 0; count < 10; count += 1) {
      if (shown().length > 0) last().element.remove();
      overlay.drawMark(view(), row);
      back += shown().length;
    }
    expect(back).toBe(5);
  });

  test('are taken away', () => {
    const { overlay, row, shown } = start();
    overlay.drawMark(view(), row);
    overlay.eraseMark(A);
    expect(shown()).toEqual([]);
  });
});

test('[Q3] hidden, nothing is drawn; shown again, it can be', () => {
  const { overlay, title, row, shown } = start();
  const mark: MarkView = { key: A, level: 'blocked', blockers: 1, waiting: 0 };
  overlay.showItem(strip(waiting), title);
  overlay.drawMark(mark, row);
  overlay.setHidden(true);
  expect(shown()).toEqual([]);
  overlay.showItem(strip(waiting), title);
  overlay.drawMark(mark, row);
  expect(shown()).toEqual([]);
  overlay.setHidden(false);
  overlay.showItem(strip(waiting), title);
  expect(shown()).toEqual(['one waits on this']);
});

test('[R5] gone is gone: nothing of it stays in the page', () => {
  const { overlay, title, row, controller, window } = start();
  const before = window.document.body.innerHTML;
  overlay.showItem(strip(waiting), title);
  overlay.drawMark({ key: A, level: 'blocked', blockers: 1, waiting: 0 }, row);
  expect(window.document.body.innerHTML).not.toBe(before);
  controller.abort();
  expect(window.document.body.innerHTML).toBe(before);
  expect(window.document.documentElement.querySelector('abcde-fghij')).toBeNull();
});

test('[T14] a title in a form whose fields hide every method gets its strip all the same', () => {
  const { overlay, window, shown } = start();
  window.document.body.innerHTML =
    '<form><input name="append"><input name="insertBefore"><input name="parentElement"><input name="closest"><input name="nextSibling"><input name="getBoundingClientRect"><h1>T</h1></form>';
  overlay.showItem(strip(waiting), window.document.querySelector('h1') as unknown as Element);
  expect(shown()).toEqual(['one waits on this']);
});
