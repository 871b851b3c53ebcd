import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createDraftBox, themeBehind } from '../../../components/overlay/draft.ts';
import type { DraftHit } from '../../../lib/core/draft.ts';
import type { ItemKey } from '../../../lib/core/key.ts';
import { hostile, item, newWindow, readIn, shippedWords } from './stage.ts';

/** The closed root of a host that stands in the page: no script of a page can open it, so the test keeps what is made. */
const roots: ShadowRoot[] = [];

const start = (html = '<form><label>Title<input id="title"></label><textarea id="body"></textarea></form>') => {
  const window = newWindow(html);
  const document = window.document as unknown as Document;
  const attach = window.HTMLElement.prototype.attachShadow;
  window.HTMLElement.prototype.attachShadow = function (this: never, init) {
    const root = attach.call(this, init);
    roots.push(root as unknown as ShadowRoot);
    return root;
  };
  const opened = vi.fn();
  Object.assign(window.HTMLElement.prototype, { showPopover: opened });
  const controller = new AbortController();
  const onDismiss = vi.fn();
  const box = createDraftBox({
    window: window as unknown as Window & typeof globalThis,
    words: shippedWords(),
    signal: controller.signal,
    onDismiss: () => {
      onDismiss();
      box.hide();
    },
  });
  const title = document.querySelector('#title') as HTMLElement;
  const inside = () => roots.at(-1)?.querySelector('.card') ?? undefined;
  return { window, document, box, title, inside, onDismiss, opened, controller };
};

const hit = (name: string, more: Partial<DraftHit> = {}): DraftHit => ({
  item: item(name, { title: `Title of ${name}` }),
  reasons: [{ type: 'same-title' }, { type: 'rare-words', words: ['refund', 'retry'] }],
  href: `https://tracker.example/item/${name}`,
  ...more,
});
const isShown = ({ document }: ReturnType<typeof start>) => document.querySelectorAll('span').length > 0;

beforeEach(() => void roots.splice(0));
afterEach(() => void vi.restoreAllMocks());

test('[W1] says that this may exist already: each item with its state, its owner and the reasons', () => {
  const { box, title, inside } = start();
  box.show([hit('A'), hit('B', { item: item('B', { state: 'done', owner: { by: 'unknown' } }), reasons: [] })], title);
  expect(readIn(inside()?.querySelector('.head'))).toBe('This may exist alreadyDismiss');
  expect([...(inside()?.querySelectorAll('li') ?? [])].map(readIn)).toEqual([
    'A (open, unowned)Title of ASame titleBoth say refund, retry',
    'B (done)',
  ]);
  const links = [...(inside()?.querySelectorAll('a') ?? [])];
  expect(
    links.map((link) => [link.getAttribute('href'), link.getAttribute('target'), link.getAttribute('rel')]),
  ).toEqual([
    ['https://tracker.example/item/A', '_blank', 'noopener noreferrer'],
    ['https://tracker.example/item/B', '_blank', 'noopener noreferrer'],
  ]);
});

test('each reason that names something names it', () => {
  const { box, title, inside } = start();
  const key = 'github:github.com:acme/api#45' as ItemKey;
  box.show(
    [
      hit('A', {
        reasons: [
          { type: 'shared-link', key },
          { type: 'same-person', who: { name: 'Ada' } },
        ],
      }),
    ],
    title,
  );
  expect([...(inside()?.querySelectorAll('.foot') ?? [])].map(readIn)).toEqual([
    'Both link to acme/api#45',
    'Same person: Ada',
  ]);
});

test('[T4] an address that is none of the web is no link', () => {
  const { box, title, inside } = start();
  box.show([hit('A', { href: 'javascript:alert(1)' })], title);
  expect(inside()?.querySelector('a')).toBeNull();
  expect(readIn(inside()?.querySelector('li'))).toContain('A');
});

describe('[T3] titles, names and words are text', () => {
  test.each(hostile)('%.30s', (words) => {
    const { box, title, inside } = start();
    const named = item('A', {
      title: words,
      short: words,
      owner: { by: 'assigned', who: [{ name: words }], me: false },
    });
    box.show([hit('A', { item: named, reasons: [{ type: 'identifiers', words: [words] }] })], title);
    expect(inside()?.querySelector('img, script, b, svg[onload]')).toBeNull();
    expect(readIn(inside())).not.toMatch(/[\p{Cc}\p{Zl}\p{Bidi_Control}]/u);
    expect(readIn(inside()).length).toBeLessThan(2_000);
  });
});

