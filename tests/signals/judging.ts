import type { Finding } from '../../lib/core/finding.ts';
import type { Day } from '../../lib/core/item.ts';
import type { Account, Me } from '../../lib/core/person.ts';
import { nobody } from '../../lib/core/person.ts';
import { defaultSettings, type Settings } from '../../lib/core/settings.ts';
import { type World, worldOf } from '../../lib/core/world.ts';
import { find } from '../../lib/signals/find.ts';
import type { Signal } from '../../lib/signals/signal.ts';
import type { net } from '../nets.ts';
import { keyOf } from '../worlds.ts';

/** A Monday. Working days from there: 20th 1, 19th 2, 18th 3, 17th 4, 16th 5. */
export const today: Day = '2026-11-23';

/** Noon of a day, in milliseconds. */
export const noonOf = (day: Day): number => Date.parse(`${day}T12:00:00Z`);

const person = (handle: string, name: string): Account => ({ tool: 'github', site: 'github.com', handle, name });
export const ada = person('ada', 'Ada Okafor');
export const kofi = person('kofi', 'Kofi Lind');
export const mei = person('mei', 'Mei Tanaka');
export const payments: Account = { ...person('acme/payments', 'Payments'), kind: 'team' };

export interface Looking {
  readonly me?: Me;
  readonly day?: Day;
  readonly settings?: Partial<Settings>;
}

/** The world of a small net, on that Monday unless another day is given. */
export const worldAt = (
  work: Pick<ReturnType<typeof net>, 'build'>,
  { me = nobody, day = today, settings = {} }: Looking = {},
): World =>
  worldOf(work.build(), {
    me,
    today: day,
    dayBegan: Date.parse(`${day}T00:00:00Z`),
    settings: { ...defaultSettings, ...settings },
  });

/** What one signal finds in the whole of it, in order of what it is about. */
export const found = (
  signal: Signal,
  work: Pick<ReturnType<typeof net>, 'build'>,
  looking: Looking = {},
): readonly Finding[] =>
  [...find([signal], worldAt(work, looking)).findings].sort((a, b) => (a.subject < b.subject ? -1 : 1));

/** The one finding of which it is known that it is there. */
export const theOne = (findings: readonly Finding[]): Finding => {
  const [one, ...others] = findings;
  if (one === undefined || others.length > 0) throw new Error(`${findings.length} findings, not one`);
  return one;
};

/** The names of items, as a test wrote them. */
export const namesOf = (keys: readonly string[]): readonly string[] => keys.map((key) => key.slice(keyOf('').length));
