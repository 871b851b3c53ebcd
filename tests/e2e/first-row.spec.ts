import { installInto, isWelcome } from '../demo/browser.ts';
import { extensionFolder } from '../demo/build.ts';
import { places, refs } from '../demo/story.ts';
import { stored } from './attacker.ts';
import { expect, test } from './fixtures.ts';
import { pageOf, says } from './saying.ts';
import { openPopup, until } from './surfaces.ts';

const board = `${places.jira}/jira/software/c/projects/${places.project}/boards/${places.board}`;
const reviews = `${places.github}/pulls/review-requested`;

// What is open on a working day, before anybody has heard of the extension.
test.use({ installed: false, claimed: [] });

test('[M1] [K3] [R4] installed while four pages are open: a true row across tools after three clicks, nothing typed', async ({
  launched,
  context,
  page: first,
  world,
}) => {
  const [second, third, fourth] = await Promise.all([context.newPage(), context.newPage(), context.newPage()]);
  for (const [page, address] of [
    [first, board],
    [second, reviews],
    [third, pageOf(world, refs.priceSwitch)],
    [fourth, pageOf(world, refs.pricePull)],
  ] as const)
    await page.goto(address);

  const installed = performance.now();
  let clicks = 0;
  const { worker, extensionId } = await installInto(launched, extensionFolder, 'keep');
  await until('the welcome page', async () => context.pages().find(isWelcome));
  // A board and a pull request are read where they stand; pages in the background are read as well.
  const read = async (): Promise<string> => JSON.stringify((await stored(worker))['items'] ?? []);
  for (const key of ['PAY-234', 'PAY-232', 'acme/web#17']) await expect.poll(read).toContain(key);

  await fourth.bringToFront();
  clicks += 1;
  const popup = await openPopup(context, launched.cdp, extensionId);
  clicks += 1;
  expect(await says(popup, 'Which of these are you on Jira?')).not.toContain('Final numbers for the price table');
  await popup.click('button', 'Dana Reyes');
  clicks += 1;

  // Noor's pull request on GitHub waits on Dana's ticket in Jira: neither tool could say so.
  await says(popup, 'noor-haddad waits for', 'Final numbers for the price table', 'PAY-234', 'acme/web#17');
  const seconds = ((performance.now() - installed) / 1_000).toFixed(1);
  console.log(`from the install to the first true row across tools: ${clicks} clicks, nothing typed, ${seconds} s`);
  expect(clicks).toBe(3);
});
