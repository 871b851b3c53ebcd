import type { Aside } from '../core/aside.ts';
import { type Evidence, isAboutPerson } from '../core/finding.ts';
import { standing } from '../core/finding-aside.ts';
import type { KeptFinding } from '../core/findings-view.ts';
import { type ItemKey, placeId, siteOf, splitKey } from '../core/key.ts';
import { withLikes } from '../core/likes.ts';
import { isMe, type Me } from '../core/person.ts';
import { allowsPlace, type Policy } from '../core/policy.ts';
import { reachOf, type Settings } from '../core/settings.ts';
import type { TwinReason } from '../core/twin.ts';
import { worksOn } from './admission.ts';
import type { Tools } from './needs.ts';

/** What decides which findings are shown. */
export interface Sieve {
  readonly settings: Settings;
  readonly policy: Policy;
  readonly me: Me;
  readonly tools: Pick<Tools, 'place'>;
  /** Places that were said to be none of mine, by `placeId`. */
  readonly refused: ReadonlySet<string>;
}

export const sieveOf = (from: Omit<Sieve, 'refused'>): Sieve => ({
  ...from,
  refused: new Set(from.settings.places.filter(({ answer }) => answer === 'no').map(placeId)),
});

/** It concerns me. */
export const isMine = ({ concerns }: KeptFinding, me: Me): boolean => concerns.some((account) => isMe(me, account));

/**
 * Q3, P6: what may be shown in our own views: of a signal that is on, about work on a site and in a place that are on. What
 * speaks of a person's load is shown to that person alone (S).
 */
export const isShown = (finding: KeptFinding, sieve: Sieve): boolean =>
  reachOf(sieve.settings, finding.signal) !== 'off' &&
  (!isAboutPerson(finding) || isMine(finding, sieve.me)) &&
  isOn(finding.items[0], sieve);

/** What of these may be shown; of a likeness to several what it is like to where Crosstie works. */
export const shownAmong = (findings: readonly KeptFinding[], sieve: Sieve): readonly KeptFinding[] =>
  findings.flatMap((finding) =>
    isShown(finding, sieve) ? (withLikes(finding, ({ key }) => isOn(key, sieve), isToldBy(sieve)) ?? []) : [],
  );

const isToldBy =
  (sieve: Sieve) =>
  (reason: TwinReason): boolean =>
    reason.type !== 'shared-link' || isOn(reason.key, sieve);

const isOn = (key: ItemKey, { settings, policy, tools, refused }: Sieve): boolean => {
  const place = tools.place(key);
  return worksOn(siteOf(key), settings, policy) && allowsPlace(policy, place) && !refused.has(placeId(place));
};

/**
 * Q1, Q5: what is said on a page: of a signal that speaks there, not set aside, and nothing of a person's load. Of what is
 * nobody's only what somebody waits for: that it is begun or due without an owner is for the views.
 */
export const isSaidOnPages = (finding: KeptFinding, sieve: Sieve, today: string): boolean =>
  isShown(finding, sieve) &&
  !isAboutPerson(finding) &&
  reachOf(sieve.settings, finding.signal) === 'page' &&
  (finding.signal !== 'unowned' || finding.says.id === 'unowned-awaited') &&
  !standing(finding, asideOf(finding, sieve.settings.asides), today).away;

export const asideOf = ({ id }: KeptFinding, asides: readonly Aside[]): Aside | undefined =>
  asides.find(({ row }) => row === id);

/** What may be shown of another tool's item everywhere. */
const openly: ReadonlySet<Evidence['fact']> = new Set(['state', 'assignees', 'owner', 'waits']);

/** P3: on a page of this item it would tell of another tool's item more than its key, state and owner. */
export const tellsOfOthers = ({ evidence }: KeptFinding, page: ItemKey): boolean =>
  evidence.some(({ item, fact }) => splitKey(item).tool !== splitKey(page).tool && !openly.has(fact));
