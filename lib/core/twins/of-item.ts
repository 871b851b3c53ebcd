import { isClosed } from '../item.ts';
import type { Item } from '../snapshot.ts';
import type { TwinItem } from './text.ts';

/** What of an item likeness is judged by. Undefined: its title was never seen, and without one nothing is like it. */
export const twinItemOf = ({ key, facts }: Item): TwinItem | undefined => {
  const { title, description, kind, author, labels, created } = facts;
  if (title === undefined || title.value.trim() === '') return undefined;
  const made = timeOf(created?.value);
  const ended = closedAt(facts);
  return {
    key,
    title: title.value,
    ...(description === undefined ? {} : { description: description.value }),
    ...(kind === undefined ? {} : { kind: kind.value }),
    ...(made === undefined ? {} : { created: made }),
    ...(ended === undefined ? {} : { closed: ended }),
    ...(author === undefined ? {} : { author: author.value }),
    ...(labels === undefined ? {} : { labels: labels.value }),
  };
};

/** When the page says so, else since when it is known to be closed. */
const closedAt = ({ closed, state }: Item['facts']): number | undefined => {
  if (state !== undefined && !isClosed(state.value)) return undefined;
  const said = timeOf(closed?.value ?? undefined);
  if (said !== undefined || state === undefined) return said;
  return state.since ?? state.at;
};

const timeOf = (instant: string | undefined): number | undefined => {
  const time = instant === undefined ? Number.NaN : Date.parse(instant);
  return Number.isNaN(time) ? undefined : time;
};
