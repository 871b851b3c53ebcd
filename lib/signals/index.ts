import { blockedCycle } from './blocked-cycle.ts';
import { bottleneck } from './bottleneck.ts';
import { closedWithOpenBlocker } from './closed-with-open-blocker.ts';
import { lateBlocker } from './late-blocker.ts';
import { outOfSequence } from './out-of-sequence.ts';
import { overloaded } from './overloaded.ts';
import { ownerConflict } from './owner-conflict.ts';
import { priorityConflict } from './priority-conflict.ts';
import { reopenedBlocker } from './reopened-blocker.ts';
import type { Signal } from './signal.ts';
import { slippedDate } from './slipped-date.ts';
import { staleKnowledge } from './stale-knowledge.ts';
import { stalled } from './stalled.ts';
import { unansweredReview } from './unanswered-review.ts';
import { unblocked } from './unblocked.ts';
import { unowned } from './unowned.ts';

export { twin } from './twin.ts';

/** Every signal that judges the net, in the order of their ids. What judges texts is `twin`. */
export const signals: readonly Signal[] = [
  blockedCycle,
  bottleneck,
  closedWithOpenBlocker,
  lateBlocker,
  outOfSequence,
  overloaded,
  ownerConflict,
  priorityConflict,
  reopenedBlocker,
  slippedDate,
  staleKnowledge,
  stalled,
  unansweredReview,
  unblocked,
  unowned,
];
