// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { createDraftBox } from '../../../components/overlay/draft.ts';
import { createWords } from '../../../components/words.ts';
import { messageSource } from '../../gallery/source.ts';
import { expectAccessible } from '../draw.tsx';
import { readMessages } from '../messages.ts';
import { item } from './stage.ts';

test('what it says has roles, names and labels', async () => {
  document.body.innerHTML = '<form><label for="title">Title</label><input id="title"></form>';
  Object.assign(HTMLElement.prototype, { showPopover: () => undefined });
  let root: ShadowRoot | undefined;
  const attach = HTMLElement.prototype.attachShadow;
  vi.spyOn(HTMLElement.prototype, 'attachShadow').mockImplementation(function (this: HTMLElement, init) {
    root = attach.call(this, init);
    return root;
  });
  const box = createDraftBox({
    window: window as unknown as Window & typeof globalThis,
    words: createWords(messageSource(readMessages('en')), 'en'),
    signal: new AbortController().signal,
    onDismiss: () => undefined,
  });
  const hits = ['A', 'B'].map((name) => ({
    item: item(name, { title: `Title of ${name}` }),
    reasons: [{ type: 'same-title' as const }],
    href: `https://tracker.example/item/${name}`,
  }));
  box.show(hits, document.querySelector('#title') as Element);
  // A checker finds nothing in a closed root: what stands in it is looked at outside of it.
  const card = root?.querySelector('.card') as HTMLElement;
  // Words that the style sheet adds (T5) are words to a screen reader, and none to a checker without layout.
  for (const said of card.querySelectorAll('[data-said]')) said.textContent = said.getAttribute('data-said');
  document.body.replaceChildren(card);
  await expectAccessible(document.body);
  expect(card.querySelector('[role=status]')?.getAttribute('aria-live') ?? 'polite').toBe('polite');
});
