import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { githubReader } from '../../../lib/tools/github/reader.ts';
import type { Listed } from '../../../lib/tools/reader.ts';
import { hasSavedPages, pageOf, savedPage, savedPages } from '../../pages.ts';

/** What a person found by reading the saved page itself. */
interface Expected {
  readonly address: string;
  readonly item: { readonly facts: object } | null;
  readonly me: string | null;
  readonly listed: { readonly count: number; readonly rows: { readonly [Key in string]: object } };
  /** Fields that this page cannot give, or cannot yet: a reading that has them fails, so that the entry is corrected. */
  readonly gaps: readonly { readonly field: string; readonly why: string }[];
}

const manifest: { readonly [Page in string]: Expected } = JSON.parse(
  readFileSync(new URL('manifest.json', import.meta.url), 'utf8'),
);

if (!hasSavedPages) console.info('Skipped: ../shared/pages is not there; the small fixtures were tried.');

describe.runIf(hasSavedPages)('saved pages of GitHub', () => {
  test('each has an entry, and each entry a page', () => {
    const pages = readdirSync(`${savedPages}github`).filter((name) => name.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(0);
    expect(Object.keys(manifest).sort()).toEqual(pages.sort());
  });

  test.each(Object.entries(manifest))('%s', (name, expected) => {
    const page = pageOf(savedPage(`github/${name}`), { address: expected.address });
    const reading = githubReader.read(page);
    if (expected.item === null) {
      expect(reading).toEqual({ ok: false, failure: { type: 'PageNotReady' } });
    } else {
      expect(reading).toMatchObject({ ok: true, value: expected.item });
    }
    expect(githubReader.me(page)?.handle ?? null).toBe(expected.me);

    const rows = page.dom.all(githubReader.rows).flatMap((row): readonly Listed[] => {
      const listed = githubReader.row(page, row);
      return listed === undefined ? [] : [listed];
    });
    expect(rows).toHaveLength(expected.listed.count);
    for (const [key, facts] of Object.entries(expected.listed.rows)) {
      const row = rows.find(({ observation }) => observation.key === key);
      expect({ key, facts: row?.observation.facts }).toMatchObject({ key, facts });
    }

    for (const { field, why } of expected.gaps) {
      expect(why).not.toBe('');
      if (field.startsWith('rows.')) {
        for (const { observation } of rows) expect(observation.facts).not.toHaveProperty(field.slice('rows.'.length));
      } else {
        expect(reading.ok ? reading.value.facts : {}).not.toHaveProperty(field);
      }
    }
  });
});
