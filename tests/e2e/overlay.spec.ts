import type { Page } from '@playwright/test';
import { places, refs } from '../demo/story.ts';
import type { World } from '../demo/world.ts';
import { expect, test } from './fixtures.ts';
import { pageOf, says } from './saying.ts';
import type { Overlay } from './surfaces.ts';

const board = `${places.jira}/jira/software/c/projects/${places.project}/boards/${places.board}`;
const list = `${places.asana}/1/${places.workspace}/project/${places.launch}/list`;
const issues = `${places.github}/acme/api/issues`;

/** Elements of ours in the page's content: all but the one that the card stands in. */
const hostsInContent = async (overlay: Overlay): Promise<number> => (await overlay.hosts()).length - 1;

const marks = async (overlay: Overlay): Promise<readonly string[]> =>
  (await overlay.tree()).flatMap(({ role, name }) => (role === 'image' && name !== '' ? [name] : []));

/** Reads what every tool says of the story, so that lists have something to mark. */
const readStory = async (page: Page, world: World, overlayOf: (page: Page) => Promise<Overlay>): Promise<void> => {
  for (const ref of [refs.idempotency, refs.release]) {
    await page.goto(pageOf(world, ref));
    await says(await overlayOf(page), /waits on|blocked by/u);
  }
};

test('[Q1] of a thousand rows only those near the window carry marks, each one', async ({ page, world, overlayOf }) => {
  test.slow();
  await readStory(page, world, overlayOf);
  await page.goto(`${issues}?many=1000`);
  await expect.poll(() => page.getByTestId('issue-pr-title-link').count()).toBeGreaterThan(1_000);
  const overlay = await overlayOf(page);
  await overlay.find('image', /wait/iu);
  const atTop = await marks(overlay);
  expect(atTop.length).toBeGreaterThan(0);
  expect(atTop.length).toBeLessThan(60);
  // Each item once.
  const perRow = await page.evaluate(() =>
    [...document.querySelectorAll('li[role=listitem]')].map(
      (row) =>
        [...row.querySelectorAll('*')].filter(
          ({ attributes, childNodes }) => attributes.length === 0 && childNodes.length === 0,
        ).length,
    ),
  );
  expect(perRow.length).toBeGreaterThan(1_000);
  expect(Math.max(...perRow)).toBe(1);
  // Far away nothing of it is left, and back there it is again.
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await expect.poll(() => hostsInContent(overlay)).toBe(0);
  await page.evaluate(() => window.scrollTo(0, 0));
  await expect.poll(() => hostsInContent(overlay)).toBe(atTop.length);
  expect(await marks(overlay)).toEqual(atTop);
});

test('[Q1] a list that makes all its rows anew gets its marks back, each once', async ({ page, world, overlayOf }) => {
  await readStory(page, world, overlayOf);
  await page.goto(issues);
  const overlay = await overlayOf(page);
  await overlay.find('image', /wait/iu);
  await expect.poll(() => page.locator('li[role=listitem]').count()).toBeGreaterThan(4);
  const before = await marks(overlay);
  for (let round = 0; round < 3; round += 1) {
    await page
      .locator('li[role=listitem]')
      .first()
      .evaluate((row) => row.setAttribute('data-old', ''));
    await page.evaluate(() => document.dispatchEvent(new Event('demo:rerender')));
    await expect(page.locator('[data-old]')).toHaveCount(0);
    await expect.poll(() => marks(overlay)).toEqual(before);
    expect(await hostsInContent(overlay)).toBe(before.length);
  }
});

