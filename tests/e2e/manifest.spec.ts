import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { extensionFolder } from '../demo/build.ts';

/*
 * What the built extension asks for and allows, against a copy that is kept beside this file. A difference here is a
 * difference in what people are asked to trust: it is meant to be seen in a review, together with PRIVACY.md.
 */

const builds = {
  chrome: extensionFolder,
  firefox: fileURLToPath(new URL('../../.output/firefox-mv3', import.meta.url)),
} as const;

/** Everything but what a build names anew: files of scripts, and the version. */
const asked = (folder: string): unknown => {
  const { version, content_scripts, background, ...rest } = read(`${folder}/manifest.json`);
  const scripts = content_scripts as readonly { readonly [field: string]: unknown }[];
  return { ...rest, content_scripts: scripts.map(({ js, ...script }) => script) };
};

const read = (file: string): { readonly [field: string]: unknown } => JSON.parse(readFileSync(file, 'utf8'));

for (const [browser, folder] of Object.entries(builds)) {
  test.describe(`[T27] the manifest for ${browser}`, () => {
    // `npm test` builds for both; who runs these tests alone may have built for one.
    test.skip(!existsSync(`${folder}/manifest.json`), `There is no build for ${browser}: run npm run build:firefox`);

    test(`[T27] is the one that was agreed on, for ${browser}`, () => {
      const kept = read(fileURLToPath(new URL(`./manifest-${browser}.json`, import.meta.url)));
      expect(asked(folder)).toEqual(kept);
    });

    test(`[T27] opens no door, for ${browser}`, () => {
      const manifest = read(`${folder}/manifest.json`);
      expect(manifest['web_accessible_resources']).toBeUndefined();
      expect(manifest['incognito']).toBe('not_allowed');
      expect(JSON.stringify(manifest)).not.toMatch(
        /<all_urls>|unsafe-|wasm-eval|"nativeMessaging"|"webRequest|"debugger"/u,
      );
      const { extension_pages: policy } = manifest['content_security_policy'] as { readonly extension_pages: string };
      const directives = new Map(
        policy.split('; ').map((one) => [one.split(' ')[0], one.split(' ').slice(1).join(' ')]),
      );
      expect(directives.get('default-src')).toBe("'none'");
      expect(directives.get('script-src')).toBe("'self'");
      expect(directives.get('style-src')).toBe("'self'");
      expect(directives.get('frame-ancestors')).toBe("'none'");
      expect(directives.get('require-trusted-types-for')).toBe("'script'");
    });
  });
}

test('[T10] [T27] no page and no other extension may speak to it', () => {
  expect(read(`${builds.chrome}/manifest.json`)['externally_connectable']).toEqual({ ids: [] });
});

test('[P1] [T27] in Firefox it declares that nothing is collected', () => {
  test.skip(!existsSync(`${builds.firefox}/manifest.json`), 'There is no build for Firefox: run npm run build:firefox');
  const { gecko } = read(`${builds.firefox}/manifest.json`)['browser_specific_settings'] as {
    readonly gecko: { readonly data_collection_permissions: unknown; readonly strict_min_version: string };
  };
  expect(gecko.data_collection_permissions).toEqual({ required: ['none'] });
  expect(Number.parseInt(gecko.strict_min_version, 10)).toBeGreaterThanOrEqual(140);
});
