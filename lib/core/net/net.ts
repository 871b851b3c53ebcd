import type { ItemKey } from '../key.ts';
import type { Account } from '../person.ts';
import { answerWhole } from './answers.ts';
import type { NetChange, NetEdit } from './edit.ts';
import type { NetItem } from './item.ts';
import type { OwnNet } from './own-net.ts';
import { applyEdit } from './update.ts';
import { wholeNet } from './whole.ts';

/**
 * Everything known, as one net: items, what waits on what, and what the whole says of each. Built once from a packed row
 * and changed by edits; after each one its answers are what building it anew would give (tested).
 */
export interface Net {
  readonly item: (key: ItemKey) => NetItem | undefined;
  readonly items: () => Iterable<NetItem>;
  readonly size: () => number;
  /** Open items that each account answers for, by `accountId`: as stated owner, else as assignee. */
  readonly answeredFor: ReadonlyMap<string, Answering>;
  readonly apply: (edit: NetEdit) => NetChange;
}

export interface Answering {
  readonly account: Account;
  readonly items: ReadonlySet<NetItem>;
}

/** The net that an edit makes of nothing: its answers are computed once, over the whole. */
export const buildNet = (all: NetEdit): Net => {
  const own = wholeNet(all);
  answerWhole(own.byKey);
  return netOf(own);
};

/** A net whose answers stand, as everybody else sees it. */
export const netOf = (own: OwnNet): Net => ({
  item: (key) => own.byKey.get(key),
  items: () => own.byKey.values(),
  size: () => own.byKey.size,
  answeredFor: own.answeredFor,
  apply: (edit) => applyEdit(own, edit),
});
