import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ItemKey, isItemKey, makeKey, type Place, type Site } from '../../../lib/core/key.ts';
import { jiraGuide } from '../../../lib/tools/jira/guide.ts';
import { jira } from '../../../lib/tools/jira/index.ts';

const at = (address: string, sites: readonly Site[] = []): string | undefined => jira.locate(new URL(address), sites);
const site = (address: string, sites: readonly Site[] = []): string | undefined => jira.site(new URL(address), sites);
const known = (name: string): Site => ({ tool: 'jira', site: name });
const key = (text: string): ItemKey => {
  if (!isItemKey(text)) throw new TypeError(text);
  return text;
};

describe('an address', () => {
  test.each([
    ['https://acme.atlassian.net/jira/software/c/projects/PAY/boards/3/timeline?selectedIssue=PAY-7', 'PAY-7'],
    ['https://acme.atlassian.net/jira/core/projects/OPS/list?selectedIssue=ops-4', 'OPS-4'],
    ['https://acme.atlassian.net/jira/core/projects/OPS/form?selectedIssue=OPS-4', 'OPS-4'],
    ['https://acme.atlassian.net/jira/plans/7/scenarios/1/timeline?vid=3&selectedIssue=OPS-4', 'OPS-4'],
    ['https://acme.atlassian.net/secure/RapidBoard.jspa?rapidView=7&view=planning&selectedIssue=WEB-2', 'WEB-2'],
    ['https://acme.atlassian.net/jira/servicedesk/projects/SD/queues/issue/SD-40', 'SD-40'],
    ['https://acme.atlassian.net/jira/servicedesk/projects/SD/issues/SD-40', 'SD-40'],
    ['https://acme.atlassian.net//browse//PAY-7', 'PAY-7'],
    ['https://acme.atlassian.net/browse/PAY-7?selectedIssue=PAY-8', 'PAY-7'],
    ['https://acme.atlassian.net/some/page?issueKey=PAY-7', 'PAY-7'],
  ])('[K2] %s names %s on its site', (address, ref) => expect(at(address)).toBe(`jira:acme.atlassian.net:${ref}`));

  test.each([
    'https://acme.atlassian.net/browse/PAY-7extra',
    'https://acme.atlassian.net/browse/-7',
    'https://acme.atlassian.net/browse/PAY-',
    'https://acme.atlassian.net/browse/P%C3%84Y-7',
    'https://acme.atlassian.net/jira/servicedesk/projects/SD/queues/custom/3',
    'https://acme.atlassian.net/servicedesk/customer/portal/SD-40',
    'https://acme.atlassian.net/servicedesk/customer/portal/2/create/40',
    'https://acme.atlassian.net/projects/PAY/versions/PAY-7',
    'https://acme.atlassian.net/some/page?issue=PAY-7',
    'https://evil.example/?next=https://acme.atlassian.net/browse/PAY-7',
    'https://acme.atlassian.net.evil.example/wiki/browse/PAY-7',
    'https://gitlab.com/browse/PAY-7',
    'https://[::1]/browse/PAY-7',
    'ftp://corp.example/browse/PAY-7',
    'mailto:browse/PAY-7',
  ])('[K1] %s names nothing', (address) => expect(at(address)).toBeUndefined());

  test('[K2] the same key on two sites is two items; the scheme is no part of a site, the port is', () => {
    const found = ['http://corp.example', 'https://corp.example', 'https://corp.example:8443', 'https://x.example'].map(
      (base) => at(`${base}/browse/PAY-7`),
    );
    expect(found).toEqual([
      'jira:corp.example:PAY-7',
      'jira:corp.example:PAY-7',
      'jira:corp.example:8443:PAY-7',
      'jira:x.example:PAY-7',
    ]);
  });

  test('[K2] a known site decides where its context path ends', () => {
    const sites = [known('corp.example/a'), known('corp.example/a/b'), known('root.example')];
    expect(at('https://corp.example/a/b/browse/PAY-7', sites)).toBe('jira:corp.example/a/b:PAY-7');
    expect(at('https://corp.example/a/browse/PAY-7', sites)).toBe('jira:corp.example/a:PAY-7');
    expect(at('https://root.example/jira/browse/PAY-7', sites)).toBe('jira:root.example:PAY-7');
    expect(at('https://root.example/issues/PAY-7', sites)).toBe('jira:root.example:PAY-7');
    expect(at('https://corp.example/a/b/browse/PAY-7')).toBeUndefined();
  });

  test("a host known to be another tool's is never Jira's", () => {
    expect(at('https://git.corp.example/browse/PAY-7', [{ tool: 'other', site: 'git.corp.example' }])).toBeUndefined();
  });

  const refs = fc
    .tuple(fc.stringMatching(/^[A-Z][A-Z0-9_]{0,9}$/u), fc.integer({ min: 1, max: 10_000_000 }))
    .map(([project, number]) => `${project}-${number}`);
  const hosts = fc.constantFrom(
    'acme.atlassian.net',
    'jira.corp.example',
    'corp.example:8080',
    'xn--bcher-kva.example',
  );
  const contexts = fc.constantFrom('', '/jira', '/tracker', '/issue-tracker');

  test('[K1] the link of a key names the key again, on any host, port and context path', () => {
    fc.assert(
      fc.property(hosts, contexts, refs, (host, context, ref) => {
        const where = host.endsWith('.atlassian.net') ? host : `${host}${context}`;
        const item = makeKey({ tool: 'jira', site: where, ref });
        const link = jira.link(item);
        expect(link.protocol).toBe('https:');
        expect(jira.locate(link, [])).toBe(item);
        expect(jira.locate(link, [known(where)])).toBe(item);
      }),
    );
  });

  test('[P2] no address throws', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
        expect(() => [at(address), site(address), jira.site(new URL(address), [known('a/b')])]).not.toThrow();
      }),
    );
  });
});

