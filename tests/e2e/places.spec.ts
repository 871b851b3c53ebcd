import type { Page, Worker } from '@playwright/test';
import { places, refs } from '../demo/story.ts';
import { stored } from './attacker.ts';
import { expect, test } from './fixtures.ts';
import { closePopup, pageOf, says } from './saying.ts';

// Nothing was said of any place: the story's Dana has just installed it.
test.use({ claimed: [] });

const itemKeys = async (worker: Worker): Promise<readonly unknown[]> =>
  ((await stored(worker))['items'] ?? []).map(({ key }) => key).sort();

/** From now on the background remembers which addresses told it of items. */
const noteReports = (worker: Worker): Promise<void> =>
  worker.evaluate(() => {
    interface Report {
      readonly crosstie?: string;
      readonly request?: { readonly address: string; readonly observations: readonly unknown[] };
    }
    const scope = globalThis as unknown as {
      reported: string[];
      chrome: { runtime: { onMessage: { addListener: (listener: (message: Report) => void) => void } } };
    };
    scope.reported = [];
    scope.chrome.runtime.onMessage.addListener(({ crosstie, request }) => {
      if (crosstie === 'page.seen' && request !== undefined && request.observations.length > 0)
        scope.reported.push(request.address);
    });
  });

const reported = (worker: Worker): Promise<readonly string[]> =>
  worker.evaluate(() => (globalThis as unknown as { reported: string[] }).reported);

/** Opens a page and waits until it has told the background what stands on it. */
const readThrough = async (page: Page, worker: Worker, address: string): Promise<void> => {
  await page.goto(address);
  await expect.poll(() => reported(worker)).toContain(page.url());
};

/** GitHub says in the head of a page that strangers can read it. */
const madePublic = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    new MutationObserver((_records, observer) => {
      const meta = document.querySelector('meta[name="octolytics-dimension-repository_public"]');
      if (meta === null) return;
      meta.setAttribute('content', 'true');
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
};

const foreign = (rest: string): string => `${places.github}/acme/api/${rest}`;

for (const kind of ['public', 'private'] as const) {
  test(`[K7] ten pages of a foreign ${kind} repository leave nothing in the store, and nothing is drawn`, async ({
    page,
    world,
    worker,
    overlayOf,
  }) => {
    if (kind === 'public') await madePublic(page);
    await noteReports(worker);
    const issues = ['45', '46', '49', '50', '51', '47', '41'].map((number) => foreign(`issues/${number}`));
    const pages = [foreign('issues'), ...issues, foreign('pull/43'), pageOf(world, refs.agentPull)];
    expect(new Set(pages).size).toBe(10);
    const drawn = await overlayOf(page);
    for (const address of pages) {
      await readThrough(page, worker, address);
      expect(await drawn.text()).toBe('');
    }
    // A page that is kept comes after them: what they said has been dealt with.
    await readThrough(page, worker, pageOf(world, refs.loadTest));
    await expect.poll(() => itemKeys(worker)).toContain('jira:acme.atlassian.net:PAY-230');
    const everything = JSON.stringify(await stored(worker));
    expect(everything).toContain('PAY-230');
    expect(everything).not.toMatch(/acme\/api|idempotency|migration: table/iu);
  });
}

test('[K7] of a foreign repository an item that something of mine is linked with is kept, alone', async ({
  page,
  world,
  worker,
  overlayOf,
}) => {
  await madePublic(page);
  await noteReports(worker);
  await readThrough(page, worker, pageOf(world, refs.release));
  await expect.poll(() => itemKeys(worker)).toContain('jira:acme.atlassian.net:PAY-231');
  for (const address of [foreign('issues'), foreign('issues/46'), foreign('issues/45')])
    await readThrough(page, worker, address);

  const drawn = await overlayOf(page);
  // P3: strangers can read this page, so it says that the ticket waits, and nothing else of it.
  expect(await says(drawn, 'one waits on this')).not.toContain('Release checkout');
  const keys = await itemKeys(worker);
  expect(keys).toContain('github:github.com:acme/api#45');
  expect(keys.filter((key) => String(key).startsWith('github:'))).toEqual(['github:github.com:acme/api#45']);
});

test('[K7] a new place is asked about once: "Yes" shows the strip without a reload', async ({
  page,
  world,
  worker,
  overlayOf,
  openedPopup,
}) => {
  await noteReports(worker);
  await readThrough(page, worker, pageOf(world, refs.idempotency));
  const drawn = await overlayOf(page);
  expect(await drawn.text()).toBe('');
  await page.evaluate(() => Object.assign(window, { stillHere: true }));

  const popup = await openedPopup();
  await says(popup, 'acme/api is new. Is it your work?');
  await popup.click('button', 'Yes');
  await says(drawn, 'waits on');
  await expect.poll(() => itemKeys(worker)).toContain('github:github.com:acme/api#45');
  expect(await page.evaluate(() => 'stillHere' in window)).toBe(true);
  expect(await says(popup, /\S/u)).not.toContain('Is it your work?');
});

test('[K7] "Never" keeps it out and is not asked again; it can be taken back', async ({
  page,
  world,
  worker,
  overlayOf,
  openedPopup,
}) => {
  await noteReports(worker);
  await readThrough(page, worker, pageOf(world, refs.idempotency));
  const popup = await openedPopup();
  await says(popup, 'acme/api is new. Is it your work?');
  await popup.click('button', 'Never');
  expect(await says(popup, 'acme/api is not among your places')).not.toContain('Is it your work?');
  await closePopup(popup);

  await readThrough(page, worker, foreign('issues/46'));
  const again = await openedPopup();
  expect(await says(again, 'acme/api is not among your places')).not.toContain('Is it your work?');
  expect(await itemKeys(worker)).toEqual([]);
  await again.click('button', 'Add');
  await expect.poll(() => itemKeys(worker)).toContain('github:github.com:acme/api#46');
  await says(await overlayOf(page), /\S/u);
});

test('[K7] a place where I am the author, assigned or asked is mine without a question', async ({
  page,
  world,
  worker,
  openedPopup,
}) => {
  await noteReports(worker);
  await readThrough(page, worker, pageOf(world, refs.pricePull));
  await expect.poll(() => itemKeys(worker)).toContain('github:github.com:acme/web#17');
  await readThrough(page, worker, pageOf(world, 'acme/web#19'));
  await expect.poll(() => itemKeys(worker)).toContain('github:github.com:acme/web#19');
  const popup = await openedPopup();
  expect(await says(popup, /\S/u)).not.toContain('Is it your work?');
});
