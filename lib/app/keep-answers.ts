import type { Result } from '../core/result.ts';
import type { StoreFailure } from '../core/store-failure.ts';
import type { Needs } from './needs.ts';
import { eyesOnMine } from './who-am-i.ts';

/**
 * Sees to it that answers are kept as I see them today: with who I am where Crosstie works, what I chose, and the day it is.
 * Where these are as they were, nothing is done. True: everything was judged anew.
 */
export const keepAnswers = async ({
  knowledge,
  clock,
  policy,
}: Pick<Needs, 'knowledge' | 'clock' | 'policy'>): Promise<Result<boolean, StoreFailure>> => {
  const [settings, decided] = await Promise.all([knowledge.settings(), policy()]);
  const { thresholds, ages, week } = settings;
  const eyes = await eyesOnMine({ knowledge, clock }, settings, decided);
  return knowledge.judge(
    { me: eyes.me, today: eyes.today, dayBegan: clock.dayBegan(), settings: { thresholds, ages, week } },
    eyes.now,
  );
};