test('[T5] the page finds nothing of it', () => {
  const { box, title, document } = start();
  box.show([hit('A')], title);
  expect(document.documentElement.outerHTML).not.toMatch(/Title of A|This may exist/u);
  expect(document.querySelector('form span')?.shadowRoot).toBeNull();
});

test('[Q2] it does not take the focus, has no size in the page, and is announced politely', () => {
  const { box, title, document, inside, opened } = start();
  title.focus();
  box.show([hit('A')], title);
  expect(document.activeElement).toBe(title);
  expect(opened).toHaveBeenCalledOnce();
  expect(inside()?.getAttribute('popover')).toBe('manual');
  const status = inside()?.querySelector('[role=status]');
  expect(status?.textContent).toBe('This may exist already');
  // What is announced stays when only the items change.
  box.show([hit('B')], title);
  expect(inside()?.querySelector('[role=status]')).toBe(status);
  expect(opened).toHaveBeenCalledOnce();
});

test('the keyboard comes to it right after the title, and not through its label', () => {
  const { box, title, document } = start();
  box.show([hit('A')], title);
  expect(document.querySelector('form')?.children[1]?.localName).toBe('span');
  expect(document.querySelector('label span')).toBeNull();
});

describe('it goes', () => {
  test('by its button, and the focus goes back to the title', () => {
    const all = start();
    all.box.show([hit('A')], all.title);
    all.inside()?.querySelector<HTMLElement>('button')?.click();
    expect(all.onDismiss).toHaveBeenCalledOnce();
    expect(isShown(all)).toBe(false);
    expect(all.document.activeElement).toBe(all.title);
  });

  test('by Escape while the focus is in it; the page’s own dialog hears nothing of that', () => {
    const all = start();
    const heard = vi.fn();
    all.document.addEventListener('keydown', heard);
    all.box.show([hit('A')], all.title);
    const press = (key: string): void => {
      const event = new all.window.KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true });
      all
        .inside()
        ?.querySelector('a')
        ?.dispatchEvent(event as unknown as Event);
    };
    press('a');
    expect(all.onDismiss).not.toHaveBeenCalled();
    heard.mockClear();
    press('Escape');
    expect(all.onDismiss).toHaveBeenCalledOnce();
    expect(heard).not.toHaveBeenCalled();
    expect(isShown(all)).toBe(false);
  });

  test('with the script', () => {
    const all = start();
    all.box.show([hit('A')], all.title);
    all.controller.abort();
    expect(isShown(all)).toBe(false);
  });
});

test('[T6] what the page drops is put back five times, then the page has its way', () => {
  const all = start();
  all.box.show([hit('A')], all.title);
  let puts = 0;
  for (let round = 0; round < 20; round += 1) {
    all.document.querySelector('form > span')?.remove();
    all.box.keep();
    if (isShown(all)) puts += 1;
  }
  expect(puts).toBe(5);
});

test('[T14] a form whose fields are named like methods takes it', () => {
  const all = start(
    '<form><input id="title"><input name="insertBefore"><input name="closest"><input name="getBoundingClientRect"></form>',
  );
  all.box.show([hit('A')], all.title);
  expect(isShown(all)).toBe(true);
});

test.each([
  ['<div style="background-color: rgb(13, 17, 23)"><p id="at"></p></div>', 'dark'],
  ['<div style="background-color: rgb(255, 255, 255)"><p id="at"></p></div>', 'light'],
  [
    '<div style="background-color: rgb(13, 17, 23)"><p id="at" style="background-color: rgba(0, 0, 0, 0)"></p></div>',
    'dark',
  ],
  [
    '<div style="background-color: rgb(0, 0, 0)"><p id="at" style="background-color: rgb(240, 240, 240)"></p></div>',
    'light',
  ],
  ['<p id="at"></p>', 'light'],
])('light or dark as what is behind it: %s is %s', (html, theme) => {
  const { window, document } = start(html);
  expect(themeBehind(window as never, document.querySelector('#at') as Element)).toBe(theme);
});
