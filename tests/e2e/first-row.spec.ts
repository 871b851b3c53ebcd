import type { Worker } from '@playwright/test';
import { places, refs } from '../demo/story.ts';
import { expect, test } from './fixtures.ts';
import { pageOf, says } from './saying.ts';

const board = `${places.jira}/jira/software/c/projects/${places.project}/boards/${places.board}`;
const reviews = `${places.github}/pulls/review-requested`;

/** How many items the store knows, those whose own page was read counted twice. */
const itemsRead = (worker: Worker): Promise<number> =>
  worker.evaluate(
    () =>
      new Promise<number>((done, fail) => {
        const opening = indexedDB.open('crosstie');
        opening.onerror = () => fail(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('items').objectStore('items').getAll();
          reading.onerror = () => fail(reading.error);
          reading.onsuccess = () => {
            opening.result.close();
            const items = reading.result as readonly { readonly opened?: number }[];
            done(items.length + items.filter(({ opened }) => opened !== undefined).length);
          };
        };
      }),
  );

test('[M1] [K3] a fresh profile: four pages and one click, nothing typed, and a true row across tools', async ({
  page,
  world,
  openedPopup,
  worker,
}) => {
  const started = performance.now();
  let clicks = 0;

  // Two lists that show my own work, and two items from them.
  for (const address of [board, reviews, pageOf(world, refs.priceSwitch), pageOf(world, refs.pricePull)]) {
    const before = await itemsRead(worker);
    await page.goto(address);
    await expect.poll(() => itemsRead(worker)).toBeGreaterThan(before);
  }
  const popup = await openedPopup();
  clicks += 1;
  expect(await says(popup, 'Which of these are you on Jira?')).not.toContain('Final numbers for the price table');
  await popup.click('button', 'Dana Reyes');
  clicks += 1;

  // Noor's pull request on GitHub waits on Dana's ticket in Jira: neither tool could say so.
  await says(popup, 'noor-haddad waits for', 'Final numbers for the price table', 'PAY-234', 'acme/web#17');
  const seconds = ((performance.now() - started) / 1_000).toFixed(1);
  console.log(`first true row across tools: ${clicks} clicks, nothing typed, ${seconds} s`);
});
