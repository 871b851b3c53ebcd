import { type SignalId, type SignalTitle, titleOf } from './finding.ts';
import type { Day, State } from './item.ts';
import { isClosed } from './item.ts';
import type { ListedView } from './item-view.ts';
import type { ItemKey, Place, Site } from './key.ts';
import { splitKey } from './key.ts';
import type { Account } from './person.ts';
import type { TwinReason } from './twin.ts';
import type { DependencyView, ItemBrief, ItemView, OwnerView } from './view.ts';

/** An item as the overlays on a page name it: with the words that only its tool knows. */
export interface NamedItem extends ItemBrief {
  /** The tool's name, for people. */
  readonly tool: string;
  /** How people say its key. Absent where the reference is a bare number. */
  readonly short?: string;
}

/** One thing that the strip says; the words are made where it is drawn. */
export type StripPart =
  | { readonly type: 'drift'; readonly missing: readonly string[] }
  /** `claimAs`: nobody is known to own it and this is me here: "I'll take it". */
  | { readonly type: 'owner'; readonly owner: OwnerView; readonly claimAs?: Account }
  | {
      readonly type: 'blocked';
      readonly by: NamedItem;
      readonly status: 'blocking' | 'unknown';
      /** False: "better after". */
      readonly hard: boolean;
      /** Milliseconds. */
      readonly since: number;
      /** How many others it waits on as well. */
      readonly more: number;
    }
  /** Closed and not done: it does not block, but nobody did it (D2). */
  | { readonly type: 'not-done'; readonly item: NamedItem }
  /** Everything it waited on is done; the latest of them. */
  | { readonly type: 'free'; readonly item: NamedItem }
  /** The most pressing of what needs a look, and how many others do. Its title is a message. */
  | { readonly type: 'finding'; readonly title: SignalTitle; readonly more: number }
  /** W1: what it is perhaps the same work as, the surest first. */
  | { readonly type: 'likes'; readonly items: readonly NamedItem[]; readonly why?: LikeWhy }
  /** `early`: how many of them are due before this item is (T1). */
  | { readonly type: 'waiting'; readonly count: number; readonly early: number };

/** An item that another is perhaps the same work as, and why. */
export interface NamedLike {
  readonly item: NamedItem;
  readonly reasons: readonly TwinReason[];
}

/** What speaks for a likeness in words that both say, as a message. */
export interface LikeWhy {
  readonly id: 'twinIdentifiers' | 'twinRareWords';
  readonly words: readonly string[];
}

/** The line under an item's title. No parts: there is nothing to say, and only the mark beside the title stands. */
export interface StripView {
  readonly key: ItemKey;
  readonly parts: readonly StripPart[];
}

/** What a mark at a listed item means; one for each item (Q1), the most pressing. */
export type MarkLevel = 'awaited-unowned' | 'blocked' | 'blocking' | 'finding';

export interface MarkView {
  readonly key: ItemKey;
  readonly level: MarkLevel;
  /** How many open items it must wait for. */
  readonly blockers: number;
  /** How many open items must wait for it. */
  readonly waiting: number;
  /** The title of the most pressing of what needs a look, a message. */
  readonly title?: SignalTitle;
}

/** What the card on a link says. */
export interface CardView {
  readonly item: NamedItem;
  /** What it waits on, open or not known; the first three. */
  readonly blockers: readonly NamedItem[];
  readonly moreBlockers: number;
  readonly waiting: number;
  /** It has something to say: worth a card on a link within its own tool as well. */
  readonly speaks: boolean;
}

/** The background's answer to a page. */
export interface PageAnswer {
  /** About the page's own item. Absent: the address names none. */
  readonly strip?: StripView;
  /** About listed items, only those that have something to say. */
  readonly marks: readonly MarkView[];
  /** Q3: everything drawn on pages is switched off. */
  readonly hidden: boolean;
  /** What readers need to know of the world. */
  readonly sites: readonly Site[];
  readonly places: readonly Place[];
  /** Something of what the page said or asked about is not kept (K7). */
  readonly refused?: true;
  /**
   * The name of the store, a space, and a word: another word than before, and what was not kept then may be kept now, and
   * is to be said again. Another store: what was there was deleted.
   */
  readonly door: string;
}

export interface NamingContext {
  readonly name: (key: ItemKey) => { readonly tool: string; readonly short?: string };
  /** P3: nothing but key, state and owner of this item may be shown on this page. */
  readonly withhold: (key: ItemKey) => boolean;
}

export interface StripContext extends NamingContext {
  /** My confirmed account on the page's site. */
  readonly me?: Account;
  /** What needs a look, as signals say it, the most pressing first; those only that speak on pages. */
  readonly signals: readonly SignalId[];
  /** W1: what it is perhaps the same work as, the surest first; three at most. */
  readonly likes: readonly NamedLike[];
  /** Q3: whether a signal speaks on pages. */
  readonly speaks: (signal: SignalId) => boolean;
}

/** What may be withheld on a page: details of another tool's items, where strangers read along or a setting says so (P3). */
export const withholdFrom =
  (page: ItemKey | string, discreet: boolean) =>
  (key: ItemKey): boolean =>
    discreet && splitKey(key).tool !== splitKey(page as ItemKey).tool;

export const named = (brief: ItemBrief, { name, withhold }: NamingContext): NamedItem => {
  if (!withhold(brief.key)) return { ...brief, ...name(brief.key) };
  const { key, kind, state, owner, lastSeen } = brief;
  return {
    key,
    state,
    owner,
    ...(kind === undefined ? {} : { kind }),
    ...(lastSeen === undefined ? {} : { lastSeen }),
    ...name(key),
  };
};

