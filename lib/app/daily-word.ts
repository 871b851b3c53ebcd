import { toTell } from '../core/daily-word.ts';
import { standing } from '../core/finding-aside.ts';
import type { KeptFinding } from '../core/findings-view.ts';
import { notifySwitch } from '../core/settings.ts';
import type { Needs } from './needs.ts';
import { asideOf, isMine, isShown, sieveOf } from './shown-findings.ts';
import { eyesNow } from './who-am-i.ts';

/** What a notification is to say now; empty where it is switched off, the day's was given, or there is nothing new. */
export const dailyWord = async (needs: Needs): Promise<readonly KeptFinding[]> => {
  const { knowledge, clock, tools } = needs;
  const settings = await knowledge.settings();
  if (settings.switches[notifySwitch] !== true) return [];
  const [policy, { looked, told }] = await Promise.all([needs.policy(), knowledge.keptAnswers()]);
  const { me, today } = await eyesNow({ knowledge, clock }, settings.me);
  const sieve = sieveOf({ settings, policy, me, tools });
  const mine = (await knowledge.findings()).filter(
    (finding) =>
      isShown(finding, sieve) &&
      isMine(finding, me) &&
      !standing(finding, asideOf(finding, settings.asides), today).away,
  );
  return toTell(mine, { today, hour: clock.hour(), week: settings.week, looked, last: told });
};
