import { readFileSync } from 'node:fs';
import { type BrowserContext, type CDPSession, expect, type Page, type Worker } from '@playwright/test';
import { extensionFolder } from '../demo/build.ts';
import { until } from './surfaces.ts';

/*
 * Stands where an attacker would stand, and looks where only a test can look: into the world of the content script,
 * into what the background hears, and into what is stored.
 */

declare global {
  /** The part of the browser's interface that is used in the extension's own worlds. */
  const chrome: {
    readonly runtime: {
      readonly sendMessage: (message: unknown) => Promise<unknown>;
      readonly onMessage: { readonly addListener: (listener: (message: unknown) => void) => void };
    };
  };
}

/** The world of the extension's scripts in a page: what a hostile page has once it has taken them over (T9). */
export interface ContentWorld {
  /** Runs a function there; arguments and result are JSON. */
  readonly evaluate: <Value, Args extends readonly unknown[]>(
    run: (...args: Args) => Value | Promise<Value>,
    ...args: Args
  ) => Promise<Value>;
  /** Sends a message as the content script does. Undefined: nobody answered. */
  readonly send: (message: unknown) => Promise<unknown>;
}

export const contentWorld = async (context: BrowserContext, page: Page, extensionId: string): Promise<ContentWorld> => {
  const session = await context.newCDPSession(page);
  let contextId: number | undefined;
  session.on('Runtime.executionContextCreated', ({ context: made }) => {
    if (made.origin === `chrome-extension://${extensionId}`) contextId = made.id;
  });
  session.on('Runtime.executionContextsCleared', () => {
    contextId = undefined;
  });
  await session.send('Runtime.enable');
  const evaluate: ContentWorld['evaluate'] = async (run, ...args) => {
    const id = await until('the world of the content script', async () => contextId);
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression: `(${run})(...${JSON.stringify(args)})`,
      contextId: id,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails !== undefined)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    // What the function gives is what the caller says it gives, if it is JSON.
    return result.value as never;
  };
  return {
    evaluate,
    send: (message) =>
      evaluate(async (sent) => {
        try {
          return (await chrome.runtime.sendMessage(sent)) as unknown;
        } catch (error) {
          return { thrown: String(error) };
        }
      }, message),
  };
};

/** Whether any of the extension's scripts has a world in a page or in one of its frames. */
export const hasContentWorld = async (session: CDPSession, extensionId: string): Promise<boolean> => {
  let found = false;
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin === `chrome-extension://${extensionId}`) found = true;
  });
  // Tells of every context that is there before it answers.
  await session.send('Runtime.enable');
  return found;
};

/** What the background hears from now on, whoever sends it. Gone when the background is stopped. */
export const listenInBackground = async (
  worker: Worker,
): Promise<() => Promise<readonly { readonly name: string; readonly text: string }[]>> => {
  await worker.evaluate(() => {
    const heard: { name: string; text: string }[] = [];
    Object.assign(globalThis, { heard });
    chrome.runtime.onMessage.addListener((message: unknown) => {
      const name = typeof message === 'object' && message !== null && 'crosstie' in message ? message.crosstie : '';
      heard.push({ name: String(name), text: JSON.stringify(message).slice(0, 100_000) });
    });
  });
  return () => worker.evaluate(() => (globalThis as unknown as { heard: { name: string; text: string }[] }).heard);
};

/** Every row of every table of the store, read past the product's own code. */
export type Stored = { readonly [table: string]: readonly Row[] };
export type Row = { readonly [field: string]: unknown };

/** `where`: the background, or a page of the extension. */
export const stored = (where: { evaluate(run: () => Promise<Stored>): Promise<Stored> }): Promise<Stored> =>
  where.evaluate(async () => {
    const there = await indexedDB.databases();
    // A deletion puts another one in its place, with a number behind its name.
    const [present] = there
      .flatMap(({ name = '' }) => (/^crosstie(?:-\d+)?$/u.test(name) ? [name] : []))
      .sort((a, b) => Number(b.split('-')[1] ?? 1) - Number(a.split('-')[1] ?? 1));
    if (present === undefined) return {};
    const done = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await done(indexedDB.open(present));
    const names = [...db.objectStoreNames];
    const transaction = db.transaction(names);
    const tables = await Promise.all(
      names.map(async (name) => [name, await done(transaction.objectStore(name).getAll())] as const),
    );
    db.close();
    return Object.fromEntries(tables);
  });

/**
 * The page of `acme/api#45` is all there and stored, also what it asks for after it is drawn: with that it draws its
 * head again, and whatever stood in the head is put back.
 */
export const settled = async (page: Page, worker: Worker): Promise<void> => {
  await expect(page.getByTestId('sidebar-relationships-section')).toHaveCount(1);
  await expect.poll(async () => JSON.stringify((await stored(worker))['links'])).toContain('acme/api#46');
};

/** What people stated and who they are: everything that may never change without a person's word. */
export const statedOf = ({ records, cells, history, operations, told, settings }: Stored): Stored => ({
  records: records ?? [],
  cells: cells ?? [],
  history: history ?? [],
  operations: operations ?? [],
  told: told ?? [],
  me: (settings ?? []).filter(({ name }) => name === 'me' || name === 'switches'),
});

export interface BuiltManifest {
  readonly [field: string]: unknown;
  readonly content_scripts?: readonly { readonly js?: readonly string[] }[];
}

/** The manifest of the extension that is being tested. */
export const builtManifest = (): BuiltManifest => JSON.parse(readFileSync(`${extensionFolder}/manifest.json`, 'utf8'));

/** Names of its content scripts, as WXT's events spell them. */
export const contentScriptNames = (): readonly string[] =>
  (builtManifest().content_scripts ?? [])
    .flatMap(({ js = [] }) => js)
    .map((file) => file.replace(/^.*\//u, '').replace(/\.js$/u, ''));

/** Every name that a message may have, in either direction, and one that none has. */
export const messageNames = [
  'page.seen',
  'page.cards',
  'page.propose',
  'panel.open',
  'change.write',
  'change.undo',
  'me.add',
  'me.remove',
  'file.restore',
  'file.add',
  'switch.set',
  'changed',
  'store.wipe',
] as const;

export interface DrawnElement {
  /** In lower case. */
  readonly name: string;
  readonly attributes: { readonly [name: string]: string | undefined };
}

interface ProtocolNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly attributes?: readonly string[];
  readonly shadowRootType?: string;
  readonly children?: readonly ProtocolNode[];
  readonly shadowRoots?: readonly ProtocolNode[];
}

/** Every element inside of the closed roots of a page. */
export const drawnIn = async (context: BrowserContext, page: Page): Promise<readonly DrawnElement[]> => {
  const session = await context.newCDPSession(page);
  const { root } = (await session.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: ProtocolNode };
  await session.detach();
  const drawn: DrawnElement[] = [];
  const visit = (node: ProtocolNode, inside: boolean): void => {
    if (inside && node.nodeType === 1) drawn.push(asDrawn(node));
    for (const child of node.children ?? []) visit(child, inside);
    for (const shadow of node.shadowRoots ?? []) visit(shadow, inside || shadow.shadowRootType === 'closed');
  };
  visit(root, false);
  return drawn;
};

const asDrawn = ({ nodeName, attributes = [] }: ProtocolNode): DrawnElement => ({
  name: nodeName.toLowerCase(),
  attributes: Object.fromEntries(
    attributes.flatMap((name, at) => (at % 2 === 0 ? [[name, attributes[at + 1] ?? '']] : [])),
  ),
});