/** What the strip says about the page's own item. */
export const stripOf = (view: ListedView, context: StripContext): StripView => {
  const { item } = view;
  const drift = driftPart(view);
  const dependencies = isClosed(item.state) ? [] : dependencyParts(view, context);
  const finding = findingPart(dependencies, context);
  const speaks = context.signals.length + dependencies.length > 0 || item.owner.by === 'stated';
  return {
    key: item.key,
    parts: [
      ...drift,
      ...(speaks ? [ownerPart(item, context.me)] : []),
      ...finding,
      ...dependencies,
      ...likesPart(context),
    ],
  };
};

/** The mark of a listed item, or nothing: most rows have none. */
export const markOf = (view: ListedView, signal?: SignalId): MarkView | undefined => {
  const { item } = view;
  if (isClosed(item.state)) return undefined;
  const blockers = openBlockers(view).filter(({ hard, status }) => hard && status === 'blocking').length;
  const waiting = mustWait(view).length;
  const level = levelOf(item.owner, blockers, waiting) ?? (signal === undefined ? undefined : 'finding');
  if (level === undefined) return undefined;
  return { key: item.key, level, blockers, waiting, ...(signal === undefined ? {} : { title: titleOf(signal) }) };
};

const shownBlockers = 3;

export const cardOf = (view: ListedView, context: NamingContext): CardView => {
  const blockers = isClosed(view.item.state) ? [] : openBlockers(view);
  return {
    item: named(view.item, context),
    blockers: blockers.slice(0, shownBlockers).map(({ other }) => named(other, context)),
    moreBlockers: Math.max(0, blockers.length - shownBlockers),
    waiting: isClosed(view.item.state) ? 0 : mustWait(view).length,
    speaks: markOf(view) !== undefined || view.item.owner.by === 'stated',
  };
};

const levelOf = (owner: OwnerView, blockers: number, waiting: number): MarkLevel | undefined => {
  if (waiting > 0 && owner.by === 'nobody') return 'awaited-unowned';
  if (blockers > 0) return 'blocked';
  return waiting > 0 ? 'blocking' : undefined;
};

const driftPart = ({ item }: ListedView): readonly StripPart[] =>
  item.drift === undefined ? [] : [{ type: 'drift', missing: item.drift }];

/** What other parts of the strip say already is not said twice. */
const findingPart = (parts: readonly StripPart[], { signals }: StripContext): readonly StripPart[] => {
  const isFree = parts.some(({ type }) => type === 'free');
  const [signal, ...more] = signals.filter(
    (one) => one !== 'unowned' && one !== 'twin' && !(one === 'unblocked' && isFree),
  );
  return signal === undefined ? [] : [{ type: 'finding', title: titleOf(signal), more: more.length }];
};

const likesPart = ({ likes }: StripContext): readonly StripPart[] => {
  const [first] = likes;
  if (first === undefined) return [];
  const why = first.reasons.flatMap(whyOf)[0];
  return [{ type: 'likes', items: likes.map(({ item }) => item), ...(why === undefined ? {} : { why }) }];
};

/** The line has room for the words that both say; all else is told in the panel. */
const whyOf = (reason: TwinReason): readonly LikeWhy[] => {
  switch (reason.type) {
    case 'identifiers':
      return [{ id: 'twinIdentifiers', words: reason.words }];
    case 'rare-words':
      return [{ id: 'twinRareWords', words: reason.words }];
    default:
      return [];
  }
};

const ownerPart = ({ owner }: ItemBrief, me: Account | undefined): StripPart => ({
  type: 'owner',
  owner,
  ...(me !== undefined && (owner.by === 'nobody' || owner.by === 'unknown') ? { claimAs: me } : {}),
});

const dependencyParts = (view: ListedView, context: StripContext): readonly StripPart[] => {
  const parts: StripPart[] = [];
  const waits = openBlockers(view);
  const [first] = waits;
  if (first !== undefined) {
    parts.push({
      type: 'blocked',
      by: named(first.other, context),
      status: first.status === 'unknown' ? 'unknown' : 'blocking',
      hard: first.hard,
      since: first.since,
      more: waits.length - 1,
    });
  }
  const dropped = view.blockers.find(({ status }) => status === 'dropped');
  if (dropped !== undefined) parts.push({ type: 'not-done', item: named(dropped.other, context) });
  const cleared = view.blockers.find(({ status }) => status === 'cleared');
  if (parts.length === 0 && cleared !== undefined && context.speaks('unblocked'))
    parts.push({ type: 'free', item: named(cleared.other, context) });
  const waiting = mustWait(view);
  if (waiting.length > 0) {
    const { due } = view.item;
    const early = context.speaks('late-blocker') ? waiting.filter(wantedBefore(due)).length : 0;
    parts.push({ type: 'waiting', count: waiting.length, early });
  }
  return parts;
};

/** Same day is fine; a missing date gives no conflict (T1, T2). */
const wantedBefore =
  (due: Day | null | undefined) =>
  ({ needed, other }: DependencyView): boolean => {
    const wanted = needed ?? other.due;
    return due != null && wanted != null && wanted < due;
  };

/** What it waits on: what must come first before what better does, known to be open before not known. */
const openBlockers = ({ blockers }: Pick<ItemView, 'blockers'>): readonly DependencyView[] =>
  blockers
    .filter(({ status }) => status === 'blocking' || status === 'unknown')
    .sort((a, b) => Number(b.hard) - Number(a.hard) || Number(a.status === 'unknown') - Number(b.status === 'unknown'));

const mustWait = ({ dependents }: Pick<ItemView, 'dependents'>): readonly DependencyView[] =>
  dependents.filter(({ hard, other }) => hard && !isClosed(other.state as State));
