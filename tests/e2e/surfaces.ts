import { writeFileSync } from 'node:fs';
import type { BrowserContext, CDPSession, Page, Worker } from '@playwright/test';

/*
 * Reaches what Playwright does not list: the real side panel and popup, which are targets of their own, and what the
 * extension draws in pages inside closed shadow roots. It goes through the browser's own protocol, with its tree of
 * what a screen reader finds and with real mouse and keys, so the product needs no hook for tests.
 */

export interface TreeNode {
  readonly role: string;
  readonly name: string;
  /** The protocol's number of its element. */
  readonly id: number;
}

/** By role as a screen reader says it (`button`, `link`, `textbox`, `StaticText`) and by its whole name or a part of it. */
export type Wanted = readonly [role: string, name: string | RegExp];

/** Something with elements that can be found and used. */
export interface Hands {
  /** What a screen reader finds. */
  readonly tree: () => Promise<readonly TreeNode[]>;
  /** Waits for it. */
  readonly find: (...wanted: Wanted) => Promise<TreeNode>;
  /** All text of it, a line for each piece. */
  readonly text: () => Promise<string>;
  readonly click: (...wanted: Wanted) => Promise<void>;
  readonly hover: (...wanted: Wanted) => Promise<void>;
  /** Into what has the focus. */
  readonly type: (text: string) => Promise<void>;
  /** One key by its `KeyboardEvent.key`: `Enter`, `Escape`, `Tab`, `j`. */
  readonly press: (key: string) => Promise<void>;
}

/** A panel or popup that is attached to. */
export interface Surface extends Hands {
  /** Runs a function in it; arguments and result are JSON. */
  readonly evaluate: <Value, Args extends readonly unknown[]>(
    run: (...args: Args) => Value | Promise<Value>,
    ...args: Args
  ) => Promise<Value>;
  readonly screenshot: (path: string) => Promise<void>;
  readonly send: Send;
  readonly detach: () => Promise<void>;
}

/** What the extension draws in a page. */
export interface Overlay extends Hands {
  /** Elements that carry a closed shadow root. */
  readonly hosts: () => Promise<readonly { readonly tag: string; readonly id: number }[]>;
}

/** A command of the protocol. Its results are typed where they are used: the sessions here are made by hand. */
export type Send = <Result = unknown>(method: string, params?: object) => Promise<Result>;

export const overlay = async (context: BrowserContext, page: Page): Promise<Overlay> => {
  const session = await context.newCDPSession(page);
  // The session takes any command of the protocol; its type wants a literal name.
  const send = session.send.bind(session) as unknown as Send;
  await enable(send);
  const roots = async (): Promise<readonly DomNode[]> => closedRoots((await document(send)).root);
  const inside = async (): Promise<ReadonlySet<number>> =>
    new Set((await roots()).flatMap(({ shadowRoots = [] }) => shadowRoots.flatMap(flatten)).map(numberOf));
  return {
    ...createHands(send, inside),
    // The accessibility tree gives no number to text that a style sheet adds, so it is read from the elements.
    text: async () =>
      (await roots())
        .flatMap(({ shadowRoots = [] }) => shadowRoots.flatMap(flatten))
        .map(writtenIn)
        .filter((text) => text !== '')
        .join('\n'),
    hosts: async () => (await roots()).map((node) => ({ tag: node.nodeName.toLowerCase(), id: numberOf(node) })),
  };
};

/** Attaches to the side panel that is open, or that opens soon. */
export const panel = (context: BrowserContext, cdp: CDPSession): Promise<Surface> =>
  attach(context, cdp, '/sidepanel.html');

/** Attaches to the popup that is open, or that opens soon. */
export const popup = (context: BrowserContext, cdp: CDPSession): Promise<Surface> =>
  attach(context, cdp, '/popup.html');

/** Clicks the toolbar button of the tab in front; works while the background is stopped, as the real click does. */
export const openPopup = async (context: BrowserContext, cdp: CDPSession, extensionId: string): Promise<Surface> => {
  await clickAction(cdp, extensionId);
  return popup(context, cdp);
};

