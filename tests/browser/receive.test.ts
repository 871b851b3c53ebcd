import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fromPages, fromPanels } from '../../lib/browser/protocol.ts';
import { type BrowserSender, type Handlers, receiver } from '../../lib/browser/receive.ts';
import { ok } from '../../lib/core/result.ts';

const id = 'crosstie-id';
const origin = 'chrome-extension://crosstie-id';
const page: BrowserSender = {
  id,
  url: 'https://github.com/acme/api/issues/45',
  origin: 'https://github.com',
  frameId: 0,
  documentId: 'd1',
  tab: { id: 7, windowId: 1, incognito: false },
};
const panel: BrowserSender = { id, url: `${origin}/sidepanel.html`, origin };

const names = [...Object.keys(fromPages), ...Object.keys(fromPanels)];
const handled = vi.fn();
const openPanel = vi.fn();
const report = vi.fn();
const handlers = Object.fromEntries(
  names.map((name) => [
    name,
    async (request: unknown, sender: unknown) => {
      handled(name, request, sender);
      return ok(null);
    },
  ]),
) as unknown as Handlers;

const ask = (message: unknown, sender: BrowserSender, with_: Partial<Handlers> = {}): Promise<unknown> =>
  new Promise((resolve) => {
    const listen = receiver({
      extensionId: id,
      extensionOrigin: origin,
      handlers: { ...handlers, ...with_ },
      openPanel,
      report,
    });
    if (!listen(message, sender, resolve)) queueMicrotask(() => resolve('no answer'));
  });

const handledFrom = async (sender: BrowserSender): Promise<{ readonly handled: unknown }> => {
  await ask(cards, sender);
  return { handled: handled.mock.lastCall?.[2] };
};

const cards = { crosstie: 'page.cards', request: { address: 'https://github.com/', keys: [], isPublic: false } };

beforeEach(() => vi.clearAllMocks());

describe('receiver', () => {
  test('a right message reaches its handler, with what the browser says of the sender', async () => {
    expect(await ask(cards, page)).toEqual(ok(null));
    expect(handled).toHaveBeenCalledWith('page.cards', cards.request, {
      kind: 'page',
      address: new URL('https://github.com/acme/api/issues/45'),
      tabId: 7,
      document: 'd1',
    });
  });

  test.each([
    ['where the page has navigated to inside itself', 'https://github.com/acme/api/issues/46'],
    ['where it was loaded from, once its tab shows another site', 'https://acme.atlassian.net/browse/PAY-1'],
    ['where it was loaded from, if nobody says where the tab is', undefined],
  ])('[R18] the address of a page is %s', async (_which, url) => {
    const { handled: sender } = await handledFrom({ ...page, tab: { ...page.tab, url } });
    const moved = url?.startsWith('https://github.com/') === true;
    expect(sender).toMatchObject({ address: new URL(moved ? url : 'https://github.com/acme/api/issues/45') });
  });

  test.each(Object.keys(fromPanels))("[T9] a page's script may not send %s", async (name) => {
    expect(await ask({ crosstie: name, request: {} }, page)).toEqual({
      ok: false,
      failure: { type: 'Refused', why: 'not-allowed' },
    });
    expect(handled).not.toHaveBeenCalled();
  });

  test.each([
    ['another extension', { ...page, id: 'other' }],
    ['a frame inside a page', { ...page, frameId: 3 }],
    [
      'a page that only claims to be ours',
      { ...page, url: `https://evil.example/${origin}/sidepanel.html`, tab: undefined },
    ],
    ['an origin that begins like ours', { ...page, url: `${origin}.evil.example/panel.html`, tab: undefined }],
    ['a file', { ...page, url: 'file:///etc/passwd' }],
    ['nobody', {}],
  ])('[T9] [T10] %s is refused', async (_who, sender) => {
    expect(await ask(cards, sender as BrowserSender)).toEqual({
      ok: false,
      failure: { type: 'Refused', why: 'not-allowed' },
    });
    expect(handled).not.toHaveBeenCalled();
  });

  test('[P4] [T25] nothing is taken from a private window', async () => {
    const sender = { ...page, tab: { id: 7, incognito: true } };
    expect(await ask(cards, sender)).toEqual({ ok: false, failure: { type: 'Refused', why: 'private-window' } });
  });

  test.each([
    ['an unknown key', { ...cards.request, extra: 1 }],
    ['too many keys', { ...cards.request, keys: Array.from({ length: 201 }, (_, index) => `asana:${index + 1}`) }],
    ['something that is no key', { ...cards.request, keys: ['javascript:alert(1)'] }],
    ['5 MB', { ...cards.request, address: 'x'.repeat(5_000_000) }],
    ['nothing', undefined],
  ])('[T9] a request with %s is refused', async (_what, request) => {
    expect(await ask({ crosstie: 'page.cards', request }, page)).toEqual({
      ok: false,
      failure: { type: 'Refused', why: 'bad-request' },
    });
    expect(handled).not.toHaveBeenCalled();
  });

  test('[T9] a request nested 100,000 deep is refused, not a crash', async () => {
    let deep: unknown = null;
    for (let level = 0; level < 100_000; level += 1) deep = { deep };
    expect(
      await ask({ crosstie: 'page.propose', request: { operation: 'x'.repeat(8), change: deep } }, page),
    ).toMatchObject({
      failure: { why: 'bad-request' },
    });
  });

  test('[R3] an unknown message is refused; one that is not ours is left to others', async () => {
    expect(await ask({ crosstie: 'wipe', request: {} }, page)).toEqual({
      ok: false,
      failure: { type: 'Refused', why: 'unknown-message' },
    });
    expect(await ask({ crosstie: 'constructor', request: {} }, panel)).toEqual({
      ok: false,
      failure: { type: 'Refused', why: 'unknown-message' },
    });
    expect(await ask({ type: 'devtools' }, page)).toBe('no answer');
    expect(await ask('hello', page)).toBe('no answer');
  });

  test('[R3] a handler that throws is answered and reported', async () => {
    const bug = new Error('bug');
    expect(await ask(cards, page, { 'page.cards': () => Promise.reject(bug) })).toEqual({
      ok: false,
      failure: { type: 'Broken' },
    });
    expect(report).toHaveBeenCalledWith('page.cards', bug);
  });

  test('the panel is opened before anything else is looked at', () => {
    const order: string[] = [];
    const listen = receiver({
      extensionId: id,
      extensionOrigin: origin,
      handlers: {
        ...handlers,
        'panel.open': async () => {
          order.push('handler');
          return ok(null);
        },
      },
      openPanel: (tabId) => order.push(`open ${tabId}`),
      report,
    });
    listen({ crosstie: 'panel.open', request: { key: 'asana:1' } }, page, () => undefined);
    expect(order).toEqual(['open 7', 'handler']);
  });

  test('[T9] another extension does not open the panel', () => {
    receiver({ extensionId: id, extensionOrigin: origin, handlers, openPanel, report })(
      { crosstie: 'panel.open', request: {} },
      { ...page, id: 'other' },
      () => undefined,
    );
    expect(openPanel).not.toHaveBeenCalled();
  });

  test("the panel may send what is the panel's and not what is the pages'", async () => {
    expect(await ask({ crosstie: 'switch.set', request: { name: 'overlays-hidden', on: true } }, panel)).toEqual(
      ok(null),
    );
    expect(await ask(cards, panel)).toEqual({ ok: false, failure: { type: 'Refused', why: 'not-allowed' } });
  });
});
