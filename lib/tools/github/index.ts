import type { Tool } from '../tool.ts';
import { expand, id, link, locate, place, short, siteOf } from './addresses.ts';

/** GitHub: github.com, data-residency tenants (`*.ghe.com`) and the Enterprise Servers that are known. */
export const github: Tool = {
  id,
  name: 'GitHub',
  matches: ['https://github.com/*'],
  locate,
  link,
  place,
  site: siteOf,
  short,
  expand,
};
