import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { refs } from '../demo/story.ts';
import { type Stored, stored } from './attacker.ts';
import { expect, test } from './fixtures.ts';
import { pageOf, says } from './saying.ts';
import { type Surface, until } from './surfaces.ts';

/** Puts a file into the field of the open dialog, as the browser's own chooser does. */
const choose = async (panel: Surface, path: string): Promise<void> => {
  const { root } = await panel.send<{ readonly root: { readonly nodeId: number } }>('DOM.getDocument');
  const nodeId = await until('the field for a file', async () => {
    const { nodeId: found } = await panel.send<{ readonly nodeId: number }>('DOM.querySelector', {
      nodeId: root.nodeId,
      selector: 'dialog input[type=file]:not(:disabled)',
    });
    return found === 0 ? undefined : found;
  });
  await panel.send('DOM.setFileInputFiles', { files: [path], nodeId });
};

/** What the panel's own export gives. */
const exportFrom = async (panel: Surface): Promise<string> => {
  await panel.evaluate(() => {
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => {
      if (blob instanceof Blob) void blob.text().then((text) => Reflect.set(globalThis, 'exported', text));
      return make(blob);
    };
  });
  await panel.click('button', 'More');
  await panel.click('button', 'Export to a file');
  return until('the exported file', () =>
    panel.evaluate(() => Reflect.get(globalThis, 'exported') as string | undefined),
  );
};

/** Without the instants of sightings, which move while pages are open. */
const lasting = ({ records, cells, history, operations, told, settings, titles }: Stored): object => ({
  ...{ records, cells, history, operations, told, settings, titles },
});

const doors = [
  { door: 'Restore my backup', accept: 'Restore', done: 'Your backup is restored' },
  { door: 'Add a colleague', accept: 'Add it', done: 'The file is added' },
] as const;

for (const { door, accept, done } of doors) {
  test(`[P5] [T16] [R21] “${door}” refuses what it cannot trust, says why, and changes nothing`, async ({
    page,
    world,
    worker,
    panelBeside,
  }) => {
    test.slow();
    const folder = mkdtempSync(join(tmpdir(), 'crosstie-files-'));
    try {
      await page.goto(pageOf(world, refs.idempotency));
      const panel = await panelBeside(page);
      await says(panel, 'Idempotency keys');
      await panel.click('button', 'take it');
      await says(panel, 'You own this');
      const good = await exportFrom(panel);
      const parsed: { readonly [field: string]: unknown } = JSON.parse(good);
      const before = lasting(await stored(worker));

      const foreign = /not a Crosstie file/u;
      const damaged = /damaged or incomplete/u;
      const either = /not a Crosstie file|damaged or incomplete/u;
      const files: { readonly [name: string]: readonly [content: string | Buffer, word: RegExp] } = {
        'empty.json': ['', either],
        'foreign.json': ['{"name":"somebody else’s","items":[]}', foreign],
        'list.json': ['[1,2,3]', foreign],
        'proto.json': [good.replace('{', '{"__proto__":{"polluted":1},'), either],
        'constructor.json': [good.replace('{', '{"constructor":{"prototype":{"polluted":1}},'), either],
        'deep.json': ['['.repeat(200_000) + ']'.repeat(200_000), either],
        'deep-inside.json': [good.replace(/\}\s*$/u, `,"more":${'['.repeat(200_000)}${']'.repeat(200_000)}}`), either],
        'cut.json': [good.slice(0, -good.length / 3), damaged],
        'utf16.json': [Buffer.from(`\ufeff${good}`, 'utf16le'), either],
        'binary.json': [Buffer.from([0, 255, 254, 0, 1, 2, 3]), either],
        'newer.json': [newerThan(parsed), /newer Crosstie/u],
        'html.json': ['<!doctype html><script>alert(1)</script>', either],
      };
      for (const [name, [content, word]] of Object.entries(files)) {
        await test.step(name, async () => {
          const path = join(folder, name);
          writeFileSync(path, content);
          await openDialog(panel, door);
          await choose(panel, path);
          await says(panel, word, 'Nothing was changed');
          expect(await panel.evaluate(() => Reflect.get({}, 'polluted'))).toBeUndefined();
          await closeDialog(panel);
        });
      }
      await test.step('210 MB', async () => {
        const path = join(folder, 'large.json');
        writeFileSync(path, good);
        truncateSync(path, 210 * 1024 * 1024);
        await openDialog(panel, door);
        await choose(panel, path);
        await says(panel, /too large/u);
        await closeDialog(panel);
      });
      expect(lasting(await stored(worker))).toEqual(before);

      await test.step('a good one, with the mark that some editors put before it', async () => {
        const path = join(folder, 'good.json');
        writeFileSync(path, `\ufeff${good}`);
        await openDialog(panel, door);
        await choose(panel, path);
        await panel.click('button', accept);
        await says(panel, done);
        await says(panel, 'You own this');
      });
      await expect(page.getByTestId('issue-title')).toBeVisible();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

/** The same file, said to be made by a version of the far future. */
const newerThan = (file: { readonly [field: string]: unknown }): string =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(file).map(([name, value]) => [name, typeof value === 'number' && value < 100 ? 900 : value]),
    ),
  );

const openDialog = async (panel: Surface, door: string): Promise<void> => {
  await panel.click('button', 'More');
  await panel.click('button', door);
  await panel.find('dialog', /./u);
};

const closeDialog = async (panel: Surface): Promise<void> => {
  await panel.press('Escape');
  await until('the dialog to close', async () =>
    (await panel.tree()).some(({ role }) => role === 'dialog') ? undefined : true,
  );
};
