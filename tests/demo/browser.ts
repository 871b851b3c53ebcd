import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page, type Worker } from '@playwright/test';

export interface FoundBrowser {
  readonly path: string;
  /** `Chromium 156.0.8078.79` */
  readonly version: string;
}

/**
 * A browser of the Chromium family: `CHROME_PATH`, else one on the path or where its installer puts it. Chrome itself
 * comes last, since its own builds have to be talked into loading an extension.
 */
export const findBrowser = (): FoundBrowser | undefined => {
  const chosen = process.env['CHROME_PATH'];
  const paths = chosen === undefined ? candidates() : [chosen];
  for (const path of paths) {
    const version = versionOf(path);
    if (version !== undefined) return { path, version };
  }
  return undefined;
};

/** The one line that installs a browser here. */
export const howToInstall = (): string => {
  if (process.platform === 'darwin') return 'brew install --cask chromium';
  if (process.platform === 'win32') return 'winget install --id Hibbiki.Chromium';
  if (existsSync('/etc/debian_version')) return 'sudo apt-get install -y chromium';
  if (existsSync('/etc/fedora-release')) return 'sudo dnf install -y chromium';
  if (existsSync('/etc/arch-release')) return 'sudo pacman -S --noconfirm chromium';
  return 'install Chromium with your package manager, or set CHROME_PATH to a browser of its family';
};

