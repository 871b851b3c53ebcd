import { find } from '../../lib/signals/find.ts';
import { signals, twin } from '../../lib/signals/index.ts';
import type { Judge } from '../../lib/store/index.ts';

const weights = new Map([...signals, twin].map(({ id, weight }) => [id, weight]));

/** How the store makes findings. A signal that breaks is reported by its name, and the others go on. */
export const judgeWith = (report: Judge['report']): Judge => ({
  find: (world, about) =>
    find(signals, world, { about, report: (signal, error) => report(`the check ${signal}`, error) }),
  alike: twin.judge,
  weightOf: (signal) => weights.get(signal) ?? 3,
  report,
});
