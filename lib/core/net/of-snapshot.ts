import { type Edges, edgesOf } from '../edges.ts';
import { grouped } from '../grouped.ts';
import type { ItemKey } from '../key.ts';
import { mainOf, nothingSettled, type Settled, workOf } from '../same-work.ts';
import type { Edge, SightedLink, Snapshot } from '../snapshot.ts';
import { netFactsOf } from './facts-of.ts';
import type { NetFacts, WaitFacts } from './item.ts';
import { buildNet, type Net } from './net.ts';
import { workFactsOf } from './work-facts.ts';

/** The net of a snapshot, so that views ask what signals ask. `edges`: those of the snapshot, where they are at hand. */
export const netOf = (
  snapshot: Snapshot,
  { edges }: Pick<Edges, 'edges'> = edgesOf(snapshot.links, snapshot.stated, snapshot.settled),
): Net => {
  const { items, ownerships, links, settled = nothingSettled } = snapshot;
  const changes = grouped(snapshot.changes, ({ key }) => key);
  const own = (key: ItemKey): NetFacts | undefined =>
    netFactsOf(items.get(key), ownerships.get(key) ?? [], changes.get(key) ?? []);
  const known = [...items.keys(), ...ownerships.keys()];
  return buildNet({
    items: [...new Set(known.flatMap((key) => workOf(settled, key)))].map((key) => ({
      key,
      facts: workFactsOf(settled, key, own) ?? null,
    })),
    waits: edges.map((edge) => ({ blocker: edge.blocker, blocked: edge.blocked, wait: waitFactsOf(edge) })),
    code: links.flatMap((link) => {
      const ends = codeEnds(link, settled);
      return ends === undefined ? [] : [{ ...ends, stands: true }];
    }),
  });
};

export const waitFactsOf = ({ hard, origins, needed, promised }: Edge): WaitFacts => ({
  hard,
  since: origins[0].since,
  ...(needed === undefined ? {} : { needed }),
  ...(promised === undefined ? {} : { promised }),
});

/** D8: of a link that says that one end is code for the other, which is which; of a work its main item (W3). */
export const codeEnds = (
  link: SightedLink,
  settled: Settled,
): { readonly code: ItemKey; readonly ticket: ItemKey } | undefined => {
  const [from, to] = [mainOf(settled, link.from), mainOf(settled, link.to)];
  const { kind } = link;
  if (from === to) return undefined;
  if (kind === 'implements') return { code: from, ticket: to };
  return kind === 'implemented-by' ? { code: to, ticket: from } : undefined;
};
