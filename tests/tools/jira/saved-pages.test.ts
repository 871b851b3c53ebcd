import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { jiraReader } from '../../../lib/tools/jira/reader.ts';
import { type ItemReading, readPage } from '../../../lib/tools/reading.ts';
import { hasSavedPages, pageOf, savedPage, savedPages } from '../../pages.ts';

interface Entry {
  readonly file: string;
  readonly address: string;
  /** All that is read of the page's item, except for its description and digest. */
  readonly item: Readonly<Record<string, unknown>> | null;
  /** How the description begins. */
  readonly description?: string;
  readonly aliases?: readonly string[];
  readonly listed: {
    readonly count: number;
    /** Rows that were checked by hand, all that is read of them. Descriptions only where they are given. */
    readonly items: readonly (Readonly<Record<string, unknown>> & { readonly key: string })[];
    /** How many rows show which state. */
    readonly states?: Readonly<Record<string, number>>;
    /** How many rows show a due date. */
    readonly due?: number;
  };
  readonly me: unknown;
  readonly drift: readonly string[];
  readonly gaps: Readonly<Record<string, string>>;
}
const manifest: { readonly pages: readonly Entry[] } = JSON.parse(
  readFileSync(new URL('manifest.json', import.meta.url), 'utf8'),
);

const withoutText = (reading: ItemReading | null | undefined): unknown => {
  if (reading === null || reading === undefined) return reading;
  const { description: _description, digest: _digest, ...rest } = reading;
  return rest;
};

const states = (listed: readonly ItemReading[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const { state = 'unseen' } of listed) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
};

describe.runIf(hasSavedPages)('saved pages of Jira (skipped where ../shared/pages is absent)', () => {
  test('each has its entry', () => {
    const files = ['jira-cloud', 'jira-server'].flatMap((folder) =>
      readdirSync(`${savedPages}${folder}`)
        .filter((name) => name.endsWith('.html'))
        .map((name) => `${folder}/${name}`),
    );
    expect(files.length).toBeGreaterThan(0);
    expect([...new Set(manifest.pages.map(({ file }) => file))].sort()).toEqual(files.sort());
  });

  test.each(manifest.pages)('$file at $address', ({ file, address, item, description, aliases, listed, me, drift }) => {
    const page = pageOf(savedPage(file), { address });
    const reading = readPage(page, jiraReader);
    expect(withoutText(reading.item)).toEqual(item);
    expect(reading.drift).toEqual(drift);
    expect(reading.me).toEqual(me);
    if (description !== undefined) expect(reading.item?.description?.startsWith(description)).toBe(true);
    if (aliases !== undefined) {
      const read = jiraReader.read(page);
      expect(read.ok && read.value.aliases).toEqual(aliases);
    }
    expect(reading.listed).toHaveLength(listed.count);
    for (const expected of listed.items) {
      const found = reading.listed.find(({ key }) => key === expected.key);
      expect(expected['description'] === undefined ? withoutText(found) : found).toEqual(expected);
    }
    if (listed.states !== undefined) expect(states(reading.listed)).toEqual(listed.states);
    if (listed.due !== undefined)
      expect(reading.listed.filter(({ due }) => typeof due === 'string')).toHaveLength(listed.due);
  });
});
