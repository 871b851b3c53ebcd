import type { Clock, Tools } from '../../lib/app/needs.ts';
import { siteOf, splitKey } from '../../lib/core/key.ts';
import { wholeSite } from '../../lib/core/places.ts';
import { guideOf } from '../../lib/tools/guides.ts';
import { locate, toolFor, toolOf } from '../../lib/tools/index.ts';

/** What use cases ask of the tools. */
export const toolNeeds: Tools = {
  locate,
  siteAt: (address, sites) => {
    const tool = toolFor(address, sites);
    const site = tool?.site(address, sites);
    return tool === undefined || site === undefined ? undefined : { tool: tool.id, site };
  },
  name: (key) => {
    const tool = toolOf(key);
    const short = tool?.short(key);
    return { tool: tool?.name ?? splitKey(key).tool, ...(short === undefined ? {} : { short }) };
  },
  place: (key) => toolOf(key)?.place(key) ?? { ...siteOf(key), name: wholeSite },
  placeAt: (address, sites) => {
    const key = locate(address, sites);
    if (key !== undefined) return toolNeeds.place(key);
    const tool = toolFor(address, sites);
    const site = tool?.site(address, sites);
    if (tool === undefined || site === undefined) return undefined;
    const placeAt = guideOf(tool.id)?.placeAt;
    return placeAt === undefined ? { tool: tool.id, site, name: wholeSite } : placeAt(address, sites);
  },
};

/** `YYYY-MM-DD` where the person is. */
const dayOf = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');

export const clock: Clock = { now: () => Date.now(), today: () => dayOf(new Date()) };
