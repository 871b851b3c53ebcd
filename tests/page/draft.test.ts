import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Draft, DraftHit } from '../../lib/core/draft.ts';
import type { ItemKey } from '../../lib/core/key.ts';
import { type DraftWatchOptions, watchDraft } from '../../lib/page/draft.ts';
import { openPage } from './surroundings.ts';

const hit = { item: { key: 'fake:7' as ItemKey }, reasons: [] } as unknown as DraftHit;
const other = { item: { key: 'fake:8' as ItemKey }, reasons: [] } as unknown as DraftHit;

/** Timers that run when they are told to. */
const clock = () => {
  let now = 0;
  let waiting: { readonly at: number; readonly run: () => void }[] = [];
  return {
    later: (run: () => void, after: number) => {
      const timer = { at: now + after, run };
      waiting.push(timer);
      return () => {
        waiting = waiting.filter((one) => one !== timer);
      };
    },
    pass: async (milliseconds: number): Promise<void> => {
      const end = now + milliseconds;
      for (let next = nextUntil(end); next !== undefined; next = nextUntil(end)) {
        now = next.at;
        waiting = waiting.filter((one) => one !== next);
        next.run();
        await settled();
      }
      now = end;
      await settled();
    },
    waiting: () => waiting.length,
  };
  function nextUntil(end: number) {
    return waiting.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
  }
};
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
};

const start = (overrides: Partial<DraftWatchOptions> = {}) => {
  const { window, document, dom } = openPage(
    '<input id="search"><form><input class="title"><textarea class="body"></textarea></form>',
  );
  const controller = new AbortController();
  const timers = clock();
  const state = { path: '/new', alive: true };
  const surface = { show: vi.fn(), hide: vi.fn(), keep: vi.fn() };
  const ask = vi.fn<(draft: Draft) => Promise<readonly DraftHit[] | undefined>>(async () => [hit]);
  const read = vi.fn((title: Element): Draft | undefined => {
    const form = dom.closest(title, 'form');
    if (form === undefined) return undefined;
    const body = dom.first('.body', form);
    const text = body === undefined ? '' : dom.value(body);
    return { title: dom.value(title), ...(text === '' ? {} : { body: text }) };
  });
  const find = (selector: string) => document.querySelector(selector) as HTMLInputElement;
  const focus = (selector: string): void => {
    find(selector).dispatchEvent(new window.Event('focusin', { bubbles: true }) as unknown as Event);
  };
  const type = (text: string, selector = '.title'): void => {
    find(selector).value = text;
    find(selector).dispatchEvent(new window.Event('input', { bubbles: true }) as unknown as Event);
  };
  const watch = () =>
    watchDraft({
      dom,
      signal: controller.signal,
      alive: () => state.alive,
      later: timers.later,
      path: () => state.path,
      isTitle: (element) => dom.matches(element, '.title'),
      isNew: () => true,
      read,
      ask,
      surface,
      ...overrides,
    });
  const watching = watch();
  return { ...timers, ...watching, window, document, controller, state, surface, ask, read, find, focus, type };
};

const titleField = ({ document }: ReturnType<typeof start>): HTMLElement => {
  const field = document.createElement('input');
  field.className = 'title';
  return field;
};

let page: ReturnType<typeof start>;
beforeEach(() => {
  page = start();
});

describe('before a title field has the focus', () => {
  test('nothing is read, and no timer runs', async () => {
    page.focus('#search');
    page.type('Refunds fail twice', '#search');
    page.type('Refunds fail twice');
    await page.pass(10_000);
    expect(page.read).not.toHaveBeenCalled();
    expect(page.waiting()).toBe(0);
  });

  test('a field that had it when the script came is watched', async () => {
    const { window, document, dom } = openPage('<form><input class="title" value="Refunds fail twice"></form>');
    document.querySelector<HTMLInputElement>('.title')?.focus();
    const timers = clock();
    const ask = vi.fn(async () => []);
    watchDraft({
      dom,
      signal: new AbortController().signal,
      alive: () => true,
      later: timers.later,
      path: () => '/',
      isTitle: (element) => dom.matches(element, '.title'),
      isNew: () => true,
      read: (title) => ({ title: dom.value(title) }),
      ask,
      surface: { show: vi.fn(), hide: vi.fn(), keep: vi.fn() },
    });
    await timers.pass(700);
    expect(window.document.activeElement).not.toBe(window.document.body);
    expect(ask).toHaveBeenCalledWith({ title: 'Refunds fail twice' });
  });
});

