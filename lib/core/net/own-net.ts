import type { ItemKey } from '../key.ts';
import { type Account, accountId } from '../person.ts';
import { type Bound, type NetFacts, type NetItem, unseen, type WaitFacts } from './item.ts';

/** An item as the net itself changes it; everybody else sees a `NetItem`. */
export interface OwnItem {
  readonly key: ItemKey;
  facts: NetFacts;
  readonly blockers: OwnWait[];
  readonly dependents: OwnWait[];
  codeFor: readonly OwnItem[];
  codedBy: readonly OwnItem[];
  wave: number;
  cycle: OwnCycle | undefined;
  bound: Bound | undefined;
}

export interface OwnWait extends WaitFacts {
  readonly blocker: OwnItem;
  readonly blocked: OwnItem;
}

export interface OwnCycle {
  readonly members: readonly [OwnItem, ...OwnItem[]];
}

export interface OwnNet {
  readonly byKey: Map<ItemKey, OwnItem>;
  readonly answeredFor: Map<string, { readonly account: Account; readonly items: Set<NetItem> }>;
}

export const makeItem = (key: ItemKey, blockers: OwnWait[], dependents: OwnWait[]): OwnItem => ({
  key,
  facts: unseen,
  blockers,
  dependents,
  codeFor: noCode,
  codedBy: noCode,
  wave: Number.POSITIVE_INFINITY,
  cycle: undefined,
  bound: undefined,
});

/** Most items have none, all the same one. */
const noCode: readonly OwnItem[] = [];

export const itemIn = ({ byKey }: OwnNet, key: ItemKey): OwnItem => {
  const known = byKey.get(key);
  if (known !== undefined) return known;
  const made = makeItem(key, [], []);
  byKey.set(key, made);
  return made;
};

/** O1, O3: who answers for an item: the stated owner, else its assignees. */
export const answerers = ({ owner, assigned = [] }: Pick<NetFacts, 'owner' | 'assigned'>): readonly Account[] =>
  owner === undefined ? assigned : [owner.who];

export const setFacts = ({ answeredFor }: OwnNet, item: OwnItem, facts: NetFacts): void => {
  for (const account of answeredNow(item)) {
    const id = accountId(account);
    const there = answeredFor.get(id);
    there?.items.delete(item);
    if (there?.items.size === 0) answeredFor.delete(id);
  }
  item.facts = facts;
  for (const account of answeredNow(item)) {
    const id = accountId(account);
    const there = answeredFor.get(id) ?? { account, items: new Set() };
    there.items.add(item);
    answeredFor.set(id, there);
  }
};

const answeredNow = ({ facts }: OwnItem): readonly Account[] =>
  facts.state === 'open' || facts.state === 'in-progress' ? answerers(facts) : [];

/** Most waits have the same few fields: as one shape they are read faster, and take less room. */
export const makeWait = (blocker: OwnItem, blocked: OwnItem, facts: WaitFacts): OwnWait =>
  facts.needed === undefined && facts.promised === undefined
    ? { blocker, blocked, hard: facts.hard, since: facts.since }
    : { blocker, blocked, ...facts };

export const join = (blocker: OwnItem, blocked: OwnItem, facts: WaitFacts): OwnWait => {
  const wait = makeWait(blocker, blocked, facts);
  blocker.dependents.push(wait);
  blocked.blockers.push(wait);
  return wait;
};

export const joinCode = (own: OwnNet, code: ItemKey, ticket: ItemKey): void => {
  const [from, to] = [itemIn(own, code), itemIn(own, ticket)];
  if (from.codeFor.includes(to)) return;
  from.codeFor = [...from.codeFor, to];
  to.codedBy = [...to.codedBy, from];
};

export const partCode = (code: OwnItem | undefined, ticket: OwnItem | undefined): void => {
  if (code === undefined || ticket === undefined) return;
  code.codeFor = code.codeFor.filter((item) => item !== ticket);
  ticket.codedBy = ticket.codedBy.filter((item) => item !== code);
};
