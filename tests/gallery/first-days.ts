import type { ListedPlace, OptionsIntents, OptionsModel } from '../../components/options-model.ts';
import type { WelcomeIntents, WelcomeModel } from '../../components/welcome-model.ts';
import type { Here, ListedSite } from '../../lib/core/access.ts';
import type { Place } from '../../lib/core/key.ts';
import type { PlaceSign } from '../../lib/core/places.ts';
import { noPolicy, type Policy, policyKeys } from '../../lib/core/policy.ts';
import { defaultSettings } from '../../lib/core/settings.ts';
import {
  ago,
  askAsana,
  backup,
  colleague,
  coverage,
  dana,
  hostileTitle,
  noor,
  onAsana,
  onGithub,
  onJira,
  startLinks,
} from './states.ts';

/** Options, welcome page and notices in every state: what the gallery shows and the component tests assert on. */

const site = (tool: string, at: string, more: Partial<ListedSite> = {}): ListedSite => ({
  tool,
  site: at,
  access: 'allowed',
  origins: [`https://${at}/*`],
  own: false,
  wholeSiteMine: false,
  ...more,
});

export const onAsanaSite = site('asana', 'asana');
export const githubSite = site('github', 'github.com');
export const jiraSite = site('jira', 'acme.atlassian.net');
export const ownSite = site('jira', 'tickets.corp.example/jira', { own: true, access: 'withheld' });
export const longSite = site('github', 'a-very-long-name-of-a-host-in-the-third-department.git.corp.example:8443', {
  own: true,
  access: 'off',
});

const place = (at: Pick<Place, 'tool' | 'site'>, name: string, more: Partial<ListedPlace> = {}): ListedPlace => ({
  tool: at.tool,
  site: at.site,
  name,
  blocked: false,
  ...more,
});

export const somePlaces: readonly ListedPlace[] = [
  place(githubSite, 'acme/api', { sign: 'asked' }),
  place(githubSite, 'acme/web', { sign: 'author', answer: 'yes', answeredAt: ago(2) }),
  place(githubSite, 'acme/new-billing-service-with-a-name-that-goes-on-and-on-until-it-no-longer-fits'),
  place(githubSite, 'facebook/react', { answer: 'no', answeredAt: ago(40) }),
  place(githubSite, 'acme/secret', { blocked: true, sign: 'assigned' }),
  place(jiraSite, 'PAY', { sign: 'assigned' }),
  place(jiraSite, 'OPS', { answer: 'later', answeredAt: ago(12) }),
  place(jiraSite, 'HR'),
  place(onAsanaSite, '*', { sign: 'assigned' }),
];

const signs: readonly (PlaceSign | undefined)[] = ['assigned', undefined, 'asked', 'author', undefined];

/** As many as somebody has who was in a company for ten years. */
export const manyPlaces: readonly ListedPlace[] = Array.from({ length: 300 }, (_, index) => {
  const sign = signs[index % signs.length];
  const name = index % 3 === 0 ? `TEAM${index}` : `acme/service-${index}`;
  return place(index % 3 === 0 ? jiraSite : githubSite, name, sign === undefined ? {} : { sign });
});

/** As in a new profile, but for one that is switched off. */
const signals: OptionsModel['signals'] = {
  'blocked-cycle': 'page',
  bottleneck: 'views',
  'closed-with-open-blocker': 'views',
  'late-blocker': 'page',
  'out-of-sequence': 'views',
  overloaded: 'off',
  'owner-conflict': 'page',
  'priority-conflict': 'views',
  'reopened-blocker': 'page',
  'slipped-date': 'views',
  'stale-knowledge': 'views',
  stalled: 'views',
  twin: 'page',
  'unanswered-review': 'page',
  unblocked: 'page',
  unowned: 'page',
};

export const options: OptionsModel = {
  me: [noor, onAsana('Noor Haddad'), { ...onGithub('acme/payments'), kind: 'team' }],
  ask: [{ tool: 'jira', site: 'acme.atlassian.net', people: [onJira('Noor Haddad', 'noor.h'), dana] }],
  people: [dana, noor, onAsana('Mia Sørensen'), onJira('Sam Okafor'), onGithub('ravi-p', 'Ravi Patel')],
  teams: [
    { ...onGithub('acme/payments'), kind: 'team' },
    { ...onGithub('acme/platform'), kind: 'team' },
  ],
  sites: [onAsanaSite, githubSite, { ...jiraSite, wholeSiteMine: true }, ownSite, longSite],
  places: somePlaces,
  week: { days: [1, 2, 3, 4, 5], holidays: ['2026-12-24', '2026-12-25', '2027-01-01'] },
  ages: defaultSettings.ages,
  signals,
  thresholds: defaultSettings.thresholds,
  switches: { 'overlays-hidden': false, 'details-in-panel': true, 'single-keys-off': false, notify: false },
  policy: noPolicy,
  coverage,
};