/** The click alone: where the browser has kept the extension's script from the page, it runs that and opens nothing. */
export const clickAction = async (cdp: CDPSession, extensionId: string): Promise<void> => {
  const front = await until('a tab that shows a page', async () => {
    const { targetInfos } = await cdp.send('Target.getTargets', { filter: [{ type: 'tab' }] });
    return targetInfos.find(({ url }) => url.startsWith('https:'));
  });
  // The command is newer than the types of the protocol.
  await (cdp.send as unknown as Send)('Extensions.triggerAction', { id: extensionId, targetId: front.targetId });
};

/**
 * Opens the side panel beside a page. Chrome asks for a gesture in a page of the extension: the protocol gives one to
 * the manifest, which is such a page and has nothing of ours in it.
 */
export const openPanel = async (
  context: BrowserContext,
  cdp: CDPSession,
  worker: Worker,
  beside: Page,
): Promise<Surface> => {
  const windowId = await worker.evaluate<number>('chrome.windows.getLastFocused().then(({ id }) => id)');
  const helper = await context.newPage();
  await helper.goto(new URL('/manifest.json', worker.url()).href);
  const session = await context.newCDPSession(helper);
  await session.send('Runtime.evaluate', {
    expression: `chrome.sidePanel.open({ windowId: ${windowId} })`,
    userGesture: true,
    awaitPromise: true,
  });
  await helper.close();
  await beside.bringToFront();
  return panel(context, cdp);
};

/**
 * Stops the background as Chrome does when it idles: its globals are gone, the next event starts it anew. Until then
 * `worker.evaluate` waits.
 */
export const stopWorker = async (context: BrowserContext, page: Page): Promise<void> => {
  const session = await context.newCDPSession(page);
  const stopped = new Promise<void>((done) => {
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      if (versions.length > 0 && versions.every(({ runningStatus }) => runningStatus === 'stopped')) done();
    });
  });
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await stopped;
  await session.detach();
};

