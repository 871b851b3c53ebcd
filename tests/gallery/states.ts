import type { BackupPreview, ColleaguePreview } from '../../components/files.ts';
import type { Known } from '../../components/owner-field.tsx';
import type { Followed, PanelModel } from '../../components/panel-model.ts';
import type { PopupModel } from '../../components/popup-view.tsx';
import { noChain } from '../../lib/core/chain-tree.ts';
import type { FindingsView } from '../../lib/core/findings-view.ts';
import type { ItemKey } from '../../lib/core/key.ts';
import type { Account, Person } from '../../lib/core/person.ts';
import { awaitedReason, nextReason } from '../../lib/core/pressing.ts';
import { asideOf } from '../../lib/core/set-aside.ts';
import type { EdgeOrigin } from '../../lib/core/snapshot.ts';
import type {
  AwaitedRow,
  ChainRow,
  ChainView,
  DependencyView,
  ItemBrief,
  ItemView,
  MineView,
  NextRow,
  OwnerView,
  SameWorkGain,
  WaitingRow,
  WhoAmI,
} from '../../lib/core/view.ts';

/** Made-up people, items and views: what the gallery shows and the component tests assert on. */

/** A Thursday, noon in UTC. */
export const now = Date.parse('2026-11-19T12:00:00Z');
export const today = '2026-11-19';

const hour = 3_600_000;
const day = 24 * hour;
export const ago = (days: number, hours = 0): number => now - days * day - hours * hour;

const key = (text: string): ItemKey => text as ItemKey;

export const jira = (ref: string): ItemKey => key(`jira:acme.atlassian.net:${ref}`);
export const github = (ref: string): ItemKey => key(`github:github.com:${ref}`);
export const asana = (ref: string): ItemKey => key(`asana:${ref}`);

export const onJira = (name: string, handle?: string): Account => ({
  tool: 'jira',
  site: 'acme.atlassian.net',
  name,
  ...(handle === undefined ? {} : { handle }),
});
export const onGithub = (handle: string, name?: string): Account => ({
  tool: 'github',
  site: 'github.com',
  handle,
  ...(name === undefined ? {} : { name }),
});
export const onAsana = (name: string): Account => ({ tool: 'asana', site: 'asana', name });

export const noor = onGithub('noor', 'Noor Haddad');
export const dana = onJira('Dana Kim', 'dana.kim');
export const ravi: Person = { handle: 'ravi-p', name: 'Ravi Patel' };
export const yosef: Person = { name: 'יוסף כהן' };

export const owned = (who: Account, more: Partial<Extract<OwnerView, { by: 'stated' }>> = {}): OwnerView => ({
  by: 'stated',
  who,
  accepted: true,
  me: false,
  rivals: [],
  differs: [],
  ...more,
});
export const assigned = (first: Person, ...others: readonly Person[]): OwnerView => ({
  by: 'assigned',
  who: [first, ...others],
  me: false,
});
export const unowned: OwnerView = { by: 'nobody' };
export const ownerUnknown: OwnerView = { by: 'unknown' };

export const brief = (at: ItemKey, more: Partial<ItemBrief> = {}): ItemBrief => ({
  key: at,
  state: 'open',
  owner: ownerUnknown,
  lastSeen: ago(0, 1),
  ...more,
});

export const release = brief(jira('PAY-231'), {
  title: 'Pay by card in the mobile app',
  kind: 'issue',
  state: 'in-progress',
  word: 'In Review',
  owner: owned(dana),
  due: '2026-11-27',
  priority: { word: 'High', rank: 'high' },
});
export const tokens = brief(github('acme/api#45'), {
  title: 'Tokens for saved cards',
  kind: 'issue',
  state: 'open',
  owner: unowned,
  due: '2026-12-04',
});
export const vault = brief(github('acme/vault#7'), {
  title: 'Rotate the signing keys of the vault before the audit',
  kind: 'pull-request',
  state: 'in-progress',
  word: 'Draft',
  owner: assigned(ravi),
  lastSeen: ago(4),
});
export const legal = brief(asana('1204'), {
  title: 'Legal text for saved cards',
  kind: 'task',
  state: 'done',
  owner: assigned({ name: 'Mia Sørensen' }),
});
export const wontDo = brief(jira('PAY-198'), {
  title: 'Feature switch for card payments',
  kind: 'issue',
  state: 'dropped',
  word: "Won't Do",
  owner: assigned({ name: 'Sam Okafor' }),
});
export const unseen = brief(asana('120999'), { state: 'unknown' });
export const launch = brief(asana('1300'), {
  title: 'Launch newsletter: pay by card',
  kind: 'task',
  state: 'open',
  owner: assigned({ name: 'Mia Sørensen' }),
  due: '2026-11-26',
});
export const docs = brief(github('acme/docs#310'), {
  title: 'Document the card flow',
  kind: 'pull-request',
  state: 'open',
  owner: assigned(noor),
});
export const rtl = brief(jira('PAY-240'), {
  title: 'תשלום בכרטיס אשראי (card) באפליקציה',
  kind: 'issue',
  state: 'open',
  owner: assigned(yosef),
});

