import type { Dom } from '../tools/dom.ts';

/** Elements around the one under the pointer that may carry its name: an avatar within a link within a cell. */
const levels = 4;
const longest = 100;

/**
 * What is written where the page's menu was opened last: texts and labels of the element and of what it stands in, short
 * ones only. Nothing is read until it is asked for, and nothing is kept but the element.
 */
export const watchPointed = (dom: Dom, signal: AbortSignal): (() => readonly string[]) => {
  let element: Element | undefined;
  dom.document.addEventListener(
    'contextmenu',
    ({ target, isTrusted }) => {
      // A page can make such an event by itself, to have another name read.
      if (isTrusted) element = dom.isElement(target as Node) ? (target as Element) : undefined;
    },
    { signal, capture: true },
  );
  return () => {
    const words = new Set<string>();
    let at = element;
    for (let level = 0; at !== undefined && level < levels; level += 1) {
      const here = at;
      for (const name of ['aria-label', 'alt', 'title']) words.add(dom.attribute(here, name) ?? '');
      words.add(dom.text(here, longest + 1));
      at = dom.parent(here);
    }
    return [...words].filter((word) => word !== '' && word.length <= longest);
  };
};
