import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { PageAnswer } from '../../lib/core/page-view.ts';
import { fail, ok } from '../../lib/core/result.ts';
import type { Background, PageReport } from '../../lib/page/background.ts';
import { type ReaderWindow, startReader } from '../../lib/page/reader.ts';
import type { Reader } from '../../lib/tools/reader.ts';
import {
  added,
  fakeReader,
  intersections,
  key,
  lifetimeWithSwitch,
  mutations,
  openPage,
  pageOn,
  texted,
} from './surroundings.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const itemPage = (name: string, title: string): string => `<main data-item="${name}"><h1>${title}</h1></main>`;
const answerWith = (answer: Partial<PageAnswer> = {}): PageAnswer => ({
  marks: [],
  hidden: false,
  sites: [],
  places: [],
  door: 'crosstie a',
  ...answer,
});

const start = (html: string, { path = '/item/A', reader = fakeReader() }: { path?: string; reader?: Reader } = {}) => {
  const { document, dom } = openPage(html);
  const { MutationObserver, observers } = mutations();
  const { IntersectionObserver, near } = intersections();
  const location = { href: `https://tracker.example${path}` };
  const navigation = new EventTarget();
  const window: ReaderWindow = Object.assign(new EventTarget(), {
    MutationObserver,
    IntersectionObserver,
    location,
    document,
    navigation,
  });
  const { lifetime, disconnect } = lifetimeWithSwitch();
  const reports: PageReport[] = [];
  let reply: Background['seen'] = async () => ok(answerWith());
  let nudge: () => void = () => undefined;
  const surface = {
    showItem: vi.fn(),
    drawMark: vi.fn(),
    eraseMark: vi.fn(),
    setHidden: vi.fn(),
    setTheme: vi.fn(),
    isOurs: () => false,
  };
  const learn = vi.fn(() => false);
  startReader({
    window,
    dom,
    lifetime,
    now: () => performance.now(),
    reader,
    isHere: () => true,
    pageAt: (address) => pageOn(dom, address.href),
    learn,
    background: {
      seen: (report) => {
        reports.push(report);
        return reply(report);
      },
      onUpdate: (listener) => {
        nudge = listener;
      },
    },
    surface,
  });
  return {
    document,
    reports,
    surface,
    learn,
    near,
    disconnect,
    settle: (milliseconds = 400) => vi.advanceTimersByTimeAsync(milliseconds),
    mutate: (...records: MutationRecord[]) => observers[0]?.deliver(records),
    nudge: () => nudge(),
    replyWith: (seen: Background['seen']) => {
      reply = seen;
    },
    go: (to: string) => {
      location.href = `https://tracker.example${to}`;
      navigation.dispatchEvent(new Event('currententrychange'));
    },
    shownStrips: () => surface.showItem.mock.calls.map(([strip]) => strip?.key),
  };
};

describe('an item page', () => {
  test('is told once, in one message, and its answer is drawn under the title', async () => {
    const scene = start(itemPage('A', 'One'));
    const strip = { key: key('A'), parts: [] };
    scene.replyWith(async () => ok(answerWith({ strip })));
    await scene.settle();
    expect(scene.reports).toEqual([
      {
        address: 'https://tracker.example/item/A',
        observations: [{ key: key('A'), facts: { title: 'One' }, from: 'item' }],
        marks: [],
        isPublic: false,
        paused: false,
      },
    ]);
    expect(scene.surface.showItem).toHaveBeenLastCalledWith(strip, scene.document.querySelector('h1'));
  });

  test('is told again when something in it changed, not when something beside it did', async () => {
    const scene = start(`${itemPage('A', 'One')}<aside>0</aside>`);
    await scene.settle();
    const aside = scene.document.querySelector('aside') as Element;
    aside.textContent = '1';
    scene.mutate(texted(aside));
    await scene.settle();
    expect(scene.reports).toHaveLength(1);
    const title = scene.document.querySelector('h1') as Element;
    title.textContent = 'Two';
    scene.mutate(texted(title));
    await scene.settle();
    expect(scene.reports.map(({ observations }) => observations[0]?.facts.title)).toEqual(['One', 'Two']);
  });

  test('[K5] that stays unreadable for three seconds is told as such, with what was missing', async () => {
    const scene = start('<main data-item="A"></main>');
    await scene.settle(2_500);
    expect(scene.reports.map(({ drift }) => drift)).toEqual([undefined]);
    await scene.settle(1_500);
    expect(scene.reports.map(({ drift }) => drift)).toEqual([undefined, ['title']]);
  });

  test('that is filled late is read when it is there', async () => {
    const scene = start('<div id="app"></div>');
    await scene.settle();
    const app = scene.document.getElementById('app') as Element;
    app.innerHTML = itemPage('A', 'Late');
    scene.mutate(added(app, app.firstElementChild as Element));
    await scene.settle();
    expect(scene.reports.at(-1)?.observations[0]?.facts.title).toBe('Late');
  });
});

