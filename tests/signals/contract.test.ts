import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical } from '../../lib/core/canonical.ts';
import { type Finding, findingId, isAboutPerson, type Step, signalIds } from '../../lib/core/finding.ts';
import type { ItemKey } from '../../lib/core/key.ts';
import type { NetEdit } from '../../lib/core/net/edit.ts';
import { buildNet, type Net } from '../../lib/core/net/net.ts';
import { answerers } from '../../lib/core/net/own-net.ts';
import { accountId } from '../../lib/core/person.ts';
import { type WorldNeeds, worldOf } from '../../lib/core/world.ts';
import { find } from '../../lib/signals/find.ts';
import { signals, twin } from '../../lib/signals/index.ts';
import { answersOf } from '../nets.ts';
import { needs, works } from './arbitraries.ts';

/** Files beside the signals that are none. */
const others = ['days', 'evidence', 'find', 'index', 'order', 'people', 'signal'];
const files = readdirSync(join(import.meta.dirname, '../../lib/signals')).map((file) => file.replace(/\.ts$/u, ''));

/** What judges texts is held to the same in its own test. */
const ofTheNet = signalIds.filter((id) => id !== twin.id);

const findingsOf = (net: Net, eyes: WorldNeeds = needs): readonly Finding[] =>
  find(signals, worldOf(net, eyes)).findings;

describe('the list of signals', () => {
  test('is that of the files, and in order', () => {
    expect(files.filter((name) => !others.includes(name)).sort()).toEqual(signalIds);
    expect([...signals, twin].map(({ id }) => id).sort()).toEqual(signalIds);
    expect(signals.map(({ id }) => id)).toEqual(ofTheNet);
  });

  test.each(signals.map((signal) => [signal.id, signal] as const))(
    '%s is quiet where there is nothing',
    (_id, signal) => {
      expect(find([signal], worldOf(buildNet({}), needs)).findings).toEqual([]);
    },
  );

  test('each speaks of some of the work that the laws below are tried on', () => {
    const spoke = new Set(
      fc
        .sample(works, { seed: 1, numRuns: 200 })
        .flatMap((work) => findingsOf(buildNet(work)).map(({ signal }) => signal)),
    );
    expect([...spoke].sort()).toEqual(ofTheNet);
  });
});

describe('laws of every finding', () => {
  test('what is said does not depend on the order in which items, waits and ties are told', () => {
    fc.assert(
      fc.property(works, fc.integer(), (work, seed) => {
        const mixed = {
          items: shuffled(work.items, seed),
          waits: shuffled(work.waits, seed),
          code: shuffled(work.code, seed),
        };
        expect(spelled(findingsOf(buildNet(mixed)))).toEqual(spelled(findingsOf(buildNet(work))));
      }),
    );
  });

  test('it speaks of items that are known, once each', () => {
    each(({ items, evidence, next, says }, net) => {
      const named = [
        ...items,
        ...evidence.flatMap(({ item, on = item }) => [item, on]),
        ...next.flatMap(keysIn),
        ...Object.values(says.args).flatMap((argument) => ('item' in argument ? [argument.item] : [])),
      ];
      expect(named.filter((key) => net.item(key) === undefined)).toEqual([]);
      expect(new Set(items).size).toBe(items.length);
    });
  });

  test('it has its signal’s id, in its message too, says its evidence, and offers a next step', () => {
    for (const signal of signals)
      fc.assert(
        fc.property(works, (work) => {
          for (const finding of find([signal], worldOf(buildNet(work), needs)).findings) {
            expect(finding.signal).toBe(signal.id);
            expect(finding.says.id.startsWith(signal.id)).toBe(true);
            expect(isAboutPerson(finding)).toBe(signal.of === 'person');
            if (signal.of === 'item') expect(finding.subject).toBe(finding.items[0]);
            expect(finding.evidence.length).toBeGreaterThan(0);
            expect(new Set(finding.evidence.map(canonical)).size).toBe(finding.evidence.length);
            expect(finding.next.length).toBeGreaterThan(0);
          }
        }),
        { numRuns: 20 },
      );
  });

  test('each has a name of its own', () => {
    fc.assert(
      fc.property(works, (work) => {
        const ids = findingsOf(buildNet(work)).map(findingId);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  test('it concerns each once, and somebody wherever one is known of the items that it names', () => {
    each(({ concerns, items }, net) => {
      expect(new Set(concerns.map(accountId)).size).toBe(concerns.length);
      if (concerns.length > 0) return;
      const known = items.flatMap((key) => net.item(key) ?? []).map(({ facts }) => facts);
      expect(
        known.flatMap((facts) => [...answerers(facts), ...(facts.author === undefined ? [] : [facts.author])]),
      ).toEqual([]);
    });
  });

  test('it can be stored: as it is read again it is the same', () => {
    each((finding) => expect(JSON.parse(JSON.stringify(finding))).toStrictEqual(finding));
  });

  test('a day later the same state of an item is said in the same words', () => {
    fc.assert(
      fc.property(works, (work) => {
        const net = buildNet(work);
        const later = new Map(findingsOf(net, tomorrow).map((finding) => [findingId(finding), finding]));
        for (const finding of findingsOf(net))
          if (!isAboutPerson(finding))
            expect(later.get(findingId(finding))?.says ?? finding.says).toEqual(finding.says);
      }),
    );
  });

  test('nothing that is judged is changed', () => {
    fc.assert(
      fc.property(works, (work) => {
        const net = buildNet(frozen(work));
        for (const item of net.items())
          for (const list of [item.blockers, item.dependents, item.codeFor, item.codedBy]) Object.freeze(list);
        const before = answersOf(net);
        const first = spelled(findingsOf(net));
        expect(answersOf(net)).toEqual(before);
        expect(spelled(findingsOf(net))).toEqual(first);
      }),
    );
  });
});

const tomorrow: WorldNeeds = { ...needs, today: '2026-11-24', dayBegan: Date.parse('2026-11-24T00:00:00Z') };

/** Tries it on every finding of many nets. */
const each = (holds: (finding: Finding, net: Net) => void): void => {
  fc.assert(
    fc.property(works, (work) => {
      const net = buildNet(work);
      for (const finding of findingsOf(net)) holds(finding, net);
    }),
  );
};

const spelled = (findings: readonly Finding[]): readonly string[] => findings.map(canonical).sort();

const keysIn = (step: Step): readonly ItemKey[] => (step.type === 'cut' ? [step.blocker, step.blocked] : [step.item]);

const shuffled = <Value>(values: readonly Value[], seed: number): readonly Value[] =>
  values
    .map((value, at) => [Math.sin(seed + at * 7), value] as const)
    .sort(([a], [b]) => a - b)
    .map(([, value]) => value);

const frozen = (work: Required<NetEdit>): Required<NetEdit> => {
  const freeze = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  };
  freeze(work);
  return work;
};
