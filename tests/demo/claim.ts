import type { BrowserContext } from '@playwright/test';
import type { Place } from '../../lib/core/key.ts';
import { places } from './story.ts';

/** The places of the story in which Dana works, as Crosstie names them. */
export const storyPlaces: readonly Place[] = [
  { tool: 'github', site: new URL(places.github).host, name: 'acme/api' },
  { tool: 'github', site: new URL(places.github).host, name: 'acme/web' },
  { tool: 'jira', site: new URL(places.jira).host, name: places.project },
];

/**
 * Says of places that they are my work, as the popup does when it asks. The manifest is a page of the extension that has
 * nothing of ours in it.
 */
export const claimPlaces = async (
  context: BrowserContext,
  extensionId: string,
  claimed: readonly Place[],
): Promise<void> => {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/manifest.json`);
  const answers = await page.evaluate(async (all) => {
    const { chrome } = globalThis as unknown as {
      chrome: { runtime: { sendMessage: (message: object) => Promise<{ ok: boolean }> } };
    };
    const said: { ok: boolean }[] = [];
    for (const place of all)
      said.push(await chrome.runtime.sendMessage({ crosstie: 'place.answer', request: { place, answer: 'yes' } }));
    return said;
  }, claimed);
  await page.close();
  if (!answers.every(({ ok }) => ok)) throw new Error('The places were not taken');
};
