import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page, Worker } from '@playwright/test';
import { findBrowser, launch } from '../demo/browser.ts';
import { extensionFolder } from '../demo/build.ts';
import { claimPlaces, storyPlaces } from '../demo/claim.ts';
import { startDemoServer } from '../demo/server.ts';
import { places, refs } from '../demo/story.ts';
import { createWorld } from '../demo/world.ts';
import {
  contentScriptNames,
  contentWorld,
  drawnIn,
  hasContentWorld,
  listenInBackground,
  messageNames,
  type Row,
  type Stored,
  settled,
  statedOf,
  stored,
} from './attacker.ts';
import { expect, test } from './fixtures.ts';
import { pageOf, says } from './saying.ts';
import { until } from './surfaces.ts';

/** An issue on GitHub that waits and that nobody has: its strip offers "I'll take it". */
const unowned = refs.idempotency;
const unownedKey = 'github:github.com:acme/api#45';

const titles = ({ items = [] }: Stored): readonly (readonly [key: unknown, title: unknown])[] =>
  items.map(({ key, facts }) => [key, (facts as { title?: { value?: unknown } } | undefined)?.title?.value]);

const keys = ({ items = [] }: Stored): readonly unknown[] => items.map(({ key }: Row) => key);

test('[T1] a page that forges items writes about its own address only', async ({ page, world, worker, overlayOf }) => {
  // It rewrites itself before the extension reads it.
  await page.addInitScript(() => {
    document.addEventListener('DOMContentLoaded', () => {
      const body = document.querySelector('[data-testid="markdown-body"]');
      const forged = (strings: TemplateStringsArray): void =>
        body?.append(document.createRange().createContextualFragment(strings.join('')));
      forged`<h1 data-component="PH_Title"><bdi data-testid="issue-title">Forged title</bdi> <span>#46</span></h1>
        <span data-testid="header-state" data-status="issueClosed">Closed</span>
        <h1 hidden><bdi data-testid="issue-title">Hidden title</bdi><span>#45</span></h1>
        <ul data-listview-component="items-list"><li role="listitem"><h3><a data-testid="issue-pr-title-link" href="/acme/api/issues/46">Forged row</a></h3></li></ul>
        <script type="application/json" data-target="react-app.embeddedData">{"payload":{"preloadedQueries":[{"result":{"data":{"repository":{"issue":{"number":45,"title":"Forged JSON","state":"CLOSED"}}}}}]}}</script>
        <p>Blocked by <a href="https://github.com.evil.tld/acme/api/issues/901">one</a>,
        <a href="https://github.com@evil.tld/acme/api/issues/902">two</a>,
        <a href="https://evil.tld/github.com/acme/api/issues/903">three</a>,
        <a href="https://github.com.:443@evil.tld/acme/api/issues/904">four</a>,
        <a href="https://gіthub.com/acme/api/issues/905">five</a>,
        <a href="https://acme.atlassian.net.evil.tld/browse/PAY-906">six</a>,
        <a href="https://app.asana.com.evil.tld/0/0/1204000000000907">seven</a></p>`;
    });
  });
  await page.goto(pageOf(world, refs.idempotency));
  await says(await overlayOf(page), 'waits on');
  await expect(page.getByText('Forged title')).toHaveCount(1);

  const known = await stored(worker);
  expect(titles(known)).toContainEqual(['github:github.com:acme/api#45', 'Idempotency keys for the charge endpoint']);
  expect(JSON.stringify(titles(known))).not.toMatch(/Forged|Hidden/u);
  // Nothing names an item on a host that only looks like one.
  const named = JSON.stringify([known['items'], known['links']]).match(/"(?:github|jira|asana):[^"]+"/gu) ?? [];
  expect(named).toContain('"asana:1204000000001204"');
  // A ticket's address may stand on any host, each of which is a site of its own.
  const elsewhere = '"jira:acme.atlassian.net.evil.tld:PAY-906"';
  expect(named.filter((key) => /evil|xn--|90\d/u.test(key) && key !== elsewhere)).toEqual([]);
});

