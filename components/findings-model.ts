import type { Aside } from '../lib/core/aside.ts';
import type { Step } from '../lib/core/finding.ts';
import type { FindingRow, FindingsFilter, FindingsView } from '../lib/core/findings-view.ts';
import type { ItemKey } from '../lib/core/key.ts';
import type { Account } from '../lib/core/person.ts';
import type { SameWorkGain, StartLink } from '../lib/core/view.ts';
import type { Make } from './changes.ts';
import type { Known } from './owner-field.tsx';
import type { AsideIntents } from './set-aside.tsx';

/** The same as `AsideIntents` for many rows at once, stored as one. Both answer false where it was not stored. */
export interface ManyAsideIntents {
  readonly onSetAsideMany: (asides: readonly Aside[]) => Promise<boolean>;
  /** `rows`: the rows' names, as they were set aside. */
  readonly onBringBackMany: (rows: readonly string[]) => Promise<boolean>;
}

export interface FindingsIntents extends ManyAsideIntents {
  readonly onFindingsFilter: (filter: FindingsFilter) => void;
  /** They are shown: what is new now is not new any more the next time. */
  readonly onFindingsSeen: () => void;
  /** Runs in the click itself. False where the clipboard refused. */
  readonly onCopy: (text: string) => Promise<boolean>;
  readonly onPreviewSame: PreviewSame;
}

/** What a row of a finding needs, wherever it stands. */
export interface FindingRowNeeds {
  readonly known: Known;
  readonly make: Make;
  readonly aside: AsideIntents;
  /** Copies prepared words, and says so. */
  readonly onCopy: (text: string) => void;
  readonly onPreviewSame: PreviewSame;
}

/** W3: what saying that these two are the same work would change at each of them. */
export type PreviewSame = (
  items: readonly [ItemKey, ItemKey],
  main: ItemKey,
) => Promise<readonly [SameWorkGain, SameWorkGain]>;

export interface FindingsProps extends FindingRowNeeds {
  /** Undefined: not read from the store yet. */
  readonly findings: FindingsView | undefined;
  readonly startLinks: readonly StartLink[];
  readonly asideMany: ManyAsideIntents['onSetAsideMany'];
  readonly onFilter: (filter: FindingsFilter) => void;
  readonly onSeen: () => void;
  readonly onMe: (account: Account) => void;
}

/** What there is to do about a finding: its first step says it. */
export const groups = ['owner', 'date', 'cut', 'ask', 'review', 'begin', 'settle', 'look'] as const;
export type Group = (typeof groups)[number];

const groupOfStep = {
  claim: 'owner',
  'name-owner': 'owner',
  'propose-date': 'date',
  cut: 'cut',
  ask: 'ask',
  review: 'review',
  begin: 'begin',
  settle: 'settle',
  look: 'look',
} as const satisfies Readonly<Record<Step['type'], Group>>;

/** Rows by what there is to do, in their own order; the group with the most pressing row comes first. */
export const grouped = (rows: readonly FindingRow[]): readonly (readonly [Group, readonly FindingRow[]])[] => {
  const byGroup = new Map<Group, FindingRow[]>();
  for (const row of rows) {
    const group = groupOfStep[row.finding.next[0].type];
    const there = byGroup.get(group);
    if (there === undefined) byGroup.set(group, [row]);
    else there.push(row);
  }
  return [...byGroup];
};

/** The reasons that are offered; stored by their names, so that they are said in the language of the day. */
export const dismissReasons = ['no-problem', 'accepted', 'wrong'] as const;
export type DismissReason = (typeof dismissReasons)[number];

/** Not only whose they are is chosen. */
export const isNarrowed = ({ signal, tool, place, person }: FindingsFilter): boolean =>
  [signal, tool, place, person].some((one) => one !== undefined);

/** What is set aside of a row by its name; `shown` where the row came back. Undefined: nothing is. */
export const asideInFindings = (
  { rows, aside }: FindingsView,
  name: string,
): { readonly aside: Aside; readonly shown: boolean } | undefined => {
  const away = aside.find((one) => one.aside.row === name);
  if (away !== undefined) return { aside: away.aside, shown: false };
  const back = rows.find(({ finding }) => finding.id === name)?.back;
  return back === undefined ? undefined : { aside: back.aside, shown: true };
};
