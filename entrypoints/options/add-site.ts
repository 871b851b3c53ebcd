import type { SiteRefused } from '../../components/options-model.ts';
import { ownSiteAt } from '../../lib/app/own-site.ts';
import { originsOf } from '../../lib/core/hosts.ts';
import type { Site } from '../../lib/core/key.ts';
import { isSite } from '../../lib/core/key.ts';
import { allowsSite } from '../../lib/core/policy.ts';
import { fail, ok, type Result } from '../../lib/core/result.ts';
import { tools } from '../../lib/tools/index.ts';
import { policy } from '../background/own-policy.ts';
import { allow, giveBack } from '../pages/choosing.ts';
import { ownStore } from '../pages/join.ts';
import { send } from '../pages/sending.ts';

const refused = (why: SiteRefused['why']) => fail<SiteRefused>({ type: 'SiteRefused', why });

/**
 * Adds a self-hosted site from any address of it. The browser is asked at once, since after an await it would refuse;
 * whatever else speaks against the site is said afterwards, and nothing is stored then.
 */
export const addSite = async (tool: string, address: string): Promise<Result<Site, SiteRefused>> => {
  const site = ownSiteAt(tools, tool, address);
  if (site === undefined) return refused('no-address');
  const asked = allow({ origins: originsOf(tools, site) });
  const [granted, decided, { sites }] = await Promise.all([asked, policy(), (await ownStore()).settings()]);
  if (sites.some((one) => isSite(one, site))) return refused('known');
  if (!allowsSite(decided, site)) {
    await giveBack(site, sites);
    return refused('blocked');
  }
  if (!granted) return refused('not-granted');
  return (await send('site.add', { site })).ok ? ok(site) : refused('not-stored');
};
