import { describe, expect, test } from 'vitest';
import { type Grant, listedSites } from '../../lib/app/site-access.ts';
import { noPolicy, type Policy } from '../../lib/core/policy.ts';
import { defaultSettings, type Settings } from '../../lib/core/settings.ts';
import { tools } from '../../lib/tools/index.ts';

const list = (settings: Partial<Settings> = {}, policy: Partial<Policy> = {}, withheld: readonly string[] = []) =>
  listedSites(
    {
      tools,
      grantOf: async (origins): Promise<Grant> =>
        origins.some((origin) => withheld.includes(origin)) ? 'withheld' : 'granted',
    },
    { ...defaultSettings, ...settings },
    { ...noPolicy, ...policy },
  );
const access = async (...args: Parameters<typeof list>) =>
  Object.fromEntries((await list(...args)).map((one) => [one.site, one.access]));

describe('the sites that are listed', () => {
  test('before anything is known, each tool’s own hosts', async () => {
    expect(await access()).toEqual({ asana: 'allowed', 'github.com': 'allowed', '*.atlassian.net': 'allowed' });
  });

  test('a site that is known in place of the pattern that covers it, once', async () => {
    const acme = { tool: 'jira', site: 'acme.atlassian.net' };
    const known = await list({ me: { accounts: [{ ...acme, name: 'Dana' }] }, places: [{ ...acme, name: 'PAY' }] });
    expect(known.map(({ site }) => site)).toEqual(['asana', 'github.com', 'acme.atlassian.net']);
  });

  test('[Q3] [P6] what keeps Crosstie out, the strongest first', async () => {
    const switches = { 'site:github:github.com': false };
    expect(await access({ switches })).toMatchObject({ 'github.com': 'off' });
    expect(await access({ switches }, { blockedSites: ['github.com'] })).toMatchObject({ 'github.com': 'blocked' });
    expect(await access({}, {}, ['https://github.com/*'])).toMatchObject({
      'github.com': 'withheld',
      asana: 'allowed',
    });
    expect(await access({}, { allowedSites: ['github.com'] })).toMatchObject({ '*.atlassian.net': 'blocked' });
  });

  test('[Q3] switching all sisters off switches each of them off', async () => {
    const acme = { tool: 'jira', site: 'acme.atlassian.net', name: 'PAY' };
    const switches = { 'site:jira:*.atlassian.net': false };
    expect(await access({ switches, places: [acme] })).toMatchObject({ 'acme.atlassian.net': 'off' });
  });

  test('a site of one’s own says so, and that all of it is mine', async () => {
    const git = { tool: 'github', site: 'git.corp.example' };
    const own = (await list({ sites: [git], places: [{ ...git, name: '*', answer: 'yes' }] })).find(
      ({ site }) => site === git.site,
    );
    expect(own).toMatchObject({
      own: true,
      wholeSiteMine: true,
      origins: ['https://git.corp.example/*', 'http://git.corp.example/*'],
    });
  });
});
