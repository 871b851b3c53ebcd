import type { BrowserContext, Page, Worker } from '@playwright/test';
import { refs } from '../demo/story.ts';
import { stored } from './attacker.ts';
import { expectAccessible } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { closePopup, pageOf, readItem, says } from './saying.ts';
import type { Send } from './surfaces.ts';

/** A page of the extension in a tab, with what a check of it needs. */
const asSurface = async (context: BrowserContext, page: Page) => {
  const session = await context.newCDPSession(page);
  return {
    evaluate: page.evaluate.bind(page) as never,
    send: session.send.bind(session) as unknown as Send,
  };
};

test.describe('after the install', () => {
  test.use({ welcome: 'keep', claimed: [] });

  test('one page opens that says what it does, where it may run, and where to begin', async ({
    context,
    openedWelcome,
  }) => {
    test.slow();
    const welcome = await openedWelcome();
    await expect(welcome.getByRole('heading', { level: 1 })).toHaveText('Crosstie is installed');
    for (const site of ['github.com', '*.atlassian.net', 'Asana'])
      await expect(welcome.getByRole('listitem').filter({ hasText: site }).first()).toBeVisible();
    await expect(welcome.getByText('Allowed')).toHaveCount(3);
    await expect(welcome.getByText('as plain text')).toBeVisible();
    const links = welcome.getByRole('link', { name: /open work/iu });
    expect(await links.count()).toBeGreaterThan(1);
    await expectAccessible(await asSurface(context, welcome), 'the first page', 20);
    // The main points stand on one screen.
    expect(await welcome.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(800);
  });

  test('the example is marked as one, and nothing of it is stored', async ({ context, worker, openedWelcome }) => {
    const welcome = await openedWelcome();
    await welcome.getByRole('button', { name: 'See an example' }).click();
    const example = welcome.getByRole('dialog');
    await expect(example.getByRole('heading', { name: /Example: made-up items/u })).toBeVisible();
    await expect(example.getByRole('heading', { name: 'Open the new shop' })).toBeVisible();
    await example.getByRole('button', { name: /^Waiting/u }).click();
    await expect(example.getByRole('list', { name: 'Blocked on you' }).getByText('Final price list')).toBeVisible();
    await expect(example.getByRole('heading', { level: 1 })).toContainText('wait on you');
    await expectAccessible(await asSurface(context, welcome), 'the example', 20);
    await welcome.keyboard.press('Escape');
    await expect(example).toHaveCount(0);
    const known = await stored(worker);
    expect(known['items'] ?? []).toEqual([]);
    expect(JSON.stringify(known)).not.toContain('Open the new shop');
  });

  test('who is found on a page is told there at once', async ({ context, world, openedWelcome }) => {
    const welcome = await openedWelcome();
    await expect(welcome.getByText('Nothing to do yet.')).toBeVisible();
    const page = await context.newPage();
    await page.goto(pageOf(world, refs.pricePull));
    await expect(welcome.getByText('dana-reyes')).toBeVisible();
  });
});

const optionsIn = async (context: BrowserContext, extensionId: string, section = ''): Promise<Page> => {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/options.html${section}`);
  await expect(page.getByRole('heading', { name: 'Me and my teams' })).toBeVisible();
  return page;
};

test('axe finds nothing in the options, and every control of them is reached with the keyboard', async ({
  context,
  page,
  world,
  extensionId,
}) => {
  test.slow();
  await page.goto(pageOf(world, refs.pricePull));
  const options = await optionsIn(context, extensionId);
  await expect(options.getByText('dana-reyes')).not.toHaveCount(0);
  await expectAccessible(await asSurface(context, options), 'the options', 60);

  const reached = new Set<string>();
  await options.evaluate(() => {
    for (const [at, one] of document.querySelectorAll('a[href], button, input, select').entries())
      one.setAttribute('data-at', String(at));
  });
  for (let at = '', first = '', press = 0; press < 300 && (at === '' || at !== first || reached.size < 2); press += 1) {
    await options.keyboard.press('Tab');
    at = await options.evaluate(() => document.activeElement?.getAttribute('data-at') ?? '');
    if (first === '') first = at;
    if (at !== '') reached.add(at);
  }
  // Of a group of radio buttons only one is a stop.
  const stops = await options.evaluate(() => {
    const groups = new Set<string>();
    return [...document.querySelectorAll('a[href], button, input, select')].filter((one) => {
      if (one.matches(':disabled') || !one.checkVisibility()) return false;
      if (!(one instanceof HTMLInputElement) || one.type !== 'radio') return true;
      const isFirst = !groups.has(one.name);
      groups.add(one.name);
      return isFirst;
    }).length;
  });
  expect(stops).toBeGreaterThan(25);
  expect(reached.size).toBeGreaterThanOrEqual(stops);
});

test('[Q3] a site that is switched off loses what was drawn there, without a reload, and gets it back', async ({
  context,
  page,
  world,
  extensionId,
  overlayOf,
}) => {
  await page.goto(pageOf(world, refs.idempotency));
  const drawn = await overlayOf(page);
  await says(drawn, 'waits on');
  const options = await optionsIn(context, extensionId);
  await options.getByRole('button', { name: 'Switch off: github.com' }).click();
  await expect(options.getByText('Switched off')).toBeVisible();
  await page.bringToFront();
  await expect.poll(() => drawn.text()).toBe('');
  await options.bringToFront();
  await options.getByRole('button', { name: 'Switch on: github.com' }).click();
  await page.bringToFront();
  await says(drawn, 'waits on');
});

test('[Q3] one key hides what is drawn on every page until it is pressed again, and the popup says so', async ({
  context,
  page,
  world,
  worker,
  overlayOf,
  openedPopup,
}) => {
  await page.goto(pageOf(world, refs.idempotency));
  const other = await context.newPage();
  await other.goto(pageOf(world, refs.release));
  const [drawn, drawnThere] = [await overlayOf(page), await overlayOf(other)];
  await says(drawnThere, 'Assigned to');
  await page.bringToFront();
  await says(drawn, 'waits on');
  // The browser's own keys are pressed by nobody without a display: this is what it tells of them.
  const press = (): Promise<void> =>
    worker.evaluate('void chrome.commands.onCommand.dispatch("toggle-overlays", undefined)');
  await press();
  for (const one of [drawn, drawnThere]) await expect.poll(() => one.text()).toBe('');
  const popup = await openedPopup();
  await says(popup, 'Everything on pages is hidden');
  await closePopup(popup);
  await press();
  await says(drawn, 'waits on');
  await other.bringToFront();
  await says(drawnThere, 'Assigned to');
});

test('[P3] details of other tools’ items are kept to the panel where one wants it so', async ({
  context,
  page,
  world,
  worker,
  extensionId,
  overlayOf,
}) => {
  await readItem(page, worker, world, refs.signOff);
  await page.goto(pageOf(world, refs.idempotency));
  const drawn = await overlayOf(page);
  await says(drawn, 'blocked by', 'Sign-off of the new pricing table');
  const options = await optionsIn(context, extensionId);
  await options.getByRole('checkbox', { name: /Keep details of other tools/u }).click();
  await page.bringToFront();
  await expect.poll(() => drawn.text()).not.toContain('Sign-off of the new pricing table');
  await says(drawn, 'blocked by');
});

/** Chooses "This name is me" in the menu that is open over what was clicked last. */
const thisIsMe = (worker: Worker, pageUrl: string, selectionText?: string): Promise<void> =>
  worker.evaluate(
    async ([address, selection]) => {
      const { chrome } = globalThis as unknown as {
        chrome: {
          tabs: { query: (which: object) => Promise<readonly object[]> };
          contextMenus: { onClicked: { dispatch: (info: object, tab: object | undefined) => void } };
        };
      };
      const [tab] = await chrome.tabs.query({ active: true });
      chrome.contextMenus.onClicked.dispatch(
        {
          menuItemId: 'this-is-me',
          pageUrl: address,
          ...(selection === undefined ? {} : { selectionText: selection }),
        },
        tab,
      );
    },
    [pageUrl, selectionText] as const,
  );

test('"This name is me" on a name in a ticket: from then on what is hers is mine', async ({
  page,
  world,
  worker,
  panelBeside,
}) => {
  await page.goto(pageOf(world, refs.finalNumbers));
  const panel = await panelBeside(page);
  await says(panel, 'Final numbers for the price table');
  await page.getByText('Dana Reyes').locator('visible=true').first().click({ button: 'right' });
  await thisIsMe(worker, page.url());
  await says(panel, 'Dana Reyes is you now.');
  const me = async () => JSON.stringify((await stored(worker))['settings']?.find(({ name }) => name === 'me'));
  await expect.poll(me).toContain('"name":"Dana Reyes"');

  // A word that is nobody's name is not taken for one.
  await page.getByRole('heading', { name: 'Final numbers for the price table' }).first().click({ button: 'right' });
  await thisIsMe(worker, page.url());
  await says(panel, 'No person that Crosstie has seen here has this name.');
});
