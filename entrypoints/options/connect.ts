import { browser } from 'wxt/browser';
import type { OptionsIntents, OptionsModel } from '../../components/options-model.ts';
import { listedSites } from '../../lib/app/site-access.ts';
import { signalIds } from '../../lib/core/finding.ts';
import type { Site } from '../../lib/core/key.ts';
import { allowsPlace } from '../../lib/core/policy.ts';
import { fail, ok } from '../../lib/core/result.ts';
import { discreetSwitch, hiddenSwitch, notifySwitch, reachOf, singleKeysOffSwitch } from '../../lib/core/settings.ts';
import type { Store } from '../../lib/store/index.ts';
import { policy } from '../background/own-policy.ts';
import { reach } from '../background/own-reach.ts';
import { toolNeeds } from '../background/tool-needs.ts';
import { choices, giveBack } from '../pages/choosing.ts';
import { fileIntents } from '../pages/files.ts';
import { joinSurroundings, knownPeople, ownStore, readOnlyReason } from '../pages/join.ts';
import { fromStore, onReachChange } from '../pages/live-sources.ts';
import { choose, sendPatiently } from '../pages/sending.ts';
import type { Live, Surroundings } from '../pages/surroundings.ts';
import { addSite } from './add-site.ts';

export interface OptionsSurroundings extends Surroundings {
  readonly options: Live<OptionsModel>;
  readonly intents: OptionsIntents;
}

/** Joins store, messages, permissions and policy to what the options need. */
export const connectOptions = (): OptionsSurroundings => ({
  ...joinSurroundings(),
  options: fromStore(ownStore, optionsOf, onReachChange),
  intents: {
    ...choices,
    onAddSite: addSite,
    onRemoveSite: ({ tool, site }) => {
      choose('site.remove', { site: { tool, site } });
      void sitesNow().then((sites) => giveBack({ tool, site }, sites));
    },
    onWeek: (week) => choose('week.set', { week }),
    onAges: (ages) => choose('ages.set', { ages }),
    onSignal: (signal, reach) => choose('signal.set', { signal, reach }),
    onThresholds: (thresholds) => choose('thresholds.set', { thresholds }),
    onNotify: (on) => void notify(on),
    onSwitch: (name, on) => choose('switch.set', { name, on }),
    onCountDeletion: async (scope) => (await ownStore()).countDeletion(scope, toolNeeds.place),
    onDelete: async (scope) => {
      const done = await sendPatiently('forget.do', { scope });
      if (done.ok && scope.type === 'site') await giveBack(scope.site, await sitesNow());
      if (done.ok) return ok(done.value);
      return fail({ type: 'NotDone', why: done.failure.type === 'ReadOnly' ? 'read-only' : 'not-stored' });
    },
    ...fileIntents(ownStore),
  },
});

const notifying = { permissions: ['notifications' as const] };

/** Asks the browser in the click itself; it is switched on where both it and the person agree. */
const notify = async (on: boolean): Promise<void> => {
  if (on && !(await browser.permissions.request(notifying).catch(() => false))) return;
  choose('switch.set', { name: notifySwitch, on });
  if (!on) await browser.permissions.remove(notifying).catch(() => false);
};

const sitesNow = async (): Promise<readonly Site[]> => (await (await ownStore()).settings()).sites;

/** Teams that are offered, from each site. */
const offered = 50;

const optionsOf = async (store: Store): Promise<OptionsModel> => {
  const [settings, decided, { people, ask }, coverage, seen, readOnly] = await Promise.all([
    store.settings(),
    policy(),
    knownPeople(store),
    store.coverage(),
    store.sitesSeen(),
    readOnlyReason(),
  ]);
  const { me, places, week, ages, thresholds, switches } = settings;
  const teams = await Promise.all(seen.map((site) => store.teamsSeen(site, offered)));
  return {
    me: me.accounts,
    ask,
    people,
    teams: teams.flat().map(({ account }) => account),
    sites: await listedSites(reach, settings, decided),
    places: places.map((place) => ({ ...place, blocked: !allowsPlace(decided, place) })),
    week,
    ages,
    thresholds,
    signals: Object.fromEntries(signalIds.map((id) => [id, reachOf(settings, id)])) as OptionsModel['signals'],
    switches: {
      [hiddenSwitch]: switches[hiddenSwitch] === true,
      [discreetSwitch]: switches[discreetSwitch] === true,
      [singleKeysOffSwitch]: switches[singleKeysOffSwitch] === true,
      [notifySwitch]: switches[notifySwitch] === true,
    },
    policy: decided,
    coverage,
    ...(readOnly === undefined ? {} : { readOnly }),
  };
};