test('[T4] addresses that would run or leave the web never become links', async ({
  context,
  page,
  world,
  worker,
  panelBeside,
  overlayOf,
}) => {
  const evil = [
    'javascript:pwned("https://github.com/acme/api/issues/46")',
    'JaVaScRiPt:pwned()//github.com/acme/api/issues/46',
    ' javascript:pwned()',
    'java\nscript:pwned()',
    'data:text/html,<script>pwned()</script>',
    'file:///etc/passwd',
    'chrome-extension://abcdefghijklmnop/acme/api/issues/46',
    'blob:https://github.com/acme/api/issues/46',
    'https://github.com@evil.tld/acme/api/issues/46',
    'https://user:word@evil.tld/',
  ];
  await page.addInitScript((hrefs) => {
    document.addEventListener('DOMContentLoaded', () => {
      for (const href of hrefs) {
        const link = document.createElement('a');
        link.setAttribute('href', href);
        link.textContent = href;
        const line = document.createElement('p');
        line.append('Blocked by ', link);
        document.querySelector('[data-testid="markdown-body"]')?.append(line);
      }
    });
  }, evil);
  await page.goto(pageOf(world, refs.idempotency));
  const strip = await overlayOf(page);
  await says(strip, 'waits on');
  const panel = await panelBeside(page);
  await says(panel, 'Idempotency keys');

  // A key that spells such an address, stated past the page, is stored as a name at most and leads nowhere.
  const keys = [
    'javascript:x:pwned()',
    'github:javascript:alert(1)#1',
    'data:text:html,x',
    'github:github.com@evil.tld:a/b#1',
  ];
  for (const blocker of [...keys, ...evil])
    await panel.evaluate(
      (change) =>
        chrome.runtime.sendMessage({ crosstie: 'change.write', request: { operation: crypto.randomUUID(), change } }),
      { type: 'add-dependency', blocker, blocked: unownedKey },
    );
  await page.reload();
  // The page draws its head again; with it the strip goes, and is put back.
  await settled(page, worker);
  await says(strip, 'waits on');
  await says(panel, 'a/b#1');

  const hrefs = await panel.evaluate(() => [...document.querySelectorAll('a')].map((link) => link.href));
  expect(hrefs.length).toBeGreaterThan(2);
  for (const href of hrefs) expect(href).toMatch(/^https:\/\/(?:github\.com|acme\.atlassian\.net|app\.asana\.com)\//u);
  const linked = await until('a link in what is drawn on the page', async () => {
    const drawn = await drawnIn(context, page);
    const found = drawn.flatMap(({ attributes: { href } }) => (href === undefined ? [] : [href]));
    return found.length > 0 ? found : undefined;
  });
  for (const href of linked) expect(href).toMatch(/^https:\/\/(?:github\.com|acme\.atlassian\.net|app\.asana\.com)\//u);
  // In what was read they stand as words of the description at most.
  expect(JSON.stringify((await stored(worker))['links'])).not.toMatch(/evil|passwd|pwned|text:html/u);
});

test.describe('[P3] [T5] what is known of another tool’s item stands in the page, and the page cannot read it', () => {
  const secret = 'Sentinel quixotic zebra';

  test('[T5] by its document, styles, events and points', async ({ page, world, overlayOf }) => {
    world.change(refs.signOff, { title: secret });
    await page.goto(pageOf(world, refs.signOff));
    await (await overlayOf(page)).find('button', /panel/u);
    await page.addInitScript(() => {
      const seen: unknown[] = [];
      Object.assign(window, { seen });
      for (const name of [
        'click',
        'pointerover',
        'mouseover',
        'focusin',
        'copy',
        'selectionchange',
        'toggle',
        'slotchange',
      ])
        document.addEventListener(
          name,
          (event) => seen.push(...event.composedPath().map((at) => (at instanceof Element ? at.outerHTML : ''))),
          true,
        );
      new MutationObserver((changes) =>
        seen.push(...changes.flatMap(({ addedNodes }) => [...addedNodes].map((node) => node.textContent))),
      ).observe(document, { subtree: true, childList: true });
      window.addEventListener('message', ({ data }) => seen.push(JSON.stringify(data)));
    });
    await page.goto(pageOf(world, refs.idempotency));
    const strip = await overlayOf(page);
    await says(strip, secret, 'Mei Lin');
    await strip.hover('link', secret);

    const found = await page.evaluate(() => {
      const roots: Node[] = [document];
      const texts: string[] = [];
      for (let root = roots.pop(); root !== undefined; root = roots.pop()) {
        texts.push(root.textContent ?? '');
        for (const element of (root as ParentNode).querySelectorAll('*')) {
          if (element.shadowRoot !== null) roots.push(element.shadowRoot);
          const { content, quotes } = getComputedStyle(element);
          texts.push(content, quotes, getComputedStyle(element, '::before').content, element.innerHTML);
          for (const { name, value } of element.attributes) texts.push(`${name}=${value}`);
        }
      }
      for (let x = 4; x < innerWidth; x += 16)
        for (let y = 4; y < innerHeight; y += 8) {
          for (const element of document.elementsFromPoint(x, y)) texts.push(element.textContent ?? '');
          texts.push(document.caretRangeFromPoint(x, y)?.startContainer.textContent ?? '');
        }
      const root = document.documentElement;
      texts.push(root.outerHTML, String(Reflect.get(root, 'innerText')), document.title);
      texts.push((root as Element & { getHTML(options: object): string }).getHTML({ serializableShadowRoots: true }));
      texts.push(new XMLSerializer().serializeToString(document));
      texts.push(JSON.stringify(performance.getEntries()), JSON.stringify({ ...localStorage, ...sessionStorage }));
      for (const sheet of [...document.styleSheets, ...document.adoptedStyleSheets])
        texts.push([...sheet.cssRules].map(({ cssText }) => cssText).join());
      document.execCommand('selectAll');
      texts.push(String(getSelection()));
      texts.push(...(window as unknown as { seen: unknown[] }).seen.map(String));
      return { looked: texts.length, all: texts.join('\n') };
    });
    expect(found.looked).toBeGreaterThan(2_000);
    expect(found.all).toContain('Idempotency keys');
    for (const word of ['quixotic', 'zebra', 'Mei Lin', 'Nobody owns']) expect(found.all).not.toContain(word);
  });

  test('[T5] by searching its text, and by selecting what was found', async ({ page, world, overlayOf }) => {
    world.change(refs.signOff, { title: secret });
    await page.goto(pageOf(world, refs.signOff));
    await (await overlayOf(page)).find('button', /panel/u);
    await page.goto(pageOf(world, refs.idempotency));
    await says(await overlayOf(page), secret);
    const search = (word: string): Promise<readonly [boolean, string]> =>
      page.evaluate((wanted) => {
        getSelection()?.removeAllRanges();
        const find = Reflect.get(window, 'find') as (...args: unknown[]) => boolean;
        const found = find.call(window, wanted, false, false, true);
        getSelection()?.modify('extend', 'forward', 'line');
        return [found, String(getSelection())] as const;
      }, word);
    expect((await search('Idempotency'))[0]).toBe(true);
    for (const word of ['quixotic', 'zebra', 'Mei Lin']) expect(await search(word)).toEqual([false, '']);
  });

  test('[T5] by making our elements its own', async ({ page, world, overlayOf }) => {
    world.change(refs.signOff, { title: secret });
    await page.goto(pageOf(world, refs.signOff));
    await (await overlayOf(page)).find('button', /panel/u);
    // A custom element may ask for its own closed root: whatever strange name appears is defined at once.
    await page.addInitScript(() => {
      const inner: (ShadowRoot | null)[] = [];
      const asked: ElementInternals[] = [];
      Object.assign(window, {
        read: () => [...asked.map(({ shadowRoot }) => shadowRoot), ...inner].map((root) => root?.textContent ?? ''),
      });
      new MutationObserver(() => {
        for (const { localName } of document.querySelectorAll('*')) {
          if (!localName.includes('-') || customElements.get(localName) !== undefined) continue;
          customElements.define(
            localName,
            class extends HTMLElement {
              constructor() {
                super();
                asked.push(this.attachInternals());
              }
            },
          );
        }
      }).observe(document, { subtree: true, childList: true });
    });
    await page.goto(pageOf(world, refs.idempotency));
    const strip = await overlayOf(page);
    await says(strip, secret);
    const read = (): Promise<string> => page.evaluate(() => (window as unknown as { read(): string[] }).read().join());
    expect(await read()).not.toContain(secret);

    // Made anew, for a page that knows its name by now.
    const before = (await strip.hosts()).map(({ id }) => id);
    await dropStrip(page);
    await until('a new strip', async () =>
      (await strip.hosts()).some(({ id }) => !before.includes(id)) ? true : undefined,
    );
    await says(strip, secret);
    expect(await read()).not.toContain(secret);
  });

  test('[T5] by fonts that tell which letters they were asked for', async ({ page, world, overlayOf }) => {
    world.change(refs.signOff, { title: secret });
    await page.goto(pageOf(world, refs.signOff));
    await (await overlayOf(page)).find('button', /panel/u);
    await page.addInitScript(() => {
      document.addEventListener('DOMContentLoaded', () => {
        const families = ['system-ui', 'Segoe UI', 'Roboto', 'Helvetica Neue', 'Noto Sans', 'Liberation Sans', 'Arial'];
        const sheet = new CSSStyleSheet();
        for (const family of [...families.map((name) => `"${name}"`), 'system-ui', 'sans-serif', '"page\'s own"'])
          sheet.insertRule(`@font-face{font-family:${family};src:url(/favicon.ico);unicode-range:U+7A}`);
        document.adoptedStyleSheets = [sheet];
        const control = document.createElement('p');
        control.style.fontFamily = '"page\'s own"';
        control.textContent = 'z';
        document.body.append(control);
        // Of the page, nothing but the control is drawn with a letter that is asked for.
      });
    });
    await page.goto(pageOf(world, refs.idempotency));
    await says(await overlayOf(page), secret);
    const asked = (): Promise<readonly string[]> =>
      page.evaluate(() => [...document.fonts].flatMap(({ family, status }) => (status === 'unloaded' ? [] : [family])));
    await expect.poll(asked).not.toEqual([]);
    expect(await asked()).toEqual(["page's own"]);
  });
});

test.describe('[T6] a page cannot switch it off', () => {
  test('[T6] by the framework’s own event', async ({ context, page, world, worker, extensionId, overlayOf }) => {
    await page.goto(pageOf(world, unowned));
    const strip = await overlayOf(page);
    await settled(page, worker);
    await says(strip, 'Nobody owns this');
    const hosts = await strip.hosts();
    await page.evaluate(
      ({ id, names }) => {
        for (const name of names)
          for (const event of [
            `${id}:${name}:wxt:content-script-started`,
            'wxt:content-script-started',
            'wxt:locationchange',
          ])
            for (const target of [document, window])
              target.dispatchEvent(
                new CustomEvent(event, { detail: { contentScriptName: name, messageId: 'evil' }, bubbles: true }),
              );
        for (const name of names)
          window.postMessage(
            { type: `${id}:${name}:wxt:content-script-started`, contentScriptName: name, messageId: 'evil' },
            '*',
          );
      },
      { id: extensionId, names: contentScriptNames() },
    );
    const inPage = await contentWorld(context, page, extensionId);
    await inPage.send({ crosstie: 'page.cards', request: { address: page.url(), keys: [], isPublic: false } });
    // A mark may have come meanwhile; nothing that was there is gone.
    expect(await strip.hosts()).toEqual(expect.arrayContaining([...hosts]));
    // And it still lives: what is made anew is drawn anew.
    await strip.click('button', 'take it');
    await says(strip, 'You own this');
  });

  test('[T6] by taking its elements out: put back five times, then it gives up and is quiet', async ({
    page,
    world,
    worker,
    overlayOf,
  }) => {
    // A page that draws itself once.
    await page.goto(pageOf(world, refs.release));
    const strip = await overlayOf(page);
    await says(strip, 'Assigned to');
    for (let round = 1; round <= 5; round += 1) {
      await dropStrip(page);
      await says(strip, 'Assigned to');
    }
    await dropStrip(page);
    // What the page says is still read.
    await page.evaluate(() => {
      const title = document.querySelector('h1');
      if (title !== null) title.textContent = 'Read after all';
    });
    await expect.poll(async () => JSON.stringify(titles(await stored(worker)))).toContain('Read after all');
    expect(await strip.text()).toBe('');
    // The next page begins anew.
    await page.goto(pageOf(world, refs.idempotency));
    await says(await overlayOf(page), 'Nobody owns this');
  });
});

/** Takes out whatever the document did not bring itself, as a page does that cleans up after others. */
const dropStrip = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const before = document.querySelectorAll('main *').length;
    for (const element of document.querySelectorAll('main *')) {
      const empty = element.childNodes.length === 0 && element.attributes.length === 0;
      const { height } = element.getBoundingClientRect();
      if (empty && element.localName !== 'br' && height < 80) element.remove();
    }
    if (document.querySelectorAll('main *').length === before) throw new Error('There was nothing to take out');
  });

