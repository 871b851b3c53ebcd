import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { policyKeys } from '../../lib/core/policy.ts';
import { findBrowser, isWelcome, type Launched, launch } from '../demo/browser.ts';
import { extensionFolder } from '../demo/build.ts';
import { startDemoServer } from '../demo/server.ts';
import { refs } from '../demo/story.ts';
import { createWorld } from '../demo/world.ts';
import { stored } from './attacker.ts';
import { type Decided, type PolicyFile, withPolicy } from './policy-file.ts';
import { closePopup, pageOf, says } from './saying.ts';
import { openPopup, overlay } from './surfaces.ts';

/** A browser of an organisation that decided something; the test is skipped, with the reason, where none can decide. */
const within = async (
  decided: Decided,
  judge: (launched: Launched & { readonly ask: (code: string) => Promise<unknown> }, file: PolicyFile) => Promise<void>,
): Promise<void> => {
  const written = withPolicy(extensionFolder, decided);
  if (!written.ok) return test.skip(true, written.failure.why);
  const browser = findBrowser();
  if (browser === undefined) throw new Error('No browser of the Chromium family is here');
  const { extension, extensionId, remove } = written.value;
  const server = await startDemoServer({ world: createWorld() });
  try {
    const launched = await launch({
      ...server,
      browser,
      extension,
      headless: true,
      hosts: 'everything',
      // The organisation decides about it too.
      welcome: 'keep',
    });
    try {
      const { worker } = launched;
      if (worker === undefined) throw new Error('The extension has no background');
      expect(launched.extensionId).toBe(extensionId);
      await judge({ ...launched, ask: (code) => worker.evaluate(`(async () => ${code})()`) }, written.value);
    } finally {
      await launched.close();
    }
  } finally {
    await server.close();
    remove();
  }
};

const managed = 'chrome.storage.managed.get(null)';

test('[P6] what an organisation decides reaches the background, key by key', async () => {
  const policy = {
    blockedSites: ['*.corp.example'],
    allowedSites: ['github.com', '*.atlassian.net'],
    blockedPlaces: ['github.com/acme/secret'],
    sessionReads: false,
    tokens: false,
    sharing: false,
    exports: false,
    retentionDays: 30,
    welcomePage: false,
  };
  expect(Object.keys(policy)).toEqual([...policyKeys]);
  await within({ policy }, async ({ ask }, { change }) => {
    await expect.poll(() => ask(managed)).toEqual(policy);
    // It may change while the browser runs.
    change({ policy: { ...policy, exports: true } });
    await expect.poll(() => ask(managed), { timeout: 30_000 }).toEqual({ ...policy, exports: true });
  });
});

test('[P6] a value of another type, and a key that is none, are dropped by Chromium before anybody sees them', async () => {
  const policy = { exports: 'no', allowedSites: 'github.com', blockedSites: ['a.example', 5], other: true };
  await within({ policy: { ...policy, tokens: false, retentionDays: -1 } }, async ({ ask }) => {
    await expect.poll(() => ask(managed)).toEqual({ tokens: false, retentionDays: -1 });
  });
});

test('[P6] hosts that the browser itself keeps extensions out of are told apart from those that were not allowed yet', async () => {
  await within({ blockedHosts: ['*://github.com'] }, async ({ context, ask }) => {
    const scripted = async (address: string): Promise<unknown> => {
      const page = await context.newPage();
      await page.goto(address);
      return ask(`{
        const tab = (await chrome.tabs.query({ active: true })).at(-1);
        const target = { tabId: tab.id };
        return chrome.scripting.executeScript({ target, func: () => location.host }).then(
          ([{ result }]) => result,
          ({ message }) => message,
        );
      }`);
    };
    const granted = (host: string) => ask(`chrome.permissions.contains({ origins: ['https://${host}/*'] })`);
    expect(await granted('github.com')).toBe(true);
    expect(await scripted('https://github.com/acme/api/issues/45')).toBe(
      'This page cannot be scripted due to an ExtensionsSettings policy.',
    );
    expect(await granted('acme.atlassian.net')).toBe(true);
    expect(await scripted('https://acme.atlassian.net/browse/PAY-233')).toBe('acme.atlassian.net');
    expect(await granted('elsewhere.example')).toBe(false);
    expect(await scripted('https://elsewhere.example/')).toContain('must request permission');
  });
});

