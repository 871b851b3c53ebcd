import { type Edges, edgesOf } from '../edges.ts';
import { grouped } from '../grouped.ts';
import type { ItemKey } from '../key.ts';
import type { Edge, SightedLink, Snapshot } from '../snapshot.ts';
import { netFactsOf } from './facts-of.ts';
import type { WaitFacts } from './item.ts';
import { buildNet, type Net } from './net.ts';

/** The net of a snapshot, so that views ask what signals ask. `edges`: those of the snapshot, where they are at hand. */
export const netOf = (
  snapshot: Snapshot,
  { edges }: Pick<Edges, 'edges'> = edgesOf(snapshot.links, snapshot.stated),
): Net => {
  const { items, ownerships, links } = snapshot;
  const changes = grouped(snapshot.changes, ({ key }) => key);
  return buildNet({
    items: [...new Set([...items.keys(), ...ownerships.keys()])].map((key) => ({
      key,
      facts: netFactsOf(items.get(key), ownerships.get(key) ?? [], changes.get(key) ?? []) ?? null,
    })),
    waits: edges.map((edge) => ({ blocker: edge.blocker, blocked: edge.blocked, wait: waitFactsOf(edge) })),
    code: links.flatMap((link) => {
      const ends = codeEnds(link);
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

/** D8: of a link that says that one end is code for the other, which is which. */
export const codeEnds = ({
  from,
  kind,
  to,
}: SightedLink): { readonly code: ItemKey; readonly ticket: ItemKey } | undefined => {
  if (from === to) return undefined;
  if (kind === 'implements') return { code: from, ticket: to };
  return kind === 'implemented-by' ? { code: to, ticket: from } : undefined;
};
