import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createHosts } from '../../../components/overlay/host.ts';
import { startHover } from '../../../components/overlay/hover.ts';
import type { ItemKey } from '../../../lib/core/key.ts';
import type { CardView } from '../../../lib/core/page-view.ts';
import { item, newWindow } from './stage.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const view = (name: string): CardView => ({
  item: item(name),
  blockers: [],
  moreBlockers: 0,
  waiting: 0,
  speaks: true,
});

const start = () => {
  const window = newWindow('<p><a id="A" href="#"><b>A</b></a> <a id="B" href="#">B</a> <i>text</i></p>');
  const document = window.document as unknown as Document;
  const host = createHosts(document).create('');
  document.documentElement.append(host.element);
  const controller = new AbortController();
  const ask = vi.fn(async (key: ItemKey): Promise<CardView | undefined> => view(key.slice(5)));
  const { close } = startHover({
    document,
    signal: controller.signal,
    host,
    ask,
    itemAt: (target) => {
      const link = target.closest('a');
      return link === null ? undefined : { key: `fake:${link.id}` as ItemKey, beside: link };
    },
    draw: ({ item: { short } }) => {
      const card = document.createElement('div');
      card.textContent = short ?? '';
      card.showPopover = () => undefined;
      return card;
    },
    rect: (of) => of.getBoundingClientRect(),
  });
  const point = (at: string | Element | null, type = 'pointerover'): void => {
    const target = typeof at === 'string' ? document.querySelector(at) : at;
    target?.dispatchEvent(new window.PointerEvent(type, { bubbles: true }) as unknown as Event);
  };
  return {
    window,
    document,
    host,
    ask,
    close,
    controller,
    point,
    wait: (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds),
    cards: () => [...host.inside.children].map((card) => card.textContent),
  };
};

describe('a card', () => {
  test('opens after 300 ms on a link, not before', async () => {
    const { point, wait, cards, ask } = start();
    point('#A');
    await wait(290);
    expect(ask).not.toHaveBeenCalled();
    await wait(20);
    expect(cards()).toEqual(['A']);
  });

  test('does not open where the pointer only passes', async () => {
    const { point, wait, cards, ask } = start();
    point('#A');
    await wait(200);
    point('i');
    await wait(1_000);
    expect(cards()).toEqual([]);
    expect(ask).not.toHaveBeenCalled();
  });

  test('stays while it is pointed at, closes when both are left', async () => {
    const { point, wait, cards, host } = start();
    point('#A');
    await wait(310);
    point('i');
    await wait(100);
    point(host.element);
    await wait(5_000);
    expect(cards()).toEqual(['A']);
    point('i');
    await wait(210);
    expect(cards()).toEqual([]);
  });

  test('gives way to the next: there are never two', async () => {
    const { point, wait, cards } = start();
    point('#A');
    await wait(310);
    point('#B');
    await wait(310);
    expect(cards()).toEqual(['B']);
  });

  test('that comes too late is not shown', async () => {
    const { point, wait, cards, ask } = start();
    let arrive: (of: CardView) => void = () => undefined;
    ask.mockReturnValueOnce(
      new Promise((resolve) => {
        arrive = resolve;
      }),
    );
    point('#A');
    await wait(310);
    point('i');
    await wait(310);
    arrive(view('A'));
    await wait(10);
    expect(cards()).toEqual([]);
  });

  test('with nothing to show is none', async () => {
    const { point, wait, cards, ask } = start();
    ask.mockResolvedValueOnce(undefined);
    point('#A');
    await wait(310);
    expect(cards()).toEqual([]);
  });
});

describe('closes', () => {
  const opened = async () => {
    const scene = start();
    scene.point('#A');
    await scene.wait(310);
    expect(scene.cards()).toEqual(['A']);
    return scene;
  };

  test('on Escape, not on another key', async () => {
    const { window, document, cards } = await opened();
    const press = (key: string): void => {
      document.body.dispatchEvent(new window.KeyboardEvent('keydown', { key, bubbles: true }) as unknown as Event);
    };
    press('a');
    expect(cards()).toEqual(['A']);
    press('Escape');
    expect(cards()).toEqual([]);
  });

  test('on a click elsewhere, not on one in it', async () => {
    const { point, cards, host } = await opened();
    point(host.element, 'pointerdown');
    expect(cards()).toEqual(['A']);
    point('i', 'pointerdown');
    expect(cards()).toEqual([]);
  });

  test('when the page scrolls under it', async () => {
    const { point, cards } = await opened();
    point('p', 'scroll');
    expect(cards()).toEqual([]);
  });

  test('[R5] when the extension is gone, and opens no more', async () => {
    const { point, cards, wait, controller } = await opened();
    controller.abort();
    expect(cards()).toEqual([]);
    point('#B');
    await wait(1_000);
    expect(cards()).toEqual([]);
  });
});
