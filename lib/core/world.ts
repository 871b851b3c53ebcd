import type { Day } from './item.ts';
import { isSite } from './key.ts';
import type { NetItem } from './net/item.ts';
import type { Answering, Net } from './net/net.ts';
import { answerers } from './net/own-net.ts';
import { type Account, accountId, fuller, isMe, type Me } from './person.ts';
import type { Settings, Thresholds } from './settings.ts';
import { dayLength, daysBefore, type WorkingDays, workingDaysOf } from './working-days.ts';

/**
 * What signals judge: the net, whose eyes, and which day. It knows no hour: as long as a day lasts nothing ages, so that
 * what is kept is what judging everything again would give.
 */
export interface World {
  readonly net: Net;
  readonly me: Me;
  readonly today: Day;
  readonly thresholds: Thresholds;
  /** Q2: the days after which knowledge is too old. */
  readonly fresh: number;
  readonly working: WorkingDays;
  /** The day of an instant (milliseconds); one that is later than today is today. */
  readonly dayOf: (at: number) => Day;
  /** Whole days that have passed since (milliseconds). */
  readonly daysSince: (at: number) => number;
  /**
   * One person, all of whose open items are known: all accounts of mine are one, of others each is its own. What my team
   * answers for is not mine.
   */
  readonly person: (account: Account) => PersonOf;
}

export interface PersonOf {
  /** `me`, or the account's id. */
  readonly id: string;
  readonly accounts: readonly Account[];
  readonly items: readonly NetItem[];
}

export interface WorldNeeds {
  readonly me: Me;
  /** The day it is for the person, and when it began there (milliseconds). */
  readonly today: Day;
  readonly dayBegan: number;
  readonly settings: Pick<Settings, 'thresholds' | 'ages' | 'week'>;
}

export const worldOf = (net: Net, { me, today, dayBegan, settings }: WorldNeeds): World => {
  const daysSince = (at: number): number => Math.max(0, Math.ceil((dayBegan - at) / dayLength));
  const days = new Map<number, Day>();
  const mine = new WeakMap<Account, boolean>();
  const isMine = (account: Account): boolean => {
    const known = mine.get(account) ?? (account.kind !== 'team' && isMe(me, account));
    mine.set(account, known);
    return known;
  };
  return {
    net,
    me,
    today,
    thresholds: settings.thresholds,
    fresh: settings.ages.fresh,
    working: workingDaysOf(settings.week),
    daysSince,
    dayOf: (at) => {
      const count = daysSince(at);
      const day = days.get(count) ?? daysBefore(today, count);
      days.set(count, day);
      return day;
    },
    person: (account) => personIn(net, me, isMine, account),
  };
};

/** Which of several spellings of an account are mine may differ by the name: each item is asked for those that it has. */
const personIn = (net: Net, me: Me, isMine: (account: Account) => boolean, account: Account): PersonOf => {
  const id = isMine(account) ? 'me' : accountId(account);
  const isTheirs = (one: Account): boolean => (isMine(one) ? 'me' : accountId(one)) === id;
  const items = new Set<NetItem>();
  let spelled: Account | undefined;
  for (const answering of id === 'me' ? perhapsMine(net, me, isMine) : [net.answeredFor.get(id)]) {
    for (const item of answering?.items ?? []) {
      for (const one of answerers(item.facts)) {
        if (!isTheirs(one)) continue;
        items.add(item);
        spelled = spelled === undefined ? one : fuller(spelled, one);
      }
    }
  }
  return {
    id,
    accounts: id === 'me' ? me.accounts.filter(({ kind }) => kind !== 'team') : [spelled ?? account],
    items: [...items].sort((a, b) => (a.key < b.key ? -1 : 1)),
  };
};

/** An account that is known to me by its name alone may be mine in one spelling and not in another. */
const perhapsMine = (
  { answeredFor }: Net,
  { accounts }: Me,
  isMine: (account: Account) => boolean,
): readonly Answering[] => {
  const byName = accounts.filter(({ handle }) => handle === undefined);
  return [...answeredFor.values()].filter(
    ({ account }) => isMine(account) || byName.some((one) => isSite(one, account)),
  );
};