test.describe('[T7] nobody but a person who sees it can write', () => {
  test('[T7] clicks that a script makes do nothing', async ({
    context,
    page,
    world,
    worker,
    extensionId,
    overlayOf,
  }) => {
    await page.goto(pageOf(world, unowned));
    const strip = await overlayOf(page);
    await settled(page, worker);
    await says(strip, 'Nobody owns this', 'take it');
    const heard = await listenInBackground(worker);
    const clicks = await page.evaluate(() => {
      let made = 0;
      for (const element of document.querySelectorAll<HTMLElement>('*')) {
        if (element.childNodes.length > 0 || element.attributes.length > 0) continue;
        const { left, right, top, bottom } = element.getBoundingClientRect();
        for (let x = left; x < right; x += 12)
          for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'keydown']) {
            const at = { clientX: x, clientY: (top + bottom) / 2, bubbles: true, composed: true, detail: 1 };
            element.dispatchEvent(
              type === 'keydown'
                ? new KeyboardEvent(type, { key: 'Enter', bubbles: true, composed: true })
                : new MouseEvent(type, at),
            );
            made += 1;
          }
        element.click();
      }
      return made;
    });
    expect(clicks).toBeGreaterThan(100);
    const inPage = await contentWorld(context, page, extensionId);
    await inPage.send({ crosstie: 'nothing.at-all' });
    const names = (await heard()).map(({ name }) => name);
    expect(names).toContain('nothing.at-all');
    expect(names.filter((name) => name === 'page.propose' || name === 'panel.open')).toEqual([]);
    expect((await stored(worker))['history']).toEqual([]);
  });

  const baits: { readonly [how: string]: () => void } = {
    'the whole page made transparent': () => document.documentElement.style.setProperty('opacity', '0.01'),
    'its place made transparent by a filter': () => document.body.style.setProperty('filter', 'opacity(0)'),
    'something laid over it that lets clicks through': () => {
      const cover = document.createElement('div');
      cover.style.cssText = 'position:fixed;inset:0;background:white;z-index:99999;pointer-events:none';
      document.body.append(cover);
    },
    'a popover laid over it that lets clicks through': () => {
      const cover = document.createElement('div');
      cover.popover = 'manual';
      cover.style.cssText = 'position:fixed;inset:0;width:100%;height:100%;background:white;pointer-events:none';
      document.body.append(cover);
      cover.showPopover();
    },
    'clipped to nothing': () => document.body.style.setProperty('clip-path', 'inset(0 0 100% 0)'),
  };

  test('[T7] a person’s click is not believed where the page hides what is clicked', async ({
    page,
    world,
    worker,
    overlayOf,
  }) => {
    await page.goto(pageOf(world, unowned));
    const heard = await listenInBackground(worker);
    for (const [how, bait] of Object.entries(baits)) {
      await test.step(how, async () => {
        await page.reload();
        const strip = await overlayOf(page);
        await settled(page, worker);
        await says(strip, 'Nobody owns this', 'take it');
        const at = await until('a place for the strip', () => middleOf(page));
        await page.evaluate(bait);
        await page.evaluate(drawn);
        await page.evaluate(() => {
          Object.assign(window, { clicks: 0 });
          addEventListener(
            'click',
            () => Object.assign(window, { clicks: Number(Reflect.get(window, 'clicks')) + 1 }),
            true,
          );
        });
        // By its place now, and by its place before.
        await strip.click('button', 'take it');
        await page.mouse.click(at.x, at.y);
        expect(await page.evaluate(() => Reflect.get(window, 'clicks'))).toBeGreaterThan(0);
        await page.evaluate(drawn);
        expect((await heard()).map(({ name }) => name)).not.toContain('page.propose');
        expect((await stored(worker))['history']).toEqual([]);
      });
    }
    expect((await heard()).map(({ name }) => name)).toContain('panel.open');
  });

  test('[T7] the same click is believed where nothing hides it', async ({ page, world, worker, overlayOf }) => {
    await page.goto(pageOf(world, unowned));
    const strip = await overlayOf(page);
    await settled(page, worker);
    await says(strip, 'Nobody owns this', 'take it');
    const heard = await listenInBackground(worker);
    await strip.click('button', 'take it');
    await says(strip, 'You own this');
    expect((await heard()).map(({ name }) => name)).toContain('page.propose');
    expect((await stored(worker))['history']).not.toEqual([]);
  });

  test('[T7] in a frame nothing runs at all', async ({ context, page, world, extensionId, overlayOf }) => {
    const answer = await page.goto(pageOf(world, unowned));
    const body = (await answer?.text()) ?? '';
    await says(await overlayOf(page), 'Nobody owns this');
    const framed = `${places.github}/framing`;
    await context.route(framed, (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<iframe src="${pageOf(world, unowned)}" width=900 height=600></iframe>`,
      }),
    );
    await context.route(pageOf(world, unowned), (route) => route.fulfill({ contentType: 'text/html', body }));
    await page.goto(framed);
    const frame = page.frameLocator('iframe');
    await expect(frame.getByTestId('issue-title').first()).toHaveText('Idempotency keys for the charge endpoint');
    const inner = page.frames()[1];
    if (inner === undefined) throw new Error('The page frames nothing');
    // A script that runs when the document is idle has run by then, in the page around it.
    await contentWorld(context, page, extensionId).then((top) => top.evaluate(() => document.readyState));
    expect(
      await inner.evaluate(() => [...document.documentElement.children].map(({ localName }) => localName)),
    ).toEqual(['head', 'body']);
    expect(await (await overlayOf(page)).text()).not.toContain('Nobody owns this');
  });
});

/**
 * Some frames, for at least three times the 100 milliseconds that the browser may take between two looks at what is
 * covered (IntersectionObserver with `trackVisibility`).
 */
const drawn = (): Promise<void> =>
  new Promise((done) => {
    const began = performance.now();
    let frames = 0;
    const next = (): void => {
      frames += 1;
      if (frames > 5 && performance.now() - began > 300) done();
      else requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });

/** Where the page sees an element without content that is as wide as a line. */
const middleOf = (page: Page): Promise<{ readonly x: number; readonly y: number } | undefined> =>
  page.evaluate(() => {
    for (const element of document.querySelectorAll('main *')) {
      const { left, top, width, height } = element.getBoundingClientRect();
      if (element.childNodes.length === 0 && element.attributes.length === 0 && width > 300)
        return { x: left + 200, y: top + Math.max(height, 28) / 2 };
    }
    return undefined;
  });

test('[T8] nothing that a page posts or dispatches reaches the background', async ({
  context,
  page,
  world,
  worker,
  extensionId,
  overlayOf,
}) => {
  await page.goto(pageOf(world, unowned));
  await settled(page, worker);
  await says(await overlayOf(page), 'Nobody owns this');
  const before = statedOf(await stored(worker));
  const heard = await listenInBackground(worker);
  const change = {
    type: 'name-role',
    item: unownedKey,
    role: 'owner',
    who: { tool: 'github', site: 'github.com', handle: 'pwned' },
    accepted: true,
  };
  const posted = await page.evaluate(
    async ({ names, id, request }) => {
      let count = 0;
      const last = new Promise<void>((done) => {
        addEventListener('message', ({ data }) => {
          if (data === 'last') done();
        });
      });
      for (const name of names)
        for (const message of [
          { crosstie: name, request },
          { type: name, ...request },
          { source: 'crosstie', from: id, name, detail: { crosstie: name, request } },
          JSON.stringify({ crosstie: name, request }),
        ]) {
          window.postMessage(message, '*');
          const { port1, port2 } = new MessageChannel();
          window.postMessage(message, '*', [port2]);
          port1.postMessage(message);
          new BroadcastChannel(name).postMessage(message);
          for (const event of [name, 'crosstie', `crosstie:${name}`, id])
            for (const target of [window, document, document.documentElement])
              target.dispatchEvent(new CustomEvent(event, { detail: message, bubbles: true, composed: true }));
          count += 1;
        }
      window.postMessage('last', '*');
      await last;
      return {
        count,
        runtime: typeof (globalThis as { chrome?: { runtime?: { sendMessage?: unknown } } }).chrome?.runtime
          ?.sendMessage,
      };
    },
    { names: messageNames, id: extensionId, request: { operation: 'from-the-page-1', change } },
  );
  expect(posted).toEqual({ count: messageNames.length * 4, runtime: 'undefined' });
  const inPage = await contentWorld(context, page, extensionId);
  expect(await inPage.send({ crosstie: 'a.fence' })).toEqual({
    ok: false,
    failure: { type: 'Refused', why: 'unknown-message' },
  });
  // What the page's own script has to say meanwhile is none of it.
  const all = await heard();
  expect(all.flatMap(({ name }) => (name === 'page.seen' ? [] : [name]))).toEqual(['a.fence']);
  for (const { text } of all) expect(text).not.toContain('from-the-page');
  expect(statedOf(await stored(worker))).toEqual(before);
});

test.describe('[T9] a content script that a page has taken over', () => {
  const item = unownedKey;
  const dana = { tool: 'github', site: 'github.com', handle: 'dana-reyes' };
  const own = { type: 'name-role', item, role: 'owner', who: dana, accepted: true };
  const refusal = (why: string): object => ({ ok: false, failure: { type: 'Refused', why } });

  test('[T9] may not say what only the extension’s pages say, nor anything unknown', async ({
    context,
    page,
    world,
    worker,
    extensionId,
    overlayOf,
  }) => {
    await page.goto(pageOf(world, unowned));
    await says(await overlayOf(page), 'Nobody owns this');
    const inPage = await contentWorld(context, page, extensionId);
    const before = statedOf(await stored(worker));
    const operation = 'operation-of-the-attacker';
    const forPanels: { readonly [name: string]: object } = {
      'change.write': { operation, change: own },
      'change.undo': { operation, change: 'x' },
      'me.add': { account: dana },
      'me.remove': { account: dana },
      'file.restore': { name: 'x' },
      'file.add': { name: 'x', operation },
      'switch.set': { name: 'overlays-hidden', on: true },
    };
    for (const [crosstie, request] of Object.entries(forPanels))
      expect([crosstie, await inPage.send({ crosstie, request })]).toEqual([crosstie, refusal('not-allowed')]);
    for (const crosstie of ['store.wipe', 'constructor', '__proto__', 'toString', '', 'PAGE.SEEN', 'page.seen '])
      expect([crosstie, await inPage.send({ crosstie, request: {} })]).toEqual([crosstie, refusal('unknown-message')]);

    const seen = { address: page.url(), observations: [], marks: [], isPublic: false, paused: false };
    const cards = { address: page.url(), keys: [item], isPublic: false };
    const proposal = { operation, change: own };
    const bad: readonly (readonly [string, unknown])[] = [
      ['page.seen', undefined],
      ['page.seen', { ...seen, evil: 1 }],
      ['page.seen', { ...seen, observations: [{ key: item, facts: { title: 'x', evil: 1 }, from: 'item' }] }],
      ['page.seen', { ...seen, observations: [{ key: item, facts: { title: 'x'.repeat(5_000_000) }, from: 'item' }] }],
      ['page.seen', { ...seen, marks: Array.from({ length: 2_000 }, (_, at) => `github:github.com:a/b#${at}`) }],
      [
        'page.seen',
        { ...seen, observations: Array.from({ length: 2_000 }, () => ({ key: item, facts: {}, from: 'list' })) },
      ],
      ['page.cards', { ...cards, all: true }],
      ['page.cards', { ...cards, keys: Array.from({ length: 201 }, (_, at) => `github:github.com:a/b#${at}`) }],
      ['page.cards', { ...cards, address: `https://github.com/${'x'.repeat(5_000_000)}` }],
      ['page.propose', { ...proposal, as: 'panel' }],
      ['page.propose', { ...proposal, operation: 'x' }],
      ['page.propose', { ...proposal, change: { ...own, who: { ...dana, name: 'x'.repeat(5_000_000) } } }],
      ['page.propose', { ...proposal, change: { type: 'wipe' } }],
    ];
    for (const [crosstie, request] of bad)
      expect([crosstie, await inPage.send({ crosstie, request })]).toEqual([crosstie, refusal('bad-request')]);
    // So deep that a parser runs out of stack.
    expect(
      await inPage.evaluate(async () => {
        let deep: unknown = 1;
        for (let level = 0; level < 400; level += 1) deep = [deep];
        const sent = { crosstie: 'page.propose', request: deep };
        const { runtime } = (
          globalThis as unknown as { chrome: { runtime: { sendMessage(m: unknown): Promise<unknown> } } }
        ).chrome;
        return runtime.sendMessage(sent);
      }),
    ).toEqual(refusal('bad-request'));
    expect(statedOf(await stored(worker))).toEqual(before);
  });

  test('[T9] may claim its own address’s item for me, and nothing else', async ({
    context,
    page,
    world,
    worker,
    extensionId,
    overlayOf,
  }) => {
    const other = await context.newPage();
    await other.goto(pageOf(world, refs.coupon));
    await (await overlayOf(other)).find('button', /panel/u);
    await other.close();
    await page.goto(pageOf(world, unowned));
    await says(await overlayOf(page), 'Nobody owns this');
    const inPage = await contentWorld(context, page, extensionId);
    const propose = (change: object): Promise<unknown> =>
      inPage.send({ crosstie: 'page.propose', request: { operation: crypto.randomUUID(), change } });
    const blocked = { blocker: item, blocked: 'github:github.com:acme/web#14' };
    for (const change of [
      { ...own, item: 'github:github.com:acme/web#14' },
      { ...own, item: 'jira:acme.atlassian.net:PAY-231' },
      { ...own, who: { ...dana, handle: 'somebody-else' } },
      { ...own, who: null },
      { ...own, role: 'backup' },
      { type: 'add-dependency', ...blocked },
      { type: 'deny-dependency', ...blocked },
      { type: 'withdraw-dependency', ...blocked },
    ])
      expect([change, await propose(change)]).toEqual([change, refusal('not-allowed')]);
    expect((await stored(worker))['history']).toEqual([]);
    expect(await propose({ ...own, who: await meOf(worker) })).toEqual({ ok: true, value: null });
    expect((await stored(worker))['operations']).toHaveLength(1);
  });

  test('[T9] is not believed about other items, and not at another address', async ({
    context,
    page,
    world,
    worker,
    extensionId,
    overlayOf,
  }) => {
    await page.goto(pageOf(world, refs.release));
    await says(await overlayOf(page), /waits on|blocked by/u);
    await page.goto(pageOf(world, unowned));
    await says(await overlayOf(page), 'Nobody owns this');
    const inPage = await contentWorld(context, page, extensionId);
    const about = (key: string, from: string): object => ({
      key,
      from,
      facts: { title: 'Forged by a script', state: 'done' },
    });
    const seen = (address: string, observations: readonly object[]): Promise<unknown> =>
      inPage.send({
        crosstie: 'page.seen',
        request: { address, observations, marks: [], isPublic: false, paused: false },
      });
    expect(
      await seen(page.url(), [
        about('jira:acme.atlassian.net:PAY-231', 'item'),
        about('jira:acme.atlassian.net:PAY-231', 'list'),
        about('asana:1204000000001204', 'list'),
        about('github:ghe.example.com:acme/api#45', 'list'),
        about('github:github.com:acme/web#14', 'item'),
      ]),
    ).toMatchObject({ ok: true });
    expect(JSON.stringify(await stored(worker))).not.toContain('Forged by a script');
    // An address that is not the sender's own is not answered about.
    for (const address of [
      pageOf(world, refs.release),
      pageOf(world, refs.coupon),
      'https://evil.tld/',
      'javascript:1',
    ])
      expect(await seen(address, [])).toEqual(refusal('other-address'));
    // Marks of another tool's items tell nothing.
    expect(
      await inPage.send({
        crosstie: 'page.seen',
        request: {
          address: page.url(),
          observations: [],
          marks: ['jira:acme.atlassian.net:PAY-231', 'jira:acme.atlassian.net:PAY-240'],
          isPublic: false,
          paused: false,
        },
      }),
    ).toMatchObject({ ok: true, value: { marks: [] } });
  });

  test('[T9] is answered about two hundred links of its document, and not about one more', async ({
    context,
    page,
    world,
    extensionId,
    overlayOf,
  }) => {
    await page.goto(pageOf(world, refs.signOff));
    await (await overlayOf(page)).find('button', /panel/u);
    await page.goto(pageOf(world, unowned));
    await says(await overlayOf(page), 'Nobody owns this');
    const inPage = await contentWorld(context, page, extensionId);
    const cards = (links: readonly string[]): Promise<unknown> =>
      inPage.send({ crosstie: 'page.cards', request: { address: page.url(), keys: links, isPublic: false } });
    const link = (number: number): string => `github:github.com:acme/guess#${number}`;
    for (let start = 0; start < 200; start += 50)
      expect(await cards(Array.from({ length: 50 }, (_, at) => link(start + at)))).toMatchObject({ ok: true });
    expect(await cards([link(201)])).toEqual(refusal('too-many'));
    expect(await cards(['asana:1204000000001204'])).toEqual(refusal('too-many'));
    // What was asked before is answered again.
    expect(await cards([link(7)])).toMatchObject({ ok: true });
  });

  test('[T9] reads nothing that the extension keeps', async ({
    context,
    page,
    world,
    worker,
    extensionId,
    overlayOf,
  }) => {
    await worker.evaluate('chrome.storage.local.set({ kept: "sentinel" })');
    await page.goto(pageOf(world, unowned));
    await says(await overlayOf(page), 'Nobody owns this');
    const inPage = await contentWorld(context, page, extensionId);
    const areas = await inPage.evaluate(async () => {
      const { storage } = (
        globalThis as unknown as { chrome: { storage?: Record<string, { get(): Promise<object> }> } }
      ).chrome;
      const tried: string[] = [];
      for (const area of ['local', 'session'])
        tried.push(await Promise.resolve(storage?.[area]?.get()).then((all) => JSON.stringify(all ?? {}), String));
      const databases = await indexedDB.databases();
      return { tried, databases: databases.map(({ name }) => name) };
    });
    expect(areas.tried).toHaveLength(2);
    for (const tried of areas.tried) expect(tried).toContain('Access to storage is not allowed');
    expect(areas.databases).not.toContain('crosstie');
  });
});

