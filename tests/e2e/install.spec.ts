import type { Page, Worker } from '@playwright/test';
import { installInto, isWelcome } from '../demo/browser.ts';
import { extensionFolder } from '../demo/build.ts';
import { refs } from '../demo/story.ts';
import { copyBuild } from './copied-build.ts';
import { onExtensionsPage } from './extensions-page.ts';
import { expect, test } from './fixtures.ts';
import { pageOf, says } from './saying.ts';
import { type Overlay, until } from './surfaces.ts';

/** A ticket and an issue that are Dana's, so nothing has to be said before their strips are drawn (K7). */
const mine = { ticket: refs.release, issue: refs.coupon } as const;

/** Marks a page, to see later that it was not loaded anew. */
const mark = (page: Page): Promise<void> => page.evaluate(() => void Reflect.set(window, 'marked', true));
const isMarked = (page: Page): Promise<boolean> => page.evaluate(() => Reflect.get(window, 'marked') === true);

/** How many strips stand in the page. */
const strips = async (drawn: Overlay): Promise<number> =>
  (await drawn.tree()).filter(({ role }) => role === 'region').length;

interface Told {
  readonly crosstie: string;
  readonly request: { readonly address: string; readonly observations: readonly unknown[] };
}

/** A copy of the build whose background keeps what it is told from its first moment on. */
const listeningBuild = (): string =>
  copyBuild(extensionFolder, {
    'background.js': (code) =>
      `globalThis.told = []; chrome.runtime.onMessage.addListener((message) => void told.push(message));\n${code}`,
  });

const toldTo = (worker: Worker): Promise<readonly Told[]> =>
  worker.evaluate(() => Reflect.get(globalThis, 'told') as readonly Told[]);

test.describe('installed while pages are open', () => {
  test.use({ installed: false, claimed: [] });

  test('[R4] [K7] what is mine shows its strip without a reload, and the background is told no more than it needs', async ({
    launched,
    context,
    page: ticket,
    world,
    overlayOf,
  }) => {
    await ticket.goto(pageOf(world, mine.ticket));
    const issue = await context.newPage();
    await issue.goto(pageOf(world, mine.issue));
    await ticket.bringToFront();
    for (const page of [ticket, issue]) {
      await mark(page);
      expect(await (await overlayOf(page)).hosts()).toEqual([]);
    }

    const { worker } = await installInto(launched, listeningBuild());
    for (const [page, said] of [
      [ticket, 'Assigned to'],
      [issue, 'Assigned to'],
    ] as const) {
      await page.bringToFront();
      const drawn = await overlayOf(page);
      await says(drawn, said);
      await expect.poll(() => strips(drawn)).toBe(1);
      expect(await isMarked(page)).toBe(true);
    }

    const told = await toldTo(worker);
    expect([...new Set(told.map(({ crosstie }) => crosstie))]).toEqual(['page.seen']);
    expect([...new Set(told.map(({ request }) => request.address))].sort()).toEqual([issue.url(), ticket.url()].sort());
    // Nothing is told twice: one copy of the script runs in each page.
    const facts = told.flatMap(({ request }) => request.observations.map((one) => JSON.stringify(one)));
    expect(facts.length).toBeGreaterThan(1);
    expect(new Set(facts).size).toBe(facts.length);
  });

  test('[R4] [R24] installed while a page loads: the strip stands there once', async ({
    launched,
    page,
    world,
    overlayOf,
  }) => {
    await page.goto(pageOf(world, mine.ticket));
    await Promise.all([installInto(launched, extensionFolder), page.reload()]);
    const drawn = await overlayOf(page);
    await says(drawn, 'Assigned to');
    await expect.poll(() => strips(drawn)).toBe(1);
    // A second copy looks for the first one for three seconds before it would begin.
    const began = Date.now();
    await until('more than three seconds', async () => {
      expect(await strips(drawn)).toBe(1);
      return Date.now() - began > 4_000 ? true : undefined;
    });
  });
});

test('[R4] an update puts the new script where the old one was: the strip stands again, once, without a reload', async ({
  context,
  page,
  world,
  extensionId,
  overlayOf,
}) => {
  await page.goto(pageOf(world, mine.ticket));
  await mark(page);
  const drawn = await overlayOf(page);
  await says(drawn, 'Assigned to');
  const { id: before } = await drawn.find('region', /./u);
  await onExtensionsPage(context, async (ask) => {
    // Without developer mode a reload leaves an unpacked extension switched off.
    await ask('updateProfileConfiguration', { inDeveloperMode: true });
    await ask('reload', extensionId, { failQuietly: true });
  });
  await until('the strip of the new script', async () => {
    const now = (await drawn.tree()).filter(({ role }) => role === 'region');
    expect(now.length).toBeLessThanOrEqual(1);
    return now.some(({ id }) => id !== before) ? true : undefined;
  });
  expect(await isMarked(page)).toBe(true);
  // Nobody is welcomed twice.
  expect(context.pages().filter(isWelcome)).toEqual([]);
});

test.describe('the page that opens by itself', () => {
  test.use({ welcome: 'keep', claimed: [] });

  test('an install opens one page, in front', async ({ context, openedWelcome }) => {
    const welcome = await openedWelcome();
    await expect.poll(() => welcome.evaluate(() => document.visibilityState)).toBe('visible');
    expect(context.pages().map((page) => page.url())).toEqual(['about:blank', welcome.url()]);
  });
});
