import { mineViewOf } from '../core/mine.ts';
import type { MineView } from '../core/view.ts';
import { worksOn } from './admission.ts';
import type { Needs } from './needs.ts';
import { eyesNow, whoAmI } from './who-am-i.ts';

/** What is blocked on me and what I wait on, with how much was looked at (rules M, K3). Sites that are off are left out. */
export const blockedOnMe = async ({
  knowledge,
  clock,
  policy,
}: Pick<Needs, 'knowledge' | 'clock' | 'policy'>): Promise<MineView> => {
  const [settings, decided] = await Promise.all([knowledge.settings(), policy()]);
  const { me, asides, ages } = settings;
  const accounts = me.accounts.filter((account) => worksOn(account, settings, decided));
  const [snapshot, coverage, ask] = await Promise.all([
    knowledge.readMine(await eyesNow({ knowledge, clock }, { accounts })),
    knowledge.coverage(),
    whoAmI(knowledge, settings, decided),
  ]);
  const view = mineViewOf(snapshot, { coverage, ask, asides, fresh: ages.fresh });
  return { ...view, meKnown: me.accounts.length > 0 };
};