/** Who I am on GitHub, as the store knows it. */
const meOf = async (worker: Parameters<typeof stored>[0]): Promise<object> => {
  const me = (await stored(worker))['settings']?.find(({ name }) => name === 'me')?.['value'] as
    | { readonly accounts: readonly { readonly tool: string }[] }
    | undefined;
  const account = me?.accounts.find(({ tool }) => tool === 'github');
  if (account === undefined) throw new Error('The store does not know me');
  return account;
};

test('[T10] another extension can neither send nor connect', async () => {
  const browser = findBrowser();
  if (browser === undefined) throw new Error('No browser');
  const folder = mkdtempSync(join(tmpdir(), 'crosstie-others-'));
  const other = (name: string, code: string): string => {
    const path = join(folder, name);
    mkdirSync(path);
    const manifest = { manifest_version: 3, name, version: '1', background: { service_worker: `${name}.js` } };
    writeFileSync(join(path, 'manifest.json'), JSON.stringify(manifest));
    writeFileSync(join(path, `${name}.js`), `${code}\nchrome.runtime.onInstalled.addListener(() => {});`);
    return path;
  };
  const answers = 'chrome.runtime.onMessageExternal.addListener((message, sender, answer) => answer("heard"));';
  const extension = [extensionFolder, other('neighbour', answers), other('attacker', '')].join();
  const world = createWorld();
  const server = await startDemoServer({ world });
  const { context, close } = await launch({ ...server, browser, extension, headless: true, hosts: 'everything' });
  try {
    const workerOf = (file: string): Promise<Worker> =>
      until(file, async () => context.serviceWorkers().find((one) => one.url().endsWith(`/${file}`)));
    const [own, neighbour, attacker] = await Promise.all(
      ['background.js', 'neighbour.js', 'attacker.js'].map(workerOf),
    );
    if (own === undefined || neighbour === undefined || attacker === undefined) throw new Error('One did not start');
    await claimPlaces(context, new URL(own.url()).host, storyPlaces);
    const page = await context.newPage();
    await page.goto(pageOf(world, unowned));
    await settled(page, own);
    const before = statedOf(await stored(own));
    const heard = await listenInBackground(own);
    const tried = await attacker.evaluate(
      async ({ target, friend, names }) => {
        const { runtime } = (
          globalThis as unknown as {
            readonly chrome: {
              readonly runtime: {
                readonly lastError?: { readonly message: string };
                readonly sendMessage: (id: string, message: unknown) => Promise<unknown>;
                readonly connect: (id: string) => {
                  readonly onDisconnect: { readonly addListener: (run: () => void) => void };
                };
              };
            };
          }
        ).chrome;
        const send = (id: string, name: string): Promise<string> =>
          runtime.sendMessage(id, { crosstie: name, request: {} }).then(String, String);
        const refused = await Promise.all(names.map((name) => send(target, name)));
        const connected = await new Promise<string>((done) => {
          runtime.connect(target).onDisconnect.addListener(() => done(runtime.lastError?.message ?? ''));
        });
        const fetched = await fetch(`chrome-extension://${target}/sidepanel.html`).then(() => 'fetched', String);
        return { control: await send(friend, 'x'), refused: [...new Set(refused)], connected, fetched };
      },
      { target: new URL(own.url()).host, friend: new URL(neighbour.url()).host, names: messageNames },
    );
    // The way is open where nobody closed it: the neighbour answers.
    expect(tried.control).toBe('heard');
    const nobody = 'Could not establish connection. Receiving end does not exist.';
    expect(tried).toMatchObject({ refused: [`Error: ${nobody}`], connected: nobody });
    expect(tried.fetched).toContain('Failed to fetch');
    expect((await heard()).filter(({ name }) => name !== 'page.seen')).toEqual([]);
    expect(statedOf(await stored(own))).toEqual(before);
  } finally {
    await close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('[T14] forms and pictures that clobber the document change nothing of what is read', async ({
  page,
  world,
  worker,
  overlayOf,
}) => {
  const facts = async (): Promise<unknown> => {
    const { items = [], links = [] } = await stored(worker);
    const { facts: read } = items.find(({ key }) => key === 'github:github.com:acme/api#45') ?? {};
    const values = Object.entries((read ?? {}) as { [name: string]: { value: unknown } });
    const { groups } = links.find(({ from }) => from === 'github:github.com:acme/api#45') ?? {};
    const ends = Object.entries((groups ?? {}) as { [group: string]: { links: { kind: string; to: string }[] } });
    return {
      facts: Object.fromEntries(values.map(([name, { value }]) => [name, value])),
      // Groups are kept in the order in which they were first seen, which is the page's.
      links: Object.fromEntries(
        ends.map(([group, { links: some }]) => [group, some.map(({ kind, to }) => `${kind} ${to}`)]),
      ),
    };
  };
  const complete = async (): Promise<unknown> => {
    await says(await overlayOf(page), 'Nobody owns this', 'waits on');
    await expect(page.getByTestId('sidebar-relationships-section')).toHaveCount(1);
    await expect.poll(async () => JSON.stringify(await facts())).toContain('acme/api#46');
    return facts();
  };
  await page.goto(pageOf(world, refs.idempotency));
  const clean = await complete();
  expect(JSON.stringify(clean)).toContain('Idempotency keys');

  const names = [
    ...['closest', 'matches', 'querySelector', 'querySelectorAll', 'parentElement', 'parentNode', 'textContent'],
    ...['getAttribute', 'hasAttribute', 'setAttribute', 'remove', 'append', 'isConnected', 'attributes', 'dataset'],
    ...[
      'children',
      'childNodes',
      'firstChild',
      'firstElementChild',
      'nextSibling',
      'nextElementSibling',
      'id',
      'contains',
    ],
    ...['previousElementSibling', 'localName', 'nodeType', 'nodeName', 'tagName', 'getBoundingClientRect', 'classList'],
    ...['insertBefore', 'ownerDocument', 'value', 'innerText', 'addEventListener', 'shadowRoot', 'getRootNode'],
  ];
  // Nothing is left of what was read before.
  await worker.evaluate(
    () =>
      new Promise<void>((done, fail) => {
        const opening = indexedDB.open('crosstie');
        opening.onerror = () => fail(opening.error);
        opening.onsuccess = () => {
          const transaction = opening.result.transaction(
            ['items', 'links', 'titles', 'aliases', 'changes'],
            'readwrite',
          );
          for (const store of transaction.objectStoreNames) transaction.objectStore(store).clear();
          transaction.oncomplete = () => {
            opening.result.close();
            done();
          };
        };
      }),
  );
  expect(JSON.stringify(await facts())).not.toContain('Idempotency');
  await page.addInitScript((clobbered) => {
    document.addEventListener('DOMContentLoaded', () => {
      const main = document.querySelector('main');
      const clobber = (form: HTMLFormElement): void => {
        for (const name of clobbered) {
          const input = document.createElement('input');
          input.type = 'hidden';
          input.name = name;
          input.value = 'clobbered';
          // Its own method is one of the fields by now.
          Element.prototype.append.call(form, input);
        }
      };
      for (const around of ['main', '[data-testid="issue-viewer-container"] > div', '[data-testid="issue-header"]']) {
        const inside = document.querySelector(around);
        const form = document.createElement('form');
        inside?.replaceWith(form);
        if (inside !== null) Element.prototype.append.call(form, inside);
        clobber(form);
      }
      for (const name of [
        'body',
        'documentElement',
        'head',
        'querySelector',
        'title',
        'location',
        'defaultView',
        'forms',
      ]) {
        const picture = document.createElement('img');
        picture.name = name;
        picture.id = name;
        main?.append(picture);
      }
    });
  }, names);
  await page.goto('about:blank');
  await page.goto(pageOf(world, refs.idempotency));
  expect(
    await page.evaluate(() => ({
      forms: document.forms instanceof HTMLCollection,
      body: document.body instanceof HTMLBodyElement,
      closest: typeof document.getElementsByTagName('form')[0]?.closest,
    })),
  ).toEqual({ forms: false, body: false, closest: 'object' });
  expect(await complete()).toEqual(clean);
});

test('[P4] [T25] a window that keeps nothing is not looked at', async ({
  context,
  page,
  world,
  worker,
  cdp,
  extensionId,
  overlayOf,
}) => {
  await page.goto(pageOf(world, unowned));
  await says(await overlayOf(page), 'Nobody owns this');
  const session = await context.newCDPSession(page);
  expect(await hasContentWorld(session, extensionId)).toBe(true);

  const { browserContextId } = await cdp.send('Target.createBrowserContext');
  const { targetId } = await cdp.send('Target.createTarget', {
    url: pageOf(world, refs.release),
    browserContextId,
  });
  const { sessionId } = await cdp.send('Target.attachToTarget', { targetId, flatten: false });
  const worlds: string[] = [];
  let shown: unknown;
  cdp.on('Target.receivedMessageFromTarget', ({ message, sessionId: of }) => {
    if (of !== sessionId) return;
    const { method, params, result } = JSON.parse(message) as {
      readonly method?: string;
      readonly params?: { readonly context: { readonly origin: string } };
      readonly result?: { readonly result?: { readonly value?: unknown } };
    };
    if (method === 'Runtime.executionContextCreated') worlds.push(params?.context.origin ?? '');
    shown = result?.result?.value ?? shown;
  });
  let asked = 0;
  const tell = (method: string, params: object = {}): Promise<unknown> =>
    cdp.send('Target.sendMessageToTarget', {
      sessionId,
      message: JSON.stringify({ id: ++asked, method, params }),
    });
  await tell('Runtime.enable');
  await until('the private window’s page', async () => {
    await tell('Runtime.evaluate', { expression: 'document.readyState + " " + document.title' });
    return /^complete .*Release checkout/u.test(String(shown)) ? true : undefined;
  });
  // A script that runs when the document is idle has run by then: it has in a page of mine that was asked for later.
  await page.goto(pageOf(world, refs.coupon));
  await (await overlayOf(page)).find('button', /panel/u);
  expect(worlds).toContain(new URL(places.jira).origin);
  expect(worlds.filter((origin) => origin.startsWith('chrome-extension:'))).toEqual([]);
  const known = keys(await stored(worker));
  expect(known).toContain('github:github.com:acme/web#14');
  expect(known).not.toContain('jira:acme.atlassian.net:PAY-231');
});
