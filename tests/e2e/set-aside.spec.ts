import { expect, test } from './fixtures.ts';
import { badgeOf, closePopup, linkInPanel, pageOf, readItem, says } from './saying.ts';
import { stopWorker } from './surfaces.ts';

const blocker = 'acme/web#19';
const waiting = 'PAY-237';

test('[Q4] a row set aside until something changes leaves list and badge, and comes back with its reason', async ({
  context,
  page,
  world,
  worker,
  panelBeside,
  openedPopup,
}) => {
  test.slow();
  // Somebody's ticket waits on an issue that I take.
  await readItem(page, worker, world, waiting);
  const panel = await panelBeside(page);
  await says(panel, 'Save a second card');
  await linkInPanel(panel, 'This waits on', pageOf(world, blocker));
  await readItem(page, worker, world, blocker);
  await says(panel, 'Focus jumps to the top after an error');
  await panel.click('button', 'take it');
  await expect.poll(() => badgeOf(panel)).toBe(1);

  const popup = await openedPopup();
  await says(popup, 'Save a second card', blocker);
  await popup.click('button', 'Set aside');
  await popup.click('button', 'Until something changes');
  await says(popup, 'Nothing else waits on you', '1 set aside');
  await expect.poll(() => badgeOf(panel)).toBe(0);
  await closePopup(popup);

  // It stays away however often the pages are read again, also when the background was stopped.
  await stopWorker(context, page);
  await page.reload();
  await readItem(page, worker, world, waiting);
  const again = await openedPopup();
  await says(again, '1 set aside');
  await closePopup(again);

  world.change(waiting, { assignees: ['Mei Lin'] });
  await page.reload();
  await expect.poll(() => badgeOf(panel)).toBe(1);
  const back = await openedPopup();
  await says(back, 'Mei Lin', 'Back: other people wait');
  await back.click('button', 'Got it');
  await expect.poll(async () => (await back.text()).includes('Back:')).toBe(false);
  expect(await badgeOf(panel)).toBe(1);
});
