import type { Account } from '../person.ts';
import { boundOf, sameBound, waveOf } from './answers.ts';
import { componentsOf, cycleOf } from './cycles.ts';
import type { NetChange, NetEdit } from './edit.ts';
import { isActive, type NetFacts, unseen, type WaitFacts } from './item.ts';
import {
  answerers,
  itemIn,
  join,
  joinCode,
  makeWait,
  type OwnCycle,
  type OwnItem,
  type OwnNet,
  type OwnWait,
  partCode,
  setFacts,
} from './own-net.ts';

/**
 * Changes the net by one edit and brings up to date what the whole says, looking only at what the change can reach. Waits
 * are taken one after another, so that waves are exact whenever a new one is tried for a circle: an item that another one
 * waits on, however far down, has a smaller wave, and most new waits are told to close none without a step.
 */
export const applyEdit = (own: OwnNet, edit: NetEdit): NetChange => {
  const update: Update = { own, changed: new Set(), people: new Set(), unbound: new Set() };
  for (const { key, facts } of edit.items ?? []) changeFacts(update, itemIn(own, key), facts ?? unseen);
  for (const { blocker, blocked, wait } of edit.waits ?? []) {
    if (blocker === blocked) continue;
    if (wait !== null) putWait(update, itemIn(own, blocker), itemIn(own, blocked), wait);
    else dropWait(update, own.byKey.get(blocker), own.byKey.get(blocked));
  }
  for (const { code, ticket, stands } of edit.code ?? []) {
    if (code === ticket) continue;
    if (stands) joinCode(own, code, ticket);
    else partCode(own.byKey.get(code), own.byKey.get(ticket));
    for (const key of [code, ticket]) note(update, own.byKey.get(key));
  }
  settleBounds(update);
  for (const item of update.changed) if (isNothing(item)) own.byKey.delete(item.key);
  return { items: update.changed, people: update.people };
};

interface Update {
  readonly own: OwnNet;
  readonly changed: Set<OwnItem>;
  readonly people: Set<Account>;
  /** Items whose bound may be another one. */
  readonly unbound: Set<OwnItem>;
}

const note = ({ changed }: Update, item: OwnItem | undefined): void => {
  if (item !== undefined) changed.add(item);
};

/** Nothing is known of it, and nobody names it. */
const isNothing = (item: OwnItem): boolean =>
  item.facts.seen === undefined &&
  item.facts.owner === undefined &&
  item.facts.sameWork === undefined &&
  item.blockers.length + item.dependents.length + item.codeFor.length + item.codedBy.length === 0;

const changeFacts = (update: Update, item: OwnItem, facts: NetFacts): void => {
  update.changed.add(item);
  for (const account of [...answerers(item.facts), ...answerers(facts)]) update.people.add(account);
  const { state, due } = item.facts;
  if (due !== facts.due) for (const { blocker } of item.blockers) update.unbound.add(blocker);
  if (state === facts.state) {
    setFacts(update.own, item, facts);
    return;
  }
  for (const { blocker } of item.blockers) update.unbound.add(blocker);
  update.unbound.add(item);
  const active = new Set([...item.blockers, ...item.dependents].filter(isActive));
  setFacts(update.own, item, facts);
  if (item.cycle !== undefined) reopenCycle(update, item.cycle);
  // As if it had no waits; those that are active from now on are tried for circles one by one.
  const begun = [...item.blockers, ...item.dependents].filter((wait) => isActive(wait) && !active.has(wait));
  settleWaves(update, [item, ...item.dependents.map(({ blocked }) => blocked)], new Set(begun));
  const untried = new Set(begun);
  for (const wait of begun) {
    untried.delete(wait);
    connect(update, wait, untried);
  }
};

const putWait = (update: Update, blocker: OwnItem, blocked: OwnItem, facts: WaitFacts): void => {
  const there = blocked.blockers.find((wait) => wait.blocker === blocker);
  if (there !== undefined) {
    if (there.hard === facts.hard) {
      replaceWait(there, facts);
      for (const end of [blocker, blocked]) note(update, end);
      update.unbound.add(blocker);
      return;
    }
    dropWait(update, blocker, blocked);
  }
  const wait = join(blocker, blocked, facts);
  for (const end of [blocker, blocked]) {
    note(update, end);
    update.unbound.add(end);
  }
  if (isActive(wait)) connect(update, wait, new Set());
  else settleWaves(update, [blocked], new Set());
};

const replaceWait = (there: OwnWait, facts: WaitFacts): void => {
  const { blocker, blocked } = there;
  const wait = makeWait(blocker, blocked, facts);
  blocker.dependents[blocker.dependents.indexOf(there)] = wait;
  blocked.blockers[blocked.blockers.indexOf(there)] = wait;
};

