import { showMine } from '../core/mine.ts';
import type { MineView } from '../core/view.ts';
import type { Needs } from './needs.ts';
import { eyesOnMine, whoAmI } from './who-am-i.ts';

/** What is blocked on me and what I wait on, with how much was looked at (rules M, K3). Sites that are off are left out. */
export const blockedOnMe = async ({
  knowledge,
  clock,
  policy,
}: Pick<Needs, 'knowledge' | 'clock' | 'policy'>): Promise<MineView> => {
  const [settings, decided] = await Promise.all([knowledge.settings(), policy()]);
  const { me, asides, ages } = settings;
  const eyes = await eyesOnMine({ knowledge, clock }, settings, decided);
  const [rows, coverage, ask] = await Promise.all([
    knowledge.mineRows(eyes),
    knowledge.coverage(),
    whoAmI(knowledge, settings, decided),
  ]);
  const { now, today } = eyes;
  return showMine(rows, { coverage, ask, asides, fresh: ages.fresh, meKnown: me.accounts.length > 0, now, today });
};
