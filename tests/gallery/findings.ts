import type { Aside } from '../../lib/core/aside.ts';
import { aboutPerson, type Finding, findingId } from '../../lib/core/finding.ts';
import { asideOfFinding } from '../../lib/core/finding-aside.ts';
import type { EvidenceView, FindingRow, FindingsView, KeptFinding } from '../../lib/core/findings-view.ts';
import { type ItemKey, type Place, siteOf, splitKey } from '../../lib/core/key.ts';
import { sayingLikes } from '../../lib/core/likes.ts';
import type { Like } from '../../lib/core/twin.ts';
import type { ItemBrief } from '../../lib/core/view.ts';
import {
  ago,
  brief,
  dana,
  docs,
  github,
  hostile,
  hostileTitle,
  launch,
  legal,
  noFindings,
  noor,
  now,
  onAsana,
  onGithub,
  onJira,
  release,
  rtl,
  tokens,
  unseen,
  vault,
} from './states.ts';

/** Made-up findings: what the gallery shows and the component tests assert on. */

const ravi = onGithub('ravi-p', 'Ravi Patel');
const mia = onAsana('Mia Sørensen');

const everyItem: readonly ItemBrief[] = [docs, hostile, launch, legal, release, rtl, tokens, unseen, vault];

const placeOf = (key: ItemKey): Place => ({ ...siteOf(key), name: splitKey(key).ref.replace(/[#-]\d+$/u, '') });

interface Made extends Omit<Finding, 'subject' | 'sure' | 'evidence' | 'concerns'> {
  readonly subject?: string;
  readonly sure?: boolean;
  readonly concerns?: Finding['concerns'];
  readonly evidence?: readonly EvidenceView[];
}

/** A row as it is shown; it is about its first item. `more`: what else is known of the row. */
export const findingRow = (made: Made, more: Partial<FindingRow> = {}): FindingRow => {
  const { evidence = [], concerns = [dana], subject = made.items[0], sure = true, ...rest } = made;
  const said: Finding = {
    ...rest,
    subject,
    concerns,
    sure,
    evidence: evidence.map(({ item, fact, on }) => ({
      item: item.key,
      fact,
      ...(on === undefined ? {} : { on: on.key }),
    })),
  };
  const finding: KeptFinding = { ...said, id: findingId(said), since: ago(2) };
  const known = [...everyItem, ...(more.items?.values() ?? [])];
  const items = made.items.map((key) => known.find((item) => item.key === key) ?? brief(key));
  return {
    finding,
    evidence,
    isNew: false,
    mine: true,
    places: made.items.map(placeOf),
    ...more,
    items: new Map(items.map((item) => [item.key, item])),
  };
};

const onItem = { at: ago(3), from: 'item' } as const;
const onList = { at: ago(0, 2), from: 'list' } as const;

export const lateRow = findingRow(
  {
    signal: 'late-blocker',
    items: [tokens.key, release.key, launch.key],
    concerns: [dana, ravi, noor],
    says: {
      id: 'late-blocker-several',
      args: {
        due: { day: '2026-12-04' },
        wanted: { day: '2026-11-26' },
        whose: { item: release.key },
        count: { count: 2 },
      },
    },
    evidence: [
      { item: tokens, fact: 'due', seen: onItem },
      { item: release, fact: 'due', seen: onList },
      { item: release, fact: 'waits', on: tokens },
    ],
    next: [
      { type: 'propose-date', item: tokens.key, day: '2026-11-26', who: [ravi] },
      { type: 'cut', blocker: tokens.key, blocked: release.key },
    ],
    by: '2026-11-26',
  },
  { isNew: true },
);

export const circleRow = findingRow({
  signal: 'blocked-cycle',
  items: [release.key, tokens.key, vault.key],
  says: { id: 'blocked-cycle-any', args: { count: { count: 3 }, cuts: { count: 2 } } },
  evidence: [
    { item: release, fact: 'waits', on: tokens, seen: onItem },
    { item: tokens, fact: 'waits', on: vault, seen: onItem },
  ],
  next: [
    { type: 'cut', blocker: tokens.key, blocked: release.key },
    { type: 'cut', blocker: vault.key, blocked: tokens.key },
    { type: 'ask', item: release.key, who: [dana, ravi] },
  ],
});

export const unownedRow = findingRow(
  {
    signal: 'unowned',
    items: [tokens.key, release.key],
    concerns: [dana],
    says: { id: 'unowned-awaited', args: { count: { count: 1 } } },
    evidence: [{ item: tokens, fact: 'assignees', seen: onItem }],
    next: [
      { type: 'claim', item: tokens.key },
      { type: 'name-owner', item: tokens.key },
    ],
  },
  { isNew: true },
);

export const myLoadRow = findingRow({
  signal: 'bottleneck',
  subject: aboutPerson('me'),
  items: [docs.key, tokens.key, vault.key],
  concerns: [noor],
  says: { id: 'bottleneck', args: { count: { count: 7 }, people: { count: 5 } } },
  evidence: [{ item: docs, fact: 'assignees', seen: onItem }],
  next: [
    { type: 'name-owner', item: docs.key },
    { type: 'look', item: docs.key },
  ],
});

export const dueRow = findingRow({
  signal: 'unowned',
  items: [launch.key],
  concerns: [mia],
  says: { id: 'unowned-due', args: { count: { count: 0 }, due: { day: '2026-11-26' } } },
  evidence: [
    { item: launch, fact: 'due', seen: onList },
    { item: launch, fact: 'assignees' },
    { item: launch, fact: 'owner' },
  ],
  next: [
    { type: 'claim', item: launch.key },
    { type: 'name-owner', item: launch.key },
  ],
});

const like = (item: ItemBrief, sureness: number, ...reasons: Like['reasons']): Like => ({
  key: item.key,
  sureness,
  relation: 'same-work',
  reasons,
});
const likes = (item: ItemBrief, first: Like, ...others: readonly Like[]): FindingRow =>
  findingRow({ signal: 'twin', sure: false, ...sayingLikes(item.key, [first, ...others]), evidence: [] });

const who = { name: 'Mia Sørensen' };
/** Perhaps the same work as one item, and as several, with all that can speak for it. */
export const twinRow = likes(
  launch,
  like(docs, 0.93, { type: 'same-title' }, { type: 'rare-words', words: ['checkout', 'launch', 'banner'] }),
);
export const twinsRow = likes(
  vault,
  like(tokens, 0.97, { type: 'identifiers', words: ['VAULT_TOKEN', 'E4012'] }, { type: 'same-person', who }),
  like(hostile, 0.9, { type: 'shared-link', key: release.key }, { type: 'close-in-time', days: 3 }),
  like(rtl, 0.85, { type: 'close-in-time', days: 0 }),
);

/** It came back, since it says something else than when it was set aside. */
export const backRow: FindingRow = {
  ...dueRow,
  back: { why: 'finding', aside: asideOfFinding(dueRow.finding, ago(3), '2026-11-30') },
};

const away = (row: FindingRow, until?: string, reason?: string): { row: FindingRow; aside: Aside } => ({
  row,
  aside: asideOfFinding(row.finding, now, until, reason),
});

const begunRow = findingRow({
  signal: 'unowned',
  items: [vault.key],
  says: { id: 'unowned-begun', args: { count: { count: 0 } } },
  next: [{ type: 'claim', item: vault.key }],
});
const legalRow = findingRow({
  signal: 'unowned',
  items: [legal.key],
  says: { id: 'unowned-begun', args: { count: { count: 0 } } },
  next: [{ type: 'claim', item: legal.key }],
});
const rtlRow = findingRow({
  signal: 'unowned',
  items: [rtl.key],
  says: { id: 'unowned-begun', args: { count: { count: 0 } } },
  next: [{ type: 'claim', item: rtl.key }],
});

export const awayRows = [
  away(begunRow, '2026-11-23'),
  away(legalRow, undefined, 'accepted'),
  away(rtlRow, undefined, 'Dana tells us by mail <b>anyway</b>'),
];

const rows: readonly FindingRow[] = [lateRow, circleRow, unownedRow, backRow, myLoadRow];

/** The pairs worth a look. */
export const alikeFindings: FindingsView = {
  ...noFindings,
  filter: { mine: false, signal: 'twin' },
  rows: [twinsRow, twinRow],
  total: 2,
  counts: { mine: 2, all: 2 },
};

export const fullFindings: FindingsView = {
  ...noFindings,
  rows,
  aside: awayRows,
  total: rows.length,
  counts: { mine: rows.length, all: 12 },
  gaps: [
    { field: 'due', count: 12, some: [release, tokens, launch] },
    { field: 'assignees', count: 1, some: [unseen] },
  ],
};

export const filteredFindings: FindingsView = {
  ...fullFindings,
  filter: { mine: false, signal: 'unowned', tool: 'github' },
  rows: [unownedRow],
  total: 1,
  counts: { mine: 5, all: 40 },
};

/** The filter hides everything. */
export const hiddenFindings: FindingsView = {
  ...noFindings,
  filter: { mine: false, signal: 'unowned', place: 'github:github.com:acme/docs' },
  counts: { mine: 5, all: 12 },
};

export const othersFindings: FindingsView = { ...noFindings, counts: { mine: 0, all: 12 } };

export const awayFindings: FindingsView = { ...noFindings, aside: awayRows, gaps: fullFindings.gaps };

export const nothingJudged: FindingsView = { ...noFindings, judged: 0 };

const longItem = brief(github('acme/a-repository-with-a-name-that-goes-on-and-on-and-never-ends#123456'), {
  title: `A title ${'that goes on and on '.repeat(12)}`,
  kind: 'pull-request',
});
const longPerson = onJira(`Maximiliane-Alexandra ${'von und zu '.repeat(4)}Hohenlohe`);

const withItems = (row: FindingRow, ...items: readonly ItemBrief[]): FindingRow => ({
  ...row,
  items: new Map([...row.items, ...items.map((item) => [item.key, item] as const)]),
});

export const longFindings: FindingsView = {
  ...noFindings,
  rows: [
    withItems(
      findingRow(
        {
          ...lateRow.finding,
          items: [longItem.key, hostile.key],
          concerns: [longPerson],
          evidence: [{ item: longItem, fact: 'due', seen: onItem }],
          says: {
            id: 'late-blocker',
            args: { due: { day: '2027-03-14' }, wanted: { day: '2026-11-02' }, whose: { item: longItem.key } },
          },
          next: [
            { type: 'propose-date', item: longItem.key, day: '2026-11-26', who: [longPerson] },
            { type: 'cut', blocker: longItem.key, blocked: hostile.key },
          ],
        },
        { isNew: true },
      ),
      longItem,
    ),
    withItems(
      findingRow({
        ...circleRow.finding,
        items: [hostile.key, longItem.key],
        concerns: [{ ...dana, name: hostileTitle }],
        evidence: [{ item: hostile, fact: 'waits', on: longItem, seen: onItem }],
        next: [
          { type: 'cut', blocker: longItem.key, blocked: hostile.key },
          { type: 'cut', blocker: hostile.key, blocked: longItem.key },
          { type: 'ask', item: hostile.key, who: [longPerson] },
        ],
      }),
      longItem,
    ),
    findingRow({
      ...dueRow.finding,
      items: [rtl.key],
      sure: false,
      evidence: [{ item: rtl, fact: 'due', seen: onItem }],
    }),
  ].map((row, index) => ({ ...row, finding: { ...row.finding, subject: row.finding.items[0], id: `long ${index}` } })),
  aside: awayRows,
  total: 3,
  counts: { mine: 3, all: 3 },
  gaps: fullFindings.gaps,
};

const kinds = [lateRow, unownedRow, circleRow] as const;

/** The first 500 of many. */
export const hugeFindings: FindingsView = {
  ...noFindings,
  filter: { mine: false },
  rows: Array.from({ length: 500 }, (_, index) => {
    const item = brief(github(`acme/api#${index + 1}`), { title: `Item ${index + 1}`, kind: 'issue' });
    const { finding, evidence } = kinds[index % kinds.length] ?? lateRow;
    const { signal, says, next, concerns } = finding;
    return findingRow(
      { signal, says, next, concerns, items: [item.key, release.key], evidence },
      { items: new Map([[item.key, item]]), isNew: index < 3 },
    );
  }),
  total: 2_340,
  counts: { mine: 120, all: 2_340 },
};
