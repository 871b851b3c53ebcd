import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import { findBrowser, howToInstall, launch } from '../demo/browser.ts';
import { selfSigned } from '../demo/certificate.ts';

const host = 'bench.example';

/** The store's code as one script, as it is bundled for the extension. */
const bundled = async (): Promise<string> => {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      rolldownOptions: {
        input: fileURLToPath(new URL('./store-page.ts', import.meta.url)),
        output: { format: 'iife' },
      },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  const chunk = first !== undefined && 'output' in first ? first.output[0] : undefined;
  if (chunk === undefined) throw new Error('The store was not bundled');
  return chunk.code;
};

export interface StorePage {
  readonly page: Page;
  readonly version: string;
  readonly close: () => Promise<void>;
}

/** A page of a real browser with the store in it. */
export const openStorePage = async (): Promise<StorePage> => {
  const browser = findBrowser();
  if (browser === undefined) throw new Error(`No browser of the Chromium family: ${howToInstall()}`);
  const script = await bundled();
  const { key, cert, fingerprint } = selfSigned([host]);
  const server = createServer({ key, cert }, (request, response) => {
    const isScript = request.url === '/store.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? script : '<!doctype html><title>store</title><script src="/store.js"></script>');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const launched = await launch({
    browser,
    headless: true,
    port: (server.address() as AddressInfo).port,
    hosts: [host],
    fingerprint,
  });
  const page = launched.context.pages()[0] ?? (await launched.context.newPage());
  await page.goto(`https://${host}/`);
  return {
    page,
    version: browser.version,
    close: async () => {
      await launched.close();
      server.close();
    },
  };
};
