import fc from 'fast-check';
import type { ItemKey } from '../lib/core/key.ts';
import type { NetEdit } from '../lib/core/net/edit.ts';
import type { NetFacts, NetItem, WaitFacts } from '../lib/core/net/item.ts';
import { buildNet, type Net } from '../lib/core/net/net.ts';
import { keyOf, worldNow, worldStart } from './worlds.ts';

/** Builds a small net: `net().item('a', {due: '2026-12-01'}).waits('b', 'a').edit()`. An item is open and was just seen. */
export const net = () => {
  const items = new Map<ItemKey, NetFacts>();
  const waits: { blocker: ItemKey; blocked: ItemKey; wait: WaitFacts }[] = [];
  const code: { code: ItemKey; ticket: ItemKey; stands: true }[] = [];
  const builder = {
    item: (name: string, facts: Partial<NetFacts> = {}) => {
      items.set(keyOf(name), { state: 'open', seen: worldNow, ...facts });
      return builder;
    },
    /** `blocked` waits on `blocker`. */
    waits: (blocked: string, blocker: string, more: Partial<WaitFacts> = {}) => {
      waits.push({
        blocker: keyOf(blocker),
        blocked: keyOf(blocked),
        wait: { hard: true, since: worldStart, ...more },
      });
      return builder;
    },
    codeFor: (from: string, ticket: string) => {
      code.push({ code: keyOf(from), ticket: keyOf(ticket), stands: true });
      return builder;
    },
    edit: (): NetEdit => ({ items: [...items].map(([key, facts]) => ({ key, facts })), waits, code }),
    build: (): Net => buildNet(builder.edit()),
  };
  return builder;
};

export const itemOf = (built: Net, name: string): NetItem => {
  const item = built.item(keyOf(name));
  if (item === undefined) throw new Error(`no item ${name}`);
  return item;
};

/** All answers of a net as one comparable value, in no order of its input. */
export const answersOf = (built: Net): unknown =>
  [...built.items()]
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ key, facts, wave, cycle, bound, blockers, dependents, codeFor, codedBy }) => ({
      key,
      facts,
      wave,
      cycle: cycle?.members.map((member) => member.key),
      bound,
      blockers: blockers.map(({ blocker, blocked: _, ...wait }) => ({ ...wait, on: blocker.key })).sort(byOn),
      dependents: dependents.map(({ blocked, blocker: _, ...wait }) => ({ ...wait, on: blocked.key })).sort(byOn),
      codeFor: codeFor.map((other) => other.key).sort(),
      codedBy: codedBy.map((other) => other.key).sort(),
    }));

const byOn = (a: { readonly on: ItemKey }, b: { readonly on: ItemKey }): number => (a.on < b.on ? -1 : 1);

interface EditParts {
  readonly name: fc.Arbitrary<string>;
  readonly facts: fc.Arbitrary<NetFacts>;
  readonly wait: fc.Arbitrary<WaitFacts>;
}

/** One change of one thing: what is known of an item, or nothing any more; a wait, or none any more; what is code for what. */
export const anyEdit = ({ name, facts, wait }: EditParts): fc.Arbitrary<NetEdit> =>
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc
        .tuple(name, fc.option(facts, { freq: 8 }))
        .map(([key, put]) => ({ items: [{ key: keyOf(key), facts: put }] })),
    },
    {
      weight: 6,
      arbitrary: fc.tuple(name, name, fc.option(wait, { freq: 3 })).map(([blocker, blocked, put]) => ({
        waits: [{ blocker: keyOf(blocker), blocked: keyOf(blocked), wait: put }],
      })),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(name, name, fc.constantFrom(true, true, false))
        .map(([code, ticket, stands]) => ({ code: [{ code: keyOf(code), ticket: keyOf(ticket), stands }] })),
    },
  );
