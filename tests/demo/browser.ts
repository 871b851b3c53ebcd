import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Worker } from '@playwright/test';

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
}

export interface Launched {
  readonly context: BrowserContext;
  /** Of the whole browser: targets, tracing, extensions. */
  readonly cdp: CDPSession;
  /** The extension's background; absent without an extension. */
  readonly worker: Worker | undefined;
  readonly extensionId: string | undefined;
  readonly close: () => Promise<void>;
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
  const worker =
    extension === undefined
      ? undefined
      : (context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: 30_000 })));
  return {
    context,
    cdp,
    worker,
    extensionId: worker === undefined ? undefined : new URL(worker.url()).host,
    close: async () => {
      await context.close();
      process.off('exit', forget);
      forget();
    },
  };
};

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
