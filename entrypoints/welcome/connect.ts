import type { WelcomeIntents, WelcomeModel } from '../../components/welcome-model.ts';
import { listedSites } from '../../lib/app/site-access.ts';
import type { Store } from '../../lib/store/index.ts';
import { policy } from '../background/own-policy.ts';
import { reach } from '../background/own-reach.ts';
import { choices, openOptions } from '../pages/choosing.ts';
import { joinSurroundings, knownPeople, linksToStart, ownStore } from '../pages/join.ts';
import { fromStore, onReachChange } from '../pages/live-sources.ts';
import type { Live, Surroundings } from '../pages/surroundings.ts';

export interface WelcomeSurroundings extends Surroundings {
  readonly welcome: Live<WelcomeModel>;
  readonly intents: Omit<WelcomeIntents, 'onExample'>;
}

/** Joins store, messages and permissions to what the first page needs. */
export const connectWelcome = (): WelcomeSurroundings => ({
  ...joinSurroundings(),
  welcome: fromStore(ownStore, welcomeOf, onReachChange),
  intents: {
    onAllow: choices.onAllow,
    onMe: choices.onMe,
    onOptions: openOptions,
  },
});

const welcomeOf = async (store: Store): Promise<WelcomeModel> => {
  const [settings, decided, { me, ask }, links, coverage] = await Promise.all([
    store.settings(),
    policy(),
    knownPeople(store),
    linksToStart(store),
    store.coverage(),
  ]);
  return { sites: await listedSites(reach, settings, decided), me, ask, startLinks: links, coverage };
};
