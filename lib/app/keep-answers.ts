import type { Result } from '../core/result.ts';
import type { StoreFailure } from '../core/store-failure.ts';
import type { Needs } from './needs.ts';
import { eyesNow } from './who-am-i.ts';

/**
 * Sees to it that answers are kept as I see them today: with who I am, what I chose, and the day it is. Where these are as
 * they were, nothing is done. True: everything was judged anew.
 */
export const keepAnswers = async ({
  knowledge,
  clock,
}: Pick<Needs, 'knowledge' | 'clock'>): Promise<Result<boolean, StoreFailure>> => {
  const { me, thresholds, ages, week } = await knowledge.settings();
  const eyes = await eyesNow({ knowledge, clock }, me);
  return knowledge.judge(
    { me: eyes.me, today: eyes.today, dayBegan: clock.dayBegan(), settings: { thresholds, ages, week } },
    eyes.now,
  );
};
