import type { Page, Worker } from '@playwright/test';
import { places, refs } from '../demo/story.ts';
import { hasContentWorld, type Stored, statedOf, stored } from './attacker.ts';
import { expect, test } from './fixtures.ts';
import { giveHost, takeHost, withholdHosts } from './host-access.ts';
import { pageOf, says } from './saying.ts';
import { clickAction, type Overlay, popup } from './surfaces.ts';

/*
 * The browser's own say about where an extension may read: withheld ("on click"), given, and taken back while pages are
 * open.
 */

const jira = places.jira;
const github = places.github;

/** Marks a page, to see later that it was not loaded anew. */
const mark = (page: Page): Promise<void> => page.evaluate(() => void Reflect.set(window, 'marked', true));
const isMarked = (page: Page): Promise<boolean> => page.evaluate(() => Reflect.get(window, 'marked') === true);

/** How many strips stand in the page. */
const strips = async (drawn: Overlay): Promise<number> =>
  (await drawn.tree()).filter(({ role }) => role === 'region').length;

/** Everything that was read from pages. */
const readOf = ({ items, links, titles, people, changes }: Stored): Stored => ({
  items: items ?? [],
  links: links ?? [],
  titles: titles ?? [],
  people: people ?? [],
  changes: changes ?? [],
});

/** What a page reads is stored by now: a page of another tool that was opened later has had its answer. */
const otherToolAnswered = async (page: Page, address: string, drawn: Overlay): Promise<void> => {
  await page.goto(address);
  await says(drawn, 'Assigned to');
};

const originsOf = (worker: Worker): Promise<readonly string[]> =>
  worker.evaluate('chrome.permissions.getAll().then(({ origins }) => origins)');

test('[P1] withheld: a ticket that is opened stays as it is, and nothing of it is kept', async ({
  context,
  page,
  world,
  worker,
  extensionId,
  overlayOf,
}) => {
  await withholdHosts(context, extensionId);
  await giveHost(context, extensionId, github);
  await page.goto(pageOf(world, refs.release));
  const other = await context.newPage();
  await otherToolAnswered(other, pageOf(world, refs.coupon), await overlayOf(other));
  expect(await (await overlayOf(page)).hosts()).toEqual([]);
  expect(await hasContentWorld(await context.newCDPSession(page), extensionId)).toBe(false);
  const kept = JSON.stringify(readOf(await stored(worker)));
  expect(kept).toContain('Checkout form loses the coupon');
  expect(kept).not.toMatch(/PAY-231|Release checkout/u);
});

test('[K3] given: the strip appears on the open ticket without a reload, and on no other page', async ({
  context,
  page: ticket,
  world,
  extensionId,
  overlayOf,
}) => {
  await withholdHosts(context, extensionId);
  const issue = await context.newPage();
  await issue.goto(pageOf(world, refs.coupon));
  await ticket.bringToFront();
  await ticket.goto(pageOf(world, refs.release));
  await mark(ticket);
  const drawn = await overlayOf(ticket);
  expect(await drawn.hosts()).toEqual([]);

  await giveHost(context, extensionId, jira);
  await says(drawn, 'Assigned to');
  await expect.poll(() => strips(drawn)).toBe(1);
  expect(await isMarked(ticket)).toBe(true);
  expect(await (await overlayOf(issue)).hosts()).toEqual([]);

  await giveHost(context, extensionId, github);
  await issue.bringToFront();
  await says(await overlayOf(issue), 'Assigned to');
  await ticket.bringToFront();
  expect(await strips(drawn)).toBe(1);
});

