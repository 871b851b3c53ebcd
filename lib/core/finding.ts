import type { Day } from './item.ts';
import type { ItemKey } from './key.ts';
import type { Account } from './person.ts';
import type { FactName } from './snapshot.ts';
import type { Like } from './twin.ts';

/** Every signal there is, in order (S). Each has a file of its own beside `lib/signals`, which a test holds to this list. */
export const signalIds = [
  'blocked-cycle',
  'bottleneck',
  'closed-with-open-blocker',
  'late-blocker',
  'out-of-sequence',
  'overloaded',
  'owner-conflict',
  'priority-conflict',
  'reopened-blocker',
  'slipped-date',
  'stale-knowledge',
  'stalled',
  'twin',
  'unanswered-review',
  'unblocked',
  'unowned',
] as const;
export type SignalId = (typeof signalIds)[number];

type Pascal<Text extends string> = Text extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${Pascal<Rest>}`
  : Capitalize<Text>;

/** The title of a signal, as a message's id: that of `late-blocker` is `checkLateBlocker`. */
export type SignalTitle = `check${Pascal<SignalId>}`;

export const titleOf = (signal: SignalId): SignalTitle =>
  `check${`-${signal}`.replace(/-(.)/gu, (_, first: string) => first.toUpperCase())}` as SignalTitle;

/** A value in what a finding says; the words and their form are made where it is shown. */
export type Argument =
  | { readonly item: ItemKey }
  | { readonly people: readonly Account[] }
  | { readonly day: Day }
  /** Milliseconds. */
  | { readonly at: number }
  | { readonly count: number };

/** A message id and its arguments: no sentence is stored (decisions: Findings). */
export interface Saying {
  readonly id: string;
  readonly args: { readonly [name: string]: Argument };
}

/** A fact that the finding rests on. When and where it was seen is looked up where it is shown (K3). */
export interface Evidence {
  readonly item: ItemKey;
  readonly fact: FactName | 'waits' | 'owner';
  /** For `waits`: what it waits on. */
  readonly on?: ItemKey;
}

/** What can be done about it from where it is shown. Nothing is sent or moved: words are prepared, and copied (T3, E2). */
export type Step =
  /** "I'll take it". */
  | { readonly type: 'claim'; readonly item: ItemKey }
  | { readonly type: 'name-owner'; readonly item: ItemKey }
  /** Words to ask somebody about an item with. */
  | { readonly type: 'ask'; readonly item: ItemKey; readonly who: readonly Account[] }
  | { readonly type: 'propose-date'; readonly item: ItemKey; readonly day: Day; readonly who: readonly Account[] }
  /** "Not a dependency". */
  | { readonly type: 'cut'; readonly blocker: ItemKey; readonly blocked: ItemKey }
  | { readonly type: 'review'; readonly item: ItemKey }
  | { readonly type: 'begin'; readonly item: ItemKey }
  /** Its page is to be opened: reading it tells what is missing. */
  | { readonly type: 'look'; readonly item: ItemKey }
  /** To say what the two are to each other (W2, W3). */
  | { readonly type: 'settle'; readonly item: ItemKey; readonly like: Like };

/** What a signal says of the work: a bad state, never a grade of a person (S). */
export interface Finding {
  readonly signal: SignalId;
  /** What it is about: an item's key, or `person:` and an account's id. With the signal it names the finding. */
  readonly subject: string;
  /** The items it speaks of; where it is about an item, that one first. */
  readonly items: readonly [ItemKey, ...ItemKey[]];
  /** Who should act, or should know. */
  readonly concerns: readonly Account[];
  readonly says: Saying;
  readonly evidence: readonly Evidence[];
  readonly next: readonly [Step, ...Step[]];
  /** False: needs a human look. */
  readonly sure: boolean;
  /** The nearest day that is at stake, for the order. */
  readonly by?: Day;
  /** Of a likeness: what the item is perhaps the same work as, the surest first (W1). */
  readonly likes?: Likes;
}

export type Likes = readonly [Like, ...Like[]];

/** Of its signal and what it is about: the same state of the same work has the same name, whatever it says in detail. */
export const findingId = ({ signal, subject }: Pick<Finding, 'signal' | 'subject'>): string => `${signal} ${subject}`;

const personPrefix = 'person:';

export const aboutPerson = (id: string): string => `${personPrefix}${id}`;

/** True where it is shown to the one concerned and in the people view only: it speaks of a person's load (S). */
export const isAboutPerson = ({ subject }: Pick<Finding, 'subject'>): boolean => subject.startsWith(personPrefix);

/** What judging gave. */
export interface Judgement {
  /** Everything that was judged, as findings name it; what was found about it before and is not here is gone. Absent: everything. */
  readonly subjects?: ReadonlySet<string>;
  readonly findings: readonly Finding[];
  /** Signals that broke on something; absent: none. What they said before stands. */
  readonly failed?: ReadonlySet<SignalId>;
  /** Texts were judged, and nothing else: what is said of the net stands. */
  readonly ofTexts?: true;
}
