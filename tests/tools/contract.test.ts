import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type ItemKey, isItemKey, type Site, siteOf, splitKey } from '../../lib/core/key.ts';
import { examples as examplesOf } from '../../lib/tools/examples.ts';
import { guideOf } from '../../lib/tools/guides.ts';
import { tools } from '../../lib/tools/index.ts';
import type { Page } from '../../lib/tools/reader.ts';
import { readers } from '../../lib/tools/readers.ts';
import { readPage } from '../../lib/tools/reading.ts';
import type { Tool } from '../../lib/tools/tool.ts';
import { hasSavedPages, pageOf, savedPages } from '../pages.ts';
import type { OwnPage } from './own-page.ts';

// What every tool keeps, whichever it is. A new tool is tested here without a line of its own.

/** Members that a named field hides from whoever asks its form for them, and that happy-dom itself does not ask for. */
const hideable = [
  ...['closest', 'matches', 'querySelector', 'querySelectorAll', 'hasAttribute', 'contains'],
  ...['innerText', 'children', 'firstChild', 'nextSibling', 'nodeValue'],
  ...['className', 'dataset', 'title', 'href', 'getElementsByTagName', 'firstElementChild', 'nextElementSibling'],
];
const hidden = [
  ...hideable,
  ...['getAttribute', 'textContent', 'parentElement', 'attributes', 'childNodes', 'parentNode', 'id', 'classList'],
  ...['value', 'tagName', 'nodeName'],
];
const hostileForms = ['h1', 'main', 'article', 'tr']
  .map((tag) => `<${tag}><form>${hidden.map((name) => `<input name="${name}">`).join('')}</form></${tag}>`)
  .join('');

