import { isClosed } from '../../lib/core/item.ts';
import type { ItemKey } from '../../lib/core/key.ts';
import type { NetEdit } from '../../lib/core/net/edit.ts';
import type { NetFacts, WaitFacts } from '../../lib/core/net/item.ts';

/** Work as it stands after each event, told from edits alone: nothing of the net is needed to make it. */
export interface Ledger {
  /** What was seen, in the order of the edit: items of a project side by side, the older first. New ones at the end. */
  readonly keys: readonly ItemKey[];
  readonly placeOf: (key: ItemKey) => number;
  readonly factsOf: (key: ItemKey) => NetFacts | undefined;
  readonly waitsOf: (blocked: ItemKey) => ReadonlyMap<ItemKey, WaitFacts>;
  /** Blockers of a hard wait that are not known to be closed. */
  readonly pending: (blocked: ItemKey) => readonly ItemKey[];
  /** Blockers of a hard wait that are known to be open. */
  readonly active: (blocked: ItemKey) => readonly ItemKey[];
  /** The key of a new item of the same project. */
  readonly nextKey: (beside: ItemKey) => ItemKey;
  readonly apply: (edit: NetEdit) => void;
}

const none: ReadonlyMap<ItemKey, WaitFacts> = new Map();

export const createLedger = (edit: NetEdit): Ledger => {
  const keys: ItemKey[] = [];
  const places = new Map<ItemKey, number>();
  const facts = new Map<ItemKey, NetFacts>();
  const waits = new Map<ItemKey, Map<ItemKey, WaitFacts>>();
  let made = 0;

  const apply = ({ items = [], waits: put = [] }: NetEdit): void => {
    for (const { key, facts: known } of items) {
      if (known === null) continue;
      if (!places.has(key)) places.set(key, keys.push(key) - 1);
      facts.set(key, known);
    }
    for (const { blocker, blocked, wait } of put) {
      const there = waits.get(blocked) ?? new Map<ItemKey, WaitFacts>();
      waits.set(blocked, there);
      if (wait === null) there.delete(blocker);
      else there.set(blocker, wait);
    }
  };
  const hard = (blocked: ItemKey): readonly ItemKey[] =>
    [...(waits.get(blocked) ?? none)].filter(([, wait]) => wait.hard).map(([blocker]) => blocker);
  const isPending = (key: ItemKey): boolean => !isClosed(facts.get(key)?.state ?? 'unknown');

  apply(edit);
  return {
    keys,
    placeOf: (key) => places.get(key) ?? 0,
    factsOf: (key) => facts.get(key),
    waitsOf: (blocked) => waits.get(blocked) ?? none,
    pending: (blocked) => hard(blocked).filter(isPending),
    active: (blocked) =>
      hard(blocked).filter((key) => isPending(key) && (facts.get(key)?.state ?? 'unknown') !== 'unknown'),
    nextKey: (beside) => {
      made += 1;
      // Counted from where no generated number is.
      return beside.replace(/\d+$/u, (number) =>
        String(Number(number.length > 6 ? number : 0) + 500_000 + made),
      ) as ItemKey;
    },
    apply,
  };
};
