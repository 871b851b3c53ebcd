import { afterEach, describe, expect, test, vi } from 'vitest';
import { type HandlersNeeds, handlersFor } from '../../entrypoints/background/handlers.ts';
import { fromPages, fromPanels } from '../../lib/browser/protocol.ts';
import type { PageSender } from '../../lib/browser/receive.ts';
import { bounds } from '../../lib/core/item.ts';
import type { ItemKey } from '../../lib/core/key.ts';
import type { Store } from '../../lib/store/index.ts';
import { needsFor } from '../app/needs.ts';
import { world } from '../worlds.ts';

afterEach(() => void vi.restoreAllMocks());

const draft = { title: 'Refunds fail twice', body: 'After a retry' };
const request = { ...draft, isPublic: false };

describe('[T9] what a page may say of a draft is bounded', () => {
  test.each([
    ['a draft', request, true],
    ['one without a description', { title: 'Refunds', isPublic: true }, true],
    [
      'one at the bounds',
      { title: 'x'.repeat(bounds.title), body: 'y'.repeat(bounds.description), isPublic: false },
      true,
    ],
    ['a longer title', { ...request, title: 'x'.repeat(bounds.title + 1) }, false],
    ['a longer description', { ...request, body: 'x'.repeat(bounds.description + 1) }, false],
    ['no title', { body: 'x', isPublic: false }, false],
    ['anything else', { ...request, password: 'hunter2' }, false],
    ['a site of its own choice', { ...request, site: { tool: 'github', site: 'github.com' } }, false],
  ])('%s', (_what, message, expected) => {
    expect(fromPages['draft.like'].safeParse(message).success).toBe(expected);
  });

  test('only a page’s script may ask', () => {
    expect(Object.keys(fromPanels)).not.toContain('draft.like');
  });
});

const ticket = 'jira:acme.atlassian.net:PAY-231' as ItemKey;
const page: PageSender = {
  kind: 'page',
  address: new URL('https://github.com/acme/web/issues/new'),
  tabId: 7,
  document: 'd1',
};

const setUp = (more: Partial<HandlersNeeds> = {}) => {
  const { needs, knowledge } = needsFor(world().item(ticket, { title: 'Refund twice' }));
  const likeDraft = vi.fn(async () => [{ key: ticket, reasons: [] }]);
  const mayAsk = vi.fn(async () => true);
  const handlers = handlersFor({
    ...needs,
    store: async () => knowledge as unknown as Store,
    mayRead: async () => true,
    takeFile: async () => undefined,
    sweep: async () => undefined,
    showInPanel: async () => undefined,
    onSites: () => undefined,
    mayAsk,
    likeDraft,
    ...more,
  });
  return { ask: (sender = page) => handlers['draft.like'](request, sender), likeDraft, mayAsk, knowledge };
};

test('[P1] what is asked goes to what knows likeness and nowhere else', async () => {
  const logged = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) => vi.spyOn(console, name));
  const { ask, likeDraft, knowledge } = setUp();
  expect(await ask()).toMatchObject({ ok: true, value: [{ item: { key: ticket, title: 'Refund twice' } }] });
  expect(likeDraft).toHaveBeenCalledExactlyOnceWith({ ...draft, site: { tool: 'github', site: 'github.com' } });
  for (const call of Object.values(knowledge))
    if (vi.isMockFunction(call)) expect(JSON.stringify(call.mock.calls)).not.toContain(draft.title);
  for (const log of logged) expect(log).not.toHaveBeenCalled();
});

test('[T9] the items of an answer count among those that a document may ask about', async () => {
  const { ask } = setUp({ mayAsk: async () => false });
  expect(await ask()).toEqual({ ok: false, failure: { type: 'Refused', why: 'too-many' } });
  const allowed = setUp();
  await allowed.ask();
  expect(allowed.mayAsk).toHaveBeenCalledWith(page, [ticket]);
});

test('[T9] who asks without end is refused, and nothing is looked up for it any more', async () => {
  const { ask, likeDraft } = setUp();
  for (let times = 0; times < 60; times += 1) await ask();
  expect(await ask()).toEqual({ ok: false, failure: { type: 'Refused', why: 'too-many' } });
  expect(likeDraft).toHaveBeenCalledTimes(40);
  expect((await ask({ ...page, document: 'd2' })).ok).toBe(true);
});
