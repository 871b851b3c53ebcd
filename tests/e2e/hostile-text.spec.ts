import type { Page } from '@playwright/test';
import { places, refs } from '../demo/story.ts';
import { createWorld, type Item, type Person, type World } from '../demo/world.ts';
import { type DrawnElement, drawnIn } from './attacker.ts';
import { test as base, expect } from './fixtures.ts';
import { hostileTexts } from './hostile-text.ts';
import { closePopup, pageOf, says } from './saying.ts';
import { type Surface, until } from './surfaces.ts';

/** An issue that waits on every hostile task. */
const waiter = 'acme/web#19';

const gidOf = (index: number): string => `12090000000${String(10_000 + index)}`;
const addressOf = (index: number): string => `${places.asana}/0/${places.launch}/${gidOf(index)}`;

/** The story, with a task for each hostile text: as its title, and as the name of who has it. */
const hostileWorld = (): World => {
  const story = createWorld();
  const someone = story.items().find(({ tool }) => tool === 'asana');
  if (someone?.tool !== 'asana') throw new Error('The story has no task');
  const tasks: readonly Item[] = hostileTexts.map((text, index) => {
    const name: Person = { name: text, login: `user-${index}`, account: `account-${index}`, initials: 'XX', colour: 1 };
    return {
      ...someone,
      ref: gidOf(index),
      title: text,
      assignee: name,
      section: 'Launch',
      text: '',
      comments: [],
      state: 'open',
    };
  });
  let issue = '';
  const reworded = (item: Item): Item =>
    item.ref === waiter && item.tool === 'github'
      ? {
          ...item,
          text: tasks.map((_, index) => `Blocked by ${addressOf(index)}`).join('\n\n'),
          labels: hostileTexts.slice(0, 8),
        }
      : item.ref === refs.idempotency && item.tool === 'github'
        ? { ...item, text: issue, blockedBy: [] }
        : item;
  return {
    ...story,
    items: () => [...story.items().map(reworded), ...tasks],
    find: (ref) => {
      const found = tasks.find((task) => task.ref === ref) ?? story.find(ref);
      return found && reworded(found);
    },
    change: (ref, change) => {
      if (ref === refs.idempotency && change.text !== undefined) issue = change.text;
      else story.change(ref, change);
    },
  };
};

const test = base.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are needed.
  world: async ({}, use) => {
    await use(hostileWorld());
  },
});

/** Writes down in a page or panel what must not happen there. */
const watch = (): void => {
  const happened: string[] = [];
  Object.assign(globalThis, { happened });
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
    happened.push(`${violatedDirective} ${blockedURI} ${sample}`),
  );
  for (const name of ['alert', 'confirm', 'prompt', 'open'])
    Object.assign(globalThis, { [name]: () => happened.push(name) });
};

const happenedIn = (where: {
  evaluate(run: () => readonly string[]): Promise<readonly string[]>;
}): Promise<readonly string[]> => where.evaluate(() => Reflect.get(globalThis, 'happened') as readonly string[]);

/** Elements that Crosstie itself makes. */
const own = new Set([
  ...[
    'html',
    'head',
    'body',
    'meta',
    'title',
    'link',
    'script',
    'div',
    'span',
    'p',
    'a',
    'b',
    'bdi',
    'button',
    'ul',
    'ol',
  ],
  ...[
    'li',
    'svg',
    'path',
    'circle',
    'rect',
    'g',
    'line',
    'polyline',
    'header',
    'main',
    'nav',
    'section',
    'h1',
    'h2',
    'h3',
  ],
  ...['form', 'label', 'input', 'select', 'option', 'dl', 'dt', 'dd', 'time', 'dialog', 'fieldset', 'legend', 'footer'],
  ...['details', 'summary', 'textarea', 'article', 'aside', 'hr', 'kbd', 'output', 'strong', 'em', 'small', 'table'],
]);

const suspects = (elements: readonly DrawnElement[]): readonly DrawnElement[] =>
  elements.filter(
    ({ name, attributes }) =>
      !own.has(name) ||
      Object.keys(attributes).some((attribute) => attribute.startsWith('on') || attribute === 'srcdoc') ||
      ['href', 'src', 'action', 'data', 'xlink:href'].some((attribute) =>
        /^\s*(?:javascript|data):|evil/iu.test(attributes[attribute] ?? ''),
      ),
  );

const elementsOf = (surface: Surface): Promise<readonly DrawnElement[]> =>
  surface.evaluate(() =>
    [...document.querySelectorAll('*')].map(({ localName, attributes }) => ({
      name: localName,
      attributes: Object.fromEntries([...attributes].map(({ name, value }) => [name, value])),
    })),
  );

/** Everything that is said, without the white space that lines have and markup has not. */
const squeezed = (text: string): string => text.replace(/[\s\u2066-\u2069\u200b-\u200f]+/gu, '');

/** As much of it as is shown where room is short. */
const beginningOf = (text: string): string => squeezed(text).slice(0, 30);

const visit = async (page: Page, address: string): Promise<void> => {
  await page.goto(address);
  await page.waitForLoadState('load');
};

