import type { ItemKey, Site } from '../../lib/core/key.ts';

/** Items are planned before their facts are told. Every time is in days from the middle of today: negative is past. */
export interface Draft {
  readonly key: ItemKey;
  readonly project: Project;
  readonly stream: number;
  readonly created: number;
  /** A pull request. */
  readonly isRequest: boolean;
  /** What it waits on hard. */
  readonly blockers: Draft[];
  /** When it was closed, or is planned to be. */
  end: number;
  /** False: nobody opened its page, others name it. */
  isSeen: boolean;
}

export interface Project {
  readonly site: Site;
  readonly name: string;
  /** Its dates lie so many days after the plan; before it where the project is late as a whole. */
  readonly slack: number;
  /** The older first. */
  readonly drafts: readonly Draft[];
  /** Its drafts by what they are about, each the older first: most waits lie within one. */
  readonly streams: readonly (readonly Draft[])[];
}

export interface DraftWait {
  readonly blocker: Draft;
  readonly blocked: Draft;
  readonly hard: boolean;
}
