import { type ItemKey, type Place, placeId, type Site } from '../core/key.ts';
import { expand, locate } from '../tools/index.ts';

/** What a page's script has learned of the world beyond its page, and what addresses and short forms mean by it. */
export interface Learned {
  readonly sites: () => readonly Site[];
  readonly locate: (address: URL) => ItemKey | undefined;
  readonly expand: (word: string, here: ItemKey) => ItemKey | undefined;
  /** True where the page has to be read again: something on it has another meaning now. */
  readonly learn: (news: { readonly sites: readonly Site[]; readonly places: readonly Place[] }) => boolean;
}

/** Short forms that are remembered; a page that names more is read again whatever is learned. */
const maxOpen = 300;

export const createLearned = (): Learned => {
  let sites: readonly Site[] = [];
  let places: readonly Place[] = [];
  let known = '[[],[]]';
  /** Short forms that have meant nothing so far, each with the item in whose text it stands. */
  const open = new Map<string, ItemKey>();

  return {
    sites: () => sites,
    locate: (address) => locate(address, sites),
    expand: (word, here) => {
      const key = expand(word, here, places);
      if (key === undefined && open.size < maxOpen) open.set(word, here);
      return key;
    },
    learn: (news) => {
      const words = JSON.stringify([news.sites, news.places]);
      if (words === known) return false;
      known = words;
      const isSame = JSON.stringify(sites) === JSON.stringify(news.sites);
      const ids = new Set(news.places.map(placeId));
      const isMore = places.every((place) => ids.has(placeId(place)));
      ({ sites, places } = news);
      // Reading is what costs most: places that explain nothing on this page are no reason for it.
      if (isSame && isMore && open.size < maxOpen && ![...open].some(([word, here]) => expand(word, here, places)))
        return false;
      open.clear();
      return true;
    },
  };
};
