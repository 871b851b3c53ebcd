import { findBrowser, howToInstall, launch } from '../demo/browser.ts';
import { lookAlikes } from '../demo/pages/index.ts';
import { startDemoServer } from '../demo/server.ts';
import { createWorld } from '../demo/world.ts';
import { openPopup, until } from '../e2e/surfaces.ts';
import { builtExtension } from './extension.ts';
import { median, rounded } from './figures.ts';
import { machine } from './machine.ts';
import { openStorePage } from './store-browser.ts';

/**
 * From the click on the toolbar button to the first rows on the screen, in the real popup. The popup's own clock is read
 * (from the start of its document), and the whole time from outside, in which the protocol's own way is included.
 */
export const benchPopup = async ({ items, rounds }: { readonly items: number; readonly rounds: number }) => {
  const browser = findBrowser();
  if (browser === undefined) throw new Error(`No browser of the Chromium family: ${howToInstall()}`);
  const backup = await generatedBackup(items);
  const server = await startDemoServer({ world: createWorld() });
  const { context, cdp, worker, extensionId, close } = await launch({
    browser,
    extension: builtExtension(),
    headless: true,
    port: server.port,
    hosts: lookAlikes.map(({ host }) => host),
    fingerprint: server.fingerprint,
  });
  try {
    if (worker === undefined || extensionId === undefined) throw new Error('The extension did not start');
    const tab = await context.newPage();
    await tab.goto(`chrome-extension://${extensionId}/sidepanel.html`);
    await tab.evaluate(restore, backup);
    await until('answers to be kept', () => tab.evaluate(areAnswersKept));
    await tab.goto('https://github.com/acme/api/issues');
    const inside: number[] = [];
    const outside: number[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      const start = performance.now();
      const popup = await openPopup(context, cdp, extensionId);
      const at = await popup.evaluate(firstRows);
      if (round > 0) {
        inside.push(at);
        outside.push(performance.now() - start);
      }
      await popup.evaluate(() => window.close());
      await until('the popup to close', async () => {
        const { targetInfos } = await cdp.send('Target.getTargets');
        return targetInfos.some(({ url }) => url.endsWith('/popup.html')) ? undefined : true;
      });
    }
    return {
      first_rows_ms: rounded(median(inside)),
      click_to_rows_ms: rounded(median(outside)),
      items,
      rounds,
      machine: machine(browser.version),
    };
  } finally {
    await close();
    await server.close();
  }
};

/** Runs in the popup: when the frame with the first rows is drawn, in milliseconds since its document began. */
const firstRows = async (): Promise<number> => {
  for (;;) {
    await new Promise(requestAnimationFrame);
    // The next frame does not begin before this one is drawn.
    if (document.querySelector('li') !== null) return new Promise(requestAnimationFrame);
  }
};

/** Made by the store itself in a page, as a file. */
const generatedBackup = async (items: number): Promise<string> => {
  const { page, close } = await openStorePage();
  try {
    await page.evaluate((count) => globalThis.storeBench.fill(count), items);
    return await page.evaluate(() => globalThis.storeBench.exported());
  } finally {
    await close();
  }
};

/** Runs in the panel's page: hands the file over as the panel does. */
const restore = async (text: string): Promise<void> => {
  const name = crypto.randomUUID();
  const folder = await navigator.storage.getDirectory();
  const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
  await stream.write(text);
  await stream.close();
  const { chrome } = globalThis as unknown as {
    chrome: { runtime: { sendMessage: (message: unknown) => Promise<{ ok: boolean }> } };
  };
  const answer = await chrome.runtime.sendMessage({ crosstie: 'file.restore', request: { name } });
  if (!answer.ok) throw new Error(`Not restored: ${JSON.stringify(answer)}`);
};

/** Runs in the panel's page: what was put back is judged by then, and the background is at rest. */
const areAnswersKept = async (): Promise<true | undefined> => {
  const names = (await indexedDB.databases()).map(({ name = '' }) => name);
  const found = await Promise.all(
    names.map(
      (name) =>
        new Promise<unknown>((resolve, reject) => {
          const opening = indexedDB.open(name);
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const db = opening.result;
            const asked = db.objectStoreNames.contains('kept')
              ? db.transaction('kept').objectStore('kept').get('mine')
              : undefined;
            if (asked === undefined) resolve(undefined);
            else asked.onsuccess = () => resolve(asked.result);
            db.close();
          };
        }),
    ),
  );
  return found.some((row) => row !== undefined) ? true : undefined;
};
