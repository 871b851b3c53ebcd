import { DirectedGraph } from 'graphology';
import { stronglyConnectedComponents } from 'graphology-components';
import { topologicalGenerations } from 'graphology-dag';
import type { Day } from '../../lib/core/item.ts';
import { isActive, isOpen, isPending, type NetItem } from '../../lib/core/net/item.ts';
import { buildNet } from '../../lib/core/net/net.ts';
import { generateWork, type WorkSize } from '../work.ts';
import { type GraphAnswers, hand, heldMegabytes, repeated, stopwatch } from './graph-child.ts';

/**
 * The same questions, answered with graphology and its standard packages. It is given what counts, picked out beforehand:
 * open items and active waits, less than half of what the net holds. Runs in a process of its own.
 */
const measure = (size: WorkSize): void => {
  const { times, left } = measureWhole(size);
  const heap_mb = heldMegabytes();
  hand({ figures: { ...times, heap_mb }, answers: answersOf(left) });
};

interface Picked {
  readonly nodes: readonly { readonly key: string; readonly isUncertain: boolean }[];
  readonly edges: readonly { readonly blocker: string; readonly blocked: string; readonly wanted: Day | undefined }[];
}

interface Node {
  /** Waits on what is not known. */
  readonly isUncertain?: boolean;
  readonly isCycle?: true;
  /** Of a cycle: the nearest date of its members. */
  readonly wanted?: Day | undefined;
}
interface Edge {
  /** When the blocked one needs it. */
  readonly wanted: Day | undefined;
}
type Graph = DirectedGraph<Node, Edge>;

const measureWhole = (size: WorkSize) => {
  const picked = pick(size);
  return repeated(() => whole(picked));
};

const pick = (size: WorkSize): Picked => {
  const open = [...buildNet(generateWork(size)).items()].filter(isOpen);
  return {
    nodes: open.map(({ key, blockers }) => ({
      key,
      isUncertain: blockers.some((wait) => isPending(wait) && !isOpen(wait.blocker)),
    })),
    edges: open
      .flatMap((item) => item.blockers.filter(isActive))
      .map(({ blocker, blocked, needed }) => ({
        blocker: blocker.key,
        blocked: blocked.key,
        wanted: earlier(needed, dueOf(blocked)),
      })),
  };
};

const dueOf = ({ facts: { due } }: NetItem): Day | undefined => due ?? undefined;

const earlier = (a: Day | undefined, b: Day | undefined): Day | undefined =>
  a === undefined || (b !== undefined && b < a) ? b : a;

const whole = ({ nodes, edges }: Picked) => {
  const lap = stopwatch();
  const graph: Graph = new DirectedGraph<Node, Edge>();
  for (const { key, isUncertain } of nodes) graph.addNode(key, { isUncertain });
  for (const { blocker, blocked, wanted } of edges) graph.addDirectedEdge(blocker, blocked, { wanted });
  const build_ms = lap();
  const cycles = stronglyConnectedComponents(graph).filter(({ length }) => length > 1);
  const cycles_ms = lap();
  for (const [at, members] of cycles.entries()) joinCycle(graph, `cycle ${at}`, members);
  const generations = topologicalGenerations(graph);
  const ready = (generations[0] ?? []).filter((key) => {
    const { isCycle, isUncertain } = graph.getNodeAttributes(key);
    return isCycle !== true && isUncertain !== true;
  });
  const order_ms = lap();
  const latest = latestIn(graph, generations);
  const dates_ms = lap();
  return { times: { build_ms, cycles_ms, order_ms, dates_ms }, left: { graph, cycles, generations, ready, latest } };
};

/** One node in the place of a cycle, so that there is an order. */
const joinCycle = (graph: Graph, name: string, members: readonly string[]): void => {
  const inside = new Set(members);
  graph.addNode(name, { isCycle: true });
  for (const member of members) {
    graph.forEachInEdge(member, (_edge, { wanted }, blocker) => {
      if (inside.has(blocker)) {
        graph.updateNodeAttribute(name, 'wanted', (known) => earlier(known, wanted));
      } else joinEdge(graph, blocker, name, wanted);
    });
    graph.forEachOutEdge(member, (_edge, { wanted }, _member, blocked) => {
      if (!inside.has(blocked)) joinEdge(graph, name, blocked, wanted);
    });
  }
  for (const member of members) graph.dropNode(member);
};

const joinEdge = (graph: Graph, blocker: string, blocked: string, wanted: Day | undefined): void => {
  graph.updateDirectedEdge(blocker, blocked, (there) => ({ wanted: earlier(there.wanted, wanted) }));
};

const latestIn = (graph: Graph, generations: readonly (readonly string[])[]): ReadonlyMap<string, Day> => {
  const latest = new Map<string, Day>();
  for (let at = generations.length - 1; at >= 0; at -= 1) {
    for (const key of generations[at] ?? []) {
      let nearest = graph.getNodeAttribute(key, 'wanted');
      graph.forEachOutEdge(key, (_edge, { wanted }, _source, blocked) => {
        nearest = earlier(nearest, earlier(wanted, latest.get(blocked)));
      });
      if (nearest !== undefined) latest.set(key, nearest);
    }
  }
  return latest;
};

const answersOf = ({ graph, cycles, ready, latest }: ReturnType<typeof whole>['left']): GraphAnswers => ({
  cycles: cycles.length,
  members: cycles.flat().sort(),
  ready: ready.length,
  latest: new Map([...latest].filter(([key]) => graph.getNodeAttribute(key, 'isCycle') !== true)),
});

measure(JSON.parse(process.argv[2] ?? ''));