export const hostileTitle = `<img src=x onerror=alert(1)>\u202E gnp.exe \u2066${'long '.repeat(2000)}`;
export const hostile = brief(github('acme/api#66'), {
  title: hostileTitle,
  word: '<b>open</b>',
  kind: 'issue',
  state: 'open',
  owner: assigned({ name: '"><script>alert(1)</script>' }),
});

const from = (origin: EdgeOrigin['origin'], on?: ItemKey, more: Partial<EdgeOrigin> = {}): EdgeOrigin => ({
  origin,
  ...(on === undefined ? {} : { on }),
  since: ago(9),
  at: ago(0, 1),
  ...more,
});

export const dependency = (other: ItemBrief, more: Partial<DependencyView> = {}): DependencyView => ({
  other,
  status: 'blocking',
  hard: true,
  since: ago(9),
  origins: [from('stated')],
  ...more,
});

export const view = (item: ItemBrief, more: Partial<ItemView> = {}): ItemView => ({
  item,
  blockers: [],
  dependents: [],
  denied: [],
  related: [],
  roots: [],
  cycle: [],
  chain: noChain,
  ...more,
});

/** A place in a chain: an open item, one step away, that must be waited for. */
export const link = (item: ItemBrief, depth = 1, more: Partial<ChainRow> = {}): ChainRow => ({
  item,
  depth,
  status: 'blocking',
  hard: true,
  ...more,
});

export const chain = (
  waitsFor: readonly ChainRow[],
  waiting: readonly ChainRow[] = [],
  more: Partial<ChainView> = {},
): ChainView => ({ ...noChain, waitsFor, waiting, ...more });

export const contract = brief(asana('1777'), {
  title: 'Vendor contract signed',
  kind: 'task',
  owner: unowned,
  lastSeen: ago(12),
});

const seenOnItem = { at: ago(0, 1), from: 'item' } as const;
const seenOnList = { at: ago(3), from: 'list' } as const;

export const fullView = view(release, {
  assignees: [{ handle: 'sam.o', name: 'Sam Okafor' }],
  author: { name: 'Lena Vogt' },
  labels: ['payments', 'mobile', 'q4'],
  seen: {
    state: seenOnItem,
    title: seenOnItem,
    assignees: seenOnList,
    due: seenOnItem,
    author: seenOnItem,
    priority: seenOnItem,
  },
  roles: [{ role: 'backup', who: onJira('Sam Okafor'), accepted: false, me: false }],
  blockers: [
    dependency(tokens, { needed: '2026-11-24', reason: 'The app stores no card without it' }),
    dependency(vault, {
      hard: false,
      promised: '2026-11-21',
      origins: [from('text', vault.key, { by: noor, word: 'Blocked by' }), from('relations', release.key)],
    }),
    dependency(unseen, { status: 'unknown', origins: [from('relations', release.key, { word: 'depends upon' })] }),
    dependency(wontDo, { status: 'dropped', origins: [from('relations', release.key)] }),
    dependency(legal, { status: 'cleared' }),
  ],
  dependents: [
    dependency(launch, { needed: '2026-11-26' }),
    dependency(rtl, { origins: [from('development', release.key)] }),
  ],
  roots: [contract],
  chain: chain(
    [
      link(tokens),
      link(contract, 2, { end: true }),
      link(vault, 1, { hard: false }),
      link(unseen, 1, { status: 'unknown' }),
    ],
    [link(launch), link(rtl)],
  ),
  latest: { day: '2026-11-26', needed: '2026-11-26', of: launch, spare: -1, from: 'due' },
  related: [
    { kind: 'implemented-by', other: docs },
    { kind: 'mentions', other: rtl },
  ],
  denied: [{ blocker: docs, blocked: release }],
});

