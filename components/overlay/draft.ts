import type { DraftHit } from '../../lib/core/draft.ts';
import type { ItemKey } from '../../lib/core/key.ts';
import { type ReasonInk, reasonOf } from '../twin-reason.ts';
import { type Box, covered, spotFor } from './draft-spot.ts';
import { type Drawing, itemOf, joined, ownerInBrief, personOf, quoted, stateOf } from './drawing.ts';
import { element } from './element.ts';
import { createHosts, type Host } from './host.ts';
import type { Theme } from './theme.ts';

export interface DraftBoxOptions extends Omit<Drawing, 'document' | 'link' | 'now'> {
  readonly window: Window & typeof globalThis;
  readonly signal: AbortSignal;
  readonly onDismiss: () => void;
}

/** "This may exist already", beside a create form. Each call may be repeated. */
export interface DraftBox {
  readonly show: (hits: readonly DraftHit[], title: Element) => void;
  readonly hide: () => void;
  readonly keep: () => void;
}

interface Standing {
  readonly host: Host;
  readonly title: Element;
  readonly box: HTMLElement;
  readonly list: HTMLElement;
}

/** How often it is put back where the page drops it. */
const tries = 5;
/** What it must not cover, in the form and around it. */
const fieldsOnPage = 'input,textarea,select,button,[contenteditable="true"],[role="combobox"],[role="textbox"]';
const mostFields = 300;
/** Without size: it moves nothing (Q2). */
const layout = 'position:fixed!important;inset:auto!important;width:0!important;height:0!important';

export const createDraftBox = (options: DraftBoxOptions): DraftBox => {
  const { window, words, signal, onDismiss } = options;
  const { document } = window;
  const hosts = createHosts(document);
  // A form's fields hide its methods (T14).
  const elements = window.Element.prototype;
  const nodes = window.Node.prototype;
  const rect = (of: Element): Box => elements.getBoundingClientRect.call(of);
  const closest = (of: Element, selector: string): Element | null => elements.closest.call(of, selector);
  const parentOf = (of: Node): Element | null =>
    Object.getOwnPropertyDescriptor(nodes, 'parentElement')?.get?.call(of) ?? null;

  let standing: Standing | undefined;
  let putBack = 0;

  const drawingFor = (hits: readonly DraftHit[]): Drawing => {
    const addresses = new Map(hits.map(({ item, href }) => [item.key, href]));
    const link = (key: ItemKey): URL | undefined => {
      const href = addresses.get(key);
      return href !== undefined && window.URL.canParse(href) ? new window.URL(href) : undefined;
    };
    return { document, words, link, now: Date.now };
  };

  const remove = (): void => {
    standing?.host.remove();
    standing = undefined;
  };
  const dismiss = (event: Event): void => {
    const title = standing?.title;
    event.preventDefault();
    // The page's own dialog stays open.
    event.stopPropagation();
    onDismiss();
    // The focus was in what is gone now.
    if (title !== undefined) window.HTMLElement.prototype.focus.call(title);
  };

  /** Right after the title's label or field, so that the keyboard comes here next, also within a dialog that holds it. */
  const put = (title: Element, host: Host): void => {
    const beside = closest(title, 'label') ?? title;
    const parent = parentOf(beside) ?? document.documentElement;
    const next = Object.getOwnPropertyDescriptor(nodes, 'nextSibling')?.get?.call(beside) ?? null;
    nodes.insertBefore.call(parent, host.element, next);
  };

  const stand = (title: Element): Standing => {
    const host = hosts.create(layout);
    const name = words.text('draftTitle');
    const close = element(document, 'button', { class: 'take', type: 'button' }, words.text('draftDismiss'));
    close.addEventListener('click', dismiss);
    const says = element(document, 'span', { role: 'status' });
    const list = element(document, 'ul');
    list.style.cssText = 'list-style:none;padding:0;display:grid;gap:8px';
    const box = element(
      document,
      'div',
      { class: 'card', role: 'group', 'aria-label': name, popover: 'manual' },
      element(document, 'div', { class: 'head' }, says, close),
      list,
    );
    box.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') dismiss(event);
    });
    host.inside.append(box);
    put(title, host);
    box.showPopover();
    // Said once it is there: what a region held from the start is not announced.
    says.append(name);
    return { host, title, box, list };
  };

  const fill = ({ list }: Standing, hits: readonly DraftHit[]): void => {
    const drawing = drawingFor(hits);
    list.replaceChildren(...hits.map((hit) => drawHit(drawing, hit)));
  };

  const place = ({ box, title }: Standing): void => {
    const { width, height } = rect(box);
    const { clientWidth, clientHeight } = document.documentElement;
    const form = closest(title, 'form,[role="dialog"],dialog') ?? parentOf(title) ?? title;
    const all = [...window.Document.prototype.querySelectorAll.call(document, fieldsOnPage)].slice(0, mostFields);
    const fields = all.map(rect).filter((field) => field.width > 0 && field.height > 0);
    const now = rect(box);
    const isPlaced = box.style.left !== '' && now.left >= 0 && now.top + now.height <= clientHeight;
    if (isPlaced && covered(now, fields) === 0) return;
    const spot = spotFor(
      { width, height },
      { width: clientWidth, height: clientHeight },
      { title: rect(title), form: rect(form), fields },
    );
    box.style.left = `${spot.left}px`;
    box.style.top = `${spot.top}px`;
  };

  signal.addEventListener('abort', remove);

  let shown: readonly DraftHit[] = [];
  const show = (hits: readonly DraftHit[], title: Element): void => {
    if (standing !== undefined && (standing.title !== title || !standing.host.element.isConnected)) remove();
    if (standing === undefined) {
      hosts.setTheme(themeBehind(window, title));
      standing = stand(title);
    }
    shown = hits;
    fill(standing, hits);
    place(standing);
  };

  return {
    show: (hits, title) => {
      if (standing === undefined) putBack = 0;
      show(hits, title);
    },
    hide: remove,
    keep: () => {
      if (standing === undefined) return;
      if (standing.host.element.isConnected) {
        place(standing);
        return;
      }
      putBack += 1;
      if (putBack > tries) remove();
      else show(shown, standing.title);
    },
  };
};

