import type { Draft, DraftWait, Project } from './draft.ts';
import type { Random } from './random.ts';

/** Waits, each pair once. */
export interface Waits {
  readonly all: readonly DraftWait[];
  /** Of two pairs that are the same the first stands. */
  readonly add: (blocker: Draft, blocked: Draft, hard: boolean) => void;
}

export const createWaits = (): Waits => {
  const all: DraftWait[] = [];
  const blockersOf = new Map<Draft, Set<Draft>>();
  return {
    all,
    add: (blocker, blocked, hard) => {
      const there = blockersOf.get(blocked) ?? new Set();
      if (there.has(blocker)) return;
      blockersOf.set(blocked, there.add(blocker));
      all.push({ blocker, blocked, hard });
      if (hard) blocked.blockers.push(blocker);
    },
  };
};

export type Pair = readonly [blocker: Draft | undefined, blocked: Draft | undefined];

/** Shares of all waits; the others lie within a stream of a project. */
const share = { acrossProjects: 0.07, acrossStreams: 0.07, onHubs: 0.025, soft: 0.1 } as const;

/**
 * Adds waits until there are so many. The blocker is always the older one of two, so that no circle comes about. `fits`: what
 * may be blocked.
 */
export const addWaits = (
  waits: Waits,
  pair: () => Pair,
  { until, fits = () => true }: { readonly until: number; readonly fits?: (blocked: Draft) => boolean },
  random: Random,
): void => {
  // A pair may be there already; where hardly any is not, so many were not to be asked for.
  for (let tries = 100 * until + 1_000; waits.all.length < until; tries -= 1) {
    if (tries === 0) throw new Error('There are not so many pairs of items that could wait');
    const [blocker, blocked] = pair();
    if (blocker !== undefined && blocked !== undefined && blocker !== blocked && fits(blocked))
      waits.add(blocker, blocked, !random.chance(share.soft));
  }
};

/** Draws pairs that may wait; either is undefined where none was met. `hubs`: items that hundreds wait on. */
export const pairsOf = (projects: readonly Project[], hubs: readonly Draft[], random: Random): (() => Pair) => {
  const drafts = projects.flatMap((project) => project.drafts);
  const byAge = [...drafts].sort((a, b) => a.created - b.created);
  const partners = new Map(projects.map((project) => [project, partnersOf(project, projects, random)]));

  const within = (own: readonly Draft[], distance: number): Pair => {
    const at = random.below(own.length);
    return [own[at - 1 - Math.floor(random.around(distance))], own[at]];
  };
  const inStream = (): Pair => {
    const { project, stream } = random.pick(drafts);
    return within(project.streams[stream] ?? [], 4);
  };
  const acrossProjects = (): Pair => {
    const blocked = random.pick(drafts);
    const { drafts: others } = random.pick(partners.get(blocked.project) ?? [blocked.project]);
    return [others[countOlder(blocked, others) - 1 - Math.floor(random.around(10))], blocked];
  };
  const onHub = (): Pair => {
    const hub = random.pick(hubs);
    const older = countOlder(hub, byAge);
    return [hub, byAge[older + 1 + random.below(byAge.length - older)]];
  };
  return () => {
    let where = random.next();
    where -= share.onHubs;
    if (where < 0) return onHub();
    where -= share.acrossProjects;
    if (where < 0) return acrossProjects();
    where -= share.acrossStreams;
    return where < 0 ? within(random.pick(drafts).project.drafts, 30) : inStream();
  };
};

/** Two projects of other tools that it works with. */
const partnersOf = (project: Project, projects: readonly Project[], random: Random): readonly Project[] => {
  const others = projects.filter(({ site }) => site.tool !== project.site.tool);
  return others.length === 0 ? [project] : [random.pick(others), random.pick(others)];
};

/** Platform items of the last months, one of five thousand: much of what waits on them is still open. */
export const hubsOf = (drafts: readonly Draft[], random: Random): readonly Draft[] => {
  const recent = drafts.filter(({ created }) => created > -150 && created < -30);
  const count = Math.max(1, Math.round(drafts.length / 5_000));
  return Array.from({ length: count }, () => random.pick(recent.length === 0 ? drafts : recent));
};

/** How many of `drafts`, the older first, are older than one of another project. */
const countOlder = ({ created }: Draft, drafts: readonly Draft[]): number => {
  let [low, high] = [0, drafts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((drafts[middle]?.created ?? 0) < created) low = middle + 1;
    else high = middle;
  }
  return low;
};

/**
 * Circles of these sizes: open items of one project, one project each, that stand side by side. What else waits between them
 * lies between them in age, so that none becomes bigger. As many as there are projects for.
 */
export const closeCircles = (
  sizes: readonly number[],
  waits: Waits,
  projects: readonly Project[],
  random: Random,
): void => {
  const free = new Set(projects);
  for (const size of sizes) {
    const fitting = [...free].filter(({ drafts }) => openIn(drafts).length >= size);
    if (fitting.length === 0) return;
    const project = random.pick(fitting);
    free.delete(project);
    const open = openIn(project.drafts);
    const at = random.below(open.length - size + 1);
    const members = open.slice(at, at + size);
    for (const [index, blocked] of members.entries()) {
      const blocker = members.at(index - 1);
      if (blocker !== undefined) waits.add(blocker, blocked, true);
    }
  }
};

const openIn = (drafts: readonly Draft[]): readonly Draft[] => drafts.filter(({ end, isSeen }) => end > 0 && isSeen);
