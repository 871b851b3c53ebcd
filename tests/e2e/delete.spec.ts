import type { BrowserContext, Page } from '@playwright/test';
import { ivo } from '../demo/people.ts';
import { refs } from '../demo/story.ts';
import { stored } from './attacker.ts';
import { expect, test } from './fixtures.ts';
import { filesHolding } from './profile-files.ts';
import { pageOf, readItem, says } from './saying.ts';

const draft = 'PAY-238';
const ivoOnJira = { tool: 'jira', site: 'acme.atlassian.net', handle: ivo.account, name: ivo.name };

const optionsIn = async (context: BrowserContext, extensionId: string): Promise<Page> => {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/options.html#delete`);
  await page.getByRole('radio', { name: 'Everything' }).waitFor();
  return page;
};

/** Names the owner of an item, as the panel does. */
const nameOwner = async (page: Page, item: string, who: object): Promise<void> => {
  const answer = await page.evaluate(
    async (change) => {
      const { chrome } = globalThis as unknown as {
        chrome: { runtime: { sendMessage: (message: object) => Promise<{ readonly ok: boolean }> } };
      };
      return chrome.runtime.sendMessage({ crosstie: 'change.write', request: { operation: 'owner-0001', change } });
    },
    { type: 'name-role', item, role: 'owner', who, accepted: false },
  );
  expect(answer).toMatchObject({ ok: true });
};

test('[K8] one person is deleted: no file of the profile holds the name, and everything else is there', async ({
  context,
  page,
  world,
  worker,
  extensionId,
  launched: { profile },
  panelBeside,
}) => {
  test.slow();
  for (const ref of [draft, refs.finalNumbers]) await readItem(page, worker, world, ref);
  const panel = await panelBeside(page);
  await says(panel, 'Final numbers for the price table');
  await page.goto(pageOf(world, draft));
  await says(panel, 'Words for a declined card', ivo.name);
  const options = await optionsIn(context, extensionId);
  await nameOwner(options, `jira:acme.atlassian.net:${draft}`, ivoOnJira);
  // It is there before, so finding nothing afterwards means something.
  await expect.poll(() => filesHolding(profile, ivo.name)).not.toEqual([]);
  await page.goto('about:blank');

  await options.getByRole('radio', { name: 'One person' }).click();
  const field = options.getByRole('combobox', { name: 'Which person or team?' });
  await field.fill('ivo');
  await options.getByRole('option', { name: ivo.name }).first().click();
  await options.getByRole('button', { name: 'See what it would take…' }).click();
  const dialog = options.getByRole('dialog');
  await expect(dialog).toContainText(`Delete ${ivo.name} (acme.atlassian.net)?`);
  await expect(dialog).toContainText('It concerns 1 item and 1 thing added by hand.');
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(dialog).toContainText('Deleted: 1 item and 1 thing added by hand.');
  await dialog.getByText('Close').click();

  const known = JSON.stringify(await stored(worker));
  expect(known).not.toContain(ivo.name);
  expect(known).not.toContain(ivo.account);
  for (const kept of ['Words for a declined card', 'Final numbers for the price table', 'Dana Reyes'])
    expect(known).toContain(kept);
  await expect.poll(() => filesHolding(profile, ivo.name)).toEqual([]);
  expect(filesHolding(profile, ivo.account)).toEqual([]);
  expect(filesHolding(profile, 'Final numbers for the price table')).not.toEqual([]);

  // Panel and background go on in the database that took the old one's place.
  await options.close();
  await page.goto(pageOf(world, refs.finalNumbers));
  await says(panel, 'Final numbers for the price table');
});

test('[K8] everything is deleted: no title is left in the profile, and what is opened later is read anew', async ({
  context,
  page,
  world,
  worker,
  extensionId,
  launched: { profile },
  openedPopup,
}) => {
  test.slow();
  const title = 'Quokka jubilee zymurgy';
  world.change(refs.finalNumbers, { title });
  await readItem(page, worker, world, refs.finalNumbers);
  const options = await optionsIn(context, extensionId);
  await expect.poll(() => filesHolding(profile, title)).not.toEqual([]);
  await page.goto('about:blank');

  await options.getByRole('radio', { name: 'Everything' }).click();
  await options.getByRole('button', { name: 'See what it would take…' }).click();
  const dialog = options.getByRole('dialog');
  const confirm = dialog.getByRole('button', { name: 'Delete', exact: true });
  await expect(dialog).toContainText('It concerns 1 item');
  await expect(confirm).toBeDisabled();
  await dialog.getByRole('checkbox', { name: 'Yes, delete everything' }).click();
  await confirm.click();
  await expect(dialog).toContainText('Deleted: 1 item');
  await dialog.getByText('Close').click();
  await expect.poll(() => filesHolding(profile, title)).toEqual([]);
  for (const [table, rows] of Object.entries(await stored(worker))) expect([table, rows]).toEqual([table, []]);

  await options.close();
  await readItem(page, worker, world, refs.finalNumbers);
  await says(await openedPopup(), 'Who are you?');
});

test('[K8] deleting is taken back by nobody, so nothing goes before it was said what: Escape leaves all as it was', async ({
  context,
  page,
  world,
  worker,
  extensionId,
}) => {
  await readItem(page, worker, world, refs.finalNumbers);
  const options = await optionsIn(context, extensionId);
  const before = await stored(worker);
  await options.getByRole('radio', { name: 'One site' }).click();
  await options.getByRole('combobox', { name: 'Which site?' }).selectOption('acme.atlassian.net');
  await options.getByRole('button', { name: 'See what it would take…' }).click();
  await expect(options.getByRole('dialog')).toContainText('It concerns 1 item');
  await options.keyboard.press('Escape');
  await expect(options.getByRole('dialog')).toHaveCount(0);
  expect(await stored(worker)).toEqual(before);
});
