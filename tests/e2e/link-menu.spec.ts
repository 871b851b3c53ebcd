import { places } from '../demo/story.ts';
import { expect, test } from './fixtures.ts';
import { pageOf, says } from './saying.ts';

const ticket = 'PAY-237';
const issue = 'acme/web#19';

/** Runs in the background: what the browser says when an entry of the menu on a link is chosen. */
const choose = async ([menuItemId, linkUrl, pageUrl]: readonly [string, string, string]): Promise<void> => {
  const { chrome } = globalThis as unknown as {
    chrome: {
      tabs: { query: (which: object) => Promise<readonly object[]> };
      contextMenus: { onClicked: { dispatch: (info: object, tab: object | undefined) => void } };
    };
  };
  const [tab] = await chrome.tabs.query({ active: true });
  chrome.contextMenus.onClicked.dispatch({ menuItemId, linkUrl, pageUrl }, tab);
};

for (const [entry, said] of [
  ['waits-on', 'Waits on'],
  ['blocks', 'Blocks'],
] as const) {
  test(`[D1] the menu on a link: "${entry}"`, async ({ page, world, worker, panelBeside }) => {
    await page.goto(pageOf(world, ticket));
    const panel = await panelBeside(page);
    await says(panel, 'Save a second card');
    await worker.evaluate(choose, [entry, pageOf(world, issue), page.url()] as const);
    await says(panel, said, issue, 'added by you');
  });
}

test('[D1] a link that names no item, or the item itself, adds nothing', async ({
  page,
  world,
  worker,
  panelBeside,
}) => {
  await page.goto(pageOf(world, ticket));
  const panel = await panelBeside(page);
  await says(panel, 'Save a second card');
  await worker.evaluate(choose, ['waits-on', `${places.github}/acme/web/issues`, page.url()] as const);
  await worker.evaluate(choose, ['waits-on', page.url(), page.url()] as const);
  // What came after them has arrived, so they have been answered.
  await worker.evaluate(choose, ['blocks', pageOf(world, issue), page.url()] as const);
  expect(await says(panel, issue, 'added by you')).not.toContain('Waits on');
});
