import { expect, test } from './fixtures.ts';
import { badgeOf, closePopup, linkInPanel, pageOf, says } from './saying.ts';
import { stopWorker } from './surfaces.ts';

/** An issue on GitHub that nobody has. */
const blocker = 'acme/web#19';

const starts = [
  { from: 'a Jira ticket', ref: 'PAY-237', title: 'Save a second card' },
  { from: 'an Asana task', ref: '1204000000001212', title: 'Film for the start page' },
] as const;

for (const { from, ref, title } of starts) {
  for (const stopped of [false, true]) {
    const how = stopped ? ', with the background stopped before each write and each view' : '';

    test(`[M1] [D1] [D2] from ${from} over GitHub to the popup and back${how}`, async ({
      context,
      page,
      world,
      panelBeside,
      openedPopup,
      overlayOf,
    }) => {
      const rest = async (): Promise<void> => {
        if (stopped) await stopWorker(context, page);
      };

      // It waits on a GitHub issue.
      await page.goto(pageOf(world, ref));
      const panel = await panelBeside(page);
      await says(panel, title);
      await rest();
      await linkInPanel(panel, 'This waits on', pageOf(world, blocker));
      await says(panel, 'acme/web#19', /waits on acme\/web#19 now/u);

      // There one sees who waits, in the strip and in the panel.
      await rest();
      await page.goto(pageOf(world, blocker));
      const strip = await overlayOf(page);
      await says(strip, 'Nobody owns this', 'one waits on this');
      await says(panel, 'Focus jumps to the top after an error', title);

      // One step makes me its owner.
      await rest();
      await strip.click('button', 'take it');
      await says(strip, 'You own this');
      await says(panel, 'You own this');

      // Now it is blocked on me.
      await rest();
      const popup = await openedPopup();
      await says(popup, title, 'acme/web#19');
      await expect.poll(() => badgeOf(panel)).toBe(1);
      await closePopup(popup);

      // Closed on GitHub and seen there, it blocks no more.
      world.change(blocker, { state: 'closed' });
      await rest();
      await page.reload();
      await expect.poll(() => badgeOf(panel)).toBe(0);
      await page.goto(pageOf(world, ref));
      await says(await overlayOf(page), 'acme/web#19', 'is done, nothing blocks this now');
      await says(panel, /1 closed/u);
    });
  }
}
