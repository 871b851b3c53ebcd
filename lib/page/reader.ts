import { bounds, type Observation } from '../core/item.ts';
import type { ItemKey } from '../core/key.ts';
import type { MarkView, PageAnswer, StripView } from '../core/page-view.ts';
import type { Dom } from '../tools/dom.ts';
import type { Page, Reader } from '../tools/reader.ts';
import type { Background, PageReport } from './background.ts';
import { type Changes, type ChangesWindow, watchChanges } from './changes.ts';
import { createItemPage, type ItemPage } from './item-page.ts';
import type { Lifetime } from './lifetime.ts';
import { type NavigationWindow, type Stay, watchNavigation } from './navigation.ts';
import { createNear, type NearWindow } from './near.ts';
import { createPace, type PaceWindow } from './pace.ts';
import { createRows } from './rows.ts';

/** What is drawn on the page. Each call may be repeated; what stands already stays. */
export interface Surface {
  /** The strip or the mark of the page's own item; undefined takes it away. */
  readonly showItem: (strip: StripView | undefined, title: Element | undefined) => void;
  readonly drawMark: (view: MarkView, anchor: Element) => void;
  readonly eraseMark: (key: ItemKey) => void;
  readonly setHidden: (hidden: boolean) => void;
  readonly setTheme: (theme: 'light' | 'dark' | undefined) => void;
  /** Elements that the surface has put into the page. */
  readonly isOurs: (node: Node) => boolean;
}

export type ReaderWindow = ChangesWindow & NavigationWindow & NearWindow & PaceWindow;

export interface ReaderOptions {
  readonly window: ReaderWindow;
  readonly dom: Dom;
  readonly lifetime: Lifetime;
  /** Milliseconds, rising. */
  readonly now: () => number;
  readonly reader: Reader;
  /** Whether the reader's tool is served at this address. */
  readonly isHere: (address: URL) => boolean;
  readonly pageAt: (address: URL) => Page;
  /** What readers know of the world has come; true where it is new. */
  readonly learn: (answer: Pick<PageAnswer, 'sites' | 'places'>) => boolean;
  readonly background: Pick<Background, 'seen' | 'onUpdate'>;
  readonly surface: Surface;
}

/** One stay on a page of the tool. */
interface Visit {
  readonly stay: Stay;
  readonly key: ItemKey | undefined;
  readonly item: ItemPage | undefined;
}

/** What one scan found. */
interface Found {
  readonly observations: readonly Observation[];
  readonly drift?: readonly string[];
}

/** Milliseconds. */
const retryAfter = 3_000;
const retries = 3;
const updatesJoin = 100;
/** Reading the item again costs at most one part in so many of the time. */
const itemShare = 25;

