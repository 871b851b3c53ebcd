import type { StatedDependency } from './annotation.ts';
import type { Day } from './item.ts';
import type { ItemKey } from './key.ts';
import { mainOf, nothingSettled, type Settled } from './same-work.ts';
import type { Edge, EdgeOrigin, Ends, SightedLink } from './snapshot.ts';

const edgeId = (blocker: ItemKey, blocked: ItemKey): string => `${blocker}|${blocked}`;

/** Whether a link says that one of its ends waits on the other: what chains are made of (D6). */
export const isDependency = ({ kind }: Pick<SightedLink, 'kind'>): boolean =>
  kind === 'blocked-by' || kind === 'blocks';

/** A sighted dependency as blocker → blocked, whichever end's page said it (D4). */
const endsOf = ({ from, kind, to }: SightedLink): Ends | undefined => {
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
  readonly origins: EdgeOrigin[];
  readonly sightings: SightedLink[];
  /** The latest word about it. */
  stated?: StatedDependency;
}

export interface Edges {
  readonly edges: readonly Edge[];
  /** Said by a person to be no dependency, whatever pages show (D3). */
  readonly denied: readonly Denied[];
}

export interface Denied extends Ends {
  /** The ends that were named, where they are others (W3). */
  readonly ends?: Ends;
}

/**
 * D3: the same edge from several origins is one edge with several origins; a person's denial outlives every later
 * sighting. Whether it is hard is a field: what a person stated decides, else any origin that says so.
 * W3: what joins any item of a piece of work with others joins its main one; what would join it with itself is none.
 * The result is in order of blocker and blocked, whatever the order of the input.
 */
export const edgesOf = (
  links: readonly SightedLink[],
  stated: readonly StatedDependency[],
  settled: Settled = nothingSettled,
): Edges => {
  const gathered = new Map<string, Gathered>();
  const at = (ends: Ends, origin: EdgeOrigin): Gathered | undefined => {
    const [blocker, blocked] = [mainOf(settled, ends.blocker), mainOf(settled, ends.blocked)];
    if (blocker === blocked) return undefined;
    const id = edgeId(blocker, blocked);
    const found = gathered.get(id) ?? { blocker, blocked, origins: [], sightings: [] };
    gathered.set(id, found);
    found.origins.push(blocker === ends.blocker && blocked === ends.blocked ? origin : { ...origin, ends });
    return found;
  };
  for (const link of links) {
    const ends = endsOf(link);
    if (ends !== undefined) at(ends, sightedOrigin(link))?.sightings.push(link);
  }
  for (const one of stated) {
    const { blocker, blocked } = one;
    const found = at({ blocker, blocked }, statedOrigin(one));
    if (found !== undefined) found.stated = laterWord(found.stated, one);
  }

  const ordered = [...gathered].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, found]) => found);
  return {
    edges: ordered.filter(({ stated: word }) => word?.said !== 'no').map(toEdge),
    denied: ordered.flatMap(({ blocker, blocked, stated: word }) => {
      if (word?.said !== 'no') return [];
      const ends = { blocker: word.blocker, blocked: word.blocked };
      const isNamed = blocker === ends.blocker && blocked === ends.blocked;
      return [{ blocker, blocked, ...(isNamed ? {} : { ends }) }];
    }),
  };
};

/** Of what was said of two items that are one piece of work, the latest; of the same instant, that it is none. */
const laterWord = (a: StatedDependency | undefined, b: StatedDependency): StatedDependency =>
  a === undefined || b.at > a.at || (b.at === a.at && wordId(b) > wordId(a)) ? b : a;

const wordId = ({ said, blocker, blocked }: StatedDependency): string => `${said === 'no'}${edgeId(blocker, blocked)}`;

const toEdge = ({ blocker, blocked, origins: found, sightings, stated }: Gathered): Edge => {
  const origins = found.sort((a, b) => a.since - b.since || (a.origin < b.origin ? -1 : 1));
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
