import type { BrowserContext, Page } from '@playwright/test';

/*
 * The browser's own page of extensions: what people do there can be done by no script of the extension. It is opened in
 * a tab that never comes in front, and closed again.
 */

export interface RuntimeHosts {
  readonly hostAccess: 'ON_CLICK' | 'ON_SPECIFIC_SITES' | 'ON_ALL_SITES';
  /** Patterns: what the manifest names, and what a person has allowed beside it. */
  readonly hosts: readonly { readonly host: string; readonly granted: boolean }[];
}

/** The part of `chrome.developerPrivate` that tests use. */
interface DeveloperPrivate {
  readonly getExtensionInfo: (id: string) => Promise<{
    readonly permissions: { readonly runtimeHostPermissions?: RuntimeHosts };
  }>;
  readonly updateExtensionConfiguration: (change: {
    readonly extensionId: string;
    readonly hostAccess: RuntimeHosts['hostAccess'];
  }) => Promise<void>;
  readonly addHostPermission: (id: string, pattern: string) => Promise<void>;
  readonly removeHostPermission: (id: string, pattern: string) => Promise<void>;
  readonly updateProfileConfiguration: (change: { readonly inDeveloperMode: boolean }) => Promise<void>;
  readonly reload: (id: string, options: { readonly failQuietly: boolean }) => Promise<void>;
}

/** Asks the browser's page of extensions for something, by the name of its function. */
export type Ask = <Name extends keyof DeveloperPrivate>(
  name: Name,
  ...args: Parameters<DeveloperPrivate[Name]>
) => Promise<Awaited<ReturnType<DeveloperPrivate[Name]>>>;

export const onExtensionsPage = async (context: BrowserContext, run: (ask: Ask) => Promise<void>): Promise<void> => {
  const cdp = await context.browser()?.newBrowserCDPSession();
  const opening = context.waitForEvent('page', { predicate: (page) => page.url() === address });
  await cdp?.send('Target.createTarget', { url: address, background: true });
  const page = await opening;
  await page.waitForFunction(() => Reflect.has(chrome, 'developerPrivate'));
  await run(askIn(page));
  await page.close();
  await cdp?.detach();
};

const address = 'chrome://extensions/';

const askIn =
  (page: Page): Ask =>
  (name, ...args) =>
    page.evaluate(
      ([called, given]) =>
        (
          Reflect.get(chrome, 'developerPrivate') as {
            readonly [name: string]: (...args: readonly unknown[]) => Promise<never>;
          }
        )[called]?.(...given) as Promise<never>,
      [name, args] as const,
    );
