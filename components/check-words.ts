import { type SignalId, titleOf } from '../lib/core/finding.ts';

/** What a check looks for, in one sentence that somebody new understands; a message stands in the files for each (tested). */
export const whyOf = (signal: SignalId) => `${titleOf(signal)}Why` as const;
