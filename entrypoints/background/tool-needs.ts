import type { Clock, Tools } from '../../lib/app/needs.ts';
import { isServedBy } from '../../lib/core/hosts.ts';
import { isSite, siteOf, splitKey } from '../../lib/core/key.ts';
import { wholeSite } from '../../lib/core/places.ts';
import { guideOf } from '../../lib/tools/guides.ts';
import { locate, toolFor, toolOf } from '../../lib/tools/index.ts';

/** What use cases ask of the tools. */
export const toolNeeds: Tools = {
  locate: (address, sites) => (isDotted(address) ? undefined : locate(address, sites)),
  siteAt: (address, sites) => {
    const tool = toolFor(address, sites);
    const site = tool?.site(address, sites);
    if (tool === undefined || site === undefined || isDotted(address)) return undefined;
    // Some addresses tell their tool on any host; only those that were added are anybody's affair.
    const here = { tool: tool.id, site };
    return isServedBy(tool, address) || sites.some((one) => isSite(one, here)) ? here : undefined;
  },
  name: (key) => {
    const tool = toolOf(key);
    const short = tool?.short(key);
    return { tool: tool?.name ?? splitKey(key).tool, ...(short === undefined ? {} : { short }) };
  },
  place: (key) => toolOf(key)?.place(key) ?? { ...siteOf(key), name: wholeSite },
  placeAt: (address, sites) => {
    const key = toolNeeds.locate(address, sites);
    if (key !== undefined) return toolNeeds.place(key);
    const here = toolNeeds.siteAt(address, sites);
    if (here === undefined) return undefined;
    const placeAt = guideOf(here.tool)?.placeAt;
    return placeAt === undefined ? { ...here, name: wholeSite } : placeAt(address, sites);
  },
};

/** `github.com.` is served as `github.com` is, and would be another site: it is no tool's. */
const isDotted = ({ hostname }: URL): boolean => hostname.endsWith('.');

/** `YYYY-MM-DD` where the person is. */
const dayOf = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');

export const clock: Clock = {
  now: () => Date.now(),
  today: () => dayOf(new Date()),
  dayBegan: () => new Date().setHours(0, 0, 0, 0),
  hour: () => new Date().getHours(),
};
