import { findBrowser, launch } from '../demo/browser.ts';
import { extensionFolder } from '../demo/build.ts';
import { startDemoServer } from '../demo/server.ts';
import { expect, test } from './fixtures.ts';
import { linkInPanel, pageOf, says } from './saying.ts';
import { openPanel } from './surfaces.ts';

const ticket = 'PAY-237';
const blocker = 'acme/web#19';

test('[D7] a copied line, pasted into the ticket by hand, is read back in another profile', async ({
  context,
  page,
  world,
  panelBeside,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(pageOf(world, ticket));
  const panel = await panelBeside(page);
  await says(panel, 'Save a second card');
  await linkInPanel(panel, 'This waits on', pageOf(world, blocker));
  await says(panel, 'added by you');
  await panel.click('button', 'Copy as a line');
  await says(panel, 'Copied.');

  await page.bringToFront();
  const line = await page.evaluate(() => navigator.clipboard.readText());
  expect(line).toBe(`Blocked by ${pageOf(world, blocker)}`);
  world.change(ticket, { text: `Cards stay after a purchase.\n\n${line}` });

  // Somebody else, who has stated nothing: the dependency is there, from the text.
  const browser = findBrowser();
  if (browser === undefined) throw new Error('No browser of the Chromium family is here');
  const server = await startDemoServer({ world });
  const other = await launch({ ...server, browser, extension: extensionFolder, headless: true, hosts: 'everything' });
  try {
    if (other.worker === undefined) throw new Error('The extension has no background');
    const [tab] = other.context.pages();
    if (tab === undefined) throw new Error('The browser has no tab');
    await tab.goto(pageOf(world, ticket));
    const theirs = await openPanel(other.context, other.cdp, other.worker, tab);
    const text = await says(theirs, 'acme/web#19', /from the text/u);
    expect(text).not.toContain('added by you');
  } finally {
    await other.close();
    await server.close();
  }
});