export const cycleView = view(tokens, {
  blockers: [dependency(vault)],
  dependents: [dependency(release)],
  cycle: [tokens, vault, release],
  breakers: {
    cut: 'any',
    waits: [
      { blocker: release, blocked: vault },
      { blocker: vault, blocked: tokens },
      { blocker: tokens, blocked: release },
    ],
  },
  chain: chain(
    [link(vault), link(release, 2), link(tokens, 3, { circle: true })],
    [link(release), link(vault, 2), link(tokens, 3, { circle: true })],
  ),
});

/** Two circles through one item: cutting one leaves the other. */
export const circlesView = view(tokens, {
  blockers: [dependency(vault), dependency(release)],
  dependents: [dependency(vault), dependency(release)],
  cycle: [tokens, vault],
  breakers: {
    cut: 'all',
    waits: [
      { blocker: vault, blocked: tokens },
      { blocker: release, blocked: tokens },
    ],
  },
});

const hardware = brief(github('acme/infra#9'), {
  title: 'Order the new security modules and have them built into both data centres before the audit begins',
  kind: 'issue',
  state: 'in-progress',
  owner: assigned(ravi),
});
const budget = brief(jira('FIN-12'), {
  title: 'Budget for security modules',
  kind: 'issue',
  owner: owned(onJira('Lena Vogt')),
});
const board = brief(asana('1812'), { title: 'Board meets', kind: 'task', owner: assigned({ name: 'Mia Sørensen' }) });
const steps = Array.from({ length: 9 }, (_, at) =>
  brief(jira(`OPS-${at + 40}`), {
    title: `Step ${at + 1} of moving the payment host to the new data centre`,
    kind: 'issue',
    owner: at % 2 === 0 ? assigned(yosef) : unowned,
  }),
);

/** Over three tools, with what stands in it twice, what is not known, and deeper than it can be set in. */
export const longChainView = view(release, {
  blockers: [dependency(tokens), dependency(docs), dependency(unseen, { status: 'unknown' })],
  dependents: [dependency(launch)],
  roots: [board, ...steps.slice(-1)],
  chain: chain(
    [
      link(tokens),
      link(vault, 2),
      link(hardware, 3),
      link(budget, 4),
      link(board, 5, { end: true }),
      link(contract, 3, { hard: false }),
      link(docs, 1, { end: true }),
      link(unseen, 1, { status: 'unknown' }),
      link(budget, 2, { repeated: true }),
      ...steps.map((item, at) => link(item, at + 2, at === steps.length - 1 ? { end: true } : {})),
    ],
    [link(launch), link(rtl, 2), link(release, 3, { circle: true })],
    {
      people: [ravi, { name: 'Lena Vogt' }, { name: 'Mia Sørensen' }, yosef],
      more: { waitsFor: 12, waiting: 0 },
    },
  ),
  latest: { day: '2026-12-04', needed: '2026-12-06', of: rtl, spare: 2, from: 'due' },
});

export const driftView = view(
  brief(jira('PAY-300'), {
    title: 'Refunds',
    state: 'unknown',
    drift: ['state', 'assignees', 'sprint'],
    lastSeen: ago(2),
  }),
);
export const bareView = view(
  brief(github('acme/api#900'), { title: 'Retry failed webhooks', kind: 'issue', owner: unowned }),
);
export const contestedView = view({
  ...release,
  owner: owned(dana, { rivals: [onJira('Sam Okafor')], differs: [{ name: 'Lena Vogt' }] }),
});
export const proposedToMe = view({ ...tokens, owner: owned(noor, { accepted: false, me: true }) });
export const hostileView = view(hostile, {
  assignees: [{ name: '"><script>alert(1)</script>' }],
  labels: ['<svg/onload=alert(1)>'],
  blockers: [dependency(hostile, { reason: '<iframe src=javascript:alert(1)>' })],
});

const waiter = (item: ItemBrief, distance = 1) => ({ item, distance });

export const awaited = (item: ItemBrief, more: Partial<AwaitedRow> = {}): AwaitedRow => {
  const row = {
    item,
    why: 'owner',
    waiters: [],
    people: [],
    since: { at: ago(2), atLeast: false },
    late: false,
    blockedBy: [],
    next: 'finish',
    ...more,
  } as const;
  return { ...row, reason: awaitedReason(row) };
};