describe('after a pause in typing', () => {
  test('it is asked once, about what stands there then, and the answer is shown', async () => {
    page.focus('.title');
    page.type('Refunds fail');
    await page.pass(600);
    page.type('Refunds fail twice');
    await page.pass(600);
    expect(page.ask).not.toHaveBeenCalled();
    await page.pass(100);
    expect(page.ask.mock.calls).toEqual([[{ title: 'Refunds fail twice' }]]);
    expect(page.surface.show).toHaveBeenCalledExactlyOnceWith([hit], page.find('.title'));
    await page.pass(5_000);
    expect(page.ask).toHaveBeenCalledOnce();
  });

  test('what stands in the description counts, and what is typed elsewhere does not', async () => {
    page.focus('.title');
    page.type('Refunds fail twice');
    await page.pass(700);
    page.type('After a retry', '.body');
    await page.pass(700);
    page.type('anything', '#search');
    await page.pass(700);
    expect(page.ask.mock.calls).toEqual([
      [{ title: 'Refunds fail twice' }],
      [{ title: 'Refunds fail twice', body: 'After a retry' }],
    ]);
  });

  test('[W1] nothing is asked about a short title, and what was shown for a longer one goes', async () => {
    page.focus('.title');
    page.type('Refunds fail');
    await page.pass(700);
    expect(page.ask).not.toHaveBeenCalled();
    page.type('Refunds fail twice');
    await page.pass(700);
    page.type('Refunds');
    await page.pass(700);
    expect(page.ask).toHaveBeenCalledOnce();
    expect(page.surface.hide).toHaveBeenCalledOnce();
  });

  test('an answer of nothing takes away what was there', async () => {
    page.focus('.title');
    page.type('Refunds fail twice');
    await page.pass(700);
    page.ask.mockResolvedValueOnce([]);
    page.type('Lunch on next Friday');
    await page.pass(700);
    expect(page.surface.hide).toHaveBeenCalledOnce();
    expect(page.surface.show).toHaveBeenCalledOnce();
  });

  test('no answer changes nothing, and the same words are asked about again', async () => {
    page.ask.mockResolvedValueOnce(undefined);
    page.focus('.title');
    page.type('Refunds fail twice');
    await page.pass(700);
    expect(page.surface.show).not.toHaveBeenCalled();
    page.type('Refunds fail twice');
    await page.pass(700);
    expect(page.surface.show).toHaveBeenCalledOnce();
  });
});

test('[R18] an answer to what stood there before is dropped, however late it comes', async () => {
  let answerFirst: (hits: readonly DraftHit[]) => void = () => undefined;
  page.ask.mockImplementationOnce(() => new Promise((resolve) => (answerFirst = resolve)));
  page.ask.mockResolvedValueOnce([other]);
  page.focus('.title');
  page.type('Refunds fail twice');
  await page.pass(700);
  page.type('Refunds fail twice a day');
  await page.pass(700);
  answerFirst([hit]);
  await page.pass(0);
  expect(page.surface.show.mock.calls).toEqual([[[other], page.find('.title')]]);
});

test('typed away and back while an answer was on its way, it is asked about again', async () => {
  let answerFirst: (hits: readonly DraftHit[]) => void = () => undefined;
  page.ask.mockImplementationOnce(() => new Promise((resolve) => (answerFirst = resolve)));
  page.focus('.title');
  page.type('Refunds fail twice');
  await page.pass(700);
  page.type('Refunds fail twice!');
  answerFirst([hit]);
  await page.pass(100);
  expect(page.surface.show).not.toHaveBeenCalled();
  page.type('Refunds fail twice');
  await page.pass(700);
  expect(page.surface.show).toHaveBeenCalledOnce();
});

