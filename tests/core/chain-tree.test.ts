import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chainOf, maxChainRows } from '../../lib/core/chain-tree.ts';
import { isClosed, type State } from '../../lib/core/item.ts';
import { briefOf } from '../../lib/core/item-view.ts';
import type { NetItem } from '../../lib/core/net/item.ts';
import { netOf } from '../../lib/core/net/of-snapshot.ts';
import { rootsOf } from '../../lib/core/net/walk.ts';
import type { ChainRow, ChainView } from '../../lib/core/view.ts';
import { keyOf, world, worldStart } from '../worlds.ts';

const chain = (built: ReturnType<typeof world>, name = 'a'): ChainView => {
  const snapshot = built.snapshot();
  const item = netOf(snapshot).item(keyOf(name));
  if (item === undefined) throw new Error(`no item ${name}`);
  return chainOf(item, (key) => briefOf(snapshot, key));
};
const nameOf = ({ item: { key } }: ChainRow) => key.slice(key.indexOf('#') + 1);
/** `  b end`: two spaces for each level, then the item and what is said of it. */
const drawn = (rows: readonly ChainRow[]): readonly string[] =>
  rows.map((row) =>
    [
      `${'  '.repeat(row.depth - 1)}${nameOf(row)}`,
      ...(row.status === 'blocking' ? [] : [row.status]),
      ...(row.hard ? [] : ['soft']),
      ...(['repeated', 'circle', 'end'] as const).filter((mark) => row[mark]),
    ].join(' '),
  );
const open = (...names: readonly string[]) => names.reduce((built, name) => built.item(name), world());

describe('what an item waits for', () => {
  test('[D6] each below the one it hangs on, up to those that wait on nothing', () => {
    const built = open('a', 'b', 'c', 'd', 'e').waits('a', 'b').waits('b', 'c').waits('b', 'd').waits('a', 'e');
    expect(drawn(chain(built).waitsFor)).toEqual(['b', '  c end', '  d end', 'e end']);
    expect(drawn(chain(built, 'c').waiting)).toEqual(['b', '  a']);
  });

  test('in the order of lists: what is open first, then the oldest', () => {
    const built = open('a', 'young', 'old')
      .waits('a', 'what')
      .waits('a', 'young', { since: worldStart + 9 })
      .waits('a', 'old');
    expect(drawn(chain(built).waitsFor)).toEqual(['old end', 'young end', 'what unknown']);
  });

  test('[D2] what is closed is not waited for, and nothing behind it is', () => {
    const built = open('a', 'c').item('b', { state: 'done' }).waits('a', 'b').waits('b', 'c');
    expect(chain(built).waitsFor).toEqual([]);
    expect(chain(built, 'b')).toMatchObject({ waitsFor: [], waiting: [] });
  });

  test('[K3] what is not known is followed and said as such; it is not said that all waits for what stands behind it', () => {
    const built = open('a', 'c').waits('a', 'b').waits('b', 'c');
    expect(drawn(chain(built).waitsFor)).toEqual(['b unknown', '  c']);
    const first = open('a', 'b').waits('a', 'b').waits('b', 'c');
    expect(drawn(chain(first).waitsFor)).toEqual(['b', '  c unknown']);
  });

  test('[D1] what is better after is said and not followed', () => {
    const built = open('a', 'b', 'c', 'd').waits('a', 'b').waits('b', 'c', { hard: false }).waits('c', 'd');
    expect(drawn(chain(built).waitsFor)).toEqual(['b end', '  c soft']);
  });

  test('each item is followed once', () => {
    const built = open('a', 'b', 'c', 'd', 'e')
      .waits('a', 'b')
      .waits('a', 'c')
      .waits('b', 'd')
      .waits('c', 'd')
      .waits('d', 'e');
    expect(drawn(chain(built).waitsFor)).toEqual(['b', '  d', '    e end', 'c', '  d repeated']);
  });

  test('[D5] a circle is drawn as far as it closes, at this item or at one above', () => {
    const built = open('a', 'b', 'c').waits('a', 'b').waits('b', 'c').waits('c', 'b').waits('c', 'a');
    expect(drawn(chain(built).waitsFor)).toEqual(['b', '  c', '    a circle', '    b circle']);
    expect(drawn(chain(built).waiting)).toEqual(['c', '  b', '    a circle', '    c circle']);
  });

  test('the people who answer for what it waits for, in the order of the tree, a name once over all tools', () => {
    const ticket = 'jira:acme.atlassian.net:PAY-1';
    const built = world()
      .item('a', { assignees: [{ handle: 'dana', name: 'Dana Reyes' }] })
      .item('b', { assignees: [{ handle: 'noor', name: 'Noor Haddad' }] })
      .item(ticket, { assignees: [{ name: 'noor haddad' }, { name: 'Mei' }] })
      .item('d', { assignees: [] })
      .item('soft', { assignees: [{ handle: 'x' }] })
      .waits('a', 'b')
      .waits('b', ticket)
      .waits(ticket, 'd')
      .waits('a', 'soft', { hard: false });
    built.item('what', { state: 'unknown', assignees: [{ handle: 'y' }] }).waits('a', 'what');
    expect(chain(built).people.map(({ name }) => name?.toLowerCase())).toEqual(['noor haddad', 'mei']);
  });

  test('a chain of 50,000 items is cut, and what is left out is counted', () => {
    const length = 50_000;
    const built = world();
    for (let at = 0; at < length; at += 1) built.item(String(at));
    for (let at = 1; at < length; at += 1) built.waits(String(at - 1), String(at));
    const { waitsFor, more } = chain(built, '0');
    expect(waitsFor).toHaveLength(maxChainRows);
    expect(waitsFor.at(-1)?.depth).toBe(maxChainRows);
    expect(more).toEqual({ waitsFor: length - 1 - maxChainRows, waiting: 0 });
  });
});

