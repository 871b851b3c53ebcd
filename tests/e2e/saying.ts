import type { Page, Worker } from '@playwright/test';
import { addressOf } from '../demo/story.ts';
import type { World } from '../demo/world.ts';
import { stored } from './attacker.ts';
import { type Hands, type Surface, until } from './surfaces.ts';

/** The address of an item of the story. */
export const pageOf = (world: World, ref: string): string => {
  const item = world.find(ref);
  if (item === undefined) throw new Error(`The story has no ${ref}`);
  return addressOf(item);
};

/** Opens the page of an item and stays until what it says is stored, as somebody does who reads it. */
export const readItem = async (page: Page, worker: Worker, world: World, ref: string): Promise<void> => {
  const title = JSON.stringify(world.find(ref)?.title).slice(1, -1);
  await page.goto(pageOf(world, ref));
  await until(`"${title}" in the store`, async () => {
    const { items = [] } = await stored(worker);
    return items.some((item) => JSON.stringify(item).includes(title)) ? true : undefined;
  });
};

/** White space, and the marks that isolate names from the sentence around them, are not part of what is said. */
const asRead = (text: string): string => text.replace(/[\u2066-\u2069]/gu, '').replace(/\s+/gu, ' ');

/** Waits until all of this is said somewhere in it; gives all of its text in one line. */
export const says = (surface: Pick<Hands, 'text'>, ...parts: readonly (string | RegExp)[]): Promise<string> => {
  let last = '';
  return until(`"${parts.join('", "')}"`, async () => {
    last = asRead(await surface.text());
    return parts.every((part) => (typeof part === 'string' ? last.includes(part) : part.test(last))) ? last : undefined;
  }).catch((error: unknown) => {
    throw new Error(`${error instanceof Error ? error.message : error}; it says: ${last.slice(0, 1_500)}`);
  });
};

/** What the toolbar button counts, asked in a page of the extension: the background may be stopped. */
export const badgeOf = async (surface: Surface): Promise<number> =>
  Number(
    await surface.evaluate(() =>
      (
        globalThis as unknown as { chrome: { action: { getBadgeText: (of: object) => Promise<string> } } }
      ).chrome.action.getBadgeText({}),
    ),
  );

/** Types into the panel's field as a person does, and takes what an address names. */
export const linkInPanel = async (panel: Surface, field: string, address: string): Promise<void> => {
  await panel.click('combobox', field);
  await panel.type(address);
  await panel.press('Enter');
};

export const closePopup = (popup: Surface): Promise<void> => popup.evaluate(() => window.close());
