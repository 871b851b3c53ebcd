import type { SessionArea } from '../../lib/browser/asked-links.ts';

type Listener = (changes: Record<string, { newValue?: unknown }>) => void;

/** Stands for `browser.storage.session`, with its changes. */
export const session = () => {
  const stored: Record<string, unknown> = {};
  const listeners = new Set<Listener>();
  const area: SessionArea = {
    get: async (name) => (name in stored ? { [name]: stored[name] } : {}),
    set: async (items) => {
      Object.assign(stored, items);
      const changes = Object.fromEntries(Object.entries(items).map(([name, newValue]) => [name, { newValue }]));
      for (const listener of listeners) listener(changes);
    },
  };
  return {
    area,
    changes: {
      addListener: (one: Listener) => listeners.add(one),
      removeListener: (one: Listener) => listeners.delete(one),
    },
    listeners,
  };
};
