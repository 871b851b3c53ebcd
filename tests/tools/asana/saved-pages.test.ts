import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { asanaReader } from '../../../lib/tools/asana/reader.ts';
import { readPage } from '../../../lib/tools/reading.ts';
import { hasSavedPages, pageOf, savedPage, savedPages } from '../../pages.ts';

interface Entry {
  readonly file: string;
  readonly address: string;
  readonly today: string;
  readonly item: Readonly<Record<string, unknown>> | null;
  /** Groups of links that the page shows, also where they are empty. */
  readonly groups?: readonly string[];
  readonly count: number;
  readonly listed?: readonly { readonly key: string }[];
  readonly gaps: Readonly<Record<string, string>>;
}
const manifest: { readonly pages: readonly Entry[] } = JSON.parse(
  readFileSync(new URL('manifest.json', import.meta.url), 'utf8'),
);

describe.runIf(hasSavedPages)('saved pages of Asana (skipped where ../shared/pages is absent)', () => {
  test('each has its entry', () => {
    const files = readdirSync(`${savedPages}asana`).filter((name) => name.endsWith('.html'));
    expect(files.length).toBeGreaterThan(0);
    expect([...new Set(manifest.pages.map(({ file }) => file))].sort()).toEqual(files.sort());
  });

  test.each(manifest.pages)('$file at $address', ({ file, address, today, item, groups, count, listed = [] }) => {
    const page = pageOf(savedPage(`asana/${file}`), { address, today });
    const reading = readPage(page, asanaReader);
    expect(reading.item).toEqual(item);
    expect(reading.drift).toEqual([]);
    expect(reading.me).toBeNull();
    expect(reading.listed).toHaveLength(count);
    for (const row of listed) expect(reading.listed.find(({ key }) => key === row.key)).toEqual(row);
    if (groups !== undefined) {
      const read = asanaReader.read(page);
      expect(Object.keys((read.ok && read.value.facts.links) || {})).toEqual(groups);
    }
  });
});
