import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { CDPSession, Page } from '@playwright/test';
import { toolNeeds } from '../../entrypoints/background/tool-needs.ts';
import type { Place } from '../../lib/core/key.ts';
import { type FoundBrowser, findBrowser, howToInstall, launch } from '../demo/browser.ts';
import { selfSigned } from '../demo/certificate.ts';
import { claimPlaces } from '../demo/claim.ts';
import { builtExtension, injectedBytes } from './extension.ts';
import { mediansOf, rounded } from './figures.ts';
import { machine } from './machine.ts';

export interface PageOptions {
  /** An HTML file; without one, a page of rows made here. */
  readonly page?: string | undefined;
  readonly url: string;
  /** Another built extension, measured in the same run. */
  readonly extension?: string | undefined;
  readonly rounds: number;
}

/** Milliseconds. */
const settling = 3_000;
const churning = 5_000;
const warmLoads = 3;

interface Sample {
  readonly script: number;
  readonly main: number;
  readonly heap: number;
  readonly churn: number;
}

interface Condition {
  readonly name: string;
  readonly extension?: string;
}

/**
 * What a content script adds to a page in a real browser, against the same page without it: CPU time of the page's main
 * thread, so that other load on the machine counts little. Conditions take turns in each round; one cold load a round is
 * not counted; medians.
 */
export const benchPage = async (options: PageOptions) => {
  const browser = findBrowser();
  if (browser === undefined) throw new Error(`No browser of the Chromium family: ${howToInstall()}`);
  const own = builtExtension();
  const conditions: readonly Condition[] = [
    { name: 'none' },
    { name: 'crosstie', extension: own },
    ...(options.extension === undefined ? [] : [{ name: 'peer', extension: options.extension }]),
  ];
  const site = await serve(options.url, options.page === undefined ? madePage() : readFileSync(options.page, 'utf8'));
  const samples = new Map<string, Sample[]>(conditions.map(({ name }) => [name, []]));
  try {
    for (let round = 0; round < options.rounds; round += 1) {
      for (const condition of conditions) {
        const found = await measure(condition, browser, site, options.url);
        samples.get(condition.name)?.push(...found);
      }
    }
  } finally {
    site.close();
  }
  const medians = new Map([...samples].map(([name, found]) => [name, mediansOf(found)]));
  const bare = medians.get('none');
  const added = (name: string, folder: string) => {
    const with_ = medians.get(name);
    if (bare === undefined || with_ === undefined) throw new Error(`Nothing was measured of ${name}`);
    return {
      script_ms: rounded(with_.script - bare.script),
      main_ms: rounded(with_.main - bare.main),
      heap_mb: rounded(with_.heap - bare.heap, 2),
      churn_script_ms_per_s: rounded(with_.churn - bare.churn),
      ...injectedBytes(folder, options.url),
    };
  };
  return {
    ...added('crosstie', own),
    bare: bare && {
      script_ms: rounded(bare.script),
      main_ms: rounded(bare.main),
      heap_mb: rounded(bare.heap, 2),
      churn_script_ms_per_s: rounded(bare.churn),
    },
    ...(options.extension === undefined ? {} : { peer: added('peer', options.extension) }),
    loads: options.rounds * warmLoads,
    machine: machine(browser.version),
  };
};

interface Site {
  readonly port: number;
  readonly fingerprint: string;
  readonly host: string;
  readonly close: () => void;
}

