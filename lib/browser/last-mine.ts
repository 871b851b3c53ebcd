import type { MineView } from '../core/view.ts';
import type { SessionArea } from './asked-links.ts';

const name = 'last-mine';

/**
 * The last answer to "what is blocked on me", for a popup that opens: it shows this while the store is still being
 * opened, and its own answer as soon as it has one. It lives as long as the browser's session, in memory.
 */
export const noteMine = (session: SessionArea, mine: MineView): Promise<void> => session.set({ [name]: mine });

/** Undefined: nothing was answered since the browser started. Only the extension's own parts can write there. */
export const lastMine = async (session: SessionArea): Promise<MineView | undefined> =>
  (await session.get(name))[name] as MineView | undefined;