test('[P5] taken back while a page is open: the strip goes, nothing more is read, and nothing that was stated is lost', async ({
  context,
  page,
  world,
  worker,
  extensionId,
  overlayOf,
}) => {
  await page.goto(pageOf(world, refs.idempotency));
  await mark(page);
  const drawn = await overlayOf(page);
  await says(drawn, 'Nobody owns this', 'and one more');
  await drawn.click('button', 'take it');
  await says(drawn, 'You own this');

  await withholdHosts(context, extensionId);
  await expect.poll(() => drawn.text()).toBe('');
  expect(await strips(drawn)).toBe(0);
  await giveHost(context, extensionId, jira);
  const other = await context.newPage();
  await otherToolAnswered(other, pageOf(world, refs.release), await overlayOf(other));
  const before = await stored(worker);

  // The page goes on by itself: to a list of twenty issues, and to one that was never seen.
  await page.bringToFront();
  await page.getByRole('link', { name: /^Issues/u }).click();
  await expect(page).toHaveURL(/\/issues$/u);
  await page.getByRole('link', { name: 'Log the key of a charge, not its card number' }).click();
  await expect(page.getByTestId('issue-title')).toHaveText('Log the key of a charge, not its card number');
  await otherToolAnswered(other, pageOf(world, refs.loadTest), await overlayOf(other));
  const after = await stored(worker);
  expect(JSON.stringify(readOf(after))).not.toMatch(/acme\/api#51|Log the key/u);
  expect(statedOf(after)).toEqual(statedOf(before));
  expect(after['records']).toHaveLength(1);
  expect(await drawn.text()).toBe('');
  expect(await isMarked(page)).toBe(true);
});

test('[P5] given back: the strip stands on the open page again, with what was stated before', async ({
  context,
  page,
  world,
  extensionId,
  overlayOf,
}) => {
  await page.goto(pageOf(world, refs.idempotency));
  await mark(page);
  const drawn = await overlayOf(page);
  await says(drawn, 'Nobody owns this', 'and one more');
  await drawn.click('button', 'take it');
  await says(drawn, 'You own this');
  await withholdHosts(context, extensionId);
  await expect.poll(() => drawn.text()).toBe('');
  await giveHost(context, extensionId, github);
  await says(drawn, 'You own this');
  await expect.poll(() => strips(drawn)).toBe(1);
  expect(await isMarked(page)).toBe(true);
  // Taken back alone, and not with all others.
  await takeHost(context, extensionId, github);
  await expect.poll(() => drawn.text()).toBe('');
});

test('"on click": the toolbar button lets Crosstie read this page, until the tab leaves the site', async ({
  context,
  cdp,
  page,
  world,
  worker,
  extensionId,
  overlayOf,
}) => {
  await withholdHosts(context, extensionId);
  await page.goto(pageOf(world, refs.release));
  const drawn = await overlayOf(page);
  expect(await drawn.hosts()).toEqual([]);
  // The first click runs what was kept from the page, the second opens the popup: so the browser has it.
  await clickAction(cdp, extensionId);
  await says(drawn, 'Assigned to');
  expect(JSON.stringify(readOf(await stored(worker)))).toContain('Release checkout');
  await clickAction(cdp, extensionId);
  await says(await popup(context, cdp), /\S/u);
  expect(await originsOf(worker)).toEqual([]);

  await page.goto(pageOf(world, refs.coupon));
  await page.goto(pageOf(world, 'PAY-237'));
  await giveHost(context, extensionId, github);
  const other = await context.newPage();
  await otherToolAnswered(other, pageOf(world, refs.coupon), await overlayOf(other));
  expect(await drawn.hosts()).toEqual([]);
  expect(JSON.stringify(readOf(await stored(worker)))).not.toContain('Save a second card');
});

test.describe('the first page', () => {
  test.use({ welcome: 'keep' });

  test('says of each site whether it is allowed, and follows what the browser is told', async ({
    context,
    extensionId,
    openedWelcome,
  }) => {
    const welcome = await openedWelcome();
    const missing = welcome.getByRole('button', { name: /^Allow: /u });
    await expect(welcome.getByText('Allowed', { exact: true }).first()).toBeVisible();
    await expect(missing).toHaveCount(0);
    await withholdHosts(context, extensionId);
    await expect(missing).toHaveCount(3);
    await giveHost(context, extensionId, github);
    await expect(missing).toHaveCount(2);
  });
});

/** Patterns of the scripts that the extension has registered beside those of its manifest. */
const registered = (worker: Worker): Promise<readonly string[]> =>
  worker.evaluate(
    'chrome.scripting.getRegisteredContentScripts().then((all) => all.flatMap(({ matches }) => matches))',
  );

test('a self-hosted site that is added gets its tool’s script, and loses it with the permission', async ({
  context,
  page,
  worker,
  extensionId,
}) => {
  const own = 'https://jira.corp.example';
  const asked = ['http://jira.corp.example', own];
  // What the browser asks in a window of its own is answered beforehand. A site may be served with or without TLS.
  for (const one of asked) await giveHost(context, extensionId, one);
  await page.goto(`chrome-extension://${extensionId}/options.html`);
  await page.getByRole('combobox', { name: 'Tool' }).selectOption({ label: 'Jira' });
  const address = page.getByRole('textbox', { name: 'Address' });
  await address.fill(`${own}/browse/PAY-1`);
  await address.press('Enter');
  await expect(page.getByText('jira.corp.example is added.')).toBeVisible();
  await expect.poll(async () => [...(await registered(worker))].sort()).toEqual(asked.map((one) => `${one}/*`));
  for (const one of asked) await takeHost(context, extensionId, one);
  await expect.poll(() => registered(worker)).toEqual([]);
  await expect(page.getByRole('button', { name: 'Allow: jira.corp.example' })).toBeVisible();
});