test('[P2] [T3] hostile titles and names stand in panel and popup as they were written', async ({
  page,
  world,
  panelBeside,
  openedPopup,
}) => {
  test.slow();
  expect(hostileTexts.length).toBeGreaterThanOrEqual(30);
  await visit(page, pageOf(world, waiter));
  const panel = await panelBeside(page);
  await panel.evaluate(watch);
  await says(panel, 'Focus jumps to the top');

  for (const [index, title] of hostileTexts.entries()) {
    await visit(page, `${places.asana}/1/${places.workspace}/project/${places.launch}/task/${gidOf(index)}`);
    // The list beside the task gives its title, the task itself who has it as well.
    await until(title, async () =>
      squeezed(await panel.text()).split(beginningOf(title)).length > 2 ? true : undefined,
    );
  }
  await visit(page, pageOf(world, waiter));
  await says(panel, 'Focus jumps to the top');
  await expectAllIn('panel', panel);

  // All of them are me, and so every task is a row of mine.
  await panel.evaluate(async (names) => {
    for (const name of names)
      await chrome.runtime.sendMessage({
        crosstie: 'me.add',
        request: { account: { tool: 'asana', site: 'asana', name } },
      });
  }, hostileTexts);
  const popup = await openedPopup();
  await popup.evaluate(watch);
  await expectAllIn('popup', popup);
  await closePopup(popup);
});

/** Every hostile text is said there, and is nothing but text. */
const expectAllIn = async (name: string, surface: Surface): Promise<void> => {
  const missing = async (): Promise<readonly string[]> => {
    const text = squeezed(await surface.text());
    return hostileTexts.filter((title) => !text.includes(beginningOf(title)));
  };
  await expect.poll(missing, name).toEqual([]);
  const elements = await elementsOf(surface);
  expect(elements.length).toBeGreaterThan(50);
  expect(suspects(elements)).toEqual([]);
  expect(await happenedIn(surface)).toEqual([]);
};

test('[P2] [T3] hostile titles stand in the strip and in the card as they were written', async ({
  context,
  page,
  world,
  overlayOf,
}) => {
  test.slow();
  await page.addInitScript(watch);
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const violations = new Set<string>();
  for (const [index, text] of hostileTexts.entries()) {
    await test.step(text, async () => {
      world.change(refs.idempotency, { text: `Blocked by ${addressOf(index)}` });
      await visit(page, `${places.asana}/1/${places.workspace}/project/${places.launch}/task/${gidOf(index)}`);
      await (await overlayOf(page)).find('button', /panel/u);
      await visit(page, pageOf(world, refs.idempotency));
      const overlay = await overlayOf(page);
      // The page draws its head again with what it asked for later, and the strip is put back.
      await expect(page.getByTestId('sidebar-relationships-section')).toHaveCount(1);
      await overlay.find('link', text.slice(0, 30).trim());
      await page
        .getByTestId('issue-body')
        .getByRole('link', { name: addressOf(index) })
        .hover();
      await overlay.find('group', /Asana/u);
      const said = squeezed(await overlay.text());
      expect(said.split(beginningOf(text)).length, said).toBeGreaterThan(2);
      const drawn = await drawnIn(context, page);
      expect(drawn.length).toBeGreaterThan(10);
      expect(suspects(drawn)).toEqual([]);
      for (const violation of await happenedIn(page)) violations.add(violation);
    });
  }
  expect([...violations]).toEqual([]);
  expect(dialogs).toEqual([]);
});

test('[T3] every menu and dialog of the panel opens under the shipped policy without a violation', async ({
  page,
  world,
  panelBeside,
}) => {
  await page.goto(pageOf(world, refs.release));
  const panel = await panelBeside(page);
  await panel.evaluate(watch);
  await says(panel, 'Release checkout 2.0');
  const policy = await panel.evaluate(() => {
    // The watch itself works: what the policy forbids is noticed.
    const style = document.createElement('style');
    style.textContent = 'body{}';
    document.head.append(style);
    style.remove();
    return new Promise<string>((seen) => {
      const look = (): void => {
        const [first] = Reflect.get(globalThis, 'happened') as string[];
        if (first === undefined) requestAnimationFrame(look);
        else seen((Reflect.get(globalThis, 'happened') as string[]).splice(0)[0] ?? '');
      };
      look();
    });
  });
  expect(policy).toContain('style-src');
  let opened = 0;
  for (const entry of ['Who I am', 'Keys', 'Restore my backup', 'Add a colleague']) {
    await panel.click('button', 'More');
    await panel.click('button', entry);
    await panel.find('dialog', /./u);
    opened += 1;
    await panel.press('Escape');
    await expect.poll(async () => (await panel.tree()).some(({ role }) => role === 'dialog')).toBe(false);
  }
  // Everything else that opens something in place.
  const expanders = await panel.evaluate(() =>
    [...document.querySelectorAll('[aria-expanded="false"], [aria-haspopup], summary')].map(
      (element) => element.getAttribute('aria-label') ?? element.textContent ?? '',
    ),
  );
  for (const name of expanders.filter((label) => label !== '')) {
    await panel.click(await roleOf(panel, name), name);
    opened += 1;
    await panel.press('Escape');
  }
  await panel.click('combobox', 'This waits on');
  await panel.type('PAY');
  await panel.press('Escape');
  await panel.click('button', /Waiting/u);
  await panel.click('button', /This item/u);
  expect(opened).toBeGreaterThanOrEqual(5);
  expect(await happenedIn(panel)).toEqual([]);
});

const roleOf = async (panel: Surface, name: string): Promise<string> =>
  (await panel.tree()).find(
    (node) => node.name.includes(name) && ['button', 'combobox', 'DisclosureTriangle', 'link'].includes(node.role),
  )?.role ?? 'button';
