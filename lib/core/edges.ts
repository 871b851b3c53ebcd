import type { StatedDependency } from './annotation.ts';
import type { Day } from './item.ts';
import type { ItemKey } from './key.ts';
import type { Edge, EdgeOrigin, SightedLink } from './snapshot.ts';

const edgeId = (blocker: ItemKey, blocked: ItemKey): string => `${blocker}|${blocked}`;

/** Whether a link says that one of its ends waits on the other: what chains are made of (D6). */
export const isDependency = ({ kind }: Pick<SightedLink, 'kind'>): boolean =>
  kind === 'blocked-by' || kind === 'blocks';

/** A sighted dependency as blocker → blocked, whichever end's page said it (D4). */
const ends = ({ from, kind, to }: SightedLink): { blocker: ItemKey; blocked: ItemKey } | undefined => {
  if (kind === 'blocked-by') return { blocker: to, blocked: from };
  if (kind === 'blocks') return { blocker: from, blocked: to };
  return undefined;
};

const earlier = (a: Day | undefined, b: Day | undefined): Day | undefined => {
  if (a === undefined) return b;
  if (b === undefined) return a;
  return a < b ? a : b;
};

interface Gathered {
  readonly blocker: ItemKey;
  readonly blocked: ItemKey;
  readonly sightings: SightedLink[];
  stated?: StatedDependency;
}

export interface Edges {
  readonly edges: readonly Edge[];
  /** Said by a person to be no dependency, whatever pages show (D3). */
  readonly denied: readonly { readonly blocker: ItemKey; readonly blocked: ItemKey }[];
}

/**
 * D3: the same edge from several origins is one edge with several origins; a person's denial outlives every later
 * sighting. Whether it is hard is a field: what a person stated decides, else any origin that says so.
 * The result is in order of blocker and blocked, whatever the order of the input.
 */
export const edgesOf = (links: readonly SightedLink[], stated: readonly StatedDependency[]): Edges => {
  const gathered = new Map<string, Gathered>();
  const at = (blocker: ItemKey, blocked: ItemKey): Gathered => {
    const id = edgeId(blocker, blocked);
    const found = gathered.get(id) ?? { blocker, blocked, sightings: [] };
    gathered.set(id, found);
    return found;
  };
  for (const link of links) {
    const pair = ends(link);
    if (pair !== undefined && pair.blocker !== pair.blocked) at(pair.blocker, pair.blocked).sightings.push(link);
  }
  for (const one of stated) at(one.blocker, one.blocked).stated = one;

  const ordered = [...gathered].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, found]) => found);
  return {
    edges: ordered.filter(({ stated: word }) => word?.said !== 'no').map(toEdge),
    denied: ordered.flatMap(({ blocker, blocked, stated: word }) =>
      word?.said === 'no' ? [{ blocker, blocked }] : [],
    ),
  };
};

const toEdge = ({ blocker, blocked, sightings, stated }: Gathered): Edge => {
  const origins = [...sightings.map(sightedOrigin), ...(stated === undefined ? [] : [statedOrigin(stated)])].sort(
    (a, b) => a.since - b.since || (a.origin < b.origin ? -1 : 1),
  );
  const needed = stated?.needed ?? sightings.map((link) => link.needed).reduce(earlier, undefined);
  const promised = stated?.promised ?? sightings.map((link) => link.promised).reduce(earlier, undefined);
  return {
    blocker,
    blocked,
    hard: stated?.hard ?? sightings.some((link) => link.hard !== false),
    origins: origins as unknown as Edge['origins'],
    ...(stated?.reason === undefined ? {} : { reason: stated.reason }),
    ...(needed === undefined ? {} : { needed }),
    ...(promised === undefined ? {} : { promised }),
  };
};

const sightedOrigin = ({ from, group, word, by, since, at }: SightedLink): EdgeOrigin => ({
  origin: group,
  on: from,
  ...(word === undefined ? {} : { word }),
  ...(by === undefined ? {} : { by }),
  since,
  at,
});

const statedOrigin = ({ at }: StatedDependency): EdgeOrigin => ({ origin: 'stated', since: at, at });
