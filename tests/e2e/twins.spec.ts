import type { Page, Worker } from '@playwright/test';
import { refs } from '../demo/story.ts';
import type { World } from '../demo/world.ts';
import { expect, test } from './fixtures.ts';
import { linkInPanel, pageOf, readItem, says } from './saying.ts';
import { type Overlay, type Surface, stopWorker } from './surfaces.ts';

/** The same work twice: a ticket in Jira, and a task in Asana that somebody else has. */
const [ticket, task] = [refs.pricingPage, refs.pricingTwin];
const [ticketTitle, taskTitle] = ['Show the new prices on the pricing page', 'Show new prices on the pricing page'];
/** In the strip, and in the panel. */
const may = 'Maybe the same work as';
const perhaps = 'It may be the same work as';

interface Fixtures {
  readonly page: Page;
  readonly world: World;
  readonly worker: Worker;
  readonly panelBeside: (page: Page) => Promise<Surface>;
}

/** The ticket was read, the task is open with the panel beside it, and the one may be the other. */
const atTheTask = async ({ page, world, worker, panelBeside }: Fixtures): Promise<Surface> => {
  await readItem(page, worker, world, ticket);
  await page.goto(pageOf(world, task));
  const panel = await panelBeside(page);
  await says(panel, perhaps);
  return panel;
};

const saysNot = (surface: Pick<Overlay, 'text'>, words: string) =>
  expect.poll(async () => (await surface.text()).includes(words)).toBe(false);

/** What has still to be judged, as it is stored. `forget`: kept answers that go before, as if they had never been there. */
const unjudged = (panel: Surface, forget: readonly string[] = []): Promise<string> =>
  panel.evaluate(async (names) => {
    const [named] = await indexedDB.databases();
    const opening = indexedDB.open(named?.name ?? '');
    await new Promise((done) => {
      opening.onsuccess = done;
    });
    const { result: db } = opening;
    const transaction = db.transaction('kept', 'readwrite');
    const kept = transaction.objectStore('kept');
    for (const name of names) kept.delete(name);
    const asking = kept.get('unjudged');
    await new Promise((done) => {
      transaction.oncomplete = done;
    });
    db.close();
    return JSON.stringify(asking.result?.value ?? null);
  }, forget);

/** The index of texts, and what has been judged by it. */
const forgetIndex = (panel: Surface) => unjudged(panel, ['twins', 'retold', 'unjudged']);

/** Waits until everything was judged. */
const judged = (panel: Surface) => expect.poll(() => unjudged(panel)).toBe('{"keys":[]}');

test('[W1] a ticket and a task that are the same work say so on both pages and in the panel, with the reasons', async ({
  page,
  world,
  worker,
  overlayOf,
  panelBeside,
}) => {
  const panel = await atTheTask({ page, world, worker, panelBeside });
  await says(await overlayOf(page), may, ticket, 'Both say');
  await says(panel, 'Maybe the same work', perhaps, ticket, ticketTitle, 'Both say');

  await page.goto(pageOf(world, ticket));
  await says(await overlayOf(page), may, taskTitle, 'Both say');
  await says(panel, ticketTitle, taskTitle, perhaps);
});

test('[W3] "same work" shows what will change, then owner and blockers of the ticket on the task; undo parts them', async ({
  context,
  page,
  world,
  worker,
  overlayOf,
  panelBeside,
}) => {
  // Somebody owns the ticket, and it waits on something.
  await readItem(page, worker, world, refs.idempotency);
  await page.goto(pageOf(world, ticket));
  const panel = await panelBeside(page);
  await says(panel, ticketTitle);
  await linkInPanel(panel, 'This waits on', pageOf(world, refs.idempotency));
  await says(panel, refs.idempotency, /waits on acme\/api#45 now/u);
  await panel.click('button', 'take it');
  await says(panel, 'You own this');
  // It lies over the end of the panel as long as it offers to undo.
  await panel.click('button', 'Close this message');

  await page.goto(pageOf(world, task));
  await says(panel, taskTitle, perhaps);
  await stopWorker(context, page);
  await panel.click('button', 'Same work');
  await says(panel, 'Main one', 'What will change here', 'Owner: ', 'Waits on', refs.idempotency);
  await panel.click('button', 'They are the same work');
  await says(panel, 'The same work', 'main one', 'You own this', `as at ${ticket}`, refs.idempotency);
  await says(await overlayOf(page), 'You own this', refs.idempotency);
  // Nothing is suggested any more.
  await saysNot(panel, perhaps);

  await panel.click('button', 'Undo');
  await saysNot(panel, 'You own this');
  await says(panel, 'Ivo Brandt', perhaps);
  await saysNot(await overlayOf(page), refs.idempotency);
});

test('[W2] "not the same" stays away: pages loaded again, the background stopped, the index made anew', async ({
  context,
  page,
  world,
  worker,
  overlayOf,
  panelBeside,
}) => {
  const panel = await atTheTask({ page, world, worker, panelBeside });
  await panel.click('button', 'Not the same');
  await saysNot(panel, perhaps);
  await says(panel, '1 item is not the same');

  await stopWorker(context, page);
  await forgetIndex(panel);
  await page.reload();
  await says(panel, taskTitle);
  await judged(panel);
  await saysNot(panel, perhaps);
  await page.goto(pageOf(world, ticket));
  await says(panel, ticketTitle);
  await judged(panel);
  await saysNot(await overlayOf(page), may);
  await saysNot(panel, perhaps);

  // Taken back, it is suggested again.
  await panel.click('DisclosureTriangle', '1 item is not the same');
  await panel.click('button', 'Take back');
  await says(panel, perhaps);
});

test('[W1] the pairs worth a look over everything stand in one list, and are settled there', async ({
  page,
  world,
  worker,
  panelBeside,
}) => {
  const panel = await atTheTask({ page, world, worker, panelBeside });
  await page.goto('about:blank');
  await panel.press('3');
  await panel.click('button', /^All/u);
  await says(panel, 'Is it the same work?', taskTitle, perhaps, 'Both say');
  await panel.click('button', 'Not the same');
  await saysNot(panel, 'Is it the same work?');
});
