import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Window } from 'happy-dom';
import type { Place, Site } from '../lib/core/key.ts';
import { type DomWindow, domOf } from '../lib/tools/dom.ts';
import { expand, locate } from '../lib/tools/index.ts';
import type { Page } from '../lib/tools/reader.ts';

/** Real saved pages stand beside the project, not in it: they are other people's. */
export const savedPages = fileURLToPath(new URL('../../shared/pages/', import.meta.url));
export const hasSavedPages = existsSync(savedPages);
export const savedPage = (path: string): string => readFileSync(`${savedPages}${path}`, 'utf8');

export interface PageOptions {
  readonly address: string;
  readonly sites?: readonly Site[];
  readonly places?: readonly Place[];
  readonly today?: string;
}

/** A page for a reader: parsed, nothing run, nothing loaded. */
export const pageOf = (html: string, { address, sites = [], places = [], today = '2026-11-22' }: PageOptions): Page => {
  const window = new Window({
    url: address,
    settings: {
      disableJavaScriptEvaluation: true,
      disableJavaScriptFileLoading: true,
      disableCSSFileLoading: true,
      disableIframePageLoading: true,
    },
  });
  const document = new window.DOMParser().parseFromString(html, 'text/html');
  return {
    address: new URL(address),
    dom: domOf(window as unknown as DomWindow, document as unknown as Document),
    sites,
    locate: (url) => locate(url, sites),
    expand: (word, here) => expand(word, here, places),
    today,
  };
};
