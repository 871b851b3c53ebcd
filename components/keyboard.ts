import { type RefObject, useEffect } from 'react';

/** What single keys do in a place. Keys of a row are on its buttons (`data-letter`), so that both always agree. */
export interface PlaceKeys {
  /** By key as typed: `1`, `/`, `?`. They are single characters too, and switched off with the letters. */
  readonly [key: string]: () => void;
}

interface Keyboard {
  readonly root: RefObject<HTMLElement | null>;
  readonly keys: PlaceKeys;
  /** WCAG 2.1.4: letters, digits and signs can be switched off. Arrows and Enter stay. */
  readonly singleKeys: boolean;
}

/**
 * The keyboard of panel and popup: j, k and arrows walk from row to row, Enter follows the row's link (the link's
 * own doing), a letter presses the row's button of that letter, else the view's. Never while something is typed.
 */
export const useKeyboard = ({ root, keys, singleKeys }: Keyboard): void => {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const place = root.current;
      if (place === null || event.defaultPrevented || event.isComposing) return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target) || document.querySelector('dialog[open]') !== null) return;
      if (act(place, event.key, keys, singleKeys)) event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [root, keys, singleKeys]);
};

/** True where the key meant something. */
const act = (place: HTMLElement, key: string, keys: PlaceKeys, singleKeys: boolean): boolean => {
  const step = stepOf(key, singleKeys);
  if (step !== 0) return walk(place, step);
  if (!singleKeys || key.length !== 1) return false;
  const named = Object.hasOwn(keys, key) ? keys[key] : undefined;
  if (named !== undefined) {
    named();
    return true;
  }
  return press(place, key);
};

const stepOf = (key: string, singleKeys: boolean): -1 | 0 | 1 => {
  if (key === 'ArrowDown' || (singleKeys && key === 'j')) return 1;
  if (key === 'ArrowUp' || (singleKeys && key === 'k')) return -1;
  return 0;
};

/** To the next stop in the order of the document; from nowhere, to the first. False at either end. */
export const walk = (place: ParentNode, step: -1 | 1): boolean => {
  const stops = [...place.querySelectorAll<HTMLElement>('[data-walk]')].filter(isShown);
  const row = document.activeElement?.closest('[data-row]');
  const at = row == null ? -1 : stops.findIndex((stop) => row.contains(stop));
  const next = stops[at === -1 ? 0 : at + step];
  if (next === undefined) return false;
  next.focus();
  next.scrollIntoView?.({ block: 'nearest' });
  return true;
};

const isShown = (stop: Element): boolean => stop.closest('details:not([open])') === null;

const press = (place: ParentNode, letter: string): boolean => {
  const row = document.activeElement?.closest('[data-row]');
  const selector = `[data-letter="${CSS.escape(letter)}"]`;
  const button =
    row?.querySelector<HTMLElement>(selector) ??
    [...place.querySelectorAll<HTMLElement>(selector)].find((one) => one.closest('[data-row]') === null);
  button?.click();
  return button !== undefined;
};

const typed =
  'input:not([type="checkbox"]), textarea, select, [contenteditable]:not([contenteditable="false"]), [role="combobox"]';

const isTyping = (target: EventTarget | null): boolean => target instanceof Element && target.closest(typed) !== null;
