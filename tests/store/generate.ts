import type { Change } from '../../lib/core/change.ts';
import type { Link, Observation, State } from '../../lib/core/item.ts';
import type { ItemKey } from '../../lib/core/key.ts';
import type { Account, Me, Person } from '../../lib/core/person.ts';

export interface WorldSize {
  readonly items: number;
  /** The same seed gives the same world. */
  readonly seed?: number;
  /** Items of one page. */
  readonly page?: number;
  readonly people?: number;
}

export interface GeneratedWorld {
  /** Pages that list the items, oldest first; each is one write. */
  readonly pages: Iterable<readonly Observation[]>;
  /** Statements across tools: owners and dependencies, about one for every hundred items. */
  readonly changes: readonly Change[];
  /** One of the people, on every site, for reading what is theirs. */
  readonly me: Me;
  /** An item in the middle of a chain. */
  readonly item: ItemKey;
}

/** Marsaglia's xorshift, 32 bits: small, fast, and the same everywhere. */
const randomFrom = (seed: number) => {
  let state = seed >>> 0 || 1;
  return (below: number): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
};

const words =
  'rate limit checkout token export login invoice retry cache queue report search billing import mobile'.split(' ');
const sites = [
  { tool: 'github', site: 'github.com', keyOf: (n: number) => `github:github.com:acme/${words[n % 9]}#${n}` },
  { tool: 'jira', site: 'acme.atlassian.net', keyOf: (n: number) => `jira:acme.atlassian.net:PAY-${n}` },
  { tool: 'asana', site: 'asana', keyOf: (n: number) => `asana:${100_000 + n}` },
] as const;

const siteAt = (index: number) => sites[index % sites.length] ?? sites[0];

const keyAt = (index: number): ItemKey => siteAt(index).keyOf(index) as ItemKey;

const personAt = (number: number): Person => ({ handle: `person${number}`, name: `Person Number ${number}` });

/**
 * A company's work: items of three tools by turns, two thirds open, most with an assignee, two of three waiting on
 * an earlier one nearby (chains of several steps), some with reviews asked.
 */
export const generate = ({
  items,
  seed = 7,
  page = 100,
  people = Math.max(20, Math.floor(items / 100)),
}: WorldSize): GeneratedWorld => {
  const me: Me = { accounts: sites.map(({ tool, site }) => ({ tool, site, ...personAt(3) })) };
  return {
    pages: { [Symbol.iterator]: () => pagesOf({ items, seed, page, people }) },
    changes: changesOf(items, people, seed + 1),
    me,
    item: keyAt(Math.floor(items / 6) * 3 + 1),
  };
};

function* pagesOf({ items, seed, page, people }: Required<WorldSize>): Generator<readonly Observation[]> {
  const random = randomFrom(seed);
  for (let start = 0; start < items; start += page) {
    const count = Math.min(page, items - start);
    yield Array.from({ length: count }, (_, offset) => observationAt(start + offset, people, random));
  }
}

const states: readonly State[] = ['open', 'in-progress', 'open', 'in-progress', 'done', 'dropped'];

const observationAt = (index: number, people: number, random: (below: number) => number): Observation => {
  const blocker = index - 1 - random(30);
  const links: readonly Link[] =
    index % 3 !== 0 && blocker >= 0 ? [{ kind: 'blocked-by', key: keyAt(blocker), word: 'is blocked by' }] : [];
  const title = Array.from({ length: 4 + random(4) }, () => words[random(words.length)]).join(' ');
  const facts: Observation['facts'] = {
    kind: siteAt(index).tool === 'asana' ? 'task' : 'issue',
    title: `${title} ${index}`,
    state: states[random(states.length)] ?? 'open',
    word: 'To do',
    assignees: random(5) === 0 ? [] : [personAt(random(people))],
    labels: [words[random(words.length)] ?? 'x'],
    due: random(3) === 0 ? `2026-12-${String(1 + random(28)).padStart(2, '0')}` : null,
    links: { relations: links },
    ...(index % 10 === 0 ? { reviewers: [personAt(random(people))], author: personAt(random(people)) } : {}),
  };
  return { key: keyAt(index), from: index % 7 === 0 ? 'item' : 'list', facts };
};

const changesOf = (items: number, people: number, seed: number): readonly Change[] => {
  const random = randomFrom(seed);
  return Array.from({ length: Math.max(2, Math.floor(items / 100)) }, (_, n): Change => {
    const index = random(items);
    if (n % 2 === 1) {
      const blocked = keyAt((index + 1 + random(20)) % items);
      if (blocked !== keyAt(index)) return { type: 'add-dependency', blocker: keyAt(index), blocked };
    }
    const { tool, site } = siteAt(index);
    const who: Account = { tool, site, ...personAt(random(people)) };
    return { type: 'name-role', item: keyAt(index), role: 'owner', who, accepted: true };
  });
};