test('[Q2] nothing of the page moves: rows keep their height, and the layout shifts by 0.03 at most', async ({
  page,
  world,
  overlayOf,
}) => {
  await readStory(page, world, overlayOf);
  await page.addInitScript(() => {
    const shifts: { value: number; sources: string[] }[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((entries) => {
      for (const entry of entries.getEntries())
        shifts.push({ value: Number(Reflect.get(entry, 'value')), sources: [] });
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const shifted = (): Promise<number> =>
    page.evaluate(() =>
      (Reflect.get(window, 'shifts') as readonly { value: number }[]).reduce((sum, { value }) => sum + value, 0),
    );
  for (const address of [pageOf(world, refs.release), pageOf(world, refs.signOff), pageOf(world, refs.pricePull)]) {
    await page.goto(address);
    await (await overlayOf(page)).find('button', /panel/u);
    expect(await shifted(), address).toBeLessThanOrEqual(0.03);
  }
  for (const address of [issues, board, list]) {
    await page.goto(address);
    const rows = page.locator(
      'li[role=listitem], [data-testid="platform-board-kit.ui.card.card"], .SpreadsheetTaskRow',
    );
    await expect.poll(() => rows.count()).toBeGreaterThan(3);
    const overlay = await overlayOf(page);
    if (address !== list) await overlay.find('image', /wait|blocked/iu);
    // With what we put in and, before anything can put it back, without.
    const [marked, bare, taken] = await rows.evaluateAll((all) => {
      const heights = (): readonly number[] => all.map((row) => row.getBoundingClientRect().height);
      const before = heights();
      const ours = [...document.querySelectorAll('body *')].filter(
        ({ attributes, childNodes, localName }) =>
          attributes.length === 0 && childNodes.length === 0 && !['br', 'li', 'p', 'ul', 'td'].includes(localName),
      );
      for (const element of ours) element.remove();
      return [before, heights(), ours.length] as const;
    });
    if (address !== list) expect(taken, address).toBeGreaterThan(0);
    expect(marked, address).toEqual(bare);
    expect(await shifted(), address).toBeLessThanOrEqual(0.03);
  }
});

test('a ticket that opens over the board has its strip, and the board keeps its marks', async ({
  page,
  world,
  overlayOf,
}) => {
  await readStory(page, world, overlayOf);
  await page.goto(board);
  const overlay = await overlayOf(page);
  await overlay.find('image', /Blocked by/u);
  const before = await marks(overlay);
  await page.locator(`#card-${refs.release}`).getByRole('button', { name: 'Release checkout 2.0' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await says(overlay, 'Assigned to');
  expect((await overlay.tree()).filter(({ role }) => role === 'region')).toHaveLength(1);
  await page.getByRole('link', { name: 'Close' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect.poll(async () => (await overlay.tree()).filter(({ role }) => role === 'region').length).toBe(0);
  await expect.poll(() => marks(overlay)).toEqual(before);
});

test('a task that opens beside its list has its strip, and the next one another', async ({
  page,
  world,
  overlayOf,
}) => {
  await page.goto(pageOf(world, refs.idempotency));
  await says(await overlayOf(page), 'waits on');
  await page.goto(list);
  const overlay = await overlayOf(page);
  await page
    .locator('.SpreadsheetTaskRow', { hasText: 'Sign-off of the new pricing table' })
    .getByText('Details')
    .click();
  await expect(page.getByLabel('Task Name')).toHaveValue('Sign-off of the new pricing table');
  await says(overlay, 'Assigned to', 'Mei Lin', 'one waits on this');
  await page
    .locator('.SpreadsheetTaskRow', { hasText: 'Announce checkout 2.0' })
    .getByText('Details')
    .dispatchEvent('click');
  await expect(page.getByLabel('Task Name')).toHaveValue('Announce checkout 2.0 to customers');
  await says(overlay, 'Answers for support');
  const text = await overlay.text();
  expect(text).not.toContain('Mei Lin');
  expect((await overlay.tree()).filter(({ role }) => role === 'region')).toHaveLength(1);
});

test('one card stands on the link under the pointer, and Escape closes it', async ({ page, world, overlayOf }) => {
  await readStory(page, world, overlayOf);
  const overlay = await overlayOf(page);
  const cards = async (): Promise<readonly string[]> =>
    (await overlay.tree()).flatMap(({ role, name }) => (role === 'group' && / in /u.test(name) ? [name] : []));
  const link = page.getByRole('link', { name: 'https://github.com/acme/api/issues/45' });
  await link.hover();
  await overlay.find('group', 'acme/api#45 in GitHub');
  await says(overlay, 'Idempotency keys for the charge endpoint', /Read/u);
  expect(await cards()).toHaveLength(1);
  await page.keyboard.press('Escape');
  await expect.poll(cards).toEqual([]);

  // From one link straight to another: never two.
  await page.goto(pageOf(world, refs.idempotency));
  await expect(page.getByTestId('sidebar-relationships-section')).toHaveCount(1);
  const there = await overlayOf(page);
  await says(there, 'Nobody owns this');
  const seen: number[] = [];
  for (const address of [/asana\.com\/0\//u, /browse\/PAY-231/u, /asana\.com\/0\//u]) {
    await page.getByRole('main').getByRole('link', { name: address }).first().hover();
    await there.find('group', / in (?:Asana|Jira)/u);
    seen.push((await there.tree()).filter(({ role, name }) => role === 'group' && / in /u.test(name)).length);
  }
  expect(Math.max(...seen)).toBe(1);
  // With the keyboard as well.
  await page.mouse.move(2, 2);
  await expect.poll(async () => (await there.tree()).filter(({ role }) => role === 'group').length).toBe(0);
});

test('it follows the page’s own theme, not the system’s', async ({ page, world, overlayOf, context }) => {
  const themes = async (): Promise<readonly string[]> => {
    const session = await context.newCDPSession(page);
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    await session.detach();
    return [...new Set(JSON.stringify(root).match(/"data-theme","(?:light|dark)"/gu))];
  };
  for (const ref of [refs.idempotency, refs.release, refs.signOff])
    for (const theme of ['dark', 'light', 'dark']) {
      await page.goto(`${pageOf(world, ref)}?theme=${theme}`);
      await (await overlayOf(page)).find('button', /panel/u);
      await expect.poll(themes, `${ref} ${theme}`).toEqual([`"data-theme","${theme}"`]);
    }
});
