import { describe, expect, test } from 'vitest';
import { eachPage, keysOfSite } from '../../lib/store/pages.ts';
import { key, noon, openOn } from './fresh.ts';

type Opened = Awaited<ReturnType<typeof openOn>>;

const padded = (n: number): string => `asana:${String(n).padStart(5, '0')}`;

const aliases = async (count: number): Promise<Opened['db']> => {
  const { db } = await openOn();
  await db.aliases.bulkAdd(Array.from({ length: count }, (_, n) => ({ alias: padded(n), key: key('asana:1') })));
  return db;
};

describe('a table is read page by page', () => {
  test.each([
    ['nothing', 0, []],
    ['less than a page', 999, [999]],
    ['one page to the row', 1_000, [1_000]],
    ['a page and a row', 1_001, [1_000, 1]],
    ['two pages to the row', 2_000, [1_000, 1_000]],
  ])('%s', async (_how, count, sizes) => {
    const db = await aliases(count);
    const pages: (readonly string[])[] = [];
    await eachPage(db.aliases, (rows) => void pages.push(rows.map(({ alias }) => alias)));
    expect(pages.map((page) => page.length).filter((size) => size > 0)).toEqual(sizes);
    expect(pages.flat()).toEqual(Array.from({ length: count }, (_, n) => padded(n)));
  });

  test('until a visit says that it is enough, which is awaited', async () => {
    const db = await aliases(2_500);
    const visited: number[] = [];
    await eachPage(db.aliases, async (rows) => {
      visited.push(rows.length);
      await db.settings.count();
      return visited.length < 2;
    });
    expect(visited).toEqual([1_000, 1_000]);
  });

  test('a visit that says nothing goes on, whatever else it gives', async () => {
    const db = await aliases(2_500);
    const given = [undefined, 0, null];
    const visited: number[] = [];
    await eachPage(db.aliases, (rows) => {
      visited.push(rows.length);
      return given[visited.length - 1];
    });
    expect(visited).toEqual([1_000, 1_000, 500]);
  });

  test('rows that a visit deletes are not read, and none is read twice or left out for it', async () => {
    const db = await aliases(2_002);
    const visited: string[] = [];
    await eachPage(db.aliases, async (rows) => {
      visited.push(...rows.map(({ alias }) => alias));
      await db.aliases.bulkDelete([...rows.map(({ alias }) => alias), padded(1_001)]);
    });
    expect(visited).toEqual(Array.from({ length: 2_002 }, (_, n) => padded(n)).filter((one) => one !== padded(1_001)));
  });

  test('a visit that fails ends it with its failure', async () => {
    const db = await aliases(1_001);
    let visited = 0;
    const reading = eachPage(db.aliases, () => {
      visited += 1;
      throw new TypeError('a mistake of ours');
    });
    await expect(reading).rejects.toThrow('a mistake of ours');
    expect(visited).toBe(1);
  });
});

describe('whatever the keys of a table are', () => {
  test('numbers', async () => {
    const { db } = await openOn();
    const change = { key: key('asana:1'), field: 'title' as const, before: null, at: noon };
    await db.changes.bulkAdd(Array.from({ length: 1_001 }, (_, n) => ({ ...change, after: n })));
    const visited: unknown[] = [];
    await eachPage(db.changes, (rows) => void visited.push(...rows.map(({ after }) => after)));
    expect(visited).toEqual(Array.from({ length: 1_001 }, (_, n) => n));
  });

  test('lists, of which one is the page’s last', async () => {
    const { db } = await openOn();
    const cell = { space: 's', author: 'local', lm: 'c', body: { v: 1 as const, k: ['own'] as const, f: {} } };
    const recs = Array.from({ length: 500 }, (_, n) => `r${String(n).padStart(3, '0')}`);
    const ids = [...recs, '\uFFFF'].flatMap((rec) => ['d1', 'd2'].map((device) => ({ rec, device })));
    await db.cells.bulkAdd(ids.map((id) => ({ ...cell, ...id })));
    const visited: string[] = [];
    await eachPage(db.cells, (rows) => void visited.push(...rows.map(({ rec, device }) => rec + device)));
    expect(visited).toEqual(ids.map(({ rec, device }) => rec + device));
  });
});

describe('the keys of a site', () => {
  const all = [
    'asana:1204',
    'asana:9',
    'github:acme/api#45',
    'github:github.com.evil.example:acme/api#45',
    'github:github.com:acme/api#45',
    'github:github.com:zoo/é#1',
    'github:github.comm:acme/api#45',
    'jira:acme.atlassian.net/jira:PAY-7',
    'jira:acme.atlassian.net:PAY-7',
    'jira:github.com:acme/api#45',
  ];

  test.each([
    ['github', 'github.com', ['github:github.com:acme/api#45', 'github:github.com:zoo/é#1']],
    ['jira', 'acme.atlassian.net', ['jira:acme.atlassian.net:PAY-7']],
    ['jira', 'acme.atlassian.net/jira', ['jira:acme.atlassian.net/jira:PAY-7']],
    ['jira', 'atlassian.net', []],
    ['asana', 'asana', ['asana:1204', 'asana:9']],
  ])('%s on %s', async (tool, site, expected) => {
    const { db } = await openOn();
    await db.titles.bulkAdd(all.map((one) => ({ key: key(one), words: [] })));
    const visited: string[] = [];
    await eachPage(db.titles, (rows) => void visited.push(...rows.map((row) => row.key)), keysOfSite({ tool, site }));
    expect(visited).toEqual(expected);
  });

  test('are read over the edge of a page, and no further', async () => {
    const { db } = await openOn();
    const keys = Array.from({ length: 1_001 }, (_, n) => padded(n));
    await db.titles.bulkAdd(
      ['airtable:1', ...keys, 'github:github.com:acme/api#45'].map((one) => ({ key: key(one), words: [] })),
    );
    const visited: string[] = [];
    const range = keysOfSite({ tool: 'asana', site: 'asana' });
    await eachPage(db.titles, (rows) => void visited.push(...rows.map((row) => row.key)), range);
    expect(visited).toEqual(keys);
  });
});
