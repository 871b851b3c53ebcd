import type { Observation } from '../core/item.ts';
import type { ItemKey } from '../core/key.ts';
import type { Page, Reader } from '../tools/reader.ts';

/** What there is to tell of the page's own item; nothing where it says what it said before. */
export type ItemReading =
  | { readonly type: 'observed'; readonly observation: Observation }
  | { readonly type: 'drift'; readonly missing: readonly string[] }
  /** The page is not there yet. `again`: to be looked at in so many milliseconds, if nothing changes before. */
  | { readonly type: 'waiting'; readonly again?: number }
  | { readonly type: 'nothing-new' };

export interface ItemPage {
  readonly read: (page: Page) => ItemReading;
  /** What was read never arrived: it is new again. */
  readonly giveBack: () => void;
}

/** Milliseconds that a page may stay unreadable, since it may still be building itself. */
const settles = 3_000;
/** A text field can be filled without any change that is told: a page that is not there yet is looked at again. */
const looksAgain = 1_000;
const looks = 10;

/** The page's own item during one stay: read until it settles, then whenever it changed. */
export const createItemPage = (reader: Pick<Reader, 'read'>, key: ItemKey, now: () => number): ItemPage => {
  let said = '';
  let unreadableSince: number | undefined;
  let waited = 0;

  const wait = (): ItemReading => {
    waited += 1;
    return waited > looks ? { type: 'waiting' } : { type: 'waiting', again: looksAgain };
  };

  const tell = (words: string, reading: ItemReading): ItemReading => {
    if (words === said) return { type: 'nothing-new' };
    said = words;
    return reading;
  };

  return {
    read: (page) => {
      const result = reader.read(page);
      if (result.ok) {
        unreadableSince = undefined;
        // The address alone says which item this is (K1); a reading of another one is of no use here.
        if (result.value.key !== key) return wait();
        return tell(JSON.stringify(result.value), { type: 'observed', observation: result.value });
      }
      const { failure } = result;
      if (failure.type === 'PageNotReady') {
        unreadableSince = undefined;
        return wait();
      }
      unreadableSince ??= now();
      const again = unreadableSince + settles - now();
      if (again > 0) return { type: 'waiting', again };
      return tell(failure.missing.join(), { type: 'drift', missing: failure.missing });
    },
    giveBack: () => {
      said = '';
    },
  };
};