/** Waits until it gives something. Throws after twenty seconds, naming what was waited for. */
export const until = async <Value>(what: string, give: () => Promise<Value | undefined>): Promise<Value> => {
  const end = Date.now() + patience;
  for (;;) {
    const value = await give();
    if (value !== undefined) return value;
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}`);
    await new Promise<void>((again) => {
      setTimeout(again, 25);
    });
  }
};

const patience = 20_000;

const attach = async (context: BrowserContext, cdp: CDPSession, path: string): Promise<Surface> => {
  // The same page may stand in a tab as well, which is no proof of the panel: tabs are those that Playwright knows.
  const tabs = new Set(await Promise.all(context.pages().map((page) => targetOf(context, page))));
  const target = await until(`${path} as a surface of the browser`, async () => {
    const { targetInfos } = await cdp.send('Target.getTargets');
    return targetInfos.find(
      ({ url, type, targetId }) =>
        type === 'page' && url.startsWith('chrome-extension:') && new URL(url).pathname === path && !tabs.has(targetId),
    );
  });
  const { send, detach } = await talkTo(cdp, target.targetId);
  await enable(send);
  return {
    ...createHands(send),
    send,
    detach,
    evaluate: async (run, ...args) => {
      const { result, exceptionDetails } = await send<Evaluated>('Runtime.evaluate', {
        expression: `(${run})(...${JSON.stringify(args)})`,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails !== undefined)
        throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      // What the function gives is what the caller says it gives, if it is JSON.
      return result.value as never;
    },
    screenshot: async (file) => {
      const { data } = await send<{ readonly data: string }>('Page.captureScreenshot', { format: 'png' });
      writeFileSync(file, Buffer.from(data, 'base64'));
    },
  };
};

interface Evaluated {
  readonly result: { readonly value?: unknown };
  readonly exceptionDetails?: { readonly text: string; readonly exception?: { readonly description?: string } };
}

const targetOf = async (context: BrowserContext, page: Page): Promise<string> => {
  const session = await context.newCDPSession(page);
  const { targetInfo } = await session.send('Target.getTargetInfo');
  await session.detach();
  return targetInfo.targetId;
};

/** A session within the browser's own one: Playwright opens none for targets that it does not list. */
const talkTo = async (
  cdp: CDPSession,
  targetId: string,
): Promise<{ readonly send: Send; readonly detach: () => Promise<void> }> => {
  const { sessionId } = await cdp.send('Target.attachToTarget', { targetId, flatten: false });
  const waiting = new Map<number, { readonly done: (result: unknown) => void; readonly fail: (bug: Error) => void }>();
  let last = 0;
  const receive = (event: { readonly sessionId: string; readonly message: string }): void => {
    if (event.sessionId !== sessionId) return;
    const answer: { readonly id?: number; readonly result?: unknown; readonly error?: { readonly message: string } } =
      JSON.parse(event.message);
    const asked = waiting.get(answer.id ?? -1);
    waiting.delete(answer.id ?? -1);
    if (answer.error === undefined) asked?.done(answer.result);
    else asked?.fail(new Error(answer.error.message));
  };
  cdp.on('Target.receivedMessageFromTarget', receive);
  return {
    send: (method, params = {}) =>
      new Promise((done, fail) => {
        const id = ++last;
        waiting.set(id, { done: done as (result: unknown) => void, fail });
        const message = JSON.stringify({ id, method, params });
        cdp.send('Target.sendMessageToTarget', { sessionId, message }).catch(fail);
      }),
    detach: async () => {
      cdp.off('Target.receivedMessageFromTarget', receive);
      await cdp.send('Target.detachFromTarget', { sessionId });
    },
  };
};

const enable = async (send: Send): Promise<void> => {
  await send('DOM.enable');
  await send('Accessibility.enable');
};

/** Milliseconds. The browser takes a tenth of a second to say that something is seen. */
const aiming = 150;

interface AxNode {
  readonly nodeId: string;
  readonly parentId?: string;
  readonly ignored: boolean;
  readonly role?: { readonly value?: string };
  readonly name?: { readonly value?: string };
  readonly backendDOMNodeId?: number;
}

/** `inside`: only these elements count. */
const createHands = (send: Send, inside?: () => Promise<ReadonlySet<number>>): Hands => {
  const tree = async (): Promise<readonly TreeNode[]> => {
    const only = await inside?.();
    const { nodes } = await send<{ readonly nodes: readonly AxNode[] }>('Accessibility.getFullAXTree');
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    // What a style sheet adds has no element of its own: it belongs to the one that it is added to.
    const elementOf = (node: AxNode): number | undefined => {
      for (let at: AxNode | undefined = node; at !== undefined; at = byId.get(at.parentId ?? '')) {
        const { backendDOMNodeId: id } = at;
        if (id !== undefined && only?.has(id) !== false) return id;
      }
      return undefined;
    };
    return nodes.flatMap((node) => {
      const { ignored, role, name } = node;
      const id = ignored ? undefined : elementOf(node);
      return id === undefined ? [] : [{ role: role?.value ?? '', name: name?.value ?? '', id }];
    });
  };
  const find = (...[role, name]: Wanted): Promise<TreeNode> =>
    until(`${role} "${name}"`, async () =>
      (await tree()).find(
        (node) => node.role === role && (typeof name === 'string' ? node.name.includes(name) : name.test(node.name)),
      ),
    );
  /** Where it is, in the middle of it. Undefined: it is gone again, since it was drawn anew meanwhile. */
  const middleOf = async (id: number): Promise<Point | undefined> => {
    try {
      await send('DOM.scrollIntoViewIfNeeded', { backendNodeId: id });
      const { quads } = await send<{ readonly quads: readonly (readonly number[])[] }>('DOM.getContentQuads', {
        backendNodeId: id,
      });
      const [left = 0, top = 0, , , right = 0, bottom = 0] = quads[0] ?? [];
      return { x: (left + right) / 2, y: (top + bottom) / 2 };
    } catch (error) {
      if (/detached|not have a layout|No node/iu.test(String(error))) return undefined;
      throw error;
    }
  };
  /** Points as people do: at what stands still, long enough for the extension to believe that it was seen (T7). */
  const pointAt = async (...wanted: Wanted): Promise<Point> => {
    let aimed = { at: '', since: 0 };
    const point = await until(`${wanted[0]} "${wanted[1]}" to stand still`, async () => {
      const { id } = await find(...wanted);
      const there = await middleOf(id);
      const at = JSON.stringify([id, there]);
      if (there === undefined || at !== aimed.at) aimed = { at, since: Date.now() };
      return there !== undefined && Date.now() - aimed.since >= aiming ? there : undefined;
    });
    await send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...point });
    return point;
  };
  return {
    tree,
    find,
    text: async () =>
      (await tree())
        .filter(({ role }) => role === 'StaticText')
        .map(({ name }) => name)
        .join('\n'),
    click: async (...wanted) => {
      const point = await pointAt(...wanted);
      const button = { ...point, button: 'left', clickCount: 1 };
      await send('Input.dispatchMouseEvent', { type: 'mousePressed', buttons: 1, ...button });
      await send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...button });
    },
    hover: async (...wanted) => {
      await pointAt(...wanted);
    },
    type: async (text) => {
      await send('Input.insertText', { text });
    },
    press: async (key) => {
      const { code, windowsVirtualKeyCode, text } = keys[key] ?? letterKey(key);
      const event = { key, code, windowsVirtualKeyCode, ...(text === undefined ? {} : { text }) };
      await send('Input.dispatchKeyEvent', { type: text === undefined ? 'rawKeyDown' : 'keyDown', ...event });
      await send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
    },
  };
};

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Key {
  readonly code: string;
  readonly windowsVirtualKeyCode: number;
  /** What the key writes. */
  readonly text?: string;
}

const keys: { readonly [name: string]: Key } = {
  Enter: { code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' },
  Escape: { code: 'Escape', windowsVirtualKeyCode: 27 },
  Tab: { code: 'Tab', windowsVirtualKeyCode: 9 },
  ' ': { code: 'Space', windowsVirtualKeyCode: 32, text: ' ' },
  ArrowUp: { code: 'ArrowUp', windowsVirtualKeyCode: 38 },
  ArrowDown: { code: 'ArrowDown', windowsVirtualKeyCode: 40 },
};

const letterKey = (key: string): Key => ({
  code: /[a-z]/iu.test(key) ? `Key${key.toUpperCase()}` : /\d/u.test(key) ? `Digit${key}` : '',
  windowsVirtualKeyCode: key.toUpperCase().charCodeAt(0),
  text: key,
});

interface DomNode {
  readonly nodeName: string;
  readonly backendNodeId: number;
  readonly shadowRootType?: string;
  readonly children?: readonly DomNode[];
  readonly shadowRoots?: readonly DomNode[];
  readonly nodeType: number;
  readonly nodeValue: string;
  /** Names and values by turns. */
  readonly attributes?: readonly string[];
}

const document = (send: Send): Promise<{ readonly root: DomNode }> =>
  send('DOM.getDocument', { depth: -1, pierce: true });

/** Text, or what the style sheet shows in front of an element from its `data-said`. */
const writtenIn = ({ nodeType, nodeValue, attributes = [] }: DomNode): string => {
  if (nodeType === 3) return nodeValue;
  const said = attributes.indexOf('data-said');
  return said === -1 ? '' : (attributes[said + 1] ?? '');
};

const numberOf = ({ backendNodeId }: DomNode): number => backendNodeId;

const flatten = (node: DomNode): readonly DomNode[] => {
  const found: DomNode[] = [];
  const left = [node];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    found.push(next);
    left.push(...[...(next.shadowRoots ?? []), ...(next.children ?? [])].reverse());
  }
  return found;
};

const closedRoots = (root: DomNode): readonly DomNode[] =>
  flatten(root).filter(({ shadowRoots }) => shadowRoots?.some(({ shadowRootType }) => shadowRootType === 'closed'));
