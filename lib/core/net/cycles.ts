import type { NetItem, Wait } from './item.ts';

/** An item whose blockers are items of the same sort. */
type Walked<Item> = NetItem & { readonly blockers: readonly (Wait & { readonly blocker: Item })[] };

type Component<Item> = readonly [Item, ...Item[]];

/**
 * Strongly connected components over the waits that `follows` lets through, blockers before what waits on them (Tarjan 1972,
 * with a stack of its own: no recursion). Visits each item and wait of `scope` once.
 */
export const componentsOf = <Item extends Walked<Item>>(
  scope: Iterable<Item>,
  follows: (wait: Item['blockers'][number]) => boolean,
): readonly Component<Item>[] => {
  /** In the order in which items were met; `settled` once their component is told. */
  const numbers = new Map<Item, number>();
  const waiting: Item[] = [];
  const components: Component<Item>[] = [];
  const enter = (item: Item): Entered<Item> => {
    const number = numbers.size;
    numbers.set(item, number);
    waiting.push(item);
    return { item, number, lowest: number, next: 0 };
  };

  for (const start of scope) {
    if (numbers.has(start)) continue;
    const path = [enter(start)];
    for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
      const wait = at.item.blockers[at.next];
      if (wait !== undefined) {
        at.next += 1;
        if (!follows(wait)) continue;
        const met = numbers.get(wait.blocker);
        if (met === undefined) path.push(enter(wait.blocker));
        else if (met < at.lowest) at.lowest = met;
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent !== undefined && at.lowest < parent.lowest) parent.lowest = at.lowest;
      if (at.lowest !== at.number) continue;
      const members = waiting.splice(waiting.lastIndexOf(at.item)) as [Item, ...Item[]];
      for (const member of members) numbers.set(member, settled);
      components.push(members);
    }
  }
  return components;
};

/** Above every number. */
const settled = 2 ** 30;

interface Entered<Item> {
  readonly item: Item;
  readonly number: number;
  /** The lowest number that is reached from it and not settled. */
  lowest: number;
  /** The place of the wait that is followed next. */
  next: number;
}

/** Undefined: one item alone waits in no circle. Members in order of their keys. */
export const cycleOf = <Item extends NetItem>(
  members: Component<Item>,
): { readonly members: Component<Item> } | undefined =>
  members.length === 1
    ? undefined
    : { members: [...members].sort((a, b) => (a.key < b.key ? -1 : 1)) as [Item, ...Item[]] };
