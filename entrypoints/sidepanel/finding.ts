import { eyesNow } from '../../lib/app/who-am-i.ts';
import { briefOf } from '../../lib/core/item-view.ts';
import { type ItemKey, isItemKey } from '../../lib/core/key.ts';
import type { ItemBrief } from '../../lib/core/view.ts';
import type { Store } from '../../lib/store/index.ts';
import { expand, locate, toolOf } from '../../lib/tools/index.ts';
import { clock } from '../background/tool-needs.ts';

const offered = 8;

/** Items in short, in the order of their keys; one that was never seen is its key and nothing else. */
export const briefsFor = async (store: Store, keys: readonly ItemKey[]): Promise<readonly ItemBrief[]> => {
  if (keys.length === 0) return [];
  const { me } = await store.settings();
  const snapshot = await store.readBriefs(keys, await eyesNow({ knowledge: store, clock }, me));
  return keys.map((key) => briefOf(snapshot, snapshot.moved?.get(key) ?? key));
};

/** Items whose key or title begins with the words, likeliest first. */
export const findItems = async (store: Store, text: string): Promise<readonly ItemBrief[]> =>
  briefsFor(
    store,
    (await store.findItems(text, offered)).map(({ key }) => key),
  );

/** The item that an address, a key or a short form names; `here` is the item that is looked at. */
export const resolveItem = async (
  store: Store,
  text: string,
  here: ItemKey | undefined,
): Promise<ItemBrief | undefined> => {
  const { sites, places } = await store.settings();
  const spoken = text.trim();
  const key = keyIn(spoken) ?? (here === undefined ? undefined : expand(spoken, here, places)) ?? keyAt(spoken, sites);
  if (key === undefined) return undefined;
  const [brief] = await briefsFor(store, [key]);
  return brief;
};

const keyIn = (text: string): ItemKey | undefined => (isItemKey(text) && toolOf(text) !== undefined ? text : undefined);

const keyAt = (text: string, sites: Parameters<typeof locate>[1]): ItemKey | undefined =>
  URL.canParse(text) ? locate(new URL(text), sites) : undefined;