const mine = (item: ItemBrief): ItemBrief => ({ ...item, owner: owned(noor, { me: true }) });

export const waitingRow: WaitingRow = {
  item: mine(docs),
  on: vault,
  status: 'blocking',
  since: { at: ago(3), atLeast: true },
  by: '2026-11-24',
  late: false,
  next: 'ask-owner',
  reason: { type: 'date', by: '2026-11-24' },
};

const inOrder = (item: ItemBrief, more: Partial<NextRow> = {}): NextRow => {
  const row = { item, frees: 0, waiting: 0, people: 0, late: false, ...more };
  return { ...row, reason: nextReason(row) };
};

export const coverage = { items: { github: 54, jira: 160 }, since: ago(3) };

export const askAsana: WhoAmI = {
  tool: 'asana',
  site: 'asana',
  people: [onAsana('Noor Haddad'), onAsana('Mia Sørensen'), onAsana('N. Haddad')],
};

export const fullMine: MineView = {
  meKnown: true,
  awaited: [
    awaited(mine(tokens), {
      waiters: [waiter(release), waiter(launch, 2), waiter(rtl, 2)],
      people: [dana, { name: 'Mia Sørensen' }, yosef],
      by: '2026-11-16',
      late: true,
      rank: 'urgent',
    }),
    awaited(
      brief(github('acme/web#812'), {
        title: 'Card form: validate as you type',
        kind: 'pull-request',
        state: 'in-progress',
        owner: assigned(ravi),
      }),
      {
        why: 'review',
        people: [ravi],
        since: { at: ago(1), atLeast: true },
        by: '2026-11-20',
        next: 'review',
      },
    ),
    awaited(
      mine(brief(jira('OPS-12'), { title: 'Open the firewall for the payment host', kind: 'issue', lastSeen: ago(2) })),
      {
        waiters: [waiter(brief(github('acme/infra#9'), { title: 'Payment host', owner: unowned }))],
        people: [],
        since: { at: ago(30), atLeast: true },
      },
    ),
  ],
  stuck: [
    awaited(
      mine(brief(jira('PAY-250'), { title: 'Card refunds', kind: 'issue', state: 'in-progress', word: 'In Progress' })),
      {
        waiters: [waiter(launch)],
        people: [{ name: 'Mia Sørensen' }],
        blockedBy: [vault],
        next: 'ask-owner',
      },
    ),
  ],
  team: [
    awaited(
      brief(jira('PAY-260'), {
        title: 'Receipts by e-mail',
        kind: 'issue',
        owner: assigned({ name: 'acme/payments', kind: 'team' }),
      }),
      {
        why: 'assignee',
        waiters: [waiter(release)],
        people: [dana],
        next: 'claim',
      },
    ),
  ],
  waiting: [waitingRow, { ...waitingRow, item: mine(tokens), on: { ...launch, owner: unowned }, next: 'find-owner' }],
  next: [
    inOrder(mine(tokens), { frees: 2, waiting: 3, people: 3, by: '2026-11-16', late: true, rank: 'urgent' }),
    inOrder(mine(brief(jira('OPS-12'), { title: 'Open the firewall for the payment host', kind: 'issue' })), {
      waiting: 1,
      by: '2026-11-27',
    }),
    inOrder(mine({ ...docs, due: '2026-11-23' }), { by: '2026-11-23' }),
    inOrder(mine(brief(jira('PAY-251'), { title: 'Refund by card', kind: 'issue' })), { by: '2026-12-11' }),
    inOrder(mine(brief(jira('PAY-252'), { title: 'Refund by voucher', kind: 'issue' })), { rank: 'normal' }),
    inOrder(mine(brief(github('acme/web#90'), { title: 'Tidy the form', kind: 'issue', state: 'in-progress' }))),
  ],
  check: [],
  fresh: 7,
  aside: [],
  count: 3,
  coverage,
  ask: [askAsana],
};

export const emptyMine: MineView = {
  meKnown: true,
  awaited: [],
  stuck: [],
  team: [],
  waiting: [],
  next: [],
  check: [],
  fresh: 7,
  aside: [],
  count: 0,
  coverage,
  ask: [],
};
export const nothingRead: MineView = { ...emptyMine, meKnown: false, coverage: { items: {} } };
export const notKnown: MineView = { ...emptyMine, meKnown: false, ask: [askAsana] };

