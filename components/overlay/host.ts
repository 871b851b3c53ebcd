import { element } from './element.ts';
import { overlayCss, type Theme } from './theme.ts';

/** An element in the page that shows nothing of what is in it: a closed root that no script of the page can open (P3, T5). */
export interface Host {
  readonly element: HTMLElement;
  /** What is drawn goes in here. */
  readonly inside: HTMLElement;
  readonly remove: () => void;
}

export interface Hosts {
  /** `layout`: how the host itself stands in the page. */
  readonly create: (layout: string) => Host;
  /** Put in or taken out by us. What the page took out is not: it is a change of the page. */
  readonly isOurs: (node: Node) => boolean;
  readonly setTheme: (theme: Theme) => void;
}

/**
 * Makes hosts that tell nothing (T11). They are plain `span`s: an element with a name of its own could be defined by the
 * page, which may then ask for its closed root (`attachInternals`, T5). The page cannot restyle them: an important rule of a closed root
 * beats an important rule of the page; what it does to their ancestors is checked before a click is believed (T7).
 */
export const createHosts = (document: Document): Hosts => {
  const made = new WeakSet<Node>();
  const mounted = new Map<Node, HTMLElement>();
  let theme: Theme = 'light';

  return {
    create: (layout) => {
      const host = document.createElement('span');
      const root = host.attachShadow({ mode: 'closed' });
      const inside = element(document, 'div', { class: 'root', 'data-theme': theme });
      adopt(document, root, `:host{all:initial!important;${layout}}`);
      adopt(document, root, overlayCss);
      root.append(inside);
      made.add(host);
      mounted.set(host, inside);
      return {
        element: host,
        inside,
        remove: () => {
          mounted.delete(host);
          host.remove();
        },
      };
    },
    isOurs: (node) => made.has(node) && (node.isConnected || !mounted.has(node)),
    setTheme: (chosen) => {
      if (chosen === theme) return;
      theme = chosen;
      for (const inside of mounted.values()) inside.dataset['theme'] = chosen;
    },
  };
};

const sheets = new Map<string, CSSStyleSheet>();

/** One parsed sheet for all roots. Firefox refuses them to content scripts; there, each root gets its own style. */
const adopt = (document: Document, root: ShadowRoot, css: string): void => {
  try {
    const known = sheets.get(css);
    const sheet = known ?? new CSSStyleSheet();
    if (known === undefined) sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    sheets.set(css, sheet);
  } catch {
    root.append(element(document, 'style', {}, css));
  }
};
