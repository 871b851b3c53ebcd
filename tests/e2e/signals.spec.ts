import { dayAfter } from '../demo/dates.ts';
import { refs } from '../demo/story.ts';
import { expect, test } from './fixtures.ts';
import { pageOf, readItem, says } from './saying.ts';
import { type Hands, stopWorker, until } from './surfaces.ts';

/** Waits until none of this is said any more; what it says must be drawn by then (`drawn`). */
const saysNoMore = (surface: Pick<Hands, 'text'>, part: string, drawn: string): Promise<true> =>
  until(`no more "${part}" beside "${drawn}"`, async () => {
    const text = (await surface.text()).replace(/[\u2066-\u2069]/gu, '').replace(/\s+/gu, ' ');
    return text.includes(drawn) && !text.includes(part) ? true : undefined;
  });

const late = 'Blocker lands too late';

test('[D6] the release chain over three tools is shown to what it all waits for, with the people in it', async ({
  page,
  worker,
  world,
  panelBeside,
}) => {
  for (const ref of [refs.signOff, refs.migration, refs.idempotency, 'PAY-229', refs.loadTest])
    await readItem(page, worker, world, ref);
  await page.goto(pageOf(world, refs.release));
  const panel = await panelBeside(page);
  await says(
    panel,
    'Release checkout 2.0',
    'Idempotency keys for the charge endpoint',
    'Sign-off of the new pricing table',
    'it all waits for this',
    /Mei Lin|mei-lin/u,
    /Tomás Silva|tomas-silva/u,
  );
});

test('[T1] a date that moves in Asana makes a late blocker appear in panel and strip, and moving it back makes it go', async ({
  page,
  worker,
  world,
  panelBeside,
  overlayOf,
}) => {
  world.change(refs.signOff, { due: dayAfter(world.today, 3) });
  await readItem(page, worker, world, refs.idempotency);
  await page.goto(pageOf(world, refs.signOff));
  const panel = await panelBeside(page);
  await says(panel, 'Sign-off of the new pricing table', 'acme/api#45');
  expect(await panel.text()).not.toContain(late);

  // The finding speaks of both items: it stands on the page of the one that waits as well.
  world.change(refs.signOff, { due: dayAfter(world.today, 12) });
  await page.reload();
  await says(await overlayOf(page), late);
  await says(panel, late, /It is planned for/u);
  await page.goto(pageOf(world, refs.idempotency));
  await says(await overlayOf(page), late);

  world.change(refs.signOff, { due: dayAfter(world.today, 3) });
  await page.goto(pageOf(world, refs.signOff));
  await saysNoMore(await overlayOf(page), late, 'one waits on this');
  await saysNoMore(panel, late, 'Sign-off of the new pricing table');
});

test('[D5] a circle is drawn, and cutting the wait that is proposed opens it', async ({
  page,
  worker,
  world,
  panelBeside,
  overlayOf,
}) => {
  await readItem(page, worker, world, refs.retryForm);
  await page.goto(pageOf(world, refs.retryPolicy));
  const strip = await overlayOf(page);
  await says(strip, 'Waiting in a circle');
  const panel = await panelBeside(page);
  await says(panel, 'These wait on each other in a circle', 'The newest');
  await panel.click('button', /^Not a dependency/u);
  await saysNoMore(panel, 'These wait on each other in a circle', 'Retry policy for card payments');
  await saysNoMore(strip, 'Waiting in a circle', 'Assigned to');
});

test('[D2] a closed blocker that is opened again blocks again, and says so', async ({
  page,
  worker,
  world,
  panelBeside,
  overlayOf,
}) => {
  await readItem(page, worker, world, refs.idempotency);
  world.change(refs.migration, { state: 'closed' });
  await readItem(page, worker, world, refs.migration);
  await page.goto(pageOf(world, refs.migration));
  const panel = await panelBeside(page);
  await says(panel, 'Migration: table idempotency_keys', /closed/iu);
  world.change(refs.migration, { state: 'open' });
  await page.reload();
  await says(await overlayOf(page), 'Blocker was reopened');
  await says(panel, 'Blocker was reopened', 'It was reopened', 'waits on it again');
  await page.goto(pageOf(world, refs.idempotency));
  await says(await overlayOf(page), 'blocked by acme/api#46');
});

test('[Q4] a finding that is dismissed stays away after the background was stopped, and can be brought back', async ({
  context,
  page,
  worker,
  world,
  panelBeside,
  overlayOf,
}) => {
  await readItem(page, worker, world, refs.idempotency);
  await page.goto(pageOf(world, refs.signOff));
  const strip = await overlayOf(page);
  await says(strip, late);
  const panel = await panelBeside(page);
  await says(panel, late);
  await panel.click('button', 'Dismiss');
  await panel.click('button', 'Known, we live with it');
  await saysNoMore(panel, late, 'Sign-off of the new pricing table');
  await saysNoMore(strip, late, 'one waits on this');

  await stopWorker(context, page);
  await page.reload();
  await saysNoMore(await overlayOf(page), late, 'one waits on this');
  expect(await panel.text()).not.toContain(late);

  await panel.press('3');
  await panel.click('DisclosureTriangle', /Set aside and dismissed/u);
  await panel.click('button', 'Bring back');
  await panel.press('1');
  await says(panel, late);
});

test('[Q3] a check that is switched off is silent everywhere', async ({
  context,
  page,
  worker,
  world,
  extensionId,
  panelBeside,
  overlayOf,
}) => {
  await readItem(page, worker, world, refs.idempotency);
  await page.goto(pageOf(world, refs.signOff));
  await says(await overlayOf(page), late);
  const panel = await panelBeside(page);
  await says(panel, late);

  const options = await context.newPage();
  await options.goto(`chrome-extension://${extensionId}/options.html#checks`);
  await options.getByRole('combobox', { name: late }).selectOption('Off');
  await page.bringToFront();
  await saysNoMore(panel, late, 'Sign-off of the new pricing table');
  await saysNoMore(await overlayOf(page), late, 'one waits on this');
  await panel.press('3');
  await saysNoMore(panel, late, 'Concerns me');
  await options.close();
});

test('[Q5] the findings open on what concerns me, grouped by what to do, and lead to the item', async ({
  page,
  worker,
  world,
  panelBeside,
}) => {
  for (const ref of [refs.signOff, refs.idempotency, refs.retryForm, refs.retryPolicy])
    await readItem(page, worker, world, ref);
  await page.goto(pageOf(world, refs.release));
  const panel = await panelBeside(page);
  await says(panel, 'Release checkout 2.0');
  await panel.press('3');
  await panel.click('button', /^All/u);
  await says(panel, 'Idempotency keys for the charge endpoint', /Nobody owns it/u, 'Copy');
});
