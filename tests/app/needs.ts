import { vi } from 'vitest';
import { toolNeeds } from '../../entrypoints/background/tool-needs.ts';
import type { DraftNeeds, Knowledge, Likeness } from '../../lib/app/needs.ts';
import { mineRowsOf } from '../../lib/core/mine-rows.ts';
import { type Me, nobody } from '../../lib/core/person.ts';
import { noPolicy, type Policy } from '../../lib/core/policy.ts';
import { ok } from '../../lib/core/result.ts';
import { defaultSettings, type Settings } from '../../lib/core/settings.ts';
import { linkTo } from '../../lib/tools/index.ts';
import { world } from '../worlds.ts';

/** A store that knows one world, remembers what it was told, and forgets it with the test. */
export const needsFor = (
  built: ReturnType<typeof world> = world(),
  start: Me = nobody,
  { decided = noPolicy, ...more }: Partial<Settings> & { readonly decided?: Policy } = {},
) => {
  let settings: Settings = { ...defaultSettings, me: start, ...more };
  const snapshot = () => ({ ...built.snapshot(), me: settings.me });
  const knowledge = {
    observe: vi.fn<Knowledge['observe']>(async () => ok([])),
    write: vi.fn<Knowledge['write']>(async () => ok(null)),
    readItem: async () => snapshot(),
    readBriefs: vi.fn<Knowledge['readBriefs']>(async () => snapshot()),
    readItems: vi.fn<Knowledge['readItems']>(async () => snapshot()),
    judge: vi.fn<Knowledge['judge']>(async () => ok(false)),
    findingsOn: vi.fn<Knowledge['findingsOn']>(async () => []),
    findings: vi.fn<Knowledge['findings']>(async () => []),
    keptAnswers: vi.fn<Knowledge['keptAnswers']>(async () => ({ gaps: [], looked: 0 })),
    mineRows: async (_eyes) => mineRowsOf(snapshot()),
    coverage: async () => ({ items: { github: 3 }, since: 1 }),
    sitesSeen: vi.fn<Knowledge['sitesSeen']>(async () => []),
    peopleSeen: vi.fn<Knowledge['peopleSeen']>(async () => []),
    itemsShowing: vi.fn<Knowledge['itemsShowing']>(async () => []),
    presentKeys: vi.fn<Knowledge['presentKeys']>(async () => new Map()),
    joinsOf: vi.fn<Knowledge['joinsOf']>(async () => new Map()),
    likeDraft: vi.fn<Likeness['likeDraft']>(async () => []),
    storeName: vi.fn<Knowledge['storeName']>(async () => 'crosstie'),
    settings: async () => settings,
    changeSettings: vi.fn<Knowledge['changeSettings']>(async (change) => {
      settings = { ...settings, ...change(settings) };
      return ok(null);
    }),
  } satisfies Knowledge & Likeness;
  const needs: DraftNeeds = {
    knowledge,
    clock: { now: () => 1_000, today: () => '2026-11-22', dayBegan: () => 0, hour: () => 12 },
    tools: toolNeeds,
    policy: async () => decided,
    mayRead: vi.fn<DraftNeeds['mayRead']>(async () => true),
    link: linkTo,
  };
  return { needs, knowledge };
};