/** Reads a page as it changes, tells what is new in one batch for each scan, and has the answer drawn. */
export const startReader = (options: ReaderOptions): void => {
  const { window, dom, lifetime, now, reader, isHere, pageAt, learn, background, surface } = options;
  const { signal } = lifetime;
  let visit: Visit | undefined;
  let everything = true;
  let itemTouched = false;
  let itemRest = 0;
  let itemFound: Found = { observations: [] };
  let asked = false;
  let saidMe = '';
  let paused = false;
  let strip: StripView | undefined;
  let sent = 0;
  let answered = 0;
  let failures = 0;
  /** The door at which something of this page was refused (K7). */
  let shut: string | undefined;

  const near = createNear({
    window,
    signal,
    draw: surface.drawMark,
    erase: surface.eraseMark,
    isOnPage: (element) => dom.contains(dom.document, element),
  });
  const rows = createRows({ reader, dom, onSpot: near.spot, onLeft: near.left });

  const onStay = (stay: Stay): void => {
    const before = visit;
    const here = isHere(stay.address);
    const key = here ? pageAt(stay.address).locate(stay.address) : undefined;
    const same = here && before !== undefined && before.key === key;
    visit = here ? { stay, key, item: same ? before.item : key && createItemPage(reader, key, now) } : undefined;
    if (!same) forgetItem();
    asked = false;
    itemTouched = true;
    pace.restart();
    pace.request();
  };
  const forgetItem = (): void => {
    strip = undefined;
    itemRest = 0;
    itemFound = { observations: [] };
    surface.showItem(undefined, undefined);
  };
  const onHint = (): void => {
    everything = true;
    itemTouched = true;
    asked = false;
    pace.restart();
    pace.request();
  };

  /** One slice of a scan. True: the page is read, and what was new is told. */
  const scan = (hasTime: () => boolean): boolean => {
    if (visit === undefined) return true;
    const page = pageAt(visit.stay.address);
    const changed = changes.take();
    rows.touch(everything ? { ...changed, all: true } : changed);
    if (everything || concernsItem(page, visit, changed)) itemTouched = true;
    everything = false;
    if (itemTouched) readItem(page, visit);
    surface.setTheme(reader.theme(page));
    if (strip !== undefined) surface.showItem(strip, reader.title(page));
    if (!rows.read(page, hasTime)) return false;
    near.refresh();
    tell(page, visit);
    return true;
  };

  const concernsItem = (page: Page, { item }: Visit, { all, touched }: Changes): boolean => {
    if (item === undefined || (!all && touched.size === 0)) return false;
    const container = reader.container(page);
    changes.watchAttributes(container, reader.attributes);
    if (all || container === undefined) return true;
    for (const node of touched) if (dom.contains(container, node) || dom.contains(node, container)) return true;
    return false;
  };

  const readItem = (page: Page, { item }: Visit): void => {
    if (item === undefined) return;
    const started = now();
    if (started < itemRest) {
      pace.requestIn(itemRest - started);
      return;
    }
    itemTouched = false;
    changes.watchAttributes(reader.container(page), reader.attributes);
    const reading = item.read(page);
    itemRest = now() + (now() - started) * itemShare;
    if (reading.type === 'observed') itemFound = { observations: [reading.observation] };
    else if (reading.type === 'drift') itemFound = { observations: [], drift: reading.missing };
    else if (reading.type === 'waiting') {
      itemTouched = reading.again !== undefined;
      if (reading.again !== undefined) pace.requestIn(reading.again);
    }
  };

  const tell = (page: Page, { key }: Visit): void => {
    const listed = rows.take();
    const me = reader.me(page);
    const isNewMe = me !== undefined && JSON.stringify(me) !== saidMe;
    const { drift } = itemFound;
    const observations = [...itemFound.observations, ...listed];
    itemFound = { observations: [] };
    if (observations.length === 0 && drift === undefined && !isNewMe && (asked || key === undefined)) return;
    if (isNewMe) saidMe = JSON.stringify(me);
    asked = true;
    const marks = listed.map((observation) => observation.key);
    send({ ...reportOf(page, observations, marks), ...(drift && { drift }), ...(isNewMe && { me }) }, listed);
  };

  const reportOf = (page: Page, observations: readonly Observation[], marks: PageReport['marks']): PageReport => ({
    address: page.address.href,
    observations,
    marks,
    isPublic: reader.isPublic?.(page) ?? false,
    paused,
  });

  /** Asks again without having read anything: what is known may have changed elsewhere. */
  const ask = (): void => {
    if (visit === undefined || !lifetime.alive()) return;
    send(reportOf(pageAt(visit.stay.address), [], near.keys().slice(0, bounds.listed)));
  };

  const send = async (report: PageReport, listed: readonly Observation[] = []): Promise<void> => {
    const about = visit;
    sent += 1;
    const number = sent;
    const answer = await background.seen(report);
    if (!lifetime.alive()) return;
    if (!answer.ok) {
      rows.giveBack(listed);
      about?.item?.giveBack();
      saidMe = '';
      asked = false;
      failures += 1;
      if (failures <= retries) {
        itemTouched = true;
        pace.requestIn(retryAfter);
      }
      return;
    }
    failures = 0;
    draw(answer.value, report, about, number);
  };

  const draw = (answer: PageAnswer, report: PageReport, about: Visit | undefined, number: number): void => {
    // What was refused before a deletion is not told because of it, as long as the page is not opened anew.
    const isSame = shut !== undefined && storeOf(shut) === storeOf(answer.door);
    const isStripNew = (strip ?? answer.strip) !== strip;
    const isOpened = isSame && (shut !== answer.door || isStripNew);
    if (isOpened) {
      shut = undefined;
      rows.forget();
      visit?.item?.giveBack();
      saidMe = '';
    }
    if (answer.refused || (shut !== undefined && !isSame)) shut = answer.door;
    if (learn(answer) || isOpened) onHint();
    surface.setHidden(answer.hidden);
    // A list's marks go by their keys and hold wherever the rows stand; the strip belongs to one stay.
    near.know(report.marks, answer.marks);
    if (about === undefined || about !== visit || !about.stay.isCurrent() || number < answered) return;
    answered = number;
    strip = answer.strip;
    surface.showItem(strip, strip && reader.title(pageAt(about.stay.address)));
  };

  const pace = createPace({
    window,
    lifetime,
    now,
    work: scan,
    onPause: (isPaused) => {
      paused = isPaused;
      if (!isPaused) {
        everything = true;
        return changes.resume();
      }
      changes.pause();
      ask();
    },
  });
  const changes = watchChanges({
    window,
    dom,
    signal,
    now,
    isOurs: surface.isOurs,
    onChange: pace.request,
    onSpent: pace.spend,
  });
  let joined: ReturnType<typeof setTimeout> | undefined;
  let stale = false;
  /** Nobody looks at a hidden tab: it asks when it is looked at again. */
  const askSoon = (): void => {
    clearTimeout(joined);
    stale = dom.document.hidden;
    if (!stale) joined = setTimeout(ask, updatesJoin);
  };
  background.onUpdate(askSoon, signal);
  dom.document.addEventListener('visibilitychange', () => stale && askSoon(), { signal });
  watchNavigation(window, lifetime, { onStay, onHint });
};

const storeOf = (door: string): string | undefined => door.split(' ')[0];
