import { expect, test } from '@playwright/test';
import { findBrowser, type Launched, launch } from '../demo/browser.ts';
import { extensionFolder } from '../demo/build.ts';
import { type DemoServer, startDemoServer } from '../demo/server.ts';
import { createWorld } from '../demo/world.ts';
import { allContacted, browserHosts, demoHosts, foreignAmong, noteBackground } from './contacted.ts';

test('[P1] T26 the whole run contacted nobody beyond the demo world, and the background nobody at all', () => {
  const { hosts, byBackground } = allContacted();
  // Also where only a part of the tests is run, the record is not empty.
  expect(hosts.filter((host) => demoHosts.includes(host))).not.toEqual([]);
  expect(foreignAmong(hosts)).toEqual([]);
  expect(byBackground).toEqual([]);
});

test('T26 the same check catches whoever else is contacted', () =>
  within({}, async ({ context }, { contacted }) => {
    const page = await context.newPage();
    await page.goto('https://elsewhere.example/');
    await page.evaluate(() => fetch('https://collector.example/titles', { mode: 'no-cors' }).catch(() => undefined));
    expect(foreignAmong(contacted)).toEqual(['collector.example', 'elsewhere.example']);
    await page.goto('http://plain.example/');
    expect(foreignAmong(contacted)).toContain('plain.example');
  }));

test('T26 what the background asks for is seen, and its policy lets it ask for nothing', () =>
  within({ extension: extensionFolder }, async ({ context, worker }, { contacted }) => {
    if (worker === undefined) throw new Error('The extension has no background');
    const byBackground = noteBackground(context);
    const seen = context.waitForEvent('request', (request) => request.url().endsWith('/manifest.json'));
    await worker.evaluate("fetch('/manifest.json')");
    expect((await seen).serviceWorker()).not.toBeNull();
    const refused = await worker.evaluate(
      "fetch('https://collector.example/').then(() => 'answered', () => 'refused')",
    );
    expect(refused).toBe('refused');
    expect([...byBackground]).toEqual([]);
    expect(foreignAmong(contacted)).toEqual([]);
  }));

test('T26 what counts as the browser’s own is asked for without the extension as well', () =>
  within({}, async ({ context }, { contacted }) => {
    const page = await context.newPage();
    await page.goto('https://github.com/acme/api/issues/45');
    expect(foreignAmong(contacted)).toEqual([]);
    expect(browserHosts.some((host) => contacted.has(host))).toBe(true);
  }));

/** A browser apart from the run that is judged. */
const within = async (
  options: { readonly extension?: string },
  judge: (launched: Launched, server: DemoServer) => Promise<void>,
): Promise<void> => {
  const browser = findBrowser();
  if (browser === undefined) throw new Error('No browser of the Chromium family is here');
  const server = await startDemoServer({ world: createWorld() });
  const launched = await launch({ ...server, ...options, browser, headless: true, hosts: 'everything' });
  try {
    await judge(launched, server);
  } finally {
    await launched.close();
    await server.close();
  }
};
