import type { Draft, DraftWait } from './draft.ts';
import type { Random } from './random.ts';

const closedTooEarly = 0.02;
/** Days. */
const lead = 75;

/** When each was closed, or is planned to be: some time after it was made, and after what it waits on but for a few. */
export const planEnds = (drafts: readonly Draft[], hubs: readonly Draft[], random: Random): void => {
  const ahead = new Map(hubs.map((hub) => [hub, random.between(-20, 40)]));
  for (const draft of [...drafts].sort((a, b) => a.created - b.created)) {
    const alone = draft.created + 2 + random.around(lead);
    const begins = random.chance(closedTooEarly) ? alone : Math.max(...draft.blockers.map(({ end }) => end));
    draft.end = Math.max(alone, begins + random.around(1), ahead.get(draft) ?? alone);
  }
};

/** So many were never seen, others name them: more often those of other projects, and those that are named once. */
export const hideSome = (waits: readonly DraftWait[], count: number, random: Random): void => {
  const named = new Map<Draft, number>();
  for (const { blocker } of waits) named.set(blocker, (named.get(blocker) ?? 0) + 1);
  const hidden = new Set<Draft>();
  for (let tries = 1_000 * count; hidden.size < count && tries > 0; tries -= 1) {
    const { blocker, blocked } = random.pick(waits);
    const often = blocker.project === blocked.project ? 0.2 : 1;
    if (random.chance(often / (named.get(blocker) ?? 1) ** 3)) hidden.add(blocker);
  }
  for (const draft of hidden) draft.isSeen = false;
};
