import type { Tool } from '../tool.ts';
import { expand, id, link, locate, place, short, siteOf } from './addresses.ts';

/** GitHub: github.com, data-residency tenants (`*.ghe.com`) and the Enterprise Servers that are known. */
export const github: Tool = {
  id,
  name: 'GitHub',
  colour: { light: '#24292f', dark: '#d1d7e0' },
  matches: ['https://github.com/*'],
  locate,
  link,
  place,
  site: siteOf,
  short,
  expand,
  tells: { due: false, relations: true, reviewers: true },
  // Of all lists the one of what I am assigned to holds most of what others can wait on; reviews asked of me are
  // read where they are asked.
  mine: (site) => new URL(`https://${site}/issues/assigned`),
};
