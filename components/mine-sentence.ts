import { displayName, foldedName, type Person } from '../lib/core/person.ts';
import type { AwaitedRow, MineView } from '../lib/core/view.ts';
import type { Display } from './display.tsx';

/** The first line of popup and panel: "3 people wait on you, 1 since Tuesday". Undefined where nobody waits. */
export const mineSentence = (
  { words, when }: Pick<Display, 'words' | 'when'>,
  { awaited }: MineView,
): string | undefined => {
  if (awaited.length === 0) return undefined;
  const people = distinct(awaited);
  const [only] = people;
  // Where nobody owns what waits, there is work to name and no person.
  if (only === undefined) return words.count('mineItemsWait', awaited.length, { when: oldestDay(when, awaited) });
  const named = awaited.filter((row) => row.people.length > 0);
  const day = oldestDay(when, named);
  if (people.length === 1) return words.text('minePersonWaits', { when: day, who: displayName(only) });
  const longest = distinct(named.filter((row) => when.day(row.since.at).word === day)).length;
  return longest === people.length
    ? words.text('minePeopleWaitSince', { people: people.length, when: day })
    : words.text('minePeopleWait', { longest, people: people.length, when: day });
};

const oldestDay = (when: Display['when'], rows: readonly AwaitedRow[]): string =>
  when.day(Math.min(...rows.map(({ since }) => since.at))).word;

/** People across tools: the same name counts once, since what is said is a number of people, not of accounts. */
const distinct = (rows: readonly AwaitedRow[]): readonly Person[] => [
  ...new Map(rows.flatMap(({ people }) => people).map((person) => [foldedName(displayName(person)), person])).values(),
];
