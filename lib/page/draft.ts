import { type Draft, type DraftHit, isWorthAsking } from '../core/draft.ts';
import type { Dom } from '../tools/dom.ts';

/** Where the answers to a draft are shown. */
export interface DraftSurface {
  /** Shows these for the form of the title field, in place of what is shown. */
  readonly show: (hits: readonly DraftHit[], title: Element) => void;
  readonly hide: () => void;
  /** Puts back what the page dropped, and away from what it would cover by now. */
  readonly keep: () => void;
}

export interface DraftWatchOptions {
  readonly dom: Dom;
  readonly signal: AbortSignal;
  /** False once the extension was updated, switched off or removed. */
  readonly alive: () => boolean;
  /** Runs after so many milliseconds, unless it was called off. */
  readonly later: (run: () => void, after: number) => () => void;
  /** The path of the page's address now. */
  readonly path: () => string;
  /** Whether this is a title field, as far as it tells itself. Asked at each focus: it must cost nothing. */
  readonly isTitle: (element: Element) => boolean;
  /** Whether the title field of this form is one of a new item, now that it has got the focus. */
  readonly isNew: (title: Element) => boolean;
  /** Undefined: not the title of a create form. */
  readonly read: (title: Element) => Draft | undefined;
  /** Undefined: not heard. */
  readonly ask: (draft: Draft) => Promise<readonly DraftHit[] | undefined>;
  readonly surface: DraftSurface;
}

export interface DraftWatch {
  /** Nothing is shown for this draft any more. */
  readonly dismiss: () => void;
  /** What is known, or what may be shown, has changed. */
  readonly again: () => void;
}

/** Milliseconds: a pause in typing; and how often what is shown is looked after. */
const pause = 700;
const tick = 1_000;

interface Form {
  readonly title: Element;
  path: string;
  /** What was asked about last. */
  asked: string;
  /** What the title said at the last look. */
  said: string;
  dismissed: boolean;
}

/**
 * Watches what is typed into create forms. Until a title field gets the focus it only listens for that; then it looks at
 * the form after each pause, and asks where something new is there to ask about.
 */
export const watchDraft = (options: DraftWatchOptions): DraftWatch => {
  const { dom, signal, alive, later, path, isTitle, isNew, read, ask, surface } = options;
  let form: Form | undefined;
  let shown = false;
  /** Counts what was typed: an answer to what stood there before is dropped. */
  let typed = 0;
  let callOff = (): void => undefined;
  let stopTick = (): void => undefined;

  const hide = (): void => {
    stopTick();
    if (shown) surface.hide();
    shown = false;
  };
  const leave = (): void => {
    callOff();
    hide();
    form = undefined;
  };
  const isThere = ({ title }: Form): boolean => dom.contains(dom.document, title);

  const enter = (title: Element): void => {
    if (form?.title === title) return;
    const draft = read(title);
    if (draft === undefined) return;
    // Frameworks make a field anew while somebody types into it: the same words are the same draft.
    const isSame = form !== undefined && !isThere(form) && draft.title !== '' && draft.title === form.said;
    if (!isSame && !isNew(title)) return;
    const before = isSame ? form : undefined;
    leave();
    form = { path: path(), asked: '', said: draft.title, dismissed: before?.dismissed ?? false, title };
    waitForPause();
  };
  const waitForPause = (): void => {
    callOff();
    typed += 1;
    callOff = later(() => void look(), pause);
  };

  /** False: there is no such form any more. */
  const follow = (now: Form): boolean => {
    if (!alive() || !isThere(now)) {
      leave();
      return false;
    }
    if (now.path !== path()) {
      // The page was left, and its field serves the next one.
      Object.assign(now, { path: path(), asked: '', dismissed: false });
      hide();
    }
    return true;
  };

  const look = async (): Promise<void> => {
    const now = form;
    if (now === undefined || !follow(now)) return;
    const draft = read(now.title);
    if (draft === undefined) {
      leave();
      return;
    }
    // Emptied, the form is for another item.
    if (draft.title === '') now.dismissed = false;
    now.said = draft.title;
    if (now.dismissed) return;
    if (!isWorthAsking(draft)) {
      now.asked = '';
      hide();
      return;
    }
    const words = JSON.stringify(draft);
    if (words === now.asked) return;
    now.asked = words;
    const before = typed;
    const hits = await ask(draft);
    if (now !== form || now.dismissed || signal.aborted) return;
    if (hits === undefined || before !== typed) {
      // Not heard, or typed on meanwhile: the same words may be asked about again.
      if (now.asked === words) now.asked = '';
      return;
    }
    if (hits.length === 0 || !isThere(now)) {
      hide();
      return;
    }
    surface.show(hits, now.title);
    if (!shown) lookAfter();
    shown = true;
  };
  const lookAfter = (): void => {
    stopTick = later(() => {
      if (form === undefined || !follow(form) || !shown) return;
      surface.keep();
      lookAfter();
    }, tick);
  };

  const elementIn = (target: EventTarget | null): Element | undefined =>
    target !== null && 'nodeType' in target && dom.isElement(target as Node) ? (target as Element) : undefined;
  const onFocus = (target: EventTarget | null): void => {
    const element = elementIn(target);
    if (!alive()) leave();
    else if (element !== undefined && isTitle(element)) enter(element);
  };

  dom.document.addEventListener('focusin', ({ target }) => onFocus(target), { signal, capture: true });
  dom.document.addEventListener(
    'input',
    () => {
      if (form !== undefined) waitForPause();
    },
    { signal, capture: true },
  );
  signal.addEventListener('abort', leave);
  // The page may have set the focus before this script came.
  onFocus(dom.document.activeElement);

  return {
    dismiss: () => {
      if (form !== undefined) form.dismissed = true;
      callOff();
      hide();
    },
    again: () => {
      if (form === undefined || !shown) return;
      form.asked = '';
      void look();
    },
  };
};
