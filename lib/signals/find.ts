import { aboutPerson, type Finding, type Judgement, type SignalId } from '../core/finding.ts';
import type { NetChange } from '../core/net/edit.ts';
import { isOpen, type NetItem } from '../core/net/item.ts';
import { answerers } from '../core/net/own-net.ts';
import { type Account, accountId } from '../core/person.ts';
import type { PersonOf, World } from '../core/world.ts';
import type { Signal } from './signal.ts';

/**
 * What signals say of a world, or of what a change reached. The law: judging what each change reaches, one after another,
 * leaves what judging everything says (tested over all signals).
 */
export const find = (
  signals: readonly Signal[],
  world: World,
  { about, report }: { readonly about?: NetChange | undefined; readonly report?: Report } = {},
): Judgement => {
  const judged = about === undefined ? [...world.net.items()] : [...around(about.items)];
  const items = about === undefined ? judged : judged.filter((item) => world.net.item(item.key) === item);
  const people = peopleIn(world, about, items);
  const failed = new Set<SignalId>();
  const failing = (id: SignalId, error: unknown): void => {
    // One that breaks is said by its name, and the others go on.
    if (report === undefined) throw error;
    if (!failed.has(id)) report(id, error);
    failed.add(id);
  };
  const findings = [
    ...judge(
      signals.filter((signal) => signal.of === 'item'),
      items,
      world,
      failing,
    ),
    ...judge(
      signals.filter((signal) => signal.of === 'person'),
      people,
      world,
      failing,
    ),
  ].filter(({ signal }) => !failed.has(signal));
  return {
    findings,
    ...(failed.size === 0 ? {} : { failed }),
    ...(about === undefined
      ? {}
      : { subjects: new Set([...judged.map(({ key }) => key), ...people.map(({ id }) => aboutPerson(id))]) }),
  };
};

/** Takes a bug of a signal, by the signal's id. Without it a bug is thrown. */
export type Report = (signal: SignalId, error: unknown) => void;

/** What is known of one subject lies near in memory while every signal looks at it, which is where the time goes. */
const judge = <Subject>(
  signals: readonly {
    readonly id: SignalId;
    readonly judge: (subject: Subject, world: World) => Finding | undefined;
  }[],
  subjects: readonly Subject[],
  world: World,
  failing: Report,
): readonly Finding[] => {
  const findings: Finding[] = [];
  for (const subject of subjects) {
    for (const signal of signals) {
      try {
        const finding = signal.judge(subject, world);
        if (finding !== undefined) findings.push(finding);
      } catch (error) {
        failing(signal.id, error);
      }
    }
  }
  return findings;
};

/** The changed items, those next to them, and the one that speaks for a circle. */
const around = (changed: ReadonlySet<NetItem>): ReadonlySet<NetItem> => {
  const all = new Set<NetItem>(changed);
  for (const item of changed) {
    for (const { blocker } of item.blockers) all.add(blocker);
    for (const { blocked } of item.dependents) all.add(blocked);
    for (const other of [...item.codeFor, ...item.codedBy]) all.add(other);
  }
  for (const item of [...all]) if (item.cycle !== undefined) all.add(item.cycle.members[0]);
  return all;
};

const peopleIn = (world: World, about: NetChange | undefined, items: readonly NetItem[]): readonly PersonOf[] => {
  const accounts = new Set<Account>(about?.people);
  for (const item of items)
    if (about !== undefined || isOpen(item)) for (const account of answerers(item.facts)) accounts.add(account);
  // One account may be mine in one spelling and not in another.
  const spellings = new Map([...accounts].map((account) => [`${accountId(account)} ${account.name ?? ''}`, account]));
  const people = new Map<string, PersonOf>();
  for (const account of spellings.values()) {
    if (account.kind === 'team') continue;
    const person = world.person(account);
    people.set(person.id, person);
  }
  return [...people.values()];
};
