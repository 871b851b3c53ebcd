import { vi } from 'vitest';
import { toolNeeds } from '../../entrypoints/background/tool-needs.ts';
import type { Knowledge, KnownSettings, Needs } from '../../lib/app/needs.ts';
import { type Me, nobody } from '../../lib/core/person.ts';
import { ok } from '../../lib/core/result.ts';
import { world } from '../worlds.ts';

/** A store that knows one world, remembers what it was told, and forgets it with the test. */
export const needsFor = (built: ReturnType<typeof world> = world(), start: Me = nobody) => {
  let settings: KnownSettings = { me: start, sites: [], places: [], switches: {} };
  const snapshot = () => ({ ...built.snapshot(), me: settings.me });
  const knowledge = {
    observe: vi.fn<Knowledge['observe']>(async () => ok([])),
    write: vi.fn<Knowledge['write']>(async () => ok(null)),
    readItem: async () => snapshot(),
    readBriefs: vi.fn<Knowledge['readBriefs']>(async () => snapshot()),
    readMine: async () => snapshot(),
    coverage: async () => ({ items: { github: 3 }, since: 1 }),
    sitesSeen: vi.fn<Knowledge['sitesSeen']>(async () => []),
    peopleSeen: vi.fn<Knowledge['peopleSeen']>(async () => []),
    settings: async () => settings,
    changeSettings: vi.fn<Knowledge['changeSettings']>(async (change) => {
      settings = { ...settings, ...change(settings) };
      return ok(null);
    }),
  } satisfies Knowledge;
  const needs: Needs = {
    knowledge,
    clock: { now: () => 1_000, today: () => '2026-11-22' },
    tools: toolNeeds,
  };
  return { needs, knowledge };
};
