import type { DisplaySource } from '../../components/display.tsx';
import type { ReadOnlyReason } from '../../components/notices.tsx';
import type { Known } from '../../components/owner-field.tsx';
import type { Followed, PanelIntents } from '../../components/panel-model.ts';
import type { PopupIntents } from '../../components/popup-view.tsx';
import type { MessageSource } from '../../components/words.ts';
import type { Here } from '../../lib/core/access.ts';
import type { FindingsView } from '../../lib/core/findings-view.ts';
import type { MenuOutcome } from '../../lib/core/menu-outcome.ts';
import type { ItemBrief, MineView, StartLink } from '../../lib/core/view.ts';

/** A value that goes on changing. `see` gets each one, `fail` what broke the reading; the answer stops it. */
export type Live<Value> = (see: (value: Value) => void, fail: (error: unknown) => void) => () => void;

/** What the tab shows, and what the panel makes of it. */
export interface Following {
  readonly followed: Followed;
  readonly pinned: boolean;
  readonly recent?: ItemBrief;
}

export interface Settings {
  /** Letters, digits and signs act as keys. */
  readonly singleKeys: boolean;
}

/** Everything that panel and popup get from outside: the store read live, the browser, the tools. */
export interface Surroundings extends Pick<DisplaySource, 'tools' | 'short' | 'linkTo'> {
  readonly messages: MessageSource;
  /** A language tag, as the browser gives it. */
  readonly locale: string;
  /** Ticks at least once a minute. */
  readonly clock: Live<Pick<DisplaySource, 'now' | 'today'>>;
  readonly mine: Live<MineView>;
  readonly known: Live<Known>;
  readonly settings: Live<Settings>;
  readonly startLinks: Live<readonly StartLink[]>;
  /** What keeps Crosstie from working in the active tab. */
  readonly here: Live<Here>;
  /** P6: the organisation allows no exports. */
  readonly exportsOff: Live<boolean>;
  /** How often a choice was not stored since the page was opened. */
  readonly refusals: Live<number>;
  /** Set where the store can only be read. */
  readonly readOnly: Live<ReadOnlyReason | undefined>;
  /** False where the clipboard refused. */
  readonly copy: (text: string) => Promise<boolean>;
}

export interface PanelSurroundings extends Surroundings {
  readonly following: Live<Following>;
  readonly findings: Live<FindingsView>;
  /** What became of a click in a browser's menu; undefined until there was one. */
  readonly outcome: Live<MenuOutcome | undefined>;
  readonly intents: PanelIntents;
}

export interface PopupSurroundings extends Surroundings {
  readonly intents: PopupIntents;
}