const dropWait = (update: Update, blocker: OwnItem | undefined, blocked: OwnItem | undefined): void => {
  const wait = blocked?.blockers.find((one) => one.blocker === blocker);
  if (blocker === undefined || blocked === undefined || wait === undefined) return;
  blocker.dependents.splice(blocker.dependents.indexOf(wait), 1);
  blocked.blockers.splice(blocked.blockers.indexOf(wait), 1);
  for (const end of [blocker, blocked]) {
    note(update, end);
    update.unbound.add(end);
  }
  if (blocked.cycle !== undefined && blocked.cycle === blocker.cycle) reopenCycle(update, blocked.cycle);
  settleWaves(update, [blocked], new Set());
};

/** A circle that lost a wait or a member: what is left of it. */
const reopenCycle = (update: Update, { members }: OwnCycle): void => {
  for (const member of members) {
    member.cycle = undefined;
    update.changed.add(member);
    update.unbound.add(member);
  }
  nameCycles(update, new Set(members), new Set());
  settleWaves(update, members, new Set());
};

const nameCycles = (update: Update, inside: ReadonlySet<OwnItem>, untried: ReadonlySet<OwnWait>): void => {
  const follows = (wait: OwnWait): boolean => isActive(wait) && !untried.has(wait) && inside.has(wait.blocker);
  for (const component of componentsOf(inside, follows)) {
    const cycle = cycleOf(component);
    if (cycle === undefined) continue;
    for (const member of component) {
      if (sameMembers(member.cycle, cycle)) continue;
      member.cycle = cycle;
      update.changed.add(member);
      update.unbound.add(member);
    }
  }
};

const sameMembers = (a: OwnCycle | undefined, b: OwnCycle): boolean =>
  a !== undefined && a.members.length === b.members.length && a.members.every((item, at) => item === b.members[at]);

/** A wait that is active now. `untried`: waits that are not to be followed yet. */
const connect = (update: Update, wait: OwnWait, untried: ReadonlySet<OwnWait>): void => {
  const { blocker, blocked } = wait;
  if (blocked.cycle === undefined || blocked.cycle !== blocker.cycle) {
    const round = reachedFrom(blocker, blocked, untried);
    if (round !== undefined) nameCycles(update, round, untried);
  }
  settleWaves(update, [blocked, ...membersWith(blocked)], untried);
};

const membersWith = ({ cycle }: OwnItem): readonly OwnItem[] => cycle?.members ?? [];

/** At least everything between `from` and `to`, against the waits; undefined where `from` does not wait on `to`. */
const reachedFrom = (from: OwnItem, to: OwnItem, untried: ReadonlySet<OwnWait>): ReadonlySet<OwnItem> | undefined => {
  const mayReach = (item: OwnItem): boolean =>
    item === to || item.wave > to.wave || item.wave === Number.POSITIVE_INFINITY;
  const seen = new Set<OwnItem>();
  const ahead: OwnItem[] = [];
  const look = (item: OwnItem): void => {
    if (seen.has(item) || !mayReach(item)) return;
    seen.add(item);
    // Beyond the end only its own circle is of interest, which becomes part of this one.
    if (item !== to || to.cycle !== undefined) ahead.push(item);
  };
  look(from);
  for (let item = ahead.pop(); item !== undefined; item = ahead.pop())
    for (const wait of item.blockers) if (isActive(wait) && !untried.has(wait)) look(wait.blocker);
  return seen.has(to) ? seen : undefined;
};

/** Waves go forwards, as far as they change. */
const settleWaves = (update: Update, from: readonly OwnItem[], untried: ReadonlySet<OwnWait>): void => {
  const queue = [...new Set(from)];
  const queued = new Set(queue);
  for (let at = 0; at < queue.length; at += 1) {
    const item = queue[at];
    if (item === undefined) continue;
    queued.delete(item);
    const wave = untried.size === 0 ? waveOf(item) : waveWithout(item, untried);
    if (wave === item.wave) continue;
    item.wave = wave;
    update.changed.add(item);
    for (const { blocked } of item.dependents) {
      if (queued.has(blocked)) continue;
      queued.add(blocked);
      queue.push(blocked);
    }
  }
};

const waveWithout = (item: OwnItem, untried: ReadonlySet<OwnWait>): number =>
  item.blockers.some((wait) => untried.has(wait))
    ? waveOf({ ...item, blockers: item.blockers.filter((wait) => !untried.has(wait)) })
    : waveOf(item);

/** Dates go backwards, as far as they change; the items of a circle share one. */
const settleBounds = (update: Update): void => {
  const queue = [...update.unbound];
  const queued = new Set(queue);
  for (let at = 0; at < queue.length; at += 1) {
    const item = queue[at];
    if (item === undefined) continue;
    queued.delete(item);
    const members = item.cycle === undefined ? [item] : membersWith(item);
    const bound = boundOf(members);
    for (const member of members) {
      if (sameBound(member.bound, bound)) continue;
      member.bound = bound;
      update.changed.add(member);
      for (const { blocker } of member.blockers) {
        if (queued.has(blocker)) continue;
        queued.add(blocker);
        queue.push(blocker);
      }
    }
  }
};
