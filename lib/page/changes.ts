import type { Dom } from '../tools/dom.ts';

/** What changed on a page since it was last looked at. */
export interface Changes {
  /** Too much to go through piece by piece: look at everything once. */
  readonly all: boolean;
  /** Some may have left the page again. */
  readonly added: ReadonlySet<Element>;
  /** Something in these changed, a text, an attribute or a child. */
  readonly touched: ReadonlySet<Node>;
}

export interface ChangesWindow {
  readonly MutationObserver: new (listener: (records: MutationRecord[]) => void) => MutationObserver;
}

export interface ChangesOptions {
  readonly window: ChangesWindow;
  readonly dom: Dom;
  /** Elements that we put into the page. */
  readonly isOurs: (node: Node) => boolean;
  /** Something waits to be taken. */
  readonly onChange: () => void;
  /** Milliseconds that collecting took. */
  readonly onSpent: (spent: number) => void;
  readonly now: () => number;
  readonly signal: AbortSignal;
}

export interface ChangeWatch {
  /** Hands over what was collected, and starts anew. */
  readonly take: () => Changes;
  /** Attributes are watched only here: on the item's own container, by the tool's list. */
  readonly watchAttributes: (container: Element | undefined, names: readonly string[]) => void;
  /** Stops watching until `resume`; what happens meanwhile is not collected. */
  readonly pause: () => void;
  readonly resume: () => void;
}

/** More nodes than this are cheaper to find by looking at the page once. */
const tooMany = 1_000;

/** Collects what changes on a page, and does nothing else: the work is done later, when the page has time. */
export const watchChanges = (options: ChangesOptions): ChangeWatch => {
  const { window, dom, isOurs, onChange, onSpent, now, signal } = options;
  let added = new Set<Element>();
  let touched = new Set<Node>();
  let all = false;

  const empty = (): void => {
    added = new Set();
    touched = new Set();
  };
  const collect = (records: readonly MutationRecord[]): void => {
    const started = now();
    for (const { type, target, addedNodes, removedNodes } of records) {
      if (all || (type === 'childList' && [...addedNodes, ...removedNodes].every(isOurs))) continue;
      touched.add(target);
      for (const node of addedNodes) if (dom.isElement(node) && !isOurs(node)) added.add(node);
    }
    if (added.size + touched.size > tooMany) {
      all = true;
      empty();
    }
    onSpent(now() - started);
    if (all || touched.size > 0) onChange();
  };
  // A value is no text and no attribute: no mutation tells of it.
  const onInput = ({ target }: Event): void => {
    if (target === null) return;
    touched.add(target as Node);
    onChange();
  };

  const content = new window.MutationObserver(collect);
  const attributes = new window.MutationObserver(collect);
  let watched: Element | undefined;
  const resume = (): void => content.observe(dom.document, { childList: true, characterData: true, subtree: true });
  const pause = (): void => {
    content.disconnect();
    attributes.disconnect();
    watched = undefined;
  };

  resume();
  for (const type of ['input', 'change']) dom.document.addEventListener(type, onInput, { signal, capture: true });
  signal.addEventListener('abort', pause);
  return {
    take: () => {
      const taken = { all, added, touched };
      empty();
      all = false;
      return taken;
    },
    watchAttributes: (container, names) => {
      if (container === watched || signal.aborted) return;
      attributes.disconnect();
      watched = container;
      if (container !== undefined && names.length > 0)
        attributes.observe(container, { attributes: true, attributeFilter: [...names], subtree: true });
    },
    pause,
    resume,
  };
};
