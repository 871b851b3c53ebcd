import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type Overlay, openPanel, openPopup, overlay, panel, type Surface, until } from '../e2e/surfaces.ts';
import { isWelcome, type Launched } from './browser.ts';
import { addressOf, places, refs } from './story.ts';
import type { World } from './world.ts';

/** Where the walk takes place. */
export interface Stage {
  readonly launched: Launched;
  readonly world: World;
  /** A browser into which Crosstie was just put: it has read nothing, and its first page is open. The same each time. */
  readonly fresh: () => Promise<Launched>;
}

export interface Station {
  /** Its picture's name, without number and ending. */
  readonly name: string;
  /** What can be seen there, for a reader of the list. */
  readonly shows: string;
  /** Pictured in the dark theme as well. */
  readonly dark?: true;
  /** Goes there and gives what is to be pictured. Throws where it cannot be reached. */
  readonly reach: (stage: Stage) => Promise<Picture>;
}

interface Picture extends Pick<Surface, 'screenshot'> {
  /** As a system in its dark theme, or in its light one. */
  readonly setDark: (dark: boolean) => Promise<void>;
}

/**
 * Walks from station to station and writes `01-<name>.png`, `02-…` into a folder, and `01-<name>-dark.png` where a
 * station is pictured in both themes. Throws at the first station that cannot be reached, naming it.
 */
export const walk = async (stage: Stage, folder: string, say: (line: string) => void): Promise<void> => {
  for (const [index, { name, shows, dark, reach }] of stations.entries()) {
    const file = join(folder, `${String(index + 1).padStart(2, '0')}-${name}.png`);
    try {
      const picture = await reach(stage);
      await take(picture, file);
      if (dark) {
        await picture.setDark(true);
        await take(picture, file.replace(/\.png$/u, '-dark.png'));
        await picture.setDark(false);
      }
    } catch (error) {
      throw new Error(
        `Station "${name}" (${shows}) was not reached: ${error instanceof Error ? error.message : error}`,
      );
    }
    say(`${file}  ${shows}`);
  }
};

const take = async (picture: Picture, file: string): Promise<void> => {
  await picture.screenshot(file);
  if (statSync(file).size < emptyPicture) throw new Error('The picture is empty');
};

/** Bytes: a picture of one colour is smaller. */
const emptyPicture = 4_000;

const board = `${places.jira}/jira/software/c/projects/${places.project}/boards/${places.board}`;
const list = `${places.asana}/1/${places.workspace}/project/${places.launch}/list`;

