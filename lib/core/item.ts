import type { ItemKey } from './key.ts';
import type { Person } from './person.ts';

/** The first two block, `done` and `dropped` do not, `unknown` is neither (D2). */
export type State = 'open' | 'in-progress' | 'done' | 'dropped' | 'unknown';

export type Kind = 'issue' | 'pull-request' | 'task' | 'discussion';

/** T4: one scale for every tool's priorities. A priority that was not seen is absent, not `normal`. */
export type Rank = 'urgent' | 'high' | 'normal' | 'low';

export interface Priority {
  /** The tool's own word, as shown. */
  readonly word: string;
  /** Absent where the word has no place on the scale. */
  readonly rank?: Rank;
}

/** A day, `YYYY-MM-DD`. */
export type Day = string;
/** An instant as the page gives it: ISO 8601, with or without a time. */
export type Instant = string;

/** How the item that says so stands to `key`: "this item `blocked-by` key". */
export type LinkKind =
  | 'blocks'
  | 'blocked-by'
  | 'duplicates'
  | 'duplicated-by'
  | 'relates'
  | 'part-of'
  | 'has-part'
  | 'implements'
  | 'implemented-by'
  | 'mentions';

/**
 * Where on a page links were found; also their origin (D3). Each is a field of its own, so that a page that shows
 * one of them says nothing about the others.
 * - `relations`: the tool's own links and dependencies
 * - `hierarchy`: parent and children
 * - `development`: what the tool itself says a pull request closes, or what closes an issue
 * - `code`: what a pull request is code for by its title, branch, closing keyword, key or address (D8)
 * - `text`: dependency words in the item's own text and visible comments (D7)
 * - `mentions`: other items named in its text
 */
export const linkGroups = ['relations', 'hierarchy', 'development', 'code', 'text', 'mentions'] as const;
export type LinkGroup = (typeof linkGroups)[number];

export interface Link {
  readonly kind: LinkKind;
  readonly key: ItemKey;
  /** The tool's or the writer's own words for it. */
  readonly word?: string;
  /** Who wrote it, where it stands in somebody's text (D7). */
  readonly by?: Person;
  /** False for "better after" (D1). Absent: hard. */
  readonly hard?: boolean;
  readonly needed?: Day;
  readonly promised?: Day;
}

export interface Review {
  readonly by: Person;
  readonly verdict: 'approved' | 'changes-requested' | 'commented' | 'dismissed';
  /** The commit that was reviewed, where the page tells. */
  readonly commit?: string;
  readonly at?: Instant;
}

/**
 * What can be said about an item. K4: a field that was not seen is absent; one that was seen and is empty is `[]`,
 * `null` or `''`.
 */
export interface Facts {
  readonly kind?: Kind;
  readonly title?: string;
  readonly state?: State;
  /** The state in the tool's own word. */
  readonly word?: string;
  /** People and teams. */
  readonly assignees?: readonly Person[];
  readonly author?: Person;
  /** Asked for a review that is not given yet. */
  readonly reviewers?: readonly Person[];
  readonly reviews?: readonly Review[];
  readonly priority?: Priority | null;
  readonly labels?: readonly string[];
  readonly due?: Day | null;
  readonly created?: Instant;
  readonly updated?: Instant;
  readonly closed?: Instant | null;
  /** Head branch and head commit of a pull request. */
  readonly branch?: string;
  readonly commit?: string;
  /** The projects it stands in, where the address does not say (several for tools that allow it). */
  readonly projects?: readonly string[];
  readonly links?: { readonly [Group in LinkGroup]?: readonly Link[] };
  /** The first 120 tokens of the description. */
  readonly description?: string;
  /** A hash of the whole normalised description (A1). Only hashes of one source may be compared. */
  readonly digest?: string;
  /** The page shows that an agent made it (bot author, "generated with" line): whose name it shows. */
  readonly agent?: string;
}

/** What one page said about one item. */
export interface Observation {
  readonly key: ItemKey;
  readonly facts: Facts;
  /** `item`: the item's own page. `list`: a row, a card or a line about it on another page. */
  readonly from: 'item' | 'list';
  /** Other identities that the page tells of it (numeric id, node id), spelled as keys; they survive a moved key (K2). */
  readonly aliases?: readonly string[];
  /** Groups of links that may be longer than what was shown: what is known of them is added to, not replaced. */
  readonly partial?: readonly LinkGroup[];
}

/** Bounds on what is taken from a page (P2). What is longer is cut, what is more is left out. */
export const bounds = {
  title: 500,
  word: 80,
  name: 120,
  handle: 120,
  label: 100,
  people: 50,
  labels: 60,
  links: 300,
  reviews: 100,
  /** Tokens and characters of a description. */
  tokens: 120,
  description: 2_000,
  /** Characters of text that are searched for links, for each block of text. */
  text: 20_000,
  /** Items of one page. */
  listed: 1_000,
} as const;

export const isClosed = (state: State): boolean => state === 'done' || state === 'dropped';
