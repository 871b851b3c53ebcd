import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ItemKey, makeKey, type Site } from '../../../lib/core/key.ts';
import { examples } from '../../../lib/tools/github/examples.ts';
import { github } from '../../../lib/tools/github/index.ts';
import { reservedOwners } from '../../../lib/tools/github/reserved.ts';
import { savedPages } from '../../pages.ts';

const enterprise: readonly Site[] = [{ tool: 'github', site: 'ghe.example.com' }];
const keyOf = (address: string, sites: readonly Site[] = []): string | null =>
  github.locate(new URL(address), sites) ?? null;

describe('which item an address names [K1, K2]', () => {
  test.each(examples)('$address', ({ address, key }) => {
    expect(keyOf(address)).toBe(key);
  });

  test('the examples hold what is an item and what is none', () => {
    expect(examples.some(({ key }) => key === null)).toBe(true);
    expect(examples.some(({ key }) => key !== null)).toBe(true);
  });

  const corpus = `${savedPages}url-corpus.json`;
  test.runIf(existsSync(corpus))('answers for its own rows of the shared corpus and for no other', () => {
    const rows: readonly { readonly url: string; readonly id: string | null }[] = JSON.parse(
      readFileSync(corpus, 'utf8'),
    );
    expect(rows.length).toBeGreaterThan(50);
    for (const { url, id } of rows) {
      expect({ url, key: keyOf(url, enterprise) }).toEqual({ url, key: id?.startsWith('github:') ? id : null });
    }
  });

  test('an Enterprise Server answers once it is known, with its port and not without', () => {
    const address = 'https://ghe.example.com/acme/api/pull/46/files';
    expect(keyOf(address)).toBeNull();
    expect(keyOf(address, enterprise)).toBe('github:ghe.example.com:acme/api#46');
    expect(keyOf('https://ghe.example.com:8443/acme/api/pull/46', enterprise)).toBeNull();
    const onPort: readonly Site[] = [{ tool: 'github', site: 'ghe.example.com:8443' }];
    expect(keyOf('https://ghe.example.com:8443/acme/api/pull/46', onPort)).toBe(
      'github:ghe.example.com:8443:acme/api#46',
    );
  });

  test('a site known as another tool is not GitHub', () => {
    expect(keyOf('https://ghe.example.com/acme/api/pull/46', [{ tool: 'jira', site: 'ghe.example.com' }])).toBeNull();
  });

  test("[T1] GitHub's own pages are no repositories", () => {
    for (const owner of reservedOwners) expect(keyOf(`https://github.com/${owner}/api/issues/45`)).toBeNull();
  });

  test('[T4] only http and https', () => {
    for (const address of ['ftp://github.com/acme/api/issues/45', 'javascript:github.com/acme/api/issues/45']) {
      expect(keyOf(address)).toBeNull();
    }
  });

  test('site: only hosts that are GitHub', () => {
    const siteOf = (address: string): string | undefined => github.site(new URL(address), enterprise);
    expect(siteOf('https://github.com/notifications')).toBe('github.com');
    expect(siteOf('https://acme.ghe.com/')).toBe('acme.ghe.com');
    expect(siteOf('https://ghe.example.com/login')).toBe('ghe.example.com');
    expect(siteOf('https://gist.github.com/')).toBeUndefined();
    expect(siteOf('https://github.com.evil.tld/')).toBeUndefined();
    expect(siteOf('https://evil-ghe.com/')).toBeUndefined();
  });
});

const repositories = fc.record({
  owner: fc.stringMatching(/^[a-z\d][a-z\d-]{0,20}$/u).filter((owner) => !reservedOwners.has(owner)),
  repo: fc.stringMatching(/^[a-z\d_][a-z\d_.-]{0,30}$/u),
  number: fc.integer({ min: 1, max: 999_999_999 }),
  site: fc.constantFrom('github.com', 'acme.ghe.com', 'ghe.example.com'),
});

describe('laws', () => {
  test('[K2] the item of a link is the item that the link was made for', () => {
    fc.assert(
      fc.property(repositories, ({ owner, repo, number, site }) => {
        const key = makeKey({ tool: 'github', site, ref: `${owner}/${repo}#${number}` });
        expect(github.locate(github.link(key), enterprise)).toBe(key);
      }),
    );
  });

  test('[K2] letter case, kind, query and what follows the number change nothing', () => {
    const ways = fc.constantFrom('issues', 'pull', 'discussions');
    const tails = fc.constantFrom('', '/', '/files', '/changes/0a1b2c3', '?plain=1', '#issuecomment-1');
    fc.assert(
      fc.property(repositories, ways, tails, ({ owner, repo, number, site }, way, tail) => {
        const address = `https://${site}/${owner.toUpperCase()}/${repo.toUpperCase()}/${way}/${number}${tail}`;
        expect(keyOf(address, enterprise)).toBe(`github:${site}:${owner}/${repo}#${number}`);
      }),
    );
  });

  test('[P2] no address makes it fail', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string(), (address, value) => {
        const hostile = new URL(address);
        hostile.host = 'github.com';
        hostile.searchParams.set('pane', 'issue');
        hostile.searchParams.set('issue', value);
        expect(() => github.locate(hostile, [])).not.toThrow();
      }),
    );
  });
});

describe('short forms [D8]', () => {
  const issue = 'github:github.com:acme/api#45' as ItemKey;
  const onServer = 'github:ghe.example.com:acme/api#45' as ItemKey;
  const ticket = 'jira:acme.atlassian.net:PAY-7' as ItemKey;

  test('said aloud', () => {
    expect(github.short(issue)).toBe('acme/api#45');
    expect(github.place(issue)).toEqual({ tool: 'github', site: 'github.com', name: 'acme/api' });
  });

  test.each([
    ['#46', issue, 'github:github.com:acme/api#46'],
    ['GH-46', issue, 'github:github.com:acme/api#46'],
    ['#46', onServer, 'github:ghe.example.com:acme/api#46'],
    ['Acme/Web#7', issue, 'github:github.com:acme/web#7'],
    ['acme/web#7', onServer, 'github:ghe.example.com:acme/web#7'],
    ['acme/web#7', ticket, 'github:github.com:acme/web#7'],
    ['#46', ticket, undefined],
    ['GH-46', ticket, undefined],
    ['PAY-46', issue, undefined],
    ['#0', issue, undefined],
    ['settings/api#4', issue, undefined],
    ['a/b/c#4', issue, undefined],
    ['acme/web#7x', issue, undefined],
  ] as const)('%s in %s is %s', (word, here, expected) => {
    expect(github.expand(word, here, [])).toBe(expected);
  });
});
