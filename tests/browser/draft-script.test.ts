import { beforeEach, describe, expect, test, vi } from 'vitest';
import { noPolicy, type Policy } from '../../lib/core/policy.ts';
import { type Settings, siteSwitch } from '../../lib/core/settings.ts';
import { needsFor } from '../app/needs.ts';

type Told = { readonly status?: string; readonly url?: string };
type Tab = { readonly id: number; readonly url?: string; readonly incognito: boolean };

const fake = vi.hoisted(() => ({
  listeners: [] as ((id: number, told: object, tab: object) => void)[],
  tabs: [] as object[],
  execute: null as unknown as (injection: { readonly files?: readonly string[] }) => Promise<unknown>,
}));
vi.mock('wxt/browser', () => ({
  browser: {
    tabs: {
      onUpdated: { addListener: (listener: (typeof fake.listeners)[number]) => fake.listeners.push(listener) },
      query: async () => fake.tabs,
    },
    scripting: { executeScript: (injection: never) => fake.execute(injection) },
  },
}));

const { followDrafts, watchDraftsEverywhere } = await import('../../entrypoints/background/inject.ts');

const form = 'https://github.com/acme/web/issues/new';
const execute = vi.fn<typeof fake.execute>();
const report = vi.fn();
/** Whether the script is there already. */
let isThere = false;

beforeEach(() => {
  fake.listeners.splice(0);
  isThere = false;
  report.mockClear();
  execute.mockReset();
  execute.mockImplementation(async ({ files }) => [{ result: files === undefined ? isThere : undefined }]);
  fake.execute = execute;
});

const injected = (): number => execute.mock.calls.filter(([{ files }]) => files?.[0] === '/draft.js').length;

const update = async (
  url: string | undefined,
  told: Told = { status: 'complete' },
  settings: Partial<Settings> & { readonly decided?: Policy } = {},
  incognito = false,
): Promise<number> => {
  followDrafts({ needs: async () => needsFor(undefined, undefined, settings).needs, report });
  const tab: Tab = { id: 7, incognito, ...(url === undefined ? {} : { url }) };
  for (const listener of fake.listeners) listener(7, told, tab);
  await new Promise((go) => setImmediate(go));
  await new Promise((go) => setImmediate(go));
  return injected();
};

describe('the script that watches create forms', () => {
  test.each([
    [form, 1],
    ['https://github.com/acme/web/compare/main...ada:retry', 1],
    ['https://github.com/acme/web/issues/45', 0],
    ['https://acme.atlassian.net/browse/PAY-1', 1],
    ['https://app.asana.com/0/5/7', 1],
    ['https://evil.example/acme/web/issues/new', 0],
    ['https://github.com.evil.example/acme/web/issues/new', 0],
    ['chrome://extensions/', 0],
    [undefined, 0],
  ])('comes to %s: %i', async (url, expected) => {
    expect(await update(url)).toBe(expected);
    expect(report).not.toHaveBeenCalled();
  });

  test('comes when a page goes to a form inside itself, and not with each other news of a tab', async () => {
    expect(await update(form, { url: form })).toBe(1);
    expect(await update(form, { status: 'loading' })).toBe(1);
  });

  test('comes once', async () => {
    isThere = true;
    expect(await update(form)).toBe(0);
  });

  test('[Q3] not to a site that is switched off', async () => {
    const switches = { [siteSwitch({ tool: 'github', site: 'github.com' })]: false };
    expect(await update(form, undefined, { switches })).toBe(0);
  });

  test('[P6] not to a site that the organisation keeps out', async () => {
    expect(await update(form, undefined, { decided: { ...noPolicy, blockedSites: ['github.com'] } })).toBe(0);
  });

  test('[P4] not into a private window', async () => {
    expect(await update(form, undefined, {}, true)).toBe(0);
  });

  test('to a self-hosted site once it was added', async () => {
    const own = 'https://jira.acme.example/secure/CreateIssue.jspa';
    expect(await update(own)).toBe(0);
    expect(await update(own, undefined, { sites: [{ tool: 'jira', site: 'jira.acme.example' }] })).toBe(1);
  });

  test('[P1] where the browser refuses, that is that', async () => {
    execute.mockRejectedValue(new Error('Cannot access contents of the page'));
    expect(await update(form)).toBe(0);
    expect(report).not.toHaveBeenCalled();
  });

  test('[R4] also to pages that were open before', async () => {
    fake.tabs = [
      { id: 1, url: form, incognito: false },
      { id: 2, url: 'https://github.com/acme/web/issues', incognito: false },
      { id: 3, incognito: false },
      { id: 4, url: form, incognito: true },
    ];
    await watchDraftsEverywhere(async () => needsFor().needs);
    expect(injected()).toBe(1);
  });
});
