import { describe, expect, test } from 'vitest';
import { bounds, type Link } from '../../lib/core/item.ts';
import { linksRow, renameLinks, sightedLinks, updateLinks } from '../../lib/store/sightings.ts';
import { api45, key, noon, pay7, task } from './fresh.ts';

const blockedBy = (of: typeof api45, more: Partial<Link> = {}): Link => ({ kind: 'blocked-by', key: of, ...more });
const see = (known: Parameters<typeof updateLinks>[0], text: readonly Link[], at: number, partial = false) =>
  updateLinks(known, { key: api45, facts: { links: { text } }, ...(partial ? { partial: ['text'] } : {}) }, at);

test('the same links again are no change, in any order; another word is one, but none for the log', () => {
  const first = see({}, [blockedBy(pay7), blockedBy(task)], noon);
  const again = see(first.groups, [blockedBy(task), blockedBy(pay7)], noon + 1);
  expect([first.changed, again.changed]).toEqual([true, false]);
  const reworded = see(again.groups, [blockedBy(task), blockedBy(pay7, { word: 'needs' })], noon + 2);
  expect(reworded).toMatchObject({ changed: true, changes: [] });
});

test('a link that went and came back is sighted anew', () => {
  const there = see({}, [blockedBy(pay7)], noon);
  const gone = see(there.groups, [], noon + 1);
  const back = see(gone.groups, [blockedBy(pay7)], noon + 2);
  expect(back.groups.text?.links).toMatchObject([{ to: pay7, since: noon + 2 }]);
  expect(gone.changes).toMatchObject([{ field: 'links.text', before: [`blocked-by ${pay7}`], after: [] }]);
});

test('[K4] an older sighting of a group says nothing', () => {
  const known = see({}, [blockedBy(pay7)], noon);
  expect(see(known.groups, [], noon - 1).groups.text?.links).toHaveLength(1);
});

test('a partial group that grows for ever is bounded', () => {
  let groups = {};
  for (let n = 0; n < bounds.links + 20; n += 1)
    groups = see(groups, [blockedBy(key(`asana:${n}`))], noon + n, true).groups;
  expect(linksRow(api45, groups).to).toHaveLength(bounds.links);
});

describe('under other names', () => {
  const row = (from: typeof api45, links: readonly Link[], at: number) =>
    linksRow(from, updateLinks({}, { key: from, facts: { links: { text: links } } }, at).groups);

  test('two rows of one item become one; the first sighting and the later word stand', () => {
    const [early, late] = [
      row(pay7, [blockedBy(task)], noon),
      row(api45, [blockedBy(task, { word: 'needs' })], noon + 5),
    ];
    const joined = renameLinks(api45, [late, early], (of) => of);
    expect(sightedLinks(joined)).toEqual([
      { from: api45, kind: 'blocked-by', to: task, group: 'text', word: 'needs', since: noon, at: noon + 5 },
    ]);
  });

  test('a link that would lead to its own item goes', () => {
    const joined = renameLinks(api45, [row(api45, [blockedBy(pay7)], noon)], () => api45);
    expect([joined.to, sightedLinks(joined)]).toEqual([[], []]);
  });
});