/** The page at its address, an empty page of the same host beside it, nothing else. */
const serve = async (url: string, html: string): Promise<Site> => {
  const { host, pathname } = new URL(url);
  const { key, cert, fingerprint } = selfSigned([host]);
  const server = createServer({ key, cert }, (request, response) => {
    const path = new URL(request.url ?? '/', url).pathname;
    response.setHeader('content-type', 'text/html; charset=utf-8');
    if (path === pathname) response.end(html);
    else if (path === emptyPath) response.end('<!doctype html><title>empty</title>');
    else {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { port: (server.address() as AddressInfo).port, fingerprint, host, close: () => server.close() };
};

const emptyPath = '/about-nothing';

const measure = async (
  { extension }: Condition,
  browser: FoundBrowser,
  site: Site,
  url: string,
): Promise<readonly Sample[]> => {
  const { context, extensionId, close } = await launch({
    browser,
    headless: true,
    port: site.port,
    hosts: [site.host],
    fingerprint: site.fingerprint,
    // Otherwise the heap counts the pages of earlier loads as well.
    keepsPages: false,
    ...(extension === undefined ? {} : { extension }),
  });
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    // Elsewhere it draws nothing, and would be measured doing nothing (K7).
    if (extensionId !== undefined) await claimPlaces(context, extensionId, placesAt(url));
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const samples: Sample[] = [];
    for (let load = 0; load <= warmLoads; load += 1) {
      const sample = await oneLoad(page, session, url);
      if (load > 0) samples.push(sample);
    }
    return samples;
  } finally {
    await close();
  }
};

/** The place of the page; none where it belongs to none. */
const placesAt = (url: string): readonly Place[] => {
  const place = toolNeeds.placeAt(new URL(url), []);
  return place === undefined ? [] : [place];
};

const oneLoad = async (page: Page, session: CDPSession, url: string): Promise<Sample> => {
  // From a page of the same site, so that both are in one process and its counters go on.
  await page.goto(new URL(emptyPath, url).href);
  const start = await metrics(session);
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForTimeout(settling);
  const loaded = await metrics(session);
  await session.send('HeapProfiler.collectGarbage');
  const { JSHeapUsedSize: heap = 0 } = await metrics(session);
  // What runs the benchmark names functions through a helper of its own, which the page does not have.
  await page.evaluate('globalThis.__name = (made) => made');
  const before = await metrics(session);
  await page.evaluate(churn, { rows: 20, lasting: churning, base: new URL(url).pathname });
  const after = await metrics(session);
  const spent = (name: string, from: Metrics, to: Metrics): number => ((to[name] ?? 0) - (from[name] ?? 0)) * 1000;
  return {
    script: spent('ScriptDuration', start, loaded),
    main: spent('TaskDuration', start, loaded),
    heap: heap / 1e6,
    churn: spent('ScriptDuration', before, after) / (churning / 1000),
  };
};

type Metrics = { readonly [name: string]: number };

const metrics = async (session: CDPSession): Promise<Metrics> => {
  const { metrics: found } = await session.send('Performance.getMetrics');
  return Object.fromEntries(found.map(({ name, value }) => [name, value]));
};

/** Runs in the page: replaces rows with links to items on every frame, as a list that a framework draws anew. */
const churn = ({ rows, lasting, base }: { rows: number; lasting: number; base: string }): Promise<void> =>
  new Promise((done) => {
    const list = document.createElement('ul');
    document.body.append(list);
    const until = performance.now() + lasting;
    let frame = 0;
    const turn = (): void => {
      frame += 1;
      list.replaceChildren(
        ...Array.from({ length: rows }, (_, index) => {
          const row = document.createElement('li');
          const link = document.createElement('a');
          link.href = base.replace(/\d+(?=\D*$)/u, String(((frame * rows + index) % 500) + 1));
          link.textContent = `Row ${frame}.${index}`;
          row.append(link);
          return row;
        }),
      );
      if (performance.now() < until) requestAnimationFrame(turn);
      else {
        list.remove();
        done();
      }
    };
    requestAnimationFrame(turn);
  });

/** A page of the size of a long issue: 3,000 elements and 15 links to items. */
const madePage = (): string => {
  const comment = (index: number): string =>
    `<div class="timeline-comment"><p>Comment ${index}</p>${'<p><span>words</span> and <em>words</em></p>'.repeat(60)}<a href="/acme/api/issues/${index + 2}">#${index + 2}</a></div>`;
  return `<!doctype html><html><head><title>Made page · Issue #1 · acme/api</title></head><body><main>
<h1 data-component="PH_Title"><bdi data-testid="issue-title" class="markdown-title">Made page</bdi> <span>#1</span></h1>
<span data-testid="header-state" data-status="issueOpened">Open</span>${Array.from({ length: 15 }, (_, index) => comment(index)).join('')}</main></body></html>`;
};
