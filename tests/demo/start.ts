import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findOrInstallBrowser, howToInstall, type Launched, type LaunchOptions, launch } from './browser.ts';
import { buildExtension, extensionFolder } from './build.ts';
import { lookAlikes } from './pages/index.ts';
import { startDemoServer } from './server.ts';
import { addressOf, places, refs } from './story.ts';
import { walk } from './walk.ts';
import { createWorld } from './world.ts';

/*
 * `npm start`: the extension in a browser of its own, on a made-up world of the three tools.
 * `npm start -- --headless --pictures DIR`: walks through the story without a display and writes a picture of each
 * station.
 */

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: { headless: { type: 'boolean', default: false }, pictures: { type: 'string' } },
  });
  if (values.headless && values.pictures === undefined)
    return fail('Without a display there is nothing to see: add --pictures DIR for a picture of each station.');

  if (!values.headless && !hasDisplay())
    return fail('There is no display here. Pictures can be had without one: npm start -- --headless --pictures DIR');

  const browser = findOrInstallBrowser(say);
  if (browser === undefined)
    return fail(`No browser of the Chromium family is here. This installs one:\n\n  ${howToInstall()}`);

  say('Building the extension…');
  buildExtension();
  const world = createWorld();
  const server = await startDemoServer({ world });
  const options: LaunchOptions = {
    ...server,
    browser,
    extension: extensionFolder,
    headless: values.headless,
    hosts: lookAlikes.map(({ host }) => host),
  };
  const open: Launched[] = [];
  const launchOne = async (more: Partial<LaunchOptions> = {}): Promise<Launched> => {
    const launched = await launch({ ...options, ...more });
    open.push(launched);
    return launched;
  };
  const closeAll = async (): Promise<void> => {
    for (const { close } of open.splice(0)) await close();
    await server.close();
  };

  try {
    const launched = await launchOne();
    if (values.pictures !== undefined) {
      const folder = resolve(values.pictures);
      mkdirSync(folder, { recursive: true });
      let fresh: Promise<Launched> | undefined;
      await walk({ launched, world, fresh: () => (fresh ??= launchOne({ welcome: 'keep' })) }, folder, say);
    } else {
      await openStory(launched);
      say(whatToDo);
      await closedOrStopped(launched);
    }
  } finally {
    await closeAll();
  }
};

const openStory = async ({ context }: Launched): Promise<void> => {
  const world = createWorld();
  const addresses = [
    ...[refs.release, refs.idempotency, refs.signOff].flatMap((ref) => world.find(ref) ?? []).map(addressOf),
    `${places.jira}/jira/software/c/projects/${places.project}/boards/${places.board}`,
    `${places.github}/pulls/review-requested`,
  ];
  for (const [index, address] of addresses.entries()) {
    const page = index === 0 ? context.pages()[0] : undefined;
    await (page ?? (await context.newPage())).goto(address);
  }
  await context.pages()[0]?.bringToFront();
};

const whatToDo = `
The browser is open on a made-up world. You are Dana Reyes, and checkout 2.0 goes out in eight days.

  1. First tab: the release ticket. The line under its title says what it waits on; click it for the side panel.
  2. Second tab: nobody owns the issue it waits on. Click “I’ll take it”.
  3. The toolbar button of Crosstie shows who waits on you. Say there which person you are.

Close the browser, or press Ctrl+C here. Nothing of it is kept.`;

const closedOrStopped = ({ context }: Launched): Promise<void> =>
  new Promise((done) => {
    context.once('close', () => done());
    process.once('SIGINT', () => done());
    process.once('SIGTERM', () => done());
  });

const hasDisplay = (): boolean =>
  process.platform !== 'linux' || 'DISPLAY' in process.env || 'WAYLAND_DISPLAY' in process.env;

const say = (line: string): void => console.log(line);

const fail = (line: string): void => {
  console.error(line);
  process.exitCode = 1;
};

main().catch((error: unknown) => fail(error instanceof Error ? error.message : String(error)));
