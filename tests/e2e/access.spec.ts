import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { findBrowser, launch } from '../demo/browser.ts';
import { refs } from '../demo/story.ts';
import { axeSource, expectAccessible, runAxe, themes } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { pageOf, readItem, says } from './saying.ts';

test('axe finds nothing in the side panel: item, waiting, and everything that opens', async ({
  page,
  world,
  worker,
  panelBeside,
}) => {
  test.slow();
  for (const ref of [refs.idempotency, refs.signOff, refs.release]) await readItem(page, worker, world, ref);
  const panel = await panelBeside(page);
  await says(panel, 'Release checkout 2.0', 'acme/api#45');
  await expectAccessible(panel, 'this item', 40);

  await panel.click('button', 'More');
  await expectAccessible(panel, 'the menu', 40);
  await panel.press('Escape');
  for (const entry of ['Who I am', 'Keys', 'Restore my backup', 'Add a colleague']) {
    await panel.click('button', 'More');
    await panel.click('button', entry);
    await panel.find('dialog', /./u);
    await expectAccessible(panel, entry, 5);
    await panel.press('Escape');
    await expect.poll(async () => (await panel.tree()).some(({ role }) => role === 'dialog')).toBe(false);
  }
  await panel.click('combobox', 'This waits on');
  await panel.type('acme');
  await panel.find('option', /./u);
  await expectAccessible(panel, 'the field with its list', 40);
  await panel.press('Escape');
  await panel.click('button', /^Waiting/u);
  await panel.find('heading', /./u);
  await expectAccessible(panel, 'waiting', 5);
});

test('axe finds nothing in the popup, empty and with rows', async ({ page, world, panelBeside, openedPopup }) => {
  test.slow();
  await page.goto(pageOf(world, 'acme/web#19'));
  const empty = await openedPopup();
  await empty.find('heading', /./u);
  await expectAccessible(empty, 'the popup without rows', 4);
  await empty.evaluate(() => window.close());

  await page.goto(pageOf(world, refs.coupon));
  const panel = await panelBeside(page);
  await says(panel, 'Checkout form loses the coupon');
  await page.goto(pageOf(world, refs.refunds));
  await says(panel, 'acme/web#14');
  const popup = await openedPopup();
  await says(popup, 'PAY-233');
  await expectAccessible(popup, 'the popup with rows', 10);
});

test('the panel is used with the keyboard alone: every control is reached, in order, and none holds the focus', async ({
  page,
  world,
  panelBeside,
}) => {
  await page.goto(pageOf(world, refs.idempotency));
  await page.goto(pageOf(world, refs.release));
  const panel = await panelBeside(page);
  await says(panel, 'Release checkout 2.0', 'acme/api#45');
  await panel.evaluate(() => {
    document.querySelector<HTMLElement>('button')?.focus();
  });
  const reached: string[] = [];
  for (let step = 0; step < 80; step += 1) {
    const at = await panel.evaluate(() => {
      const { activeElement: at } = document;
      if (at === null || at === document.body) return undefined;
      const { outlineStyle, boxShadow } = getComputedStyle(at);
      const name = at.getAttribute('aria-label') ?? at.textContent?.trim() ?? '';
      return { name: `${at.localName} ${name}`.slice(0, 80), seen: outlineStyle !== 'none' || boxShadow !== 'none' };
    });
    if (at === undefined) break;
    if (step > 0) expect(at.seen, `${at.name} shows that it has the focus`).toBe(true);
    reached.push(at.name);
    await panel.press('Tab');
  }
  expect(reached.length).toBeLessThan(80);
  for (const wanted of [/Pin/u, /More/u, /This item/u, /Waiting/u, /waits on/u])
    expect(
      reached.some((name) => wanted.test(name)),
      `${wanted} among ${reached.join(' | ')}`,
    ).toBe(true);
  // Enter and Escape open and close; the focus comes back.
  await panel.evaluate(() => document.querySelector<HTMLElement>('[aria-expanded]')?.focus());
  await panel.press('Enter');
  await panel.find('button', 'Export to a file');
  await panel.press('Escape');
  expect(await panel.evaluate(() => document.activeElement?.getAttribute('aria-expanded'))).toBe('false');
});

const messages = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../public/_locales/en/messages.json', import.meta.url)), 'utf8'),
) as Parameters<typeof drawOverlays>[1];

test('axe finds nothing in strip, marks and card, drawn where it can see them', async () => {
  const browser = findBrowser();
  if (browser === undefined) throw new Error('No browser');
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      rolldownOptions: {
        input: fileURLToPath(new URL('./access-overlay.ts', import.meta.url)),
        output: { format: 'iife' },
      },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  const chunk = first !== undefined && 'output' in first ? first.output[0] : undefined;
  if (chunk === undefined) throw new Error('The drawings were not bundled');
  const { context, close } = await launch({ browser, headless: true, port: 9, hosts: [], fingerprint: '' });
  try {
    const page = await context.newPage();
    for (const theme of themes) {
      await page.setContent(
        '<!doctype html><html lang="en"><title>Drawings</title><body><main></main><h1>Drawings</h1>',
      );
      await page.addScriptTag({ content: chunk.code });
      await page.evaluate(([asked, words]) => drawOverlays(asked, words), [theme, messages] as const);
      await page.evaluate(() => {
        const root = document.querySelector('.root');
        if (root !== null) document.querySelector('main')?.append(...document.querySelectorAll('h1'), root);
      });
      await page.addScriptTag({ content: axeSource });
      const { passed, violations } = await page.evaluate(runAxe);
      expect([theme, violations]).toEqual([theme, []]);
      expect(passed).toBeGreaterThanOrEqual(25);
      expect(await page.locator('.strip, .mark, .card').count()).toBe(5);
    }
  } finally {
    await close();
  }
});
