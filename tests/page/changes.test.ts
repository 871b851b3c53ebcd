import { expect, test, vi } from 'vitest';
import { watchChanges } from '../../lib/page/changes.ts';
import { added, mutations, openPage, removed, texted } from './surroundings.ts';

const start = (html = '<ul><li>one</li></ul><main><p>text</p></main>') => {
  const { document, dom, window } = openPage(html);
  const { MutationObserver, observers } = mutations();
  const ours = new Set<Node>();
  const controller = new AbortController();
  const onChange = vi.fn();
  const watch = watchChanges({
    window: { MutationObserver },
    dom,
    isOurs: (node) => ours.has(node),
    onChange,
    onSpent: () => undefined,
    now: () => 0,
    signal: controller.signal,
  });
  const [content, attributes] = observers;
  if (content === undefined || attributes === undefined) throw new Error('two observers expected');
  return { document, window, watch, content, attributes, ours, onChange, controller };
};

const child = (document: Document, selector: string): Element => {
  const found = document.querySelector(selector);
  if (found === null) throw new Error(selector);
  return found;
};

test('watches children and texts everywhere, attributes nowhere', () => {
  const { document, content, attributes } = start();
  expect(content.observed).toEqual([[document, { childList: true, characterData: true, subtree: true }]]);
  expect(attributes.observed).toEqual([]);
});

test('collects what was added and what was touched, and starts anew when taken', () => {
  const { document, watch, content, onChange } = start();
  const list = child(document, 'ul');
  const row = document.createElement('li');
  const text = child(document, 'p').firstChild as Node;
  content.deliver([added(list, row), texted(text)]);
  expect(onChange).toHaveBeenCalledOnce();
  const { all, added: more, touched } = watch.take();
  expect(all).toBe(false);
  expect([...more]).toEqual([row]);
  expect([...touched]).toEqual([list, text]);
  expect(watch.take()).toEqual({ all: false, added: new Set(), touched: new Set() });
});

test('what we put in or take out is no change of the page; what the page puts beside it is', () => {
  const { document, watch, content, ours, onChange } = start();
  const list = child(document, 'ul');
  const host = document.createElement('abcde-fghij');
  ours.add(host);
  content.deliver([added(list, host), removed(list, host)]);
  expect(onChange).not.toHaveBeenCalled();
  const row = document.createElement('li');
  content.deliver([added(list, host, row)]);
  expect([...watch.take().added]).toEqual([row]);
});

test('[R19] a thousand nodes at once are one look at the whole page', () => {
  const { document, watch, content } = start();
  const list = child(document, 'ul');
  content.deliver([added(list, ...Array.from({ length: 1_001 }, () => document.createElement('li')))]);
  expect(watch.take()).toEqual({ all: true, added: new Set(), touched: new Set() });
});

test('a value that is typed is a change, though nothing in the page changes', () => {
  const { document, window, watch, onChange } = start('<main><textarea>old</textarea></main>');
  const field = child(document, 'textarea');
  field.dispatchEvent(new window.Event('input', { bubbles: true }) as unknown as Event);
  expect(onChange).toHaveBeenCalledOnce();
  expect(watch.take().touched.has(field)).toBe(true);
});

test("attributes are watched by the tool's list inside the container, and only there", () => {
  const { document, watch, attributes } = start();
  const main = child(document, 'main');
  watch.watchAttributes(main, ['data-status']);
  expect(attributes.observed).toEqual([[main, { attributes: true, attributeFilter: ['data-status'], subtree: true }]]);
  watch.watchAttributes(undefined, ['data-status']);
  expect(attributes.observed).toEqual([]);
});

test('[R5] watches nothing after the end', () => {
  const { document, window, content, onChange, controller } = start('<textarea></textarea>');
  controller.abort();
  expect(content.observed).toEqual([]);
  child(document, 'textarea').dispatchEvent(new window.Event('input', { bubbles: true }) as unknown as Event);
  expect(onChange).not.toHaveBeenCalled();
});
