import { type ItemKey, isItemKey } from '../core/key.ts';
import type { SessionArea } from './asked-links.ts';

const name = 'panel-focus';

/** Tells an open panel, or the one that is opening, which item to show. Undefined: what the tab shows. */
export const focusPanel = (session: SessionArea, key: ItemKey | undefined): Promise<void> =>
  session.set({ [name]: { key: key ?? null, at: Date.now() } });

export interface FocusChanges {
  readonly addListener: (listener: (changes: Record<string, { newValue?: unknown }>) => void) => void;
  readonly removeListener: (listener: (changes: Record<string, { newValue?: unknown }>) => void) => void;
}

/** Milliseconds within which a panel that opens still shows what the click asked for. */
const fresh = 5_000;

/** What the panel was last told, if that was just now, and from then on whatever it is told. */
export const followFocus = (
  session: SessionArea,
  changes: FocusChanges,
  see: (key: ItemKey | undefined) => void,
): (() => void) => {
  const told = (value: unknown): { readonly key: ItemKey | undefined; readonly at: number } | undefined => {
    if (typeof value !== 'object' || value === null) return undefined;
    const { key, at } = value as { key?: unknown; at?: unknown };
    if (typeof at !== 'number') return undefined;
    return { key: typeof key === 'string' && isItemKey(key) ? key : undefined, at };
  };
  const listener = (all: Record<string, { newValue?: unknown }>): void => {
    const focus = told(all[name]?.newValue);
    if (focus !== undefined) see(focus.key);
  };
  changes.addListener(listener);
  void session.get(name).then((stored) => {
    const focus = told(stored[name]);
    if (focus !== undefined && Date.now() - focus.at < fresh) see(focus.key);
  });
  return () => changes.removeListener(listener);
};
