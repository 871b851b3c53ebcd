import { componentsOf } from './cycles.ts';
import { type Cycle, isActive, type NetItem, type Wait } from './item.ts';

/** How a circle can be opened. */
export interface Breakers {
  /** `any`: each one of them alone opens it. `all`: only together they do. */
  readonly cut: 'any' | 'all';
  /** The youngest first: what was said last is likeliest the slip. */
  readonly waits: readonly Wait[];
}

/** So many waits are tried one by one; each try is a walk over the circle. */
const maxTried = 200;
const maxShown = 3;

/** D5: the waits that would open a circle. The least set is a hard problem (feedback arc set); one that opens it is not. */
export const breakersOf = ({ members }: Cycle): Breakers => {
  const inside = new Set<NetItem>(members);
  const waits = members
    .flatMap(({ blockers }) => blockers.filter((wait) => isActive(wait) && inside.has(wait.blocker)))
    .sort(youngestFirst);
  if (waits.length > maxTried) {
    const together = backwards(members, inside).sort(youngestFirst);
    return { cut: together.length === 1 ? 'any' : 'all', waits: together };
  }
  const alone = waits.filter((wait) => isOpenWithout(members, new Set([wait])));
  return alone.length > 0
    ? { cut: 'any', waits: alone.slice(0, maxShown) }
    : { cut: 'all', waits: youngestClosing(members, waits) };
};

/** Those that close a circle with older ones: each is the youngest of one. */
const youngestClosing = (members: readonly NetItem[], waits: readonly Wait[]): readonly Wait[] => {
  const without = new Set(waits);
  for (const wait of [...waits].reverse()) {
    without.delete(wait);
    if (!isOpenWithout(members, without)) without.add(wait);
  }
  return [...without].sort(youngestFirst);
};

const isOpenWithout = (members: readonly NetItem[], without: ReadonlySet<Wait>): boolean => {
  const inside = new Set(members);
  const follows = (wait: Wait): boolean => isActive(wait) && !without.has(wait) && inside.has(wait.blocker);
  return componentsOf(members, follows).every((component) => component.length === 1);
};

const youngestFirst = (a: Wait, b: Wait): number =>
  b.since - a.since || compare(a.blocker.key, b.blocker.key) || compare(a.blocked.key, b.blocked.key);

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Waits that lead back to where a walk came from: without them no walk comes back. One walk, whatever the size. */
const backwards = (members: readonly NetItem[], inside: ReadonlySet<NetItem>): Wait[] => {
  const back: Wait[] = [];
  const state = new Map<NetItem, 'walking' | 'left'>();
  for (const start of members) {
    if (state.has(start)) continue;
    const path = [walkFrom(start, state)];
    for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
      const wait = at.ahead.pop();
      if (wait === undefined) {
        state.set(at.item, 'left');
        path.pop();
        continue;
      }
      if (!isActive(wait) || !inside.has(wait.blocker)) continue;
      const there = state.get(wait.blocker);
      if (there === 'walking') back.push(wait);
      else if (there === undefined) path.push(walkFrom(wait.blocker, state));
    }
  }
  return back;
};

const walkFrom = (item: NetItem, state: Map<NetItem, 'walking' | 'left'>) => {
  state.set(item, 'walking');
  return { item, ahead: [...item.blockers].sort(youngestFirst) };
};
