import type { Evidence } from '../core/finding.ts';
import type { NetItem, Wait } from '../core/net/item.ts';

/** Hundreds may wait on one item, and a finding names them all; so many facts of one kind are named beside them. */
export const maxEvidence = 12;

/** That each of these waits stands: of the first of them. */
export const waitEvidence = (waits: readonly Wait[]): readonly Evidence[] =>
  waits.slice(0, maxEvidence).map(({ blocker, blocked }) => ({ item: blocked.key, fact: 'waits', on: blocker.key }));

/** In which state each is: of the first of them. */
export const stateEvidence = (items: readonly NetItem[]): readonly Evidence[] =>
  items.slice(0, maxEvidence).map(({ key }) => ({ item: key, fact: 'state' }));

/** Who answers for it: as stated, else as the tool says. */
export const ownerEvidence = ({ key, facts: { owner } }: NetItem): Evidence => ({
  item: key,
  fact: owner === undefined ? 'assignees' : 'owner',
});