const optionsIn = async (context: BrowserContext, extensionId: string | undefined): Promise<Page> => {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/options.html`);
  await page.getByRole('heading', { name: 'Me and my teams' }).waitFor();
  return page;
};

const githubRows = async (worker: Launched['worker']): Promise<number> =>
  worker === undefined ? -1 : (JSON.stringify(await stored(worker)).match(/acme\/web/gu) ?? []).length;

test('[P6] a site that the organisation switched off: nothing is read or drawn there, it is said, and nobody can loosen it', async () => {
  test.slow();
  const policy = { blockedSites: ['github.com'], exports: false, welcomePage: false, retentionDays: 30 };
  await within({ policy }, async ({ context, cdp, worker, extensionId }, { change }) => {
    const world = createWorld();
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(pageOf(world, refs.coupon));
    const drawn = await overlay(context, page);
    const other = await context.newPage();
    await other.goto(pageOf(world, refs.loadTest));
    // A page of a site that is allowed was opened later, and has had its answer.
    await says(await overlay(context, other), 'Assigned to');
    expect([await drawn.text(), await githubRows(worker)]).toEqual(['', 0]);
    expect(context.pages().filter(isWelcome)).toEqual([]);

    await page.bringToFront();
    const popup = await openPopup(context, cdp, extensionId ?? '');
    await says(popup, 'Your organisation does not allow Crosstie here: github.com');
    await closePopup(popup);

    const options = await optionsIn(context, extensionId);
    const sites = options.getByRole('region', { name: 'Sites' });
    await expect(sites.getByRole('listitem').filter({ hasText: 'github.com' })).toContainText(
      'Blocked by your organisation',
    );
    await expect(options.getByRole('button', { name: /: github\.com$/u })).toHaveCount(0);
    await expect(options.getByRole('button', { name: 'Export' })).toBeDisabled();
    const decided = options.getByRole('region', { name: 'Decided by your organisation' });
    for (const said of ['github.com', '30 days', 'not allowed']) await expect(decided).toContainText(said);

    // What the options do not offer is no use either where a message asks for it.
    const loosened = await options.evaluate(async () => {
      const { chrome } = globalThis as unknown as {
        chrome: { runtime: { sendMessage: (message: object) => Promise<{ readonly ok: boolean }> } };
      };
      const site = { tool: 'github', site: 'github.com' };
      return chrome.runtime.sendMessage({ crosstie: 'site.switch', request: { site, on: true } });
    });
    expect(loosened).toMatchObject({ ok: true });
    await options.close();
    await page.reload();
    await other.reload();
    await says(await overlay(context, other), 'Assigned to');
    expect([await (await overlay(context, page)).text(), await githubRows(worker)]).toEqual(['', 0]);

    // The organisation thinks again: what is open follows without a reload.
    change({ policy: { exports: false } });
    await page.bringToFront();
    await says(await overlay(context, page), 'Assigned to');
    expect(await githubRows(worker)).toBeGreaterThan(0);
  });
});

test('[P6] hosts that the browser’s own policy keeps Crosstie out of are shown as decided, not as allowed', async () => {
  // A welcome page that comes in front would close the popup.
  const policy = { welcomePage: false };
  await within({ policy, blockedHosts: ['*://github.com'] }, async ({ context, cdp, worker, extensionId }) => {
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(pageOf(createWorld(), refs.coupon));
    const popup = await openPopup(context, cdp, extensionId ?? '');
    await says(popup, 'Your organisation does not allow Crosstie here: github.com');
    expect(await githubRows(worker)).toBe(0);
  });
});
