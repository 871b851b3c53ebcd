import type { MenuOutcome } from '../core/menu-outcome.ts';
import type { SessionArea } from './asked-links.ts';

const name = 'menu-outcome';

/** Tells an open panel, or the one that is opening, what became of a click in a browser's menu. `at`: milliseconds. */
export const tellOutcome = (session: SessionArea, outcome: MenuOutcome, at: number): Promise<void> =>
  session.set({ [name]: { ...outcome, at } });

export interface SessionChanges {
  readonly addListener: (listener: (changes: Record<string, { newValue?: unknown }>) => void) => void;
  readonly removeListener: (listener: (changes: Record<string, { newValue?: unknown }>) => void) => void;
}

/** Milliseconds within which a panel that opens still says what a click has led to. */
const fresh = 5_000;

/** What was told just now, and from then on everything that is told; each once. Only the extension can write there. */
export const followOutcomes = (
  session: SessionArea,
  changes: SessionChanges,
  now: () => number,
  hear: (outcome: MenuOutcome) => void,
): (() => void) => {
  let last = 0;
  const take = (value: unknown): void => {
    const told = value as (MenuOutcome & { readonly at: number }) | undefined;
    if (told === undefined || told.at <= last || now() - told.at > fresh) return;
    last = told.at;
    hear({ type: told.type, about: told.about });
  };
  const listener = (all: Record<string, { newValue?: unknown }>): void => take(all[name]?.newValue);
  changes.addListener(listener);
  void session.get(name).then((stored) => take(stored[name]));
  return () => changes.removeListener(listener);
};
