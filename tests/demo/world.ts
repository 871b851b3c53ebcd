import { type Day, realToday } from './dates.ts';
import { manyItems } from './many.ts';
import { people } from './people.ts';
import { story } from './story.ts';

/** Somebody of the story, as each tool knows them. */
export interface Person {
  readonly name: string;
  /** GitHub account name. */
  readonly login: string;
  /** Jira account id. */
  readonly account: string;
  readonly initials: string;
  /** One of six avatar colours. */
  readonly colour: number;
  readonly bot?: boolean;
}

/** Text as somebody wrote it: paragraphs at empty lines, `> ` quotes, addresses become links. */
export type Prose = string;

export interface Comment {
  readonly by: Person;
  readonly on: Day;
  readonly text: Prose;
}

export interface GitHubItem {
  readonly tool: 'github';
  /** `acme/api#45`: also its name in the world. */
  readonly ref: string;
  readonly kind: 'issue' | 'pull';
  readonly title: string;
  readonly state: 'open' | 'draft' | 'closed' | 'not-planned' | 'merged';
  readonly author: Person;
  readonly assignees: readonly Person[];
  readonly labels: readonly string[];
  readonly opened: Day;
  readonly closed?: Day;
  readonly text: Prose;
  readonly comments: readonly Comment[];
  /** Issues only: refs in GitHub's own relationships. The other direction follows from it. */
  readonly blockedBy: readonly string[];
  readonly parent?: string;
  /** Pull requests only. */
  readonly branch?: string;
  readonly head?: string;
  readonly closes: readonly string[];
  /** Asked for a review that is not given yet: people, or a team by its name `acme/payments`. */
  readonly reviewers: readonly (Person | string)[];
  readonly reviews: readonly { readonly by: Person; readonly verdict: 'approved' | 'changes-requested' }[];
  /** Numeric id, as pages and APIs carry it. */
  readonly id: number;
}

export interface JiraIssue {
  readonly tool: 'jira';
  /** `PAY-231` */
  readonly ref: string;
  readonly type: 'Task' | 'Story' | 'Bug' | 'Epic';
  readonly title: string;
  readonly state: 'To Do' | 'In Progress' | 'In Review' | 'Done' | "Won't do";
  readonly assignee?: Person;
  readonly reporter: Person;
  readonly priority: 'Highest' | 'High' | 'Medium' | 'Low';
  readonly labels: readonly string[];
  readonly due?: Day;
  readonly created: Day;
  readonly updated: Day;
  readonly text: Prose;
  readonly comments: readonly Comment[];
  /** Keys in Jira's own links. The other direction follows from it. */
  readonly blockedBy: readonly string[];
  readonly parent?: string;
  readonly id: number;
}

export interface AsanaTask {
  readonly tool: 'asana';
  /** Its gid. */
  readonly ref: string;
  readonly title: string;
  readonly state: 'open' | 'done';
  readonly assignee?: Person;
  readonly due?: Day;
  readonly section: string;
  readonly priority?: 'High' | 'Medium' | 'Low';
  readonly text: Prose;
  readonly comments: readonly Comment[];
}

export type Item = GitHubItem | JiraIssue | AsanaTask;

/** What may change while the world runs; the pages say so when they are read again. */
export interface Change {
  readonly title?: string;
  readonly text?: Prose;
  readonly state?: string;
  readonly due?: Day | undefined;
  /** By name; GitHub takes several. */
  readonly assignees?: readonly string[];
}

export interface World {
  readonly today: Day;
  readonly items: () => readonly Item[];
  readonly find: (ref: string) => Item | undefined;
  /** Throws where no item has this ref or a state is not one of its tool's: a mistake in a test. */
  readonly change: (ref: string, change: Change) => void;
  /** Generated items of one tool for long lists; the same ones each time. */
  readonly many: (tool: Item['tool'], count: number) => readonly Item[];
}

export interface WorldOptions {
  /** Dates of the story are counted from it. */
  readonly today?: Day;
}

/** A world of its own, as the story begins. */
export const createWorld = ({ today = realToday() }: WorldOptions = {}): World => {
  const itemsByRef = new Map<string, Item>(story(today).map((item) => [item.ref, item]));
  const generated = new Map<string, readonly Item[]>();
  return {
    today,
    items: () => [...itemsByRef.values()],
    find: (ref) => itemsByRef.get(ref) ?? [...generated.values()].flat().find((item) => item.ref === ref),
    change: (ref, change) => {
      const item = itemsByRef.get(ref);
      if (item === undefined) throw new Error(`The demo world has no ${ref}`);
      itemsByRef.set(ref, changed(item, change, today));
    },
    many: (tool, count) => {
      const id = `${tool} ${count}`;
      const items = generated.get(id) ?? manyItems(tool, count, today);
      generated.set(id, items);
      return items;
    },
  };
};

const states: { readonly [Tool in Item['tool']]: readonly string[] } = {
  github: ['open', 'draft', 'closed', 'not-planned', 'merged'],
  jira: ['To Do', 'In Progress', 'In Review', 'Done', "Won't do"],
  asana: ['open', 'done'],
};

const changed = (item: Item, { assignees, state, ...change }: Change, today: Day): Item => {
  if (state !== undefined && !states[item.tool].includes(state)) throw new Error(`${item.tool} has no state ${state}`);
  const who = assignees?.map(personNamed);
  const isClosed = state === 'closed' || state === 'merged' || state === 'not-planned';
  return {
    ...item,
    ...change,
    ...(state === undefined ? {} : { state }),
    ...(who === undefined ? {} : item.tool === 'github' ? { assignees: who } : { assignee: who[0] }),
    ...(item.tool === 'jira' ? { updated: today } : {}),
    ...(item.tool === 'github' && state !== undefined ? { closed: isClosed ? today : undefined } : {}),
    // Every field was checked or keeps its type; the union of three tools is more than the compiler follows here.
  } as Item;
};

const personNamed = (name: string): Person => {
  const person = people.find((other) => other.name === name);
  if (person === undefined) throw new Error(`Nobody in the demo world is called ${name}`);
  return person;
};