const folders = readdirSync(fileURLToPath(new URL('../../lib/tools/', import.meta.url)), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const ids = tools.map(({ id }) => id);

test('the lists of tools, readers and examples are sorted and are what the folders say', () => {
  expect(ids).toEqual([...ids].sort());
  expect(ids).toEqual(folders.sort());
  expect(readers.map(({ tool }) => tool)).toEqual(tools);
  expect(Object.keys(examplesOf)).toEqual(ids);
});

/** Each tool's `own-pages.ts` beside its tests. */
const ownPages = new Map<string, readonly OwnPage[]>();
for (const id of ids) {
  const module = `./${id}/own-pages.ts`;
  if (!existsSync(fileURLToPath(new URL(module, import.meta.url)))) continue;
  const imported: { readonly ownPages: readonly OwnPage[] } = await import(module);
  ownPages.set(id, imported.ownPages);
}

describe.each(readers)('$tool.id', (reader) => {
  const { tool } = reader;
  const examples = examplesOf[tool.id] ?? [];
  const named = examples.flatMap(({ address, key }) => (key === null ? [] : [{ address, key: keyFrom(key) }]));

  test('[K1] has examples of what it names and of what it does not', () => {
    expect(named.length).toBeGreaterThan(5);
    expect(examples.length - named.length).toBeGreaterThan(5);
  });

  test.each(examples)('[K1] $address names $key, for this tool and for no other', ({ address, key }) => {
    expect(answers(address)).toEqual(key === null ? {} : { [tool.id]: key });
  });

  test.each(named)('[K1] the address to open for $key names it again', ({ key }) => {
    const link = tool.link(key);
    expect(link.protocol).toBe('https:');
    expect(answers(link.href, sitesFor(key))).toEqual({ [tool.id]: key });
  });

  test('[K2] people have their accounts where the key says', () => {
    for (const { key } of named) expect(tool.site(tool.link(key), sitesFor(key))).toBe(siteOf(key).site);
  });

  test('a short form means the item again, in its own text', () => {
    for (const { key } of named) {
      const short = tool.short(key);
      const place = tool.place(key);
      if (short !== undefined) expect(tool.expand(short, key, place === undefined ? [] : [place])).toBe(key);
    }
  });

  test('its host patterns are patterns of hosts, not of everything', () => {
    expect(tool.matches.length).toBeGreaterThan(0);
    for (const pattern of [...tool.matches, ...(tool.excludeMatches ?? [])]) {
      expect(pattern).toMatch(/^https:\/\/(?:\*\.)?[a-z\d-]+(?:\.[a-z\d-]+)+\/.*\*$/u);
    }
  });

  test("the page of one's own work is one of its own, and no item", () => {
    const [site] = named.map(({ key }) => siteOf(key).site);
    const mine = guideOf(tool.id)?.mine(site ?? '') ?? new URL('https://nowhere.example/');
    expect(tool.site(mine, [])).toBeDefined();
    expect(tool.locate(mine, [])).toBeUndefined();
  });

  describe.each([
    ['an empty document', ''],
    ['a foreign document', '<title>Weather</title><main><h1>Rain</h1><p>Blocked by #4, assigned to Ada</p></main>'],
    ['a document of forms that hide their methods', hostileForms],
  ])('%s', (_name, html) => {
    test('[K5] is no item, lists nothing, and does not throw', () => {
      for (const { address } of named) {
        const page = pageOf(html, { address });
        const read = reader.read(page);
        expect(read.ok).toBe(false);
        if (!read.ok && read.failure.type === 'PageDrift') expect(read.failure.missing).not.toEqual([]);
        expect(page.dom.all(reader.rows).map((row) => reader.row(page, row))).toEqual([]);
        expect(reader.title(page)).toBeUndefined();
        expect(reader.me(page)).toBeUndefined();
        expect(() => [reader.container(page), reader.theme(page)]).not.toThrow();
      }
    });
  });

  test('has small pages of its own, of items and of lists', () => {
    const kinds = pagesOf(tool).map(({ item }) => item);
    expect(new Set(kinds)).toEqual(new Set([true, false]));
  });

  describe.each(pagesOf(tool))('its own page: $name', ({ address, item, html }) => {
    test('is read', () => {
      const reading = readPage(pageOf(html, { address }), reader);
      expect(reading.item !== null).toBe(item);
      if (!item) expect(reading.listed.length).toBeGreaterThan(0);
    });

    test('is not changed by being read, and reads the same again', () => {
      const page = pageOf(html, { address });
      const before = spelled(page);
      const first = readPage(page, reader);
      expect(readPage(page, reader)).toEqual(first);
      expect(reader.title(page)).toBe(reader.title(page));
      expect(spelled(page)).toBe(before);
    });

    test('[P2] reads the same when its elements hide their methods', () => {
      const clean = pageOf(html, { address });
      const clobbered = pageOf(html, { address });
      for (const element of clobbered.dom.all('*')) clobber(element);
      expect(readPage(clobbered, reader)).toEqual(readPage(clean, reader));
    });

    test('[K1] at the address of another item of the same site, it is not that item', () => {
      const here = tool.locate(new URL(address), []);
      const others = named.filter(
        ({ key }) => here !== undefined && key !== here && siteOf(key).site === siteOf(here).site,
      );
      for (const { address: other } of others) {
        expect(readPage(pageOf(html, { address: other }), reader).item).toBeNull();
      }
    });
  });

  describe.runIf(hasSavedPages)('saved pages (skipped where ../shared/pages is absent)', () => {
    test.each(savedPagesOf(tool))('%s is not changed by being read', (file) => {
      const [{ address } = { address: '' }] = named;
      const page = pageOf(readFileSync(`${savedPages}${file}`, 'utf8'), { address });
      const before = spelled(page);
      readPage(page, reader);
      expect(reader.title(page)).toBe(reader.title(page));
      // As a boolean: the difference of two megabytes helps nobody.
      expect(spelled(page) === before).toBe(true);
    });
  });
});

const corpusFile = `${savedPages}url-corpus.json`;
describe.runIf(existsSync(corpusFile))('the collected addresses (skipped where ../shared/pages is absent)', () => {
  const corpus: readonly { readonly url: string; readonly id: string | null }[] = existsSync(corpusFile)
    ? JSON.parse(readFileSync(corpusFile, 'utf8'))
    : [];
  const sites: readonly Site[] = [{ tool: 'github', site: 'ghe.example.com' }];

  test('are there', () => expect(corpus.length).toBeGreaterThan(50));

  test.each(corpus)('[K1] $url names $id: one tool answers, or none', ({ url, id }) => {
    expect(answers(url, sites)).toEqual(id === null ? {} : { [splitKey(keyFrom(id)).tool]: id });
    if (id === null) return;
    const link = tools.find((tool) => tool.id === splitKey(keyFrom(id)).tool)?.link(keyFrom(id));
    expect(link && answers(link.href, sites)).toEqual({ [splitKey(keyFrom(id)).tool]: id });
  });
});

/** What each tool says an address names; tools that say nothing are left out. */
function answers(address: string, sites: readonly Site[] = []): Readonly<Record<string, string>> {
  const url = new URL(address);
  const all = tools.map((tool) => [tool.id, tool.locate(url, sites)] as const);
  return Object.fromEntries(all.flatMap(([id, key]) => (key === undefined ? [] : [[id, key]])));
}

function keyFrom(text: string): ItemKey {
  if (!isItemKey(text)) throw new TypeError(`${text} is spelled unlike a key`);
  return text;
}

/** A self-hosted tool answers only where it is known to be. */
function sitesFor(key: ItemKey): readonly Site[] {
  const { tool, site } = splitKey(key);
  return site === undefined ? [] : [{ tool, site }];
}

function pagesOf({ id }: Tool): readonly OwnPage[] {
  return ownPages.get(id) ?? [];
}

function savedPagesOf({ id }: Tool): readonly string[] {
  if (!hasSavedPages) return [];
  return readdirSync(savedPages, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.startsWith(id) && name.endsWith('.html'),
  );
}

function spelled({ dom }: Page): string {
  const values = dom.all('input, textarea').map((field) => dom.value(field));
  return `${dom.document.documentElement.outerHTML}\n${values.join('\n')}`;
}

/** What `<input name="closest">` does to its form in a browser; here to any element. */
function clobber(element: Element): void {
  for (const name of hideable) Object.defineProperty(element, name, { value: 'hidden', configurable: true });
}
