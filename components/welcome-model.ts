import type { ListedSite } from '../lib/core/access.ts';
import type { Account } from '../lib/core/person.ts';
import type { Coverage, StartLink, WhoAmI } from '../lib/core/view.ts';
import type { OptionsSection } from './options-model.ts';

export interface WelcomeModel {
  readonly sites: readonly ListedSite[];
  /** Accounts and teams of mine. */
  readonly me: readonly Account[];
  readonly ask: readonly WhoAmI[];
  readonly startLinks: readonly StartLink[];
  /** What was read so far: nothing, in the first minutes. */
  readonly coverage: Coverage;
}

export interface WelcomeIntents {
  /** Runs in the click itself: the browser asks only on a gesture. */
  readonly onAllow: (site: ListedSite) => void;
  readonly onMe: (account: Account) => void;
  readonly onOptions: (section: OptionsSection) => void;
  readonly onExample: () => void;
}

/** What every part of the page is given. */
export interface WelcomePartProps {
  readonly model: WelcomeModel;
  readonly intents: WelcomeIntents;
}
