import { edgesOf } from '../core/edges.ts';
import { type Graph, graphOf } from '../core/graph.ts';
import { isClosed } from '../core/item.ts';
import type { ItemKey } from '../core/key.ts';
import { mainOf } from '../core/same-work.ts';
import type { Edge } from '../core/snapshot.ts';
import type { Database } from './database.ts';
import { expand, type Gathering, joinsOfWork, stateHere } from './gathering.ts';

/** A walk ends where the world is larger than a view: no chain of work is this long, but a hostile page's may be. */
export interface Limits {
  /** Items whose surroundings are read. */
  readonly items: number;
  /** Steps from where the walk began. */
  readonly waves: number;
}

/** Reads the items themselves, and along the chain what they wait on and what waits on them. */
export const followChains = async (
  db: Database,
  found: Gathering,
  asked: readonly ItemKey[],
  limits: Limits,
): Promise<void> => {
  // Chains run between the main items of works (W3).
  const starts = [...new Set(asked.map((key) => mainOf(found.settled, key)))];
  await expand(db, found, starts.slice(0, limits.items));
  if (starts.length > limits.items) found.cut = true;
  await follow(db, found, starts, waitsOn, limits);
  await follow(db, found, starts, waitedOnBy, limits);
};

type Next = (graph: Graph, key: ItemKey) => readonly ItemKey[];

const isOpen = (graph: Graph, key: ItemKey): boolean => {
  const state = graph.stateOf(key);
  return state !== 'unknown' && !isClosed(state);
};

const waitsOn: Next = (graph, key) =>
  graph
    .blockersOf(key)
    .filter(isHard)
    .map(({ blocker }) => blocker);

const waitedOnBy: Next = (graph, key) =>
  graph
    .dependentsOf(key)
    .filter(isHard)
    .map(({ blocked }) => blocked);

const isHard = ({ hard }: Edge): boolean => hard;

/** Wave by wave over open items: what is closed ends a chain. */
const follow = async (
  db: Database,
  found: Gathering,
  starts: readonly ItemKey[],
  next: Next,
  limits: Limits,
): Promise<void> => {
  const visited = new Set(starts);
  let wave: readonly ItemKey[] = starts.filter((key) => found.expanded.has(key));
  for (let step = 0; wave.length > 0; step += 1) {
    const graph = graphAround(found, wave);
    const following = new Set(wave.flatMap((key) => next(graph, key)).filter((key) => isOpen(graph, key)));
    const fresh = [...following].filter((key) => !visited.has(key));
    for (const key of fresh) visited.add(key);
    const room = step < limits.waves ? Math.max(0, limits.items - found.expanded.size) : 0;
    const known = fresh.filter((key) => found.expanded.has(key));
    const unknown = fresh.filter((key) => !found.expanded.has(key));
    if (unknown.length > room) found.cut = true;
    await expand(db, found, unknown.slice(0, room));
    wave = [...known, ...unknown.slice(0, room)];
  }
};

/** The edges that touch these items; whether they are hard, denied or said twice is decided where all views decide it. */
const graphAround = (found: Gathering, keys: readonly ItemKey[]): Graph => {
  const joins = keys.flatMap((key) => joinsOfWork(found, key));
  const links = new Set(joins.flatMap((one) => one.links));
  const stated = new Set(joins.flatMap((one) => one.stated));
  return graphOf(edgesOf([...links], [...stated], found.settled).edges, (key) => stateHere(found, key));
};
