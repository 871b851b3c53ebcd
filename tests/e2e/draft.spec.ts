import type { BrowserContext, Page } from '@playwright/test';
import { places, refs } from '../demo/story.ts';
import type { World } from '../demo/world.ts';
import { expect, test } from './fixtures.ts';
import { readItem, says } from './saying.ts';
import { type Overlay, stopWorker } from './surfaces.ts';

const form = `${places.github}/acme/api/issues/new`;
const said = 'This may exist already';

interface Answers {
  /** Waits until what is typed now is answered, and nothing is offered. */
  readonly none: (overlay: Overlay) => Promise<void>;
}

/** Counts what the background has answered about drafts, in the world of the scripts that ask it. */
const answersIn = async (context: BrowserContext, page: Page): Promise<Answers> => {
  const session = await context.newCDPSession(page);
  const worlds: number[] = [];
  session.on('Runtime.executionContextCreated', ({ context: { id, origin } }) => {
    if (origin.startsWith('chrome-extension:')) worlds.push(id);
  });
  await session.send('Runtime.enable');
  const ask = async (expression: string): Promise<unknown> => {
    const [contextId] = worlds;
    if (contextId === undefined) throw new Error('No script of the extension is in the page');
    const { result } = await session.send('Runtime.evaluate', { expression, contextId });
    return result.value;
  };
  await ask(countAnswers);
  let before = 0;
  return {
    none: async (overlay) => {
      await expect.poll(() => ask('globalThis.answeredDrafts')).toBeGreaterThan(before);
      before = Number(await ask('globalThis.answeredDrafts'));
      expect(await overlay.text()).not.toContain(said);
    },
  };
};

/** Counted once whoever asked has drawn it. */
const countAnswers = `{
  const { runtime } = chrome;
  const send = runtime.sendMessage.bind(runtime);
  globalThis.answeredDrafts = 0;
  runtime.sendMessage = async (message, ...more) => {
    const answer = await send(message, ...more);
    if (message.crosstie === 'draft.like') setTimeout(() => { globalThis.answeredDrafts += 1; });
    return answer;
  };
}`;

const titleOf = (world: World, ref: string): string => world.find(ref)?.title ?? '';

test('[W1] typing the ticket’s problem into the form of another tool offers the ticket, and an unrelated text nothing', async ({
  context,
  page,
  world,
  worker,
  overlayOf,
}) => {
  await readItem(page, worker, world, refs.pricingPage);
  await page.goto(form);
  const overlay = await overlayOf(page);
  const title = page.getByLabel('Add a title').and(page.locator('input'));

  await title.click();
  const answers = await answersIn(context, page);
  await page.keyboard.type('Plan the summer party for the whole office');
  await answers.none(overlay);

  await title.fill('');
  const top = (await page.getByLabel('Markdown value').boundingBox())?.y;
  await page.keyboard.type(titleOf(world, refs.pricingPage));
  await says(overlay, said, refs.pricingPage);
  // [Q2] It took nothing: the focus is where it was, and nothing has moved.
  await expect(title).toBeFocused();
  expect((await page.getByLabel('Markdown value').boundingBox())?.y).toBe(top);

  // Dismissed, it stays away for this draft.
  await overlay.click('button', 'Dismiss');
  await expect.poll(async () => (await overlay.text()).includes(said)).toBe(false);
  await expect(title).toBeFocused();
  // Nobody is asked any more: no word of it leaves the page.
  await page.keyboard.type(' on phones');
  await title.blur();
  expect(await overlay.text()).not.toContain(said);
});

test('it is reached by the keyboard, and Escape closes it', async ({ page, world, worker, overlayOf }) => {
  await readItem(page, worker, world, refs.pricingPage);
  await page.goto(form);
  const overlay = await overlayOf(page);
  await page.getByLabel('Add a title').and(page.locator('input')).click();
  await page.keyboard.type(titleOf(world, refs.pricingPage));
  await says(overlay, said);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  await expect.poll(async () => (await overlay.text()).includes(said)).toBe(false);
});

test('it comes where the form is opened from within the page, and after the worker was stopped', async ({
  context,
  page,
  world,
  worker,
  overlayOf,
}) => {
  await readItem(page, worker, world, refs.pricingPage);
  await page.goto(`${places.github}/acme/api/issues`);
  await page.getByRole('link', { name: 'New issue' }).click();
  await stopWorker(context, page);
  const overlay = await overlayOf(page);
  await page.getByLabel('Add a title').and(page.locator('input')).click();
  await page.keyboard.type(titleOf(world, refs.pricingPage));
  await says(overlay, said, refs.pricingPage);
});
