import type { Day, Rank, State } from '../../lib/core/item.ts';
import type { NetEdit } from '../../lib/core/net/edit.ts';
import type { NetFacts, WaitFacts } from '../../lib/core/net/item.ts';
import type { Account } from '../../lib/core/person.ts';
import { dayLength, daysBefore } from '../../lib/core/working-days.ts';
import type { Draft, DraftWait, Project } from './draft.ts';
import { memberOf } from './people.ts';
import type { Random } from './random.ts';

/** The day on which the work stands as it is generated, a Friday; and when it began, in milliseconds. */
export const workToday: Day = '2026-11-20';
export const workDayBegan = Date.parse(`${workToday}T00:00:00Z`);

const timeAt = (day: number): number => Math.round(workDayBegan + (day + 0.5) * dayLength);
const dayAt = (day: number): Day => daysBefore(workToday, -Math.floor(day));
/** Nothing is due on a weekend. */
const workedAt = (day: number): Day => {
  const sinceFriday = ((Math.floor(day) % 7) + 7) % 7;
  return dayAt(sinceFriday === 1 ? day + 2 : sinceFriday === 2 ? day + 1 : day);
};

const dropped = 0.06;
/** Dates are told by the tools where people plan with them. */
const dated: { readonly [tool: string]: number } = { jira: 0.6, github: 0.35, asana: 0.75 };

export const factsOf = (draft: Draft, team: readonly Account[], random: Random): NetFacts => {
  const state = stateOf(draft, random);
  const isOver = state === 'done' || state === 'dropped';
  return {
    state,
    ...timesOf(draft, state, random),
    ...datesOf(draft, isOver, random),
    ...rankOf(draft, random),
    ...peopleOf(draft, isOver, team, random),
  };
};

const stateOf = (draft: Draft, random: Random): State => {
  if (draft.end <= 0) return random.chance(dropped) ? 'dropped' : 'done';
  if (random.chance(0.003)) return 'unknown';
  const canBegin = draft.blockers.every(({ end }) => end <= 0);
  return random.chance(canBegin ? 0.45 : 0.03) ? 'in-progress' : 'open';
};

/** Most open work moved within weeks and was seen within days; of what is closed the end is known where it was seen open. */
const timesOf = ({ created, end }: Draft, state: State, random: Random): Partial<NetFacts> => {
  if (end <= 0) {
    const seen = -random.next() * Math.min(-end, 60);
    return {
      moved: timeAt(end),
      seen: wholeDay(seen),
      ...(random.chance(0.75) ? { closed: timeAt(end) } : {}),
    };
  }
  const moved = Math.max(created, -random.around(state === 'in-progress' ? 5 : 25));
  const seen = Math.max(moved, -random.around(random.chance(0.85) ? 1.5 : 15));
  return {
    moved: timeAt(moved),
    seen: wholeDay(seen),
    ...(random.chance(0.02) ? { reopened: timeAt(moved) } : {}),
  };
};

const wholeDay = (day: number): number => Math.floor(timeAt(day) / dayLength) * dayLength;

/** Where the plan ends, with the slack of the project; some before what they wait on ends. */
const datesOf = ({ end, project }: Draft, isOver: boolean, random: Random): Partial<NetFacts> => {
  if (!random.chance(dated[project.site.tool] ?? 0)) return random.chance(0.7) ? { due: null } : {};
  const due = end + project.slack - (random.chance(0.04) ? random.around(12) : 0);
  const slipped = !isOver && random.chance(0.1);
  return {
    due: workedAt(due),
    ...(slipped ? { slipped: { from: workedAt(due - 3 - random.around(10)), at: timeAt(-random.around(15)) } } : {}),
  };
};

const ranks: readonly Rank[] = ['normal', 'high', 'normal', 'low', 'normal', 'normal', 'urgent', 'normal'];

/** Mostly that of its stream. */
const rankOf = ({ stream }: Draft, random: Random): Partial<NetFacts> => {
  const share = random.next();
  if (share < 0.3) return {};
  if (share < 0.4) return { rank: null };
  return { rank: share < 0.9 ? (ranks[stream % ranks.length] ?? 'normal') : random.pick(ranks) };
};

const peopleOf = (
  { isRequest, created, stream }: Draft,
  isOver: boolean,
  team: readonly Account[],
  random: Random,
): Partial<NetFacts> => {
  // A stream is mostly one person's work.
  const lead = team[stream % team.length];
  const one = (): Account => (lead !== undefined && random.chance(0.6) ? lead : memberOf(team, random));
  const some = (count: number): readonly Account[] => [...new Set(Array.from({ length: count }, one))];
  const assigned = random.next();
  const isAsked = isRequest && !isOver && random.chance(0.6);
  return {
    // A tenth is seen to be nobody's, of a few nothing was seen.
    ...(assigned < 0.04 ? {} : { assigned: assigned < 0.14 ? [] : some(assigned < 0.22 ? 2 : 1) }),
    ...(random.chance(0.03)
      ? {
          owner: {
            who: one(),
            accepted: random.chance(0.8),
            rivals: random.chance(0.06) ? some(1) : [],
          },
        }
      : {}),
    ...(isRequest || random.chance(0.6) ? { author: random.pick(team) } : {}),
    ...(isAsked ? { reviewers: some(1 + random.below(2)), asked: timeAt(Math.max(created, -random.around(4))) } : {}),
  };
};

/** A wait was written down about when what waits was made. */
export const waitOf = ({ blocked, hard }: DraftWait, random: Random): WaitFacts => {
  const since = Math.min(0, blocked.created + random.around(4));
  const needed = hard && random.chance(0.03);
  const promised = hard && random.chance(0.02);
  return {
    hard,
    since: timeAt(since),
    ...(needed ? { needed: workedAt(blocked.end - random.between(-1, 6)) } : {}),
    ...(promised ? { promised: workedAt(blocked.end - random.between(-3, 10)) } : {}),
  };
};

/** Most pull requests are code for the item before them in their stream. */
export const codeOf = (projects: readonly Project[], random: Random): NonNullable<NetEdit['code']> =>
  projects
    .flatMap(({ streams }) => streams)
    .flatMap((stream) =>
      stream.flatMap((draft, at) => {
        const ticket = stream[at - 1];
        return draft.isRequest && ticket !== undefined && random.chance(0.8)
          ? [{ code: draft.key, ticket: ticket.key, stands: true }]
          : [];
      }),
    );