/** The browser found, or installed where that needs nobody's consent: as root on Debian. */
export const findOrInstallBrowser = (say: (line: string) => void): FoundBrowser | undefined => {
  const found = findBrowser();
  if (found !== undefined || !isRoot() || !existsSync('/etc/debian_version')) return found;
  say('No browser of the Chromium family is here: installing Debian’s chromium.');
  const apt = (...words: readonly string[]): void => {
    execFileSync('apt-get', words, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  };
  apt('update', '-q');
  apt('install', '-y', '-q', '--no-install-recommends', 'chromium');
  return findBrowser();
};

export interface LaunchOptions {
  readonly browser: FoundBrowser;
  /** Folder of the built extension. Absent: a browser without it, to compare with. */
  readonly extension?: string;
  readonly headless: boolean;
  /** Port on 127.0.0.1 that answers for the hosts. */
  readonly port: number;
  /** `everything`: any host at all leads to the port, so that it sees what else is asked for. */
  readonly hosts: readonly string[] | 'everything';
  /** Of the server's key: its certificate is the only one that is believed without a reason. */
  readonly fingerprint: string;
  readonly size?: { readonly width: number; readonly height: number };
  readonly dark?: boolean;
  /** Reuses a profile; absent: a new one that is thrown away. */
  readonly profile?: string;
  /** False: a page that was left is gone, and not kept beside the next one. */
  readonly keepsPages?: boolean;
  /** How the extension gets in; absent: as this browser allows. */
  readonly load?: 'flag' | 'pipe';
  /** What becomes of the tab that the extension opens after its install; absent: `close`. */
  readonly welcome?: Welcome;
}

/** `keep`: nothing is done about it, and it is not waited for. `close`: it has come and is gone. */
export type Welcome = 'keep' | 'close';

export interface Launched {
  readonly context: BrowserContext;
  /** Of the whole browser: targets, tracing, extensions. */
  readonly cdp: CDPSession;
  /** The extension's background; absent without an extension. */
  readonly worker: Worker | undefined;
  readonly extensionId: string | undefined;
  /** Folder of the browser's profile. */
  readonly profile: string;
  readonly close: () => Promise<void>;
}

export interface Installed {
  readonly worker: Worker;
  readonly extensionId: string;
}

/** Starts the browser with a profile of its own, the hosts led to the demo world, and the extension loaded. */
export const launch = async (options: LaunchOptions): Promise<Launched> => {
  const { browser, extension, headless, port, hosts, fingerprint, size = { width: 1280, height: 800 }, dark } = options;
  const load = options.load ?? (/^(Google Chrome|Microsoft Edge)/u.test(browser.version) ? 'pipe' : 'flag');
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'crosstie-profile-'));
  const forget = (): void => {
    if (options.profile === undefined) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  // Also where the process is interrupted.
  process.once('exit', forget);
  const isNew = extension !== undefined && !hasHad(profile, extension);
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browser.path,
    headless,
    // The sandbox refuses to run as root.
    chromiumSandbox: !isRoot(),
    viewport: headless ? size : null,
    colorScheme: dark === true ? 'dark' : 'light',
    ignoreDefaultArgs: [
      '--disable-extensions',
      '--enable-automation',
      ...(options.keepsPages === false ? [] : ['--disable-back-forward-cache']),
    ],
    // Words are found by their English in tests and in the walk, whatever the machine speaks.
    ...(headless ? { locale: 'en-US', env: { ...environment(), LANGUAGE: 'en' } } : {}),
    args: [
      ...(headless ? ['--lang=en-US'] : []),
      ...(extension !== undefined && load === 'flag'
        ? [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`]
        : []),
      '--enable-unsafe-extension-debugging',
      `--host-resolver-rules=${resolverRules(hosts, port)}`,
      `--ignore-certificate-errors-spki-list=${fingerprint}`,
      ...quiet,
    ],
  });
  const cdp = await browserSession(context);
  if (extension !== undefined && load === 'pipe') await cdp.send('Extensions.loadUnpacked', { path: extension });
  const worker = extension === undefined ? undefined : await workerIn(context);
  if (options.welcome !== 'keep' && extension !== undefined && hasWelcome(extension)) {
    const [first] = context.pages();
    if (isNew) await closeWelcome(context, first);
    // Whether it comes again is the extension's affair: nobody waits for it.
    else closeWelcome(context, first, forEver).catch(() => undefined);
  }
  return {
    context,
    cdp,
    worker,
    extensionId: worker === undefined ? undefined : new URL(worker.url()).host,
    profile,
    close: async () => {
      await context.close();
      process.off('exit', forget);
      forget();
    },
  };
};

/** Installs the built extension into a browser that runs already, with whatever pages are open there. */
export const installInto = async (
  { context, cdp }: Pick<Launched, 'context' | 'cdp'>,
  folder: string,
  welcome: Welcome = 'close',
): Promise<Installed> => {
  const front = await inFront(context);
  const { id } = await cdp.send('Extensions.loadUnpacked', { path: folder });
  const worker = await workerIn(context, id);
  if (welcome === 'close' && hasWelcome(folder)) await closeWelcome(context, front);
  return { worker, extensionId: id };
};

/** Whether a page is the one that the extension opens after its install. */
export const isWelcome = (page: Page): boolean => /^chrome-extension:\/\/[a-p]+\/welcome\.html/u.test(page.url());

const patience = 30_000;
const forEver = 0;

/** The background of one extension, or of the first there is. */
const workerIn = async (context: BrowserContext, id?: string): Promise<Worker> => {
  const isIts = (worker: Worker): boolean => id === undefined || new URL(worker.url()).host === id;
  return (
    context.serviceWorkers().find(isIts) ??
    context.waitForEvent('serviceworker', { predicate: isIts, timeout: patience })
  );
};

/** Waits for the tab, closes it, and has another one in front again, as if it had never come. */
const closeWelcome = async (
  context: BrowserContext,
  front: Page | undefined,
  timeout: number = patience,
): Promise<void> => {
  const page =
    context.pages().find(isWelcome) ?? (await context.waitForEvent('page', { predicate: isWelcome, timeout }));
  await page.close();
  await front?.bringToFront();
};

const inFront = async (context: BrowserContext): Promise<Page | undefined> => {
  for (const page of context.pages()) {
    // Waits where the page is just being loaded; a hidden one draws no frames that could be waited for.
    const state = await page.waitForFunction(() => document.visibilityState, undefined, { polling: 50 });
    if ((await state.jsonValue()) === 'visible') return page;
  }
  return undefined;
};

/** `folders`: one, or several with commas between them, as the browser's flag has them. */
const hasWelcome = (folders: string): boolean =>
  folders.split(',').some((folder) => existsSync(join(folder, 'welcome.html')));

/** Whether the extension was in the profile before, which then may know that it was welcomed. */
const hasHad = (profile: string, folders: string): boolean => {
  const file = join(profile, 'Default', 'Preferences');
  if (!existsSync(file)) return false;
  const preferences: Preferences = JSON.parse(readFileSync(file, 'utf8'));
  const paths = Object.values(preferences.extensions?.settings ?? {}).map(({ path }) => path);
  return folders.split(',').some((folder) => paths.includes(realpathSync(folder)));
};

/** The part of a profile's file that says which extensions are in it. */
interface Preferences {
  readonly extensions?: { readonly settings?: { readonly [id: string]: { readonly path?: string } } };
}

const environment = (): { readonly [name: string]: string } =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

/** Names lead to the port; the rest of the world is not found, or leads there as well. */
const resolverRules = (hosts: LaunchOptions['hosts'], port: number): string =>
  hosts === 'everything'
    ? `MAP * 127.0.0.1:${port}`
    : [...hosts.map((host) => `MAP ${host}:443 127.0.0.1:${port}`), 'MAP * ~NOTFOUND'].join(',');

/** The browser's own calls home, first-run pages and QUIC, which host rules do not reach. */
const quiet: readonly string[] = [
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-domain-reliability',
  '--metrics-recording-only',
  // Hides the bar that warns of the flags above.
  '--test-type',
];

const browserSession = async (context: BrowserContext): Promise<CDPSession> => {
  const browser = context.browser();
  if (browser === null) throw new Error('This browser gives no session of its own');
  return browser.newBrowserCDPSession();
};

const isRoot = (): boolean => process.getuid?.() === 0;

const candidates = (): readonly string[] => {
  if (process.platform === 'darwin') {
    const names = ['Chromium', 'Brave Browser', 'Microsoft Edge', 'Google Chrome'];
    return names.flatMap((name) =>
      ['/Applications', join(homedir(), 'Applications')].map(
        (folder) => `${folder}/${name}.app/Contents/MacOS/${name}`,
      ),
    );
  }
  if (process.platform === 'win32') {
    const names = [
      'Chromium\\Application\\chrome.exe',
      'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
      'Google\\Chrome\\Application\\chrome.exe',
    ];
    const folders = ['LOCALAPPDATA', 'PROGRAMFILES', 'PROGRAMFILES(X86)'].flatMap((name) => process.env[name] ?? []);
    return names.flatMap((name) => folders.map((folder) => join(folder, name)));
  }
  const names = [
    'chromium',
    'chromium-browser',
    'brave-browser',
    'microsoft-edge',
    'google-chrome',
    'google-chrome-stable',
  ];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
};

/** What `--version` says; on Windows, where it says nothing, the product after the folder it is in. */
const versionOf = (path: string): string | undefined => {
  if (!existsSync(path)) return undefined;
  if (process.platform === 'win32') {
    if (path.includes('Google')) return 'Google Chrome';
    return path.includes('Edge') ? 'Microsoft Edge' : 'Chromium';
  }
  try {
    return execFileSync(path, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    // Not a browser that runs here: the next one is tried.
    return undefined;
  }
};
