import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { findBrowser, launch } from '../demo/browser.ts';
import { refs } from '../demo/story.ts';
import { expect, test } from './fixtures.ts';
import { pageOf, says } from './saying.ts';
import type { Surface } from './surfaces.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Checked {
  /** Elements that at least one rule looked at and passed. */
  readonly passed: number;
  readonly violations: readonly string[];
}

/** Runs in the page. Rules of whole documents are for documents that are read as such. */
const runAxe = async (): Promise<Checked> => {
  interface Finding {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string; readonly target: unknown }[];
  }
  const { axe } = globalThis as unknown as {
    readonly axe: {
      run(where: Document, options: object): Promise<{ readonly passes: Finding[]; readonly violations: Finding[] }>;
    };
  };
  const { passes, violations } = await axe.run(document, { resultTypes: ['violations', 'passes'] });
  return {
    passed: new Set(passes.flatMap(({ nodes }) => nodes.map(({ target }) => JSON.stringify(target)))).size,
    violations: violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary ?? ''}`),
    ),
  };
};

/** Puts the checker in past the policy, as the browser's own tools are, and asks it. */
const check = async (surface: Surface): Promise<Checked> => {
  if (!(await surface.evaluate(() => 'axe' in globalThis)))
    await surface.send('Runtime.evaluate', { expression: `${axeSource};undefined` });
  return surface.evaluate(runAxe);
};

const themes = ['light', 'dark'] as const;

const inTheme = async (surface: Surface, value: (typeof themes)[number]): Promise<void> => {
  await surface.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] });
};

/** `least`: so many elements it must have seen, or it looked at nothing. */
const expectNone = async (surface: Surface, where: string, least: number): Promise<void> => {
  for (const theme of themes) {
    await inTheme(surface, theme);
    const { passed, violations } = await check(surface);
    expect([`${where}, ${theme}`, violations]).toEqual([`${where}, ${theme}`, []]);
    expect(passed, `${where}, ${theme}`).toBeGreaterThanOrEqual(least);
  }
};

test('axe finds nothing in the side panel: item, waiting, and everything that opens', async ({
  page,
  world,
  panelBeside,
}) => {
  test.slow();
  await page.goto(pageOf(world, refs.idempotency));
  await page.goto(pageOf(world, refs.signOff));
  await page.goto(pageOf(world, refs.release));
  const panel = await panelBeside(page);
  await says(panel, 'Release checkout 2.0', 'acme/api#45');
  await expectNone(panel, 'this item', 40);

  await panel.click('button', 'More');
  await expectNone(panel, 'the menu', 40);
  await panel.press('Escape');
  for (const entry of ['Who I am', 'Keys', 'Restore my backup', 'Add a colleague']) {
    await panel.click('button', 'More');
    await panel.click('button', entry);
    await panel.find('dialog', /./u);
    await expectNone(panel, entry, 5);
    await panel.press('Escape');
    await expect.poll(async () => (await panel.tree()).some(({ role }) => role === 'dialog')).toBe(false);
  }
  await panel.click('combobox', 'This waits on');
  await panel.type('acme');
  await panel.find('option', /./u);
  await expectNone(panel, 'the field with its list', 40);
  await panel.press('Escape');
  await panel.click('button', /^Waiting/u);
  await panel.find('heading', /./u);
  await expectNone(panel, 'waiting', 5);
});

test('axe finds nothing in the popup, empty and with rows', async ({ page, world, panelBeside, openedPopup }) => {
  test.slow();
  await page.goto(pageOf(world, 'acme/web#19'));
  const empty = await openedPopup();
  await empty.find('heading', /./u);
  await expectNone(empty, 'the popup without rows', 4);
  await empty.evaluate(() => window.close());

  await page.goto(pageOf(world, refs.coupon));
  const panel = await panelBeside(page);
  await says(panel, 'Checkout form loses the coupon');
  await page.goto(pageOf(world, refs.refunds));
  await says(panel, 'acme/web#14');
  const popup = await openedPopup();
  await says(popup, 'PAY-233');
  await expectNone(popup, 'the popup with rows', 10);
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
