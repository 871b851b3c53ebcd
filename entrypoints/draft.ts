import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createDraftBox } from '../components/overlay/draft.ts';
import { createWords, type MessageSource } from '../components/words.ts';
import type { Nudge } from '../lib/browser/messages.ts';
import { senderOver } from '../lib/browser/send.ts';
import { type DraftWatch, watchDraft } from '../lib/page/draft.ts';
import { domOf } from '../lib/tools/dom.ts';
import type { DraftPage, DraftReader } from '../lib/tools/draft-reader.ts';
import { draftReaders } from '../lib/tools/draft-readers.ts';

/** WXT knows the ids by name, `createWords` takes them as they come. */
const message: MessageSource = (id, substitutions) => browser.i18n.getMessage(id as never, substitutions);

/** After an update or a removal the id is gone, or all of `runtime` is. */
const isConnected = (): boolean => (browser as Partial<typeof browser>).runtime?.id !== undefined;

const start = (): void => {
  const controller = new AbortController();
  const { signal } = controller;
  const dom = domOf(window);
  const page = (): DraftPage => ({ address: new URL(location.href), dom });
  const readerOf = (title: Element): DraftReader | undefined =>
    draftReaders.find(({ titles, mayDraft }) => dom.matches(title, titles) && mayDraft(page().address));
  const alive = (): boolean => {
    if (!signal.aborted && !isConnected()) controller.abort();
    return !signal.aborted;
  };

  const send = senderOver(browser.runtime);
  let watch: DraftWatch | undefined;
  const box = createDraftBox({
    window,
    words: createWords(message, browser.i18n.getUILanguage()),
    signal,
    onDismiss: () => watch?.dismiss(),
  });
  watch = watchDraft({
    dom,
    signal,
    alive,
    later: (run, after) => {
      const timer = setTimeout(run, after);
      return () => clearTimeout(timer);
    },
    path: () => location.pathname,
    isTitle: (element) => readerOf(element) !== undefined,
    isNew: (title) => readerOf(title)?.isNew?.(page(), title) ?? true,
    read: (title) => readerOf(title)?.read(page(), title),
    ask: async (draft) => {
      const isPublic = draftReaders.some((reader) => reader.isPublic?.(page()) ?? false);
      const answer = await send('draft.like', { ...draft, isPublic });
      return answer.ok ? answer.value : undefined;
    },
    surface: box,
  });
  const onMessage = (told: unknown): void => {
    if ((told as Partial<Nudge> | null)?.crosstie === 'changed') watch?.again();
  };
  browser.runtime.onMessage.addListener(onMessage);
  signal.addEventListener('abort', () => browser.runtime?.onMessage.removeListener(onMessage));
};

/** Set in this script's own world, which no page can see: injected again, it starts once. */
const started = globalThis as { crosstieDrafts?: true };

/**
 * "This may exist already", on create forms. The background puts it into pages where such a form can be, apart from the
 * content script, which is on every page.
 */
export default defineUnlistedScript(() => {
  if (started.crosstieDrafts === true || window.top !== window.self) return;
  started.crosstieDrafts = true;
  start();
});
