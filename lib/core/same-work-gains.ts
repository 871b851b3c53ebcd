import { same } from './canonical.ts';
import { listedViewsOf } from './item-view.ts';
import type { ItemKey } from './key.ts';
import { nothingSettled, withPair } from './same-work.ts';
import type { Snapshot } from './snapshot.ts';
import type { DependencyView, OwnerView, SameWorkGain } from './view.ts';

/** W3: what saying that two items are the same work would change at each of them, in the order they are given. */
export const sameWorkGains = (
  snapshot: Snapshot,
  items: readonly [ItemKey, ItemKey],
  main: ItemKey,
): readonly [SameWorkGain, SameWorkGain] => {
  const { settled = nothingSettled, now } = snapshot;
  const before = listedViewsOf(snapshot);
  const after = listedViewsOf({ ...snapshot, settled: withPair(settled, { items, said: 'same', main, at: now }) });
  const gain = (key: ItemKey): SameWorkGain => {
    const [was, will] = [before(key), after(key)];
    return {
      item: was.item,
      ...(same(bare(was.item.owner), bare(will.item.owner)) ? {} : { owner: will.item.owner }),
      blockers: added(was.blockers, will.blockers),
      dependents: added(was.dependents, will.dependents),
    };
  };
  return [gain(items[0]), gain(items[1])];
};

/** Who it is, wherever it is said. */
const bare = (owner: OwnerView): unknown => ('who' in owner ? [owner.by, owner.who] : owner.by);

const added = (before: readonly DependencyView[], after: readonly DependencyView[]): readonly DependencyView[] => {
  const there = new Set(before.map(({ other }) => other.key));
  return after.filter(({ other }) => !there.has(other.key));
};
