import { beforeAll, describe, expect, test } from 'vitest';
import { readFile } from '../../../lib/store/transfer/parse.ts';
import { schemaNumber } from '../../../lib/store/versions/index.ts';
import { noon, openOn, tablesOf } from '../fresh.ts';
import { filled } from './filled.ts';

const version = `"version":${schemaNumber}`;
let good = '';
beforeAll(async () => {
  good = await (await filled()).store.exportAll();
});

// biome-ignore lint/suspicious/noExplicitAny: a file is taken apart to be broken in one place
type Tables = any;
const broken = (change: (tables: Tables) => void): string => {
  const file = JSON.parse(good);
  change(file.tables);
  return JSON.stringify(file);
};
const withText = (name: string, text: string): string => good.replace(`"${name}":[`, `"${name}":[${text},`);

interface Case {
  readonly what: string;
  readonly file: () => string | Uint8Array;
  readonly failure: object;
}

const cases: readonly Case[] = [
  { what: 'nothing', file: () => '', failure: { why: 'not-json' } },
  { what: 'no JSON', file: () => 'hello {', failure: { why: 'truncated' } },
  { what: 'a web page', file: () => '<!doctype html><p>x</p>', failure: { why: 'not-json' } },
  {
    what: 'a comma too many',
    file: () => good.replace(']\n}}', '],\n}}'),
    failure: { why: 'not-json', at: expect.any(Number) },
  },
  {
    what: 'cut in half',
    file: () => good.slice(0, good.length / 2),
    failure: { why: 'truncated', at: expect.any(Number) },
  },
  { what: 'cut by one bracket', file: () => good.trimEnd().slice(0, -1), failure: { why: 'truncated' } },
  { what: 'something after the end', file: () => `${good}x`, failure: { why: 'not-json' } },
  { what: 'foreign JSON', file: () => '{"bookmarks":[]}', failure: { why: 'foreign' } },
  { what: 'a list', file: () => '[1,2]', failure: { why: 'foreign' } },
  { what: 'null', file: () => 'null', failure: { why: 'foreign' } },
  {
    what: 'a newer version',
    file: () => good.replace(version, `"version":${schemaNumber + 1}`),
    failure: { why: 'newer', version: schemaNumber + 1 },
  },
  { what: 'version 0', file: () => good.replace(version, '"version":0'), failure: { why: 'foreign' } },
  {
    what: 'a version that is a word',
    file: () => good.replace(version, '"version":"1"'),
    failure: { why: 'foreign' },
  },
  {
    what: 'a field beside the tables',
    file: () => good.replace(version, `${version},"token":"x"`),
    failure: { why: 'foreign' },
  },
  {
    what: 'a table nobody knows',
    file: () =>
      broken((tables) => {
        tables.moods = [];
      }),
    failure: { why: 'foreign', table: 'moods' },
  },
  {
    what: 'a table that is missing',
    file: () =>
      broken((tables) => {
        delete tables.cells;
      }),
    failure: { why: 'bad-row', table: 'cells' },
  },
  {
    what: 'a table that is no list',
    file: () =>
      broken((tables) => {
        tables.items = {};
      }),
    failure: { why: 'bad-row', table: 'items' },
  },
  {
    what: 'depth 200,000',
    file: () => withText('items', `${'['.repeat(200_000)}${']'.repeat(200_000)}`),
    failure: { why: 'too-deep', at: expect.any(Number) },
  },
  { what: 'UTF-16', file: () => new Uint8Array(Buffer.from(`\uFEFF${good}`, 'utf16le')), failure: { why: 'not-utf8' } },
  {
    what: 'UTF-16 without a mark',
    file: () => new Uint8Array(Buffer.from(good, 'utf16le')),
    failure: { why: 'not-utf8' },
  },
  {
    what: 'UTF-16 that was read as UTF-8',
    file: () => Buffer.from(`\uFEFF${good}`, 'utf16le').toString('utf8'),
    failure: { why: 'not-utf8' },
  },
  {
    what: 'a picture',
    file: () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    failure: { why: 'not-utf8' },
  },
  {
    what: 'a prototype in the root',
    file: () => good.replace(version, `${version},"__proto__":{"polluted":true}`),
    failure: { why: 'foreign' },
  },
  {
    what: 'a prototype in a row',
    file: () =>
      withText('items', '{"__proto__":{"polluted":true},"key":"asana:1","facts":{},"firstSeen":1,"lastSeen":1}'),
    failure: { why: 'bad-row', table: 'items', row: 0 },
  },
  {
    what: 'a prototype in a value',
    file: () =>
      broken((tables) => {
        tables.history[0].after = JSON.parse('{"__proto__":{"polluted":true}}');
      }),
    failure: { why: 'bad-row', table: 'history' },
  },
  {
    what: 'a constructor as a field',
    file: () =>
      broken((tables) => {
        tables.history[0].field = 'constructor';
      }),
    failure: { why: 'bad-row', field: 'field' },
  },
  {
    what: 'a date that is no date',
    file: () =>
      broken((tables) => {
        tables.items[0].facts.due = { value: 'NaN', at: 1, from: 'item' };
      }),
    failure: { why: 'bad-row', table: 'items', row: 0, field: 'facts.due.value' },
  },
  {
    what: 'a time that is not a number',
    file: () =>
      broken((tables) => {
        tables.items[1].lastSeen = null;
      }),
    failure: { why: 'bad-row', row: 1, field: 'lastSeen' },
  },
  {
    what: 'a time beyond time',
    file: () =>
      broken((tables) => {
        tables.items[1].lastSeen = 1e300;
      }),
    failure: { why: 'bad-row' },
  },
  {
    what: 'a bad address as a key',
    file: () =>
      broken((tables) => {
        tables.items[0].key = 'javascript:alert(1)//x y';
      }),
    failure: { why: 'bad-row', field: 'key' },
  },
  {
    what: 'a site that hides another',
    file: () =>
      broken((tables) => {
        tables.settings.find((row: Tables) => row.name === 'sites').value[0].site = 'github.com@evil.example';
      }),
    failure: { why: 'bad-row', table: 'settings' },
  },
  {
    what: 'a setting nobody knows',
    file: () =>
      broken((tables) => {
        tables.settings.push({ name: 'token', value: 'secret' });
      }),
    failure: { why: 'bad-row', table: 'settings' },
  },
  {
    what: 'a title of 10 MB',
    file: () =>
      broken((tables) => {
        tables.items[0].facts.title = { value: 'x'.repeat(10_000_000), at: 1, from: 'item' };
      }),
    failure: { why: 'bad-row', field: 'facts.title.value' },
  },
  {
    what: 'a cell of a version to come',
    file: () =>
      broken((tables) => {
        tables.cells[0].body.v = 9;
      }),
    failure: { why: 'bad-row', table: 'cells', field: 'body.v' },
  },
  {
    what: 'three bad rows',
    file: () =>
      broken((tables) => {
        for (const row of tables.items) row.firstSeen = 'x';
      }),
    failure: { why: 'bad-row', row: 0, count: 3 },
  },
];

