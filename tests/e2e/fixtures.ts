import { type BrowserContext, test as base, type CDPSession, type Page, type Worker } from '@playwright/test';
import type { Place } from '../../lib/core/key.ts';
import { findBrowser, isWelcome, type Launched, launch, type Welcome } from '../demo/browser.ts';
import { extensionFolder } from '../demo/build.ts';
import { claimPlaces, storyPlaces } from '../demo/claim.ts';
import { startDemoServer } from '../demo/server.ts';
import { createWorld, type World } from '../demo/world.ts';
import { noteBackground, recordContacted } from './contacted.ts';
import { type Overlay, openPanel, openPopup, overlay, type Surface, until } from './surfaces.ts';

/** What a test in a real browser works with; each test has a world, a profile and a browser of its own. */
interface Fixtures {
  /** Places that Dana has said to be her work before the test begins (K7); none for the first minutes. */
  readonly claimed: readonly Place[];
  /** False: the browser starts without the extension. */
  readonly installed: boolean;
  /** Whether the tab that the extension opens after its install stays. */
  readonly welcome: Welcome;
  /** May be changed; pages say so when they are read again. */
  readonly world: World;
  readonly launched: Launched;
  readonly cdp: CDPSession;
  readonly worker: Worker;
  readonly extensionId: string;
  /** What the extension draws in a page. */
  readonly overlayOf: (page: Page) => Promise<Overlay>;
  /** The real side panel, opened beside a page. */
  readonly panelBeside: (page: Page) => Promise<Surface>;
  /** The real popup, opened as by a click on the toolbar. */
  readonly openedPopup: () => Promise<Surface>;
  /** The tab that the extension has opened after its install, where it stays. */
  readonly openedWelcome: () => Promise<Page>;
  readonly context: BrowserContext;
  readonly page: Page;
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are needed.
  world: async ({}, use) => {
    await use(createWorld());
  },
  claimed: [storyPlaces, { option: true }],
  installed: [true, { option: true }],
  welcome: ['close', { option: true }],
  launched: async ({ world, claimed, installed, welcome }, use, { testId }) => {
    const browser = findBrowser();
    if (browser === undefined) throw new Error('No browser of the Chromium family is here');
    const server = await startDemoServer({ world });
    const launched = await launch({
      ...server,
      browser,
      ...(installed ? { extension: extensionFolder } : {}),
      welcome,
      headless: true,
      hosts: 'everything',
    });
    const byBackground = noteBackground(launched.context);
    if (claimed.length > 0 && launched.extensionId !== undefined)
      await claimPlaces(launched.context, launched.extensionId, claimed);
    await use(launched);
    await launched.close();
    await server.close();
    recordContacted(testId, server.contacted, byBackground);
  },
  context: async ({ launched }, use) => {
    await use(launched.context);
  },
  page: async ({ context }, use) => {
    await use(context.pages()[0] ?? (await context.newPage()));
  },
  cdp: async ({ launched }, use) => {
    await use(launched.cdp);
  },
  worker: async ({ launched }, use) => {
    if (launched.worker === undefined) throw new Error('The extension has no background');
    await use(launched.worker);
  },
  extensionId: async ({ worker }, use) => {
    await use(new URL(worker.url()).host);
  },
  overlayOf: async ({ context }, use) => {
    await use((page) => overlay(context, page));
  },
  panelBeside: async ({ context, cdp, worker }, use) => {
    await use((page) => openPanel(context, cdp, worker, page));
  },
  openedPopup: async ({ context, cdp, extensionId }, use) => {
    await use(() => openPopup(context, cdp, extensionId));
  },
  openedWelcome: async ({ context }, use) => {
    await use(() => until('the welcome page', async () => context.pages().find(isWelcome)));
  },
});

export { expect } from '@playwright/test';