describe('[R18] after a navigation', () => {
  test('the strip of the page before is gone at once', async () => {
    const scene = start(itemPage('A', 'One'));
    scene.replyWith(async ({ address }) => ok(answerWith({ strip: { key: key(address.slice(-1)), parts: [] } })));
    await scene.settle();
    scene.go('/item/B');
    expect(scene.shownStrips().at(-1)).toBeUndefined();
    scene.document.body.innerHTML = itemPage('B', 'Two');
    await scene.settle();
    expect(scene.reports.at(-1)).toMatchObject({
      address: 'https://tracker.example/item/B',
      observations: [{ facts: { title: 'Two' } }],
    });
    expect(scene.shownStrips().at(-1)).toBe(key('B'));
  });

  test('[T2] an answer that comes after it is not drawn, also when the person came back', async () => {
    const scene = start(itemPage('A', 'One'));
    let arrive: (answer: PageAnswer) => void = () => undefined;
    const slow = new Promise<PageAnswer>((resolve) => {
      arrive = resolve;
    });
    scene.replyWith(async () => ok(await slow));
    await scene.settle();
    scene.replyWith(async () => ok(answerWith()));
    scene.go('/item/B');
    scene.go('/item/A');
    arrive(answerWith({ strip: { key: key('A'), parts: [] } }));
    await scene.settle(0);
    expect(scene.shownStrips()).not.toContain(key('A'));
  });

  test('[T2] a new address with the old page still standing tells nothing of it', async () => {
    const scene = start(itemPage('A', 'One'));
    await scene.settle();
    scene.go('/item/B');
    await scene.settle(2_000);
    expect(scene.reports.slice(1).flatMap(({ observations }) => observations)).toEqual([]);
  });
});

describe('a list', () => {
  const list = (count: number): string =>
    `<ul>${Array.from({ length: count }, (_, index) => `<li data-item="I${index}"><a>${index}</a></li>`).join('')}</ul>`;

  test('of a thousand items is one message', async () => {
    const scene = start(list(1_000), { path: '/list' });
    await scene.settle(2_000);
    expect(scene.reports.map(({ observations }) => observations.length)).toEqual([1_000]);
  });

  test('has marks where the answer has something to say and the row can be seen', async () => {
    const scene = start(list(3), { path: '/list' });
    const view = { key: key('I1'), level: 'blocked' as const, blockers: 1, waiting: 0 };
    scene.replyWith(async () => ok(answerWith({ marks: [view] })));
    await scene.settle();
    const row = scene.document.querySelector('[data-item="I1"]') as Element;
    scene.near(row);
    expect(scene.surface.drawMark).toHaveBeenCalledExactlyOnceWith(view, row.firstElementChild);
  });

  test('a page with neither item nor list is not told of', async () => {
    const scene = start('<p>settings</p>', { path: '/settings' });
    await scene.settle(2_000);
    expect(scene.reports).toEqual([]);
  });
});