/** Rows that came back, each with another reason, and some that are away. */
export const asideMine: MineView = {
  ...fullMine,
  awaited: fullMine.awaited.map((row, index) => {
    const why = (['more-people', 'date', 'late'] as const)[index] ?? 'state';
    return { ...row, back: { why, aside: asideOf(row, ago(3), '2026-11-19') } };
  }),
  waiting: fullMine.waiting.slice(1),
  aside: [
    { row: waitingRow, aside: asideOf(waitingRow, ago(2), '2026-11-20') },
    ...[legal, rtl].map((item) => {
      const row = awaited(mine({ ...item, state: 'open' }), { people: [dana], waiters: [waiter(release)] });
      return { row, aside: asideOf(row, ago(2)) };
    }),
  ],
};

/** Nothing that counts, and yet not nothing. */
export const onlyAside: MineView = {
  ...emptyMine,
  aside: asideMine.aside ?? [],
  check: [awaited(mine(brief(github('a/b#9'), { title: 'Old', lastSeen: ago(9) })), { people: [dana] })],
  ask: [askAsana],
};

/** As long as a list can get. */
export const hugeMine: MineView = {
  ...emptyMine,
  count: 10_000,
  awaited: Array.from({ length: 10_000 }, (_, index) =>
    awaited(mine(brief(github(`acme/api#${index + 1}`), { title: `Item ${index + 1}`, kind: 'issue' })), {
      people: [dana],
      waiters: [waiter(release)],
    }),
  ),
};

export const hugeView = view(release, {
  blockers: Array.from({ length: 10_000 }, (_, index) =>
    dependency(brief(github(`acme/api#${index + 1}`), { title: `Item ${index + 1}`, kind: 'issue' })),
  ),
});

export const known: Known = {
  me: [noor],
  ask: [askAsana],
  people: [dana, noor, onAsana('Mia Sørensen'), onJira('Sam Okafor')],
};
export const nobodyKnown: Known = { ...known, me: [] };

export const startLinks = [
  { tool: 'asana', to: new URL('https://app.asana.com/0/home') },
  { tool: 'github', to: new URL('https://github.com/issues/assigned') },
  { tool: 'jira', to: new URL('https://acme.atlassian.net/issues/?filter=-1') },
];

/** Nothing needs a look. */
export const noFindings: FindingsView = {
  filter: { mine: true },
  rows: [],
  aside: [],
  total: 0,
  counts: { mine: 0, all: 0 },
  gaps: [],
  judged: 214,
};

export const panel = (followed: Followed, more: Partial<PanelModel> = {}): PanelModel => ({
  followed,
  pinned: false,
  recent: tokens,
  mine: fullMine,
  findings: noFindings,
  known,
  singleKeys: true,
  startLinks,
  ...more,
});

export const following = (item: ItemView): Followed => ({ type: 'item', view: item });

export const popup = (mineView: MineView | undefined, more: Partial<PopupModel> = {}): PopupModel => ({
  mine: mineView,
  known,
  singleKeys: true,
  startLinks,
  ...more,
});

export const backup: BackupPreview = {
  file: { madeAt: ago(16), items: 1204, added: 35 },
  here: { items: 214, added: 3 },
  accept: async () => ({ ok: true, value: undefined }),
};
export const colleague: ColleaguePreview = {
  file: { madeAt: ago(1), items: 480, added: 12 },
  fresh: 9,
  contested: [{ about: 'acme/api#45, owner', here: 'Dana Kim', there: 'Sam Okafor' }],
  accept: async () => ({ ok: true, value: undefined }),
};

/** The same work as two others, the first the main one; related to one and not the same as another by somebody's word. */
export const sameWorkView: ItemView = {
  ...view({ ...launch, owner: owned(dana, { of: release.key }) }),
  blockers: [dependency(tokens)],
  sameWork: [
    { other: release, main: true, pair: [launch.key, release.key] },
    { other: docs, main: false },
  ],
  related: [{ kind: 'part-of', other: legal, stated: true }],
  apart: [vault],
};

/** What saying that two items are the same work would change. */
export const sameGains: readonly [SameWorkGain, SameWorkGain] = [
  {
    item: launch,
    owner: owned(noor),
    blockers: [dependency(tokens)],
    dependents: [],
  },
  { item: docs, blockers: [], dependents: [] },
];
