import { digestOf } from '../core/digest.ts';
import { maxKeys } from './protocol.ts';

/** The part of `browser.storage.session` that counting needs. */
export interface SessionArea {
  readonly get: (name: string) => Promise<Record<string, unknown>>;
  readonly set: (items: Record<string, unknown>) => Promise<void>;
}

const name = 'asked-links';
/** Documents that are remembered: more tabs than that are rarely asked in one session. */
const maxDocuments = 500;

/** Digests of keys: a key may be long, and the session's room is shared. */
type Asked = Readonly<Record<string, readonly string[]>>;

/**
 * Whether a document may ask about these items: 200 different ones in its life, so that a script that was taken over
 * cannot read out what is known (decisions: Messages). Counted in the session, since the worker is stopped in between.
 */
export const mayAskAbout = (session: SessionArea, document: string, keys: readonly string[]): Promise<boolean> => {
  const counting = counted.then(() => count(session, document, keys));
  counted = counting.catch(() => undefined);
  return counting;
};

/** One after the other: asked at once, each would find what was there before all of them. */
let counted: Promise<unknown> = Promise.resolve();

const count = async (session: SessionArea, document: string, keys: readonly string[]): Promise<boolean> => {
  const stored = (await session.get(name))[name] as Asked | undefined;
  const before = stored?.[document] ?? [];
  const asked = [...new Set([...before, ...keys.map(digestOf)])];
  if (asked.length > maxKeys) return false;
  if (asked.length > before.length) {
    const others = Object.entries(stored ?? {}).filter(([other]) => other !== document);
    await session.set({ [name]: Object.fromEntries([...others.slice(-maxDocuments), [document, asked]]) });
  }
  return true;
};
