import type { ItemKey } from '../key.ts';
import type { NetEdit } from './edit.ts';
import { unseen } from './item.ts';
import { joinCode, makeItem, makeWait, type OwnItem, type OwnNet, setFacts } from './own-net.ts';

/**
 * Items and waits that an edit makes of nothing, without answers. What is waited for is counted first, so that each list is
 * made as long as it gets: to grow hundreds of thousands takes more time and memory than all else.
 */
export const wholeNet = ({ items = [], waits = [], code = [] }: NetEdit): OwnNet => {
  const places = numbering();
  const at = places.of(items.map(({ key }) => key));
  const standing = waits.filter(({ blocker, blocked, wait }) => wait !== null && blocker !== blocked);
  const from = places.of(standing.map(({ blocker }) => blocker));
  const to = places.of(standing.map(({ blocked }) => blocked));
  const [dependents, blockers] = [countEach(from, places.keys.length), countEach(to, places.keys.length)];
  const made = places.keys.map((key, place) =>
    makeItem(key, Array(blockers[place] ?? 0), Array(dependents[place] ?? 0)),
  );
  const itemAt = (place: number | undefined): OwnItem => {
    const item = made[place ?? made.length];
    if (item === undefined) throw new Error('No item has this place');
    return item;
  };

  // From their ends, so that the counts tell how much of each list is left.
  for (let index = standing.length - 1; index >= 0; index -= 1) {
    const [blocker, blocked, wait] = [itemAt(from[index]), itemAt(to[index]), standing[index]?.wait];
    if (wait == null) continue;
    const joined = makeWait(blocker, blocked, wait);
    blocker.dependents[takeLast(dependents, from[index])] = joined;
    blocked.blockers[takeLast(blockers, to[index])] = joined;
  }
  const own: OwnNet = { byKey: new Map(), answeredFor: new Map() };
  for (const item of made) own.byKey.set(item.key, item);
  items.forEach(({ facts }, index) => {
    setFacts(own, itemAt(at[index]), facts ?? unseen);
  });
  for (const { code: one, ticket, stands } of code) if (stands && one !== ticket) joinCode(own, one, ticket);
  return own;
};

/** Numbers keys in the order in which they are met. */
const numbering = () => {
  const keys: ItemKey[] = [];
  const places = new Map<ItemKey, number>();
  const placeOf = (key: ItemKey): number => {
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, keys.length);
    return keys.push(key) - 1;
  };
  return {
    keys,
    of: (met: readonly ItemKey[]): Uint32Array => {
      const found = new Uint32Array(met.length);
      let [last, place]: [ItemKey | undefined, number] = [undefined, 0];
      met.forEach((key, index) => {
        // What one item waits on stands together in a net that was packed.
        if (key !== last) place = placeOf(key);
        last = key;
        found[index] = place;
      });
      return found;
    },
  };
};

const countEach = (places: Uint32Array, size: number): Uint32Array => {
  const counts = new Uint32Array(size);
  for (const place of places) counts[place] = (counts[place] ?? 0) + 1;
  return counts;
};

const takeLast = (counts: Uint32Array, place = 0): number => {
  const last = (counts[place] ?? 0) - 1;
  counts[place] = last;
  return last;
};
