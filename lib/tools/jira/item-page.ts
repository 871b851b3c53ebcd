import type { LinkGroup, Observation } from '../../core/item.ts';
import type { ItemKey } from '../../core/key.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { seen } from '../../core/seen.ts';
import type { Page, PageDrift, PageNotReady } from '../reader.ts';
import { locate } from './addresses.ts';
import { cloudPartial, cloudTitle, isTitled, readCloudIssue, seeCloudIssue } from './cloud-issue.ts';
import { type Found, factsOf } from './facts.ts';
import {
  metaNames,
  readServerIssue,
  seeServerIssue,
  serverAliases,
  serverPartial,
  serverTitle,
} from './server-issue.ts';
import type { Sight } from './sight.ts';

/** A generation of issue pages. */
interface Variant {
  readonly see: (page: Page, key: ItemKey) => Sight;
  readonly title: (dom: Page['dom'], container: Element) => Element | undefined;
  readonly read: (page: Page, key: ItemKey, container: Element) => Found;
  readonly aliases: (page: Page, key: ItemKey, container: Element) => readonly string[] | undefined;
  /** Groups that the page shows only in part. */
  readonly partial: (page: Page, container: Element) => readonly LinkGroup[];
}

const cloud: Variant = {
  see: seeCloudIssue,
  title: cloudTitle,
  read: readCloudIssue,
  aliases: () => undefined,
  partial: cloudPartial,
};

const server: Variant = {
  see: seeServerIssue,
  title: serverTitle,
  read: readServerIssue,
  aliases: serverAliases,
  partial: serverPartial,
};

const variants: readonly Variant[] = [cloud, server];

interface Place {
  readonly key: ItemKey;
  readonly variant: Variant;
  readonly container: Element;
}

/** Where the page shows the item of its address; or that it shows another one, or none. */
const find = (page: Page): Place | 'another' | 'none' => {
  const key = locate(page.address, page.sites);
  if (key === undefined) return 'none';
  const sights = variants.map((variant) => ({ variant, sight: variant.see(page, key) }));
  for (const { variant, sight } of sights) {
    if (sight.type === 'this') return { key, variant, container: sight.container };
  }
  return sights.some(({ sight }) => sight.type === 'another') ? 'another' : 'none';
};

export const read = (page: Page): Result<Observation, PageDrift | PageNotReady> => {
  const found = find(page);
  if (typeof found === 'string') return found === 'none' && isUnreadable(page) ? drift(['title', 'state']) : notReady;
  const { key, variant, container: within } = found;
  const reading = variant.read(page, key, within);
  const missing = (['title', 'state'] as const).filter((field) => reading[field] === undefined);
  if (missing.length > 0) return drift(missing);
  const facts = factsOf(reading);
  const aliases = variant.aliases(page, key, within);
  const partial = variant.partial(page, within).filter((group) => facts.links?.[group] !== undefined);
  return ok(
    seen<Observation>({ key, facts, from: 'item', aliases, partial: partial.length === 0 ? undefined : partial }),
  );
};

const notReady = fail({ type: 'PageNotReady' } as const);
const drift = (missing: readonly string[]) => fail({ type: 'PageDrift', missing } as const);

const signs = 'meta[name="application-name"][content="JIRA" i], body#jira, meta[name="ajs-jira-base-url"]';
/** A page in place of the item: log in, no permission, no such issue. */
const barriers =
  '#login-form, form[action*="login"], input[name="os_username"], .issue-error, #issue-error, .aui-message-error, [data-testid*="cannot-view"], [data-testid*="error-page"], [data-testid*="not-found"]';

/**
 * K5: Jira shows the item (its document title or its own meta element names it) in markup that no variant knows.
 * A page that is still loading names nothing yet, or the item before.
 */
const isUnreadable = (page: Page): boolean => {
  const key = locate(page.address, page.sites);
  const { dom } = page;
  if (key === undefined || dom.first(signs) === undefined || dom.first(barriers) !== undefined) return false;
  return (
    (isTitled(page, key) || metaNames(page, key)) && dom.first('h1, h2, main, [role="main"], #content') !== undefined
  );
};

export const container = (page: Page): Element | undefined => {
  const found = find(page);
  return typeof found === 'string' ? undefined : found.container;
};

export const title = (page: Page): Element | undefined => {
  const found = find(page);
  return typeof found === 'string' ? undefined : found.variant.title(page.dom, found.container);
};