describe('the background', () => {
  test('that does not answer is told again, three times at most', async () => {
    const scene = start(itemPage('A', 'One'));
    scene.replyWith(async () => fail({ type: 'NoAnswer' }));
    await scene.settle(30_000);
    expect(scene.reports.map(({ observations }) => observations.length)).toEqual([1, 1, 1, 1]);
  });

  test('that answers the second time gets all of it', async () => {
    const scene = start('<ul><li data-item="X"><a>x</a></li></ul>', { path: '/list' });
    scene.replyWith(async () => {
      scene.replyWith(async () => ok(answerWith()));
      return fail({ type: 'NoAnswer' });
    });
    await scene.settle(10_000);
    expect(scene.reports.map(({ observations }) => observations.length)).toEqual([1, 1]);
  });

  test('nudges: the page asks again, once for many nudges, and tells nothing', async () => {
    const scene = start(itemPage('A', 'One'));
    await scene.settle();
    for (let count = 0; count < 10; count += 1) scene.nudge();
    await scene.settle();
    expect(scene.reports).toHaveLength(2);
    expect(scene.reports[1]).toMatchObject({ observations: [], marks: [] });
  });

  test('[Q3] says that everything drawn is hidden', async () => {
    const scene = start(itemPage('A', 'One'));
    scene.replyWith(async () => ok(answerWith({ hidden: true })));
    await scene.settle();
    expect(scene.surface.setHidden).toHaveBeenLastCalledWith(true);
  });

  test('knows projects that the readers do not: the page is read again', async () => {
    const scene = start(itemPage('A', 'One'));
    scene.learn.mockReturnValueOnce(true);
    await scene.settle(2_000);
    expect(scene.reports).toHaveLength(2);
  });
});

test('who is signed in is told once', async () => {
  const scene = start(itemPage('A', 'One'), { reader: fakeReader({ me: () => ({ handle: 'dana' }) }) });
  await scene.settle();
  const title = scene.document.querySelector('h1') as Element;
  title.textContent = 'Two';
  scene.mutate(texted(title));
  await scene.settle();
  expect(scene.reports.map(({ me }) => me)).toEqual([{ handle: 'dana' }, undefined]);
});

test('[R5] tells nothing once the extension is gone', async () => {
  const scene = start(itemPage('A', 'One'));
  await scene.settle();
  scene.disconnect();
  scene.go('/item/B');
  scene.nudge();
  await scene.settle(10_000);
  expect(scene.reports).toHaveLength(1);
});

describe('[K7] what was not kept', () => {
  const page = `${itemPage('A', 'One')}<ul><li data-item="B"><a>Two</a></li></ul>`;
  const items = (reports: readonly PageReport[]) =>
    reports.map(({ observations }) => observations.map(({ key: of }) => of));

  test('is said again, all of it, once the door has changed', async () => {
    const scene = start(page);
    scene.replyWith(async () => ok(answerWith({ refused: true, door: 'crosstie shut' })));
    await scene.settle();
    expect(items(scene.reports)).toEqual([[key('A'), key('B')]]);
    scene.nudge();
    await scene.settle();
    expect(items(scene.reports).slice(1)).toEqual([[]]);
    scene.replyWith(async () => ok(answerWith({ door: 'crosstie open' })));
    scene.nudge();
    await scene.settle();
    expect(items(scene.reports).slice(2)).toEqual([[], [key('A'), key('B')]]);
    scene.nudge();
    await scene.settle();
    expect(items(scene.reports).slice(4)).toEqual([[]]);
  });

  test('is not said because of a deletion: from then on only what opens the door of the new store counts', async () => {
    const scene = start(page);
    scene.replyWith(async () => ok(answerWith({ refused: true, door: 'crosstie shut' })));
    await scene.settle();
    // Nobody knows any more whose places they are: everything would be let in.
    scene.replyWith(async () => ok(answerWith({ door: 'crosstie-2 empty' })));
    for (let times = 0; times < 2; times += 1) {
      scene.nudge();
      await scene.settle();
    }
    expect(items(scene.reports)).toEqual([[key('A'), key('B')], [], []]);
    scene.replyWith(async () => ok(answerWith({ door: 'crosstie-2 mine' })));
    scene.nudge();
    await scene.settle();
    expect(items(scene.reports).slice(3)).toEqual([[], [key('A'), key('B')]]);
  });

  test('is said again when the page’s own item is let in alone', async () => {
    const scene = start(itemPage('A', 'One'));
    scene.replyWith(async () => ok(answerWith({ refused: true })));
    await scene.settle();
    scene.replyWith(async () => ok(answerWith({ strip: { key: key('A'), parts: [] } })));
    scene.nudge();
    await scene.settle();
    expect(items(scene.reports)).toEqual([[key('A')], [], [key('A')]]);
  });

  test('nothing is said twice where everything was kept', async () => {
    const scene = start(page);
    await scene.settle();
    scene.replyWith(async () => ok(answerWith({ door: 'crosstie another' })));
    scene.nudge();
    await scene.settle();
    expect(items(scene.reports)).toEqual([[key('A'), key('B')], []]);
  });
});