export const emptyOptions: OptionsModel = {
  ...options,
  me: [],
  ask: [],
  people: [],
  teams: [],
  sites: [onAsanaSite, githubSite],
  places: [],
  week: defaultSettings.week,
  switches: { 'overlays-hidden': false, 'details-in-panel': false, 'single-keys-off': false, notify: false },
  coverage: { items: {} },
};

export const strictPolicy: Policy = {
  blockedSites: ['app.asana.com', '*.git.corp.example', 'github.example'],
  allowedSites: ['github.com', '*.atlassian.net'],
  blockedPlaces: ['*'],
  sessionReads: false,
  tokens: false,
  sharing: false,
  exports: false,
  retentionDays: 30,
  welcomePage: false,
  decided: policyKeys,
  unreadable: ['blockedPlaces'],
};

export const decidedOptions: OptionsModel = {
  ...options,
  sites: [{ ...onAsanaSite, access: 'blocked' }, githubSite, jiraSite, { ...longSite, access: 'blocked' }],
  places: somePlaces.map((one) => ({ ...one, blocked: true })),
  policy: strictPolicy,
};

export const hostileOptions: OptionsModel = {
  ...options,
  me: [onGithub('x', hostileTitle)],
  people: [onGithub('x', hostileTitle), { ...onJira('"><script>alert(1)</script>') }],
  sites: [site('github', `<img src=x onerror=alert(1)>${'a'.repeat(500)}`, { own: true })],
  places: [place(githubSite, hostileTitle), place({ tool: '<b>', site: '<b>x' }, '\u202E</select>')],
  policy: { ...noPolicy, decided: ['blockedSites'], blockedSites: ['<script>', hostileTitle] },
  week: { days: [7], holidays: ['not a day', '2026-02-31'] },
};

export const optionsIntents: OptionsIntents = {
  onMe: () => {},
  onForget: () => {},
  onAllow: () => {},
  onSite: () => {},
  onAddSite: async (tool, address) =>
    address.includes('.')
      ? { ok: true, value: { tool, site: address.replace(/^https?:\/\//u, '') } }
      : { ok: false, failure: { type: 'SiteRefused', why: 'no-address' } },
  onRemoveSite: () => {},
  onPlace: () => {},
  onWeek: () => {},
  onAges: () => {},
  onSignal: () => {},
  onThresholds: () => {},
  onNotify: () => {},
  onSwitch: () => {},
  onCountDeletion: async () => ({ items: 214, statements: 3 }),
  onDelete: async () => ({ ok: true, value: { items: 214, statements: 3 } }),
  onExport: () => {},
  onReadBackup: async () => ({ ok: true, value: backup }),
  onReadColleague: async () => ({ ok: true, value: colleague }),
};

export const freshWelcome: WelcomeModel = {
  sites: [onAsanaSite, githubSite, site('jira', '*.atlassian.net')],
  me: [],
  ask: [],
  startLinks,
  coverage: { items: {} },
};
export const limitedWelcome: WelcomeModel = {
  ...freshWelcome,
  sites: [{ ...onAsanaSite, access: 'blocked' }, { ...githubSite, access: 'withheld' }, jiraSite, longSite],
};
export const knownWelcome: WelcomeModel = {
  ...freshWelcome,
  sites: [onAsanaSite, githubSite, jiraSite],
  me: [noor, onJira('Noor Haddad', 'noor.h')],
  ask: [askAsana],
  coverage,
};

export const welcomeIntents: WelcomeIntents = {
  onAllow: () => {},
  onMe: () => {},
  onOptions: () => {},
  onExample: () => {},
};

const api: Place = { tool: 'github', site: 'github.com', name: 'acme/api' };

export const heres = {
  withheld: { type: 'withheld', site: { ...githubSite, access: 'withheld' } },
  off: { type: 'off', site: { ...jiraSite, access: 'off' } },
  blocked: { type: 'blocked', site: githubSite, place: { ...api, name: 'acme/secret' } },
  'site-blocked': { type: 'blocked', site: { ...jiraSite, access: 'blocked' } },
  'asked-closed': { type: 'elsewhere', place: api, ask: true, open: false },
  'asked-open': { type: 'elsewhere', place: api, ask: true, open: true },
  'asked-site': { type: 'elsewhere', place: { tool: 'asana', site: 'asana', name: '*' }, ask: true, open: true },
  elsewhere: { type: 'elsewhere', place: api, ask: false, open: false },
  hidden: { type: 'hidden' },
  long: {
    type: 'elsewhere',
    place: { ...api, name: `acme/${'a-name-that-goes-on-'.repeat(5)}` },
    ask: true,
    open: false,
  },
} as const satisfies { readonly [name: string]: Here };