describe('[T16] a file that is broken, foreign or hostile is refused with its reason and place, and changes nothing', () => {
  test.each(cases)('$what', async ({ file, failure }) => {
    const { store, db } = await openOn();
    const before = await tablesOf(db);
    const refused = { ok: false, failure: { type: 'FileRefused', ...failure } };
    const content = file();
    expect(await store.restore(content)).toMatchObject(refused);
    expect(await store.previewRestore(content)).toMatchObject(refused);
    expect(await store.addColleague(content, { id: 'a', at: noon })).toMatchObject(refused);
    expect(await store.previewColleague(content, noon)).toMatchObject(refused);
    expect(await tablesOf(db)).toEqual(before);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test('more than 200 MB, before anything of it is parsed', () => {
    const size = 300 * 1024 * 1024;
    const start = performance.now();
    expect(readFile(new Uint8Array(size))).toEqual({
      ok: false,
      failure: { type: 'FileRefused', why: 'too-large', count: size },
    });
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  test('a million rows, before they are parsed', () => {
    const rows = Array(1_000_000).fill('{}').join(',');
    expect(readFile(withText('items', rows))).toMatchObject({ failure: { why: 'too-many-rows', count: 900_001 } });
  });
});

describe('[T16] what is only unusual is taken', () => {
  test.each<[string, () => string | Uint8Array]>([
    ['a byte order mark', () => `\uFEFF${good}`],
    ['a byte order mark in bytes', () => new Uint8Array(Buffer.from(`\uFEFF${good}`, 'utf8'))],
    ['other white space', () => JSON.stringify(JSON.parse(good), null, '\t').replaceAll('\n', '\r\n')],
    ['a name twice', () => good.replace('{"format":', '{"format":"other","format":')],
    [
      'rows twice',
      () =>
        broken((tables) => {
          for (const rows of Object.values<Tables>(tables)) rows.push(...structuredClone(rows));
        }),
    ],
    [
      'an operation twice under another number',
      () =>
        broken((tables) => {
          tables.operations.push({ ...tables.operations[0], seq: 99 });
        }),
    ],
    [
      'letters outside the basic plane',
      () =>
        broken((tables) => {
          tables.items[0].facts.title = { value: '🙂 𝒳 " \\ }]', at: 1, from: 'item' };
        }),
    ],
  ])('%s', async (_what, file) => {
    const { store } = await openOn();
    expect(await store.restore(file())).toMatchObject({ ok: true, value: { items: 3 } });
  });
});