test('[D5] a circle that closes beyond the last row leaves out no item that is not one of its own', () => {
  const length = maxChainRows + 5;
  const built = world();
  for (let at = 0; at < length; at += 1) built.item(String(at)).waits(String(at), String((at + 1) % length));
  expect(chain(built, '0').more).toEqual({ waitsFor: length - 1 - maxChainRows, waiting: length - 1 - maxChainRows });
});

describe('laws', () => {
  const size = 14;
  const worlds = fc
    .record({
      pairs: fc.array(
        fc.tuple(fc.integer({ min: 0, max: size - 1 }), fc.integer({ min: 0, max: size - 1 }), fc.boolean()),
        { maxLength: 120 },
      ),
      states: fc.array(fc.constantFrom<State>('open', 'open', 'in-progress', 'done', 'unknown'), {
        minLength: size,
        maxLength: size,
      }),
    })
    .map(({ pairs, states }) => {
      const built = world();
      for (const [index, state] of states.entries()) built.item(String(index), { state });
      for (const [blocked, blocker, hard] of pairs) built.waits(String(blocked), String(blocker), { hard });
      return built.snapshot();
    });

  type End = (item: NetItem) => readonly { readonly hard: boolean; readonly to: NetItem }[];
  const up: End = ({ blockers }) => blockers.map(({ hard, blocker }) => ({ hard, to: blocker }));
  const down: End = ({ dependents }) => dependents.map(({ hard, blocked }) => ({ hard, to: blocked }));

  /** By definition, one step at a time: what stands in the chain, closed items ending it and soft waits not followed. */
  const inChain = (start: NetItem, next: End): ReadonlySet<string> => {
    const followed = new Set<NetItem>(isClosed(start.facts.state) ? [] : [start]);
    const reached = new Set<string>();
    for (let count = -1; count < followed.size + reached.size; ) {
      count = followed.size + reached.size;
      for (const at of [...followed])
        for (const { hard, to } of next(at)) {
          if (isClosed(to.facts.state)) continue;
          reached.add(to.key);
          if (hard) followed.add(to);
        }
    }
    reached.delete(start.key);
    return reached;
  };

  const each = (check: (chain: ChainView, item: NetItem) => void): void =>
    fc.assert(
      fc.property(worlds, (snapshot) => {
        for (const item of netOf(snapshot).items()) {
          check(
            chainOf(item, (key) => briefOf(snapshot, key)),
            item,
          );
        }
      }),
    );

  test('[D6] everything in the chain has a row or is counted, and nothing else has', () =>
    each(({ waitsFor, waiting, more }, item) => {
      for (const [rows, left, next] of [
        [waitsFor, more.waitsFor, up],
        [waiting, more.waiting, down],
      ] as const) {
        const shown = new Set(rows.map((row) => row.item.key).filter((key) => key !== item.key));
        const all = inChain(item, next);
        expect([...shown].filter((key) => !all.has(key))).toEqual([]);
        expect(shown.size + left).toBe(all.size);
        expect(rows.length).toBeLessThanOrEqual(maxChainRows);
      }
    }));

  test('each item is followed once: what is repeated or closes a circle has nothing below, and stands above', () =>
    each(({ waitsFor, waiting }, item) => {
      for (const rows of [waitsFor, waiting]) {
        const above = new Set<string>([item.key]);
        const followed = new Set<string>();
        for (const [index, row] of rows.entries()) {
          const isFollowed = (rows[index + 1]?.depth ?? 0) > row.depth;
          if (row.repeated || row.circle || !row.hard) expect(isFollowed).toBe(false);
          if (row.repeated || row.circle) expect(above.has(row.item.key)).toBe(true);
          if (isFollowed) expect(followed.has(row.item.key)).toBe(false);
          if (isFollowed) followed.add(row.item.key);
          above.add(row.item.key);
          expect(row.depth).toBeLessThanOrEqual((rows[index - 1]?.depth ?? 0) + 1);
        }
      }
    }));

  test('[D5] a circle closes at the item itself or at one that the row hangs on', () =>
    each(({ waitsFor, waiting }, item) => {
      for (const rows of [waitsFor, waiting]) {
        const path: string[] = [item.key];
        for (const row of rows) {
          path.length = row.depth;
          expect(row.circle === true).toBe(row.hard && path.includes(row.item.key));
          path.push(row.item.key);
        }
      }
    }));

  test('[D6] the ends are those of the items it all waits for that wait on nothing unknown either', () =>
    each(({ waitsFor, more }, item) => {
      const ends = waitsFor.filter(({ end }) => end).map((row) => row.item.key);
      const roots = rootsOf(item).filter(
        ({ blockers }) => !blockers.some(({ hard, blocker }) => hard && !isClosed(blocker.facts.state)),
      );
      expect(new Set(ends).size).toBe(ends.length);
      if (more.waitsFor === 0) expect(new Set(ends)).toEqual(new Set(roots.map(({ key }) => key)));
    }));
});
