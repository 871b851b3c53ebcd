import { mineViewOf } from '../core/mine.ts';
import { isMe, type Me } from '../core/person.ts';
import type { MineView, WhoAmI } from '../core/view.ts';
import type { Knowledge, Needs } from './needs.ts';

/** What is blocked on me and what I wait on, with how much was looked at (rules M, K3). */
export const blockedOnMe = async ({ knowledge, clock }: Pick<Needs, 'knowledge' | 'clock'>): Promise<MineView> => {
  const { me } = await knowledge.settings();
  const [snapshot, coverage, ask] = await Promise.all([
    knowledge.readMine({ me, now: clock.now(), today: clock.today() }),
    knowledge.coverage(),
    whoAmI(knowledge, me),
  ]);
  return mineViewOf(snapshot, { coverage, ask });
};

const offered = 6;

/** Read for each site, to tell whether one of them is me already; only the first are offered. */
const looked = 100;

/**
 * Asks on a site where people were seen and I am not known (decisions: Me), or known only by an id that the pages there
 * show of nobody. Teams and agents are nobody's self.
 */
export const whoAmI = async (
  knowledge: Pick<Knowledge, 'sitesSeen' | 'peopleSeen'>,
  me: Me,
): Promise<readonly WhoAmI[]> => {
  const sites = await knowledge.sitesSeen();
  const asked = await Promise.all(
    sites.map(async (site): Promise<readonly WhoAmI[]> => {
      const people = (await knowledge.peopleSeen(site, looked)).map(({ account }) => account);
      const mine = me.accounts.filter((account) => account.tool === site.tool && account.site === site.site);
      const comparable = mine.some(
        ({ name }) => name !== undefined || people.some(({ handle }) => handle !== undefined),
      );
      if (comparable || people.some((person) => isMe(me, person))) return [];
      const candidates = people.filter(({ kind }) => kind === undefined).slice(0, offered);
      return candidates.length === 0 ? [] : [{ ...site, people: candidates }];
    }),
  );
  return asked.flat();
};
