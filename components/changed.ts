import { useEffect, useRef, useState } from 'react';

/** Milliseconds that a change stays marked. */
const shownFor = 30_000;

/**
 * Which entries are new or different since the last update of the same view (interface: "a live update marks what
 * changed"). Nothing is marked when a view is opened. `entries`: a spelling of what is shown, by id.
 */
export const useChanged = (view: string, entries: ReadonlyMap<string, string>): ReadonlySet<string> => {
  const before = useRef<{ readonly view: string; readonly entries: ReadonlyMap<string, string> }>(undefined);
  const [changed, setChanged] = useState<ReadonlySet<string>>(none);
  useEffect(() => {
    const last = before.current;
    before.current = { view, entries };
    if (last === undefined || last.view !== view) {
      setChanged(none);
      return;
    }
    const different = [...entries].filter(([id, shown]) => last.entries.get(id) !== shown).map(([id]) => id);
    if (different.length > 0) setChanged((marked) => new Set([...marked, ...different]));
  }, [view, entries]);
  useEffect(() => {
    if (changed.size === 0) return;
    const timer = setTimeout(() => setChanged(none), shownFor);
    return () => clearTimeout(timer);
  }, [changed]);
  return changed;
};

const none: ReadonlySet<string> = new Set();
