import { findBrowser, launch } from '../demo/browser.ts';
import { extensionFolder } from '../demo/build.ts';
import { startDemoServer } from '../demo/server.ts';
import { addressOf, places, refs } from '../demo/story.ts';
import { createWorld, type World } from '../demo/world.ts';
import { demoHosts } from './contacted.ts';
import { expect, test } from './fixtures.ts';
import { says } from './saying.ts';

const pageOf = (world: World, ref: string): string => {
  const item = world.find(ref);
  if (item === undefined) throw new Error(`The story has no ${ref}`);
  return addressOf(item);
};

const board = `${places.jira}/jira/software/c/projects/${places.project}/boards/${places.board}`;
const list = `${places.asana}/1/${places.workspace}/project/${places.launch}/list`;

test('pages are served under the tools’ real names, with a policy as strict as theirs', async ({ page, world }) => {
  for (const ref of [refs.idempotency, refs.pricePull, refs.release, refs.signOff]) {
    const answer = await page.goto(pageOf(world, ref));
    expect(answer?.status()).toBe(200);
    expect(answer?.headers()['content-security-policy']).toContain("default-src 'none'");
    const [title] = (world.find(ref)?.title ?? '').split(' · ');
    await expect(page).toHaveTitle(new RegExp(title ?? 'no title', 'u'));
  }
  expect((await page.goto(`${places.github}/acme/api/issues/999`))?.status()).toBe(404);
});

test('GitHub navigates inside the page, and its head still speaks of the page before', async ({
  page,
  world,
  overlayOf,
}) => {
  await page.goto(pageOf(world, refs.idempotency));
  // What the extension draws moves what stands below it.
  await says(await overlayOf(page), 'Nobody owns this');
  await page.evaluate(() => {
    document.body.dataset['events'] = '';
    for (const name of ['turbo:render', 'soft-nav:end', 'soft-nav:react-done'])
      document.addEventListener(name, () => (document.body.dataset['events'] += `${name} `));
  });
  // Relationships arrive after the page.
  await page.getByRole('link', { name: 'Migration: table idempotency_keys' }).click();
  await expect(page).toHaveURL(pageOf(world, refs.migration));
  await expect(page.getByTestId('issue-title')).toHaveText('Migration: table idempotency_keys');
  await expect(page).toHaveTitle(/Migration/u);
  await expect(page.locator('meta[property="og:url"]')).toHaveAttribute('content', pageOf(world, refs.idempotency));
  const embedded = page.locator('script[data-target="react-app.embeddedData"]');
  expect(await embedded.evaluate((script) => script.textContent)).toContain('Idempotency keys');
  expect(await page.evaluate(() => document.body.dataset['events'])).toBe(
    'soft-nav:end turbo:render soft-nav:react-done ',
  );
  await page.goBack();
  await expect(page.getByTestId('issue-title')).toHaveText('Idempotency keys for the charge endpoint');
});

test('a Jira ticket opens over the board and leaves the board’s own elements alone', async ({ page }) => {
  await page.goto(board);
  const card = page.locator(`#card-${refs.release}`);
  await card.evaluate((element) => element.setAttribute('data-kept', ''));
  await card.getByRole('button', { name: 'Release checkout 2.0' }).click();
  await expect(page).toHaveURL(`${board}?selectedIssue=${refs.release}`);
  await expect(page.getByRole('dialog').getByRole('heading', { name: 'Release checkout 2.0' })).toBeVisible();
  await expect(page.locator('[data-kept]')).toHaveCount(1);
  await page.getByRole('link', { name: 'Close' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('a long board and a long list hold only the rows in view', async ({ page }) => {
  await page.goto(`${board}?many=1000`);
  const cards = page.getByTestId('platform-board-kit.ui.card.card');
  await expect(page.locator('.is-virtual')).toHaveCount(4);
  expect(await cards.count()).toBeLessThan(120);
  await expect(page.locator('#card-PAY-1997')).toHaveCount(0);
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await expect(page.locator('#card-PAY-1997')).toHaveCount(1);
  await expect(page.locator(`#card-${refs.release}`)).toHaveCount(0);

  await page.goto(`${list}?many=1000`);
  await expect(page.locator('.is-virtual')).toHaveCount(3);
  expect(await page.locator('.SpreadsheetTaskRow').count()).toBeLessThan(120);
});

test('a thousand issues stand in one GitHub list, and re-rendering replaces every row', async ({ page }) => {
  await page.goto(`${places.github}/acme/api/issues?many=1000`);
  const rows = page.getByTestId('issue-pr-title-link');
  await expect.poll(() => rows.count()).toBeGreaterThan(1_000);
  await page
    .locator('li[role=listitem]')
    .first()
    .evaluate((row) => row.setAttribute('data-old', ''));
  await page.evaluate(() => document.dispatchEvent(new Event('demo:rerender')));
  await expect(page.locator('[data-old]')).toHaveCount(0);
  expect(await rows.count()).toBeGreaterThan(1_000);
});

test('an Asana title is a value, and what is typed into it changes the task', async ({ page, world }) => {
  await page.goto(list);
  await page.locator('.SpreadsheetTaskRow', { hasText: 'Tell the ten pilot shops' }).getByText('Details').click();
  const title = page.getByLabel('Task Name');
  await expect(title).toHaveValue('Tell the ten pilot shops');
  expect(await title.evaluate((area) => area.textContent)).toBe('');
  await title.fill('Tell the twelve pilot shops');
  await title.blur();
  await expect.poll(() => world.find('1204000000001215')?.title).toBe('Tell the twelve pilot shops');
});

test('what changes in the world is on the page when it is read again', async ({ page, world }) => {
  await page.goto(pageOf(world, refs.idempotency));
  const state = page.getByTestId('header-state');
  await expect(state).toHaveAttribute('data-status', 'issueOpened');
  world.change(refs.idempotency, { state: 'closed', assignees: ['Dana Reyes'] });
  await page.reload();
  await expect(state).toHaveAttribute('data-status', 'issueClosed');
  await page.getByRole('button', { name: 'Reopen issue' }).click();
  await expect(state).toHaveAttribute('data-status', 'issueOpened');
  expect(world.find(refs.idempotency)?.state).toBe('open');
});

test('pages have a dark theme of their own', async ({ page, world }) => {
  const background = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  for (const ref of [refs.idempotency, refs.release, refs.signOff]) {
    await page.goto(`${pageOf(world, ref)}?theme=light`);
    const light = await background();
    await page.goto(`${pageOf(world, ref)}?theme=dark`);
    expect(await background()).not.toBe(light);
  }
});

test('the extension loads over the debugging pipe as well, as Chrome’s own builds need it', async () => {
  const browser = findBrowser();
  if (browser === undefined) throw new Error('No browser of the Chromium family is here');
  const server = await startDemoServer({ world: createWorld() });
  const { worker, close } = await launch({
    ...server,
    browser,
    extension: extensionFolder,
    headless: true,
    hosts: demoHosts,
    load: 'pipe',
  });
  try {
    expect(await worker?.evaluate<string>('chrome.runtime.getManifest().default_locale')).toBe('en');
  } finally {
    await close();
    await server.close();
  }
});
