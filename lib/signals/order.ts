import type { NetItem, Wait } from '../core/net/item.ts';

export const byKey = (a: Pick<NetItem, 'key'>, b: Pick<NetItem, 'key'>): number =>
  a.key < b.key ? -1 : Number(a.key > b.key);

/** Waits in the order of what waits, or of what is waited for: their lists are in none. */
export const byBlocked = (waits: readonly Wait[]): readonly Wait[] =>
  waits.length < 2 ? waits : [...waits].sort((a, b) => byKey(a.blocked, b.blocked));
export const byBlocker = (waits: readonly Wait[]): readonly Wait[] =>
  waits.length < 2 ? waits : [...waits].sort((a, b) => byKey(a.blocker, b.blocker));
