import type { Here } from '../lib/core/access.ts';
import type { FindingRow, FindingsView } from '../lib/core/findings-view.ts';
import type { ItemKey } from '../lib/core/key.ts';
import type { MenuOutcome } from '../lib/core/menu-outcome.ts';
import type { Account } from '../lib/core/person.ts';
import type { ItemBrief, ItemView, MineView, StartLink } from '../lib/core/view.ts';
import type { Finder } from './dependency-field.tsx';
import type { DependencyLine } from './dependency-list.tsx';
import type { FileIntents } from './files.ts';
import type { FindingsIntents } from './findings-model.ts';
import type { HereIntents } from './here-model.ts';
import type { ReadOnlyReason } from './notices.tsx';
import type { Known } from './owner-field.tsx';
import type { AsideIntents } from './set-aside.tsx';
import type { ChangeIntents } from './toast.tsx';

/** What the active tab shows. `nothing`: a page that names no item. */
export type Followed =
  | { readonly type: 'reading' }
  | { readonly type: 'nothing' }
  /** `findings`: what needs a look at it. */
  | { readonly type: 'item'; readonly view: ItemView; readonly findings?: readonly FindingRow[] };

export interface PanelModel {
  readonly followed: Followed;
  /** Stays at this item whatever the tab shows. */
  readonly pinned: boolean;
  /** The item that was followed before this one. */
  readonly recent?: ItemBrief | undefined;
  /** Undefined: not read from the store yet. */
  readonly mine: MineView | undefined;
  /** Undefined: not read from the store yet. */
  readonly findings: FindingsView | undefined;
  readonly known: Known;
  readonly readOnly?: ReadOnlyReason | undefined;
  readonly singleKeys: boolean;
  readonly startLinks: readonly StartLink[];
  /** What keeps Crosstie from working in the active tab. Absent: not known yet. */
  readonly here?: Here | undefined;
  /** P6: the organisation allows no exports. */
  readonly exportsOff?: boolean;
  /** What became of a click in a browser's menu just now; each one an object of its own. */
  readonly outcome?: MenuOutcome | undefined;
}

export interface PanelIntents
  extends ChangeIntents,
    AsideIntents,
    FindingsIntents,
    FileIntents,
    HereIntents,
    Omit<Finder, 'recent'> {
  readonly onMe: (account: Account) => void;
  readonly onForget: (account: Account) => void;
  /** False where the clipboard refused. */
  readonly onCopyLine: (here: ItemKey, line: DependencyLine) => Promise<boolean>;
  /** What reads like an item. */
  readonly onSimilar: (key: ItemKey) => Promise<readonly ItemBrief[]>;
  readonly onPin: (pinned: boolean) => void;
  readonly onSingleKeys: (on: boolean) => void;
  readonly onOptions: () => void;
}

export interface PanelProps {
  readonly model: PanelModel;
  readonly intents: PanelIntents;
  /** Where it begins. Absent: at the item. */
  readonly opensOn?: Place;
}

export type Place = 'item' | 'waiting' | 'findings';