export const stations: readonly Station[] = [
  {
    name: 'welcome',
    shows: 'the page that opens after the install: where it may run, who you are, what it reads and never does',
    dark: true,
    reach: async ({ fresh }) => {
      const page = await welcomeIn(await fresh());
      await page.getByText('Allowed').first().waitFor();
      return pictureOf(page);
    },
  },
  {
    name: 'example',
    shows: 'the example: a filled panel with made-up items, marked as such',
    reach: async ({ fresh }) => {
      const page = await welcomeIn(await fresh());
      await page.getByRole('button', { name: 'See an example' }).click();
      await page.getByRole('heading', { name: 'Open the new shop' }).waitFor();
      return pictureOf(page);
    },
  },
  {
    name: 'popup-nothing-read',
    shows: 'the popup of a browser that has read nothing yet',
    dark: true,
    reach: async ({ fresh }) => {
      const launched = await fresh();
      // A page that names no item, so that nothing is read.
      await goIn(launched, `${places.github}/acme/api/issues/new`);
      const popup = await popupIn(launched);
      await popup.find('heading', 'Nothing read yet');
      await popup.find('link', 'My open work on GitHub');
      return themed(popup);
    },
  },
  {
    name: 'popup-not-known',
    shows: 'the popup after a board was read: nobody said yet which of its people is me',
    dark: true,
    reach: async ({ fresh }) => {
      const launched = await fresh();
      await goIn(launched, board);
      const popup = await popupIn(launched);
      await popup.find('button', 'Dana Reyes');
      return themed(popup);
    },
  },
  {
    name: 'popup-nothing-waits',
    shows: 'the popup where nothing waits on me in what was read, with how much that was',
    dark: true,
    reach: async ({ fresh }) => {
      const popup = await popupIn(await fresh());
      await popup.click('button', 'Dana Reyes');
      await popup.find('heading', /^Nothing waits on you in the/u);
      return themed(popup);
    },
  },
  {
    name: 'popup-new-place',
    shows: 'a repository that is new: it is asked about once, and nothing of it is kept until then',
    reach: async ({ fresh }) => {
      const launched = await fresh();
      await goIn(launched, `${places.github}/${refs.idempotency.replace('#', '/issues/')}`);
      const popup = await popupIn(launched);
      await popup.find('button', 'Never');
      return themed(popup);
    },
  },
  {
    name: 'jira-ticket',
    shows: 'the release ticket: what it waits on in GitHub and Jira, and that nobody owns it',
    reach: async (stage) => {
      // What the ticket waits on is kept from then on: it is linked with something of mine (K7).
      for (const ref of [refs.release, refs.idempotency, refs.signOff]) await read(stage, ref);
      const page = await open(stage, board);
      await open(stage, address(stage, refs.release));
      const drawn = await drawnIn(stage);
      await drawn.find('StaticText', 'blocked by');
      await drawn.find('StaticText', 'unowned');
      return pictureOf(page);
    },
  },
  {
    name: 'hover-card',
    shows: 'a card on the link to the GitHub issue',
    reach: async (stage) => {
      const page = pageOf(stage);
      await page.getByRole('link', { name: 'https://github.com/acme/api/issues/45' }).hover();
      await (await drawnIn(stage)).find('group', 'acme/api#45 in GitHub');
      return pictureOf(page);
    },
  },
  {
    name: 'panel-this-item',
    shows: 'the side panel beside the ticket, opened by a click on the strip',
    reach: async (stage) => {
      const { context, cdp } = stage.launched;
      await pageOf(stage).mouse.move(4, 400);
      await (await drawnIn(stage)).click('button', 'Open in the side panel');
      const surface = await panel(context, cdp);
      await surface.find('heading', 'Release checkout 2.0');
      await surface.find('link', 'Idempotency keys for the charge endpoint');
      return themed(surface);
    },
  },
  {
    name: 'jira-board',
    shows: 'marks on the board, at cards that have something to say',
    reach: async (stage) => {
      const page = await open(stage, board);
      await (await drawnIn(stage)).find('image', /Blocked by/u);
      return pictureOf(page);
    },
  },
  {
    name: 'panel-who-am-i',
    shows: 'the panel asks once who I am on each tool',
    reach: async (stage) => {
      for (const ref of [refs.pricePull, refs.coupon, refs.refunds, refs.supportAnswers, refs.announcement])
        await read(stage, ref);
      await open(stage, list);
      const surface = await panelOf(stage);
      await surface.click('button', 'Waiting');
      await surface.find('button', 'Dana Reyes');
      return themed(surface);
    },
  },
  {
    name: 'panel-waiting',
    shows: 'who waits on Dana, most pressing first, across the three tools',
    reach: async (stage) => {
      const surface = await panelOf(stage);
      await meOnEveryTool(surface);
      await surface.find('heading', /wait(s)? on you|waited for/u);
      return themed(surface);
    },
  },
  {
    name: 'github-issue-taken',
    shows: 'the unowned issue after one click: it is Dana’s now',
    reach: async (stage) => {
      const page = await open(stage, address(stage, refs.idempotency));
      const drawn = await drawnIn(stage);
      await drawn.click('button', 'I’ll take it');
      await drawn.find('StaticText', 'You own this');
      return pictureOf(page);
    },
  },
  {
    name: 'popup',
    shows: 'the popup: what is blocked on Dana',
    reach: async ({ launched: { context, cdp, extensionId } }) => {
      const popup = await openPopup(context, cdp, required(extensionId));
      await popup.find('link', 'Idempotency keys for the charge endpoint');
      return themed(popup);
    },
  },
  {
    name: 'github-dark',
    shows: 'the same issue in GitHub’s dark theme',
    reach: async (stage) => {
      const page = await open(stage, `${address(stage, refs.idempotency)}?theme=dark`);
      await (await drawnIn(stage)).find('StaticText', 'You own this');
      return pictureOf(page);
    },
  },
  {
    name: 'asana-task',
    shows: 'the sign-off in Asana that is due too late, and what waits on it',
    reach: async (stage) => {
      const page = await open(stage, address(stage, refs.signOff));
      await (await drawnIn(stage)).find('StaticText', /wait(s)? on this/u);
      return pictureOf(page);
    },
  },
  {
    name: 'asana-list',
    shows: 'marks in the list of the launch project',
    reach: async (stage) => {
      const page = await open(stage, list);
      await (await drawnIn(stage)).find('image', /wait(s)? on this|Blocked by/u);
      return pictureOf(page);
    },
  },
  {
    name: 'agent-pull-request',
    shows: 'a pull request made by an agent, for the issue that Dana took',
    reach: async (stage) => {
      const page = await open(stage, address(stage, refs.agentPull));
      await (await drawnIn(stage)).hosts();
      return pictureOf(page);
    },
  },
  {
    name: 'panel-circle',
    shows: 'two items that each wait on the other, and where the circle can be broken',
    reach: async (stage) => {
      await read(stage, refs.retryForm);
      await open(stage, address(stage, refs.retryPolicy));
      const surface = await panelOf(stage);
      await surface.click('button', 'This item');
      await surface.find('heading', 'These wait on each other in a circle');
      return themed(surface);
    },
  },
  {
    name: 'asana-same-work',
    shows: 'the task in Asana that is the same work as a ticket in Jira, and what both say',
    dark: true,
    reach: async (stage) => {
      await read(stage, refs.pricingPage);
      const page = await open(stage, address(stage, refs.pricingTwin));
      await (await drawnIn(stage)).find('link', /PAY-228/u);
      return pictureOf(page);
    },
  },
  {
    name: 'panel-same-work',
    shows: 'what saying that the two are the same work would change, before anything is said',
    dark: true,
    reach: async (stage) => {
      const surface = await panelOf(stage);
      const settle = await surface.find('button', 'Same work');
      await surface.click('button', 'Same work');
      await surface.find('button', 'They are the same work');
      await surface.send('DOM.scrollIntoViewIfNeeded', { backendNodeId: settle.id });
      return themed(surface);
    },
  },
  {
    name: 'panel-chain',
    shows: 'the release ticket’s chain over three tools, to what it all waits for',
    reach: async (stage) => {
      for (const ref of [refs.migration, refs.loadTest, 'PAY-229']) await read(stage, ref);
      await open(stage, address(stage, refs.release));
      const surface = await panelOf(stage);
      const heading = await surface.find('heading', 'The chain it waits for');
      await surface.send('DOM.scrollIntoViewIfNeeded', { backendNodeId: heading.id });
      return themed(surface);
    },
  },
  {
    name: 'panel-findings',
    shows: 'what needs a look and concerns Dana, grouped by what to do',
    dark: true,
    reach: async (stage) => {
      const surface = await panelOf(stage);
      await surface.click('button', /^Needs a look/u);
      await surface.find('button', /^All/u);
      return themed(surface);
    },
  },
  {
    name: 'panel-findings-all',
    shows: 'what needs a look in everything that was read, and what could not be checked',
    reach: async (stage) => {
      const surface = await panelOf(stage);
      await surface.click('button', /^All/u);
      await surface.find('heading', /can begin|Read again|Ask|Find an owner/u);
      return themed(surface);
    },
  },
  {
    name: 'jira-ticket-later',
    shows: 'the release ticket after the issue was closed in GitHub',
    reach: async (stage) => {
      stage.world.change(refs.idempotency, { state: 'closed' });
      await read(stage, refs.idempotency);
      const page = await open(stage, `${address(stage, refs.release)}?theme=light`);
      const drawn = await drawnIn(stage);
      await drawn.find('link', 'PAY-230');
      return pictureOf(page);
    },
  },
  {
    name: 'options',
    shows: 'the options: who I am, sites, places, working week, what is kept how long, files, deletion',
    dark: true,
    reach: async ({ launched: { context, extensionId } }) => {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${required(extensionId)}/options.html`);
      await page.getByRole('heading', { name: 'Me and my teams' }).waitFor();
      await page.getByText('acme/web').first().waitFor();
      return pictureOf(page, true);
    },
  },
];

const pageOf = ({ launched: { context } }: Stage): Page => required(context.pages()[0]);

const address = ({ world }: Stage, ref: string): string => addressOf(required(world.find(ref)));

const drawnIn = (stage: Stage): Promise<Overlay> => overlay(stage.launched.context, pageOf(stage));

/** The panel that was opened before, or a new one. */
const panelOf = async (stage: Stage): Promise<Surface> => {
  const { context, cdp, worker } = stage.launched;
  return openPanel(context, cdp, required(worker), pageOf(stage));
};

const pictureOf = (page: Page, fullPage = false): Picture => ({
  screenshot: async (path) => {
    await page.screenshot({ path, fullPage });
  },
  setDark: (dark) => page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' }),
});

const themed = (surface: Surface): Picture => ({
  screenshot: surface.screenshot,
  setDark: async (dark) => {
    const value = dark ? 'dark' : 'light';
    await surface.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] });
  },
});

const welcomeIn = ({ context }: Launched): Promise<Page> =>
  until('the welcome page', async () => context.pages().find(isWelcome));

/** Closes the first page: on a screen a popup beside it loses the focus to it, and closes. */
const goIn = async ({ context }: Launched, address: string): Promise<void> => {
  const page = required(context.pages().find((one) => !isWelcome(one)));
  await page.bringToFront();
  await context.pages().find(isWelcome)?.close();
  await page.goto(address);
};

/** The popup anew: one that is open closes with the click. */
const popupIn = async ({ context, cdp, extensionId }: Launched): Promise<Surface> => {
  const { targetInfos } = await cdp.send('Target.getTargets');
  for (const { targetId, url } of targetInfos)
    if (url.endsWith('/popup.html')) await cdp.send('Target.closeTarget', { targetId });
  return openPopup(context, cdp, required(extensionId));
};

/** Opens a page and stays as long as somebody who reads its title, so that the extension has read it too. */
const open = async (stage: Stage, to: string): Promise<Page> => {
  const page = pageOf(stage);
  await page.goto(to);
  const leave = Date.now() + 1_200;
  await until('a glance at the page', async () => (Date.now() > leave ? true : undefined));
  return page;
};

const read = (stage: Stage, ref: string): Promise<Page> => open(stage, address(stage, ref));

/** Answers "Which of these are you on …?" until it is asked no more. */
const meOnEveryTool = async (surface: Surface): Promise<void> => {
  const asked = async (): Promise<number> =>
    (await surface.tree()).filter(({ role, name }) => role === 'button' && name === 'Dana Reyes').length;
  for (let left = await asked(); left > 0; left = await asked()) {
    const before = left;
    await surface.click('button', 'Dana Reyes');
    await until('the answer to be taken', async () => ((await asked()) < before ? true : undefined));
  }
};

const required = <Value>(value: Value | undefined): Value => {
  if (value === undefined) throw new Error('The walk has lost its way');
  return value;
};
