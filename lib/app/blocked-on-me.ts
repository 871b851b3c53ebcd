import type { Site } from '../core/key.ts';
import { mineViewOf } from '../core/mine.ts';
import type { MineView } from '../core/view.ts';
import { worksOn } from './admission.ts';
import type { Needs } from './needs.ts';
import { certainMe, whoAmI } from './who-am-i.ts';

/** What is blocked on me and what I wait on, with how much was looked at (rules M, K3). Sites that are off are left out. */
export const blockedOnMe = async ({
  knowledge,
  clock,
  policy,
}: Pick<Needs, 'knowledge' | 'clock' | 'policy'>): Promise<MineView> => {
  const [{ me, switches, asides, ages }, decided] = await Promise.all([knowledge.settings(), policy()]);
  const isOn = (site: Site): boolean => worksOn(site, { switches }, decided);
  const mine = await certainMe(knowledge, { accounts: me.accounts.filter(isOn) });
  const [snapshot, coverage, ask] = await Promise.all([
    knowledge.readMine({ me: mine, now: clock.now(), today: clock.today() }),
    knowledge.coverage(),
    whoAmI(knowledge, me),
  ]);
  const view = mineViewOf(snapshot, { coverage, ask: ask.filter(isOn), asides, fresh: ages.fresh });
  return { ...view, meKnown: me.accounts.length > 0 };
};
