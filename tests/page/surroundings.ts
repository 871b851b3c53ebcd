import { setMaxListeners } from 'node:events';
import { Window } from 'happy-dom';
import type { Observation } from '../../lib/core/item.ts';
import type { ItemKey } from '../../lib/core/key.ts';
import { ok } from '../../lib/core/result.ts';
import { type Lifetime, startLifetime } from '../../lib/page/lifetime.ts';
import { type Dom, type DomWindow, domOf } from '../../lib/tools/dom.ts';
import type { Page, Reader } from '../../lib/tools/reader.ts';
import type { Tool } from '../../lib/tools/tool.ts';

/** A document of our own and the observers that a browser would run, driven by hand. */
export const openPage = (html: string) => {
  const window = new Window({ url: 'https://tracker.example/' });
  window.document.body.innerHTML = html;
  const document = window.document as unknown as Document;
  const dom: Dom = domOf(window as unknown as DomWindow, document);
  return { window, document, dom };
};

export const key = (name: string): ItemKey => `fake:${name}` as ItemKey;

const fakeTool: Tool = {
  id: 'fake',
  name: 'Fake',
  matches: [],
  locate: (address) => {
    const name = /^\/item\/(\w+)/u.exec(address.pathname)?.[1];
    return name === undefined ? undefined : key(name);
  },
  link: (of) => new URL(`https://tracker.example/item/${of.slice(5)}`),
  place: () => undefined,
  site: () => 'tracker.example',
  short: (of) => of.slice(5),
  expand: () => undefined,
};

/** Rows are `<li data-item>`, an item page has `<main data-item>` with an `h1`; a `draft` is no item. */
export const fakeReader = (overrides: Partial<Reader> = {}): Reader => {
  const observationOf = (page: Page, element: Element, from: 'item' | 'list'): Observation => ({
    key: key(page.dom.attribute(element, 'data-item') ?? ''),
    facts: { title: page.dom.text(page.dom.first('h1, a', element) ?? element) },
    from,
  });
  return {
    tool: fakeTool,
    read: (page) => {
      const main = page.dom.first('main[data-item]');
      if (main === undefined) return { ok: false, failure: { type: 'PageNotReady' } };
      if (page.dom.first('h1', main) === undefined)
        return { ok: false, failure: { type: 'PageDrift', missing: ['title'] } };
      return ok(observationOf(page, main, 'item'));
    },
    rows: 'li',
    row: (page, row) => {
      if (page.dom.attribute(row, 'data-item') === undefined) return undefined;
      const mark = page.dom.first('a', row);
      return { observation: observationOf(page, row, 'list'), ...(mark && { mark }) };
    },
    title: (page) => page.dom.first('main h1'),
    container: (page) => page.dom.first('main'),
    attributes: ['data-status'],
    me: () => undefined,
    theme: () => undefined,
    ...overrides,
  };
};

export const pageOn = (dom: Dom, address = 'https://tracker.example/item/A'): Page => ({
  address: new URL(address),
  dom,
  sites: [],
  locate: (url) => fakeTool.locate(url, []),
  expand: () => undefined,
  today: '2026-11-22',
});

/** A lifetime under fake timers, and the switch that takes the extension away. */
export const lifetimeWithSwitch = (): { readonly lifetime: Lifetime; readonly disconnect: () => void } => {
  let connected = true;
  const lifetime = startLifetime(() => connected);
  setMaxListeners(50, lifetime.signal);
  return {
    lifetime,
    disconnect: () => {
      connected = false;
    },
  };
};

/** Stands for MutationObserver: what is delivered, is observed. */
export const mutations = () => {
  interface Observer {
    readonly deliver: (records: MutationRecord[]) => void;
    observed: (readonly [Node, MutationObserverInit | undefined])[];
  }
  const observers: Observer[] = [];
  class MutationObserver {
    readonly #entry: Observer;
    constructor(deliver: (records: MutationRecord[]) => void) {
      this.#entry = { deliver, observed: [] };
      observers.push(this.#entry);
    }
    observe(node: Node, init?: MutationObserverInit): void {
      this.#entry.observed.push([node, init]);
    }
    disconnect(): void {
      this.#entry.observed = [];
    }
    takeRecords(): MutationRecord[] {
      return [];
    }
  }
  return { MutationObserver, observers };
};

const none = [] as unknown as NodeList;

export const added = (target: Node, ...nodes: readonly Node[]): MutationRecord =>
  ({ type: 'childList', target, addedNodes: nodes, removedNodes: none }) as unknown as MutationRecord;
export const removed = (target: Node, ...nodes: readonly Node[]): MutationRecord =>
  ({ type: 'childList', target, addedNodes: none, removedNodes: nodes }) as unknown as MutationRecord;
export const texted = (target: Node): MutationRecord =>
  ({ type: 'characterData', target, addedNodes: none, removedNodes: none }) as unknown as MutationRecord;

type Entry = Pick<IntersectionObserverEntry, 'target' | 'isIntersecting'>;

/** Stands for IntersectionObserver: elements come near when told so. */
export const intersections = () => {
  const watched = new Set<Element>();
  let tell: (entries: readonly Entry[]) => void = () => undefined;
  class IntersectionObserver {
    constructor(listener: (entries: readonly Entry[]) => void) {
      tell = listener;
    }
    observe(element: Element): void {
      watched.add(element);
    }
    unobserve(element: Element): void {
      watched.delete(element);
    }
    disconnect(): void {
      watched.clear();
    }
  }
  const move = (isIntersecting: boolean) => (element: Element) => {
    if (watched.has(element)) tell([{ target: element, isIntersecting }]);
  };
  return { IntersectionObserver, watched, near: move(true), far: move(false) };
};
