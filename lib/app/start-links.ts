import { type Hosts, namesMany, siteIn } from '../core/hosts.ts';
import type { Site } from '../core/key.ts';
import type { Settings } from '../core/settings.ts';
import type { StartLink } from '../core/view.ts';

/** A tool, and on each of its sites the page that lists my own open work. */
export interface Start {
  readonly tool: Hosts;
  readonly mine: (site: string) => URL;
}

/**
 * For each tool the page that lists my own open work: on its own host, on every site that is known, and on those that are
 * open in a tab. A tool whose sites all have hosts of their own has none before one of them is known.
 */
export const startLinks = (
  starts: readonly Start[],
  { me, sites, places }: Pick<Settings, 'me' | 'sites' | 'places'>,
  opened: readonly Site[],
): readonly StartLink[] =>
  starts.flatMap(({ tool, mine }) => {
    const own = tool.matches.map((match) => siteIn(tool, match)).filter((site) => !namesMany(site));
    const known = [...sites, ...me.accounts, ...places, ...opened].filter((one) => one.tool === tool.id);
    const all = new Set([...own, ...known.map(({ site }) => site)]);
    return [...all].map((site) => ({ tool: tool.id, to: mine(site) }));
  });