describe('dismissed', () => {
  const dismissOnce = async () => {
    page.focus('.title');
    page.type('Refunds fail twice');
    await page.pass(700);
    page.dismiss();
    expect(page.surface.hide).toHaveBeenCalledOnce();
  };

  test('it stays away for this draft, whatever is typed on', async () => {
    await dismissOnce();
    page.type('Refunds fail twice a day');
    await page.pass(700);
    page.focus('.title');
    await page.pass(700);
    expect(page.ask).toHaveBeenCalledOnce();
  });

  test('also where the page makes the field anew', async () => {
    await dismissOnce();
    page.type('Refunds fail twice a day');
    await page.pass(700);
    page.find('form').innerHTML = '<input class="title" value="Refunds fail twice a day">';
    page.focus('.title');
    await page.pass(700);
    page.type('Refunds fail twice a day now');
    await page.pass(700);
    expect(page.ask).toHaveBeenCalledOnce();
  });

  test('an answer that is on its way is not shown', async () => {
    let answer: (hits: readonly DraftHit[]) => void = () => undefined;
    page.ask.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
    page.focus('.title');
    page.type('Refunds fail twice');
    await page.pass(700);
    page.dismiss();
    answer([hit]);
    await page.pass(0);
    expect(page.surface.show).not.toHaveBeenCalled();
  });

  test.each([
    ['another form', () => page.find('form').replaceChildren(titleField(page))],
    [
      'the form emptied for the next one',
      async () => {
        page.type('');
        await page.pass(700);
      },
    ],
    ['another page', () => void Object.assign(page.state, { path: '/other/new' })],
  ])('%s is another draft', async (_what, change) => {
    await dismissOnce();
    await change();
    page.focus('.title');
    page.type('Another thing entirely');
    await page.pass(700);
    expect(page.ask).toHaveBeenCalledTimes(2);
    expect(page.surface.show).toHaveBeenCalledTimes(2);
  });
});

describe('what is shown', () => {
  const showOnce = async () => {
    page.focus('.title');
    page.type('Refunds fail twice');
    await page.pass(700);
  };

  test('is looked after once a second, and goes with its form', async () => {
    await showOnce();
    await page.pass(3_000);
    expect(page.surface.keep).toHaveBeenCalledTimes(3);
    page.find('form').remove();
    await page.pass(1_000);
    expect(page.surface.hide).toHaveBeenCalledOnce();
    expect(page.waiting()).toBe(0);
  });

  test('goes when the page is left', async () => {
    await showOnce();
    page.state.path = '/acme/api/issues/46';
    await page.pass(1_000);
    expect(page.surface.hide).toHaveBeenCalledOnce();
  });

  test('[Q3] is asked about again when something changes, and only then', async () => {
    page.again();
    await showOnce();
    page.ask.mockResolvedValueOnce([]);
    page.again();
    await page.pass(0);
    expect(page.ask).toHaveBeenCalledTimes(2);
    expect(page.surface.hide).toHaveBeenCalledOnce();
    page.again();
    expect(page.ask).toHaveBeenCalledTimes(2);
  });

  test('[R4] goes with the extension, and then nothing is listened to any more', async () => {
    await showOnce();
    page.state.alive = false;
    await page.pass(1_000);
    expect(page.surface.hide).toHaveBeenCalledOnce();
    page.controller.abort();
    page.focus('.title');
    page.type('Something else to do');
    await page.pass(5_000);
    expect(page.ask).toHaveBeenCalledOnce();
    expect(page.waiting()).toBe(0);
  });
});

test('the title of what exists already is not a draft', async () => {
  const own = start({ isNew: () => false });
  own.focus('.title');
  own.type('Refunds fail twice');
  await own.pass(5_000);
  expect(own.ask).not.toHaveBeenCalled();
});