/** How a reason is drawn on a page: what somebody wrote apart from the words around it. */
const reasonInk = (drawing: Drawing): ReasonInk<HTMLElement> => ({
  item: (key) => quoted(drawing, key.slice(key.lastIndexOf(':') + 1), 80),
  person: (who) => personOf(drawing, who),
  quoted: (said) => quoted(drawing, said, 120),
});

const drawHit = (drawing: Drawing, { item, reasons }: DraftHit): HTMLElement => {
  const { document, words } = drawing;
  const details = [document.createTextNode(stateOf(drawing, item)), ...ownerInBrief(drawing, item.owner)];
  const row = element(
    document,
    'li',
    {},
    itemOf(drawing, item),
    ...(item.short === undefined ? [` · ${item.tool}`] : []),
    ' (',
    joined(drawing, details),
    ')',
  );
  if (item.short !== undefined && item.title !== undefined)
    row.append(element(document, 'div', { class: 'title', dir: 'auto' }, quoted(drawing, item.title)));
  for (const reason of reasons)
    row.append(element(document, 'div', { class: 'foot' }, ...reasonOf(words, reasonInk(drawing), reason)));
  return row;
};

/** Light or dark, by the first background behind the form that is not seen through. */
export const themeBehind = (window: Window & typeof globalThis, of: Element): Theme => {
  const parent = Object.getOwnPropertyDescriptor(window.Node.prototype, 'parentElement')?.get;
  for (let at: Element | null = of; at !== null; at = parent?.call(at) ?? null) {
    const [red, green, blue, alpha = 1] = (window.getComputedStyle(at).backgroundColor.match(/[\d.]+/gu) ?? []).map(
      Number,
    );
    if (red === undefined || green === undefined || blue === undefined || alpha < 0.5) continue;
    return red * 0.299 + green * 0.587 + blue * 0.114 < 128 ? 'dark' : 'light';
  }
  return 'light';
};
