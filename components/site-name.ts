import type { Place, Site } from '../lib/core/key.ts';
import { wholeSite } from '../lib/core/places.ts';
import type { Display } from './display.tsx';
import { plain } from './plain.ts';

/** A site as people call it: by its host; a tool that is one site everywhere, by the tool's name. */
export const siteName = ({ tool }: Pick<Display, 'tool'>, { tool: id, site }: Site): string =>
  site === id ? toolName({ tool }, id) : plain(site, 80);

/** A place by its name; the one that stands for all of a site, by the site's. */
export const placeName = (display: Pick<Display, 'tool'>, place: Place): string =>
  place.name === wholeSite ? siteName(display, place) : plain(place.name, 120);

export const toolName = ({ tool }: Pick<Display, 'tool'>, id: string): string => tool(id)?.name ?? plain(id, 40);