describe('a site', () => {
  test.each([
    ['https://acme.atlassian.net/jira/your-work', 'acme.atlassian.net'],
    ['https://acme.atlassian.net/wiki/spaces/PAY', undefined],
    ['https://corp.example/jira/secure/Dashboard.jspa', 'corp.example/jira'],
    ['https://corp.example/issues/?jql=project%20%3D%20PAY', 'corp.example'],
    ['https://corp.example/sr/jira.issueviews:searchrequest-printable/temp/SearchRequest.html', 'corp.example'],
    ['https://corp.example/projects/PAY', undefined],
    ['https://corp.example/secure/login', undefined],
    ['https://example.org/', undefined],
  ])('of %s is %s', (address, expected) => expect(site(address)).toBe(expected));

  test('is told for hosts that are known', () => {
    expect(site('https://corp.example/a/anything', [known('corp.example/a')])).toBe('corp.example/a');
    expect(site('https://corp.example/ab', [known('corp.example/a')])).toBeUndefined();
  });

  test.each([
    ['https://acme.atlassian.net/jira/software/c/projects/PAY/boards/7', 'PAY'],
    ['https://acme.atlassian.net/browse/PAY', 'PAY'],
    ['https://acme.atlassian.net/jira/your-work', undefined],
    ['https://acme.atlassian.net/wiki/spaces/projects/PAY', undefined],
    ['https://acme.atlassian.net/projects/pay', 'PAY'],
  ])('[K7] the project of %s is %s', (address, name) =>
    expect(jiraGuide.placeAt?.(new URL(address), [])).toEqual(
      name && { tool: 'jira', site: 'acme.atlassian.net', name },
    ),
  );

  test('lists my open work under its context path', () => {
    expect(jiraGuide.mine('corp.example/jira').href).toMatch(
      /^https:\/\/corp\.example\/jira\/issues\/\?jql=assignee\+%3D\+currentUser\(?/u,
    );
  });
});

describe('[D8] a bare key', () => {
  const here = key('github:github.com:acme/api#45');
  const pay = (where: string): Place => ({ tool: 'jira', site: where, name: 'PAY' });
  const expand = (word: string, from: ItemKey, places: readonly Place[]) => jira.expand(word, from, places);

  test('is believed for a known project only', () => {
    expect(expand('PAY-231', here, [pay('acme.atlassian.net')])).toBe('jira:acme.atlassian.net:PAY-231');
    for (const word of ['UTF-8', 'CVE-2024-1', 'PAY-0', 'PAY-07', 'PAY', 'XPAY-2', 'Pay-2', 'PAY-2x', '#45']) {
      expect(expand(word, here, [pay('acme.atlassian.net')])).toBeUndefined();
    }
    expect(expand('PAY-231', here, [])).toBeUndefined();
    expect(expand('PAY-231', here, [{ tool: 'github', site: 'github.com', name: 'PAY' }])).toBeUndefined();
  });

  test('of a project on two sites means the one on the site where it stands, else nothing', () => {
    const both = [pay('acme.atlassian.net'), pay('corp.example/jira')];
    expect(expand('PAY-2', here, both)).toBeUndefined();
    expect(expand('PAY-2', key('jira:corp.example/jira:OPS-1'), both)).toBe('jira:corp.example/jira:PAY-2');
  });

  test("of the item's own project needs no other knowledge", () => {
    expect(expand('PAY-2', key('jira:corp.example:PAY-7'), [pay('acme.atlassian.net')])).toBe(
      'jira:corp.example:PAY-2',
    );
    expect(expand('OPS-2', key('jira:corp.example:PAY-7'), [])).toBeUndefined();
  });

  test('is how people say it, and names the project', () => {
    expect(jira.short(key('jira:acme.atlassian.net:PAY-7'))).toBe('PAY-7');
    expect(jira.place(key('jira:corp.example/jira:R2_D2-7'))).toEqual({
      tool: 'jira',
      site: 'corp.example/jira',
      name: 'R2_D2',
    });
  });
});
