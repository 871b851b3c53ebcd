import { bounds, type Observation } from '../core/item.ts';
import type { ItemKey } from '../core/key.ts';
import type { Dom } from '../tools/dom.ts';
import type { Page, Reader } from '../tools/reader.ts';
import type { Changes } from './changes.ts';

/** An item stands on the page: `anchor` takes its mark, `row` tells whether it can be seen. */
export interface Spot {
  readonly row: Element;
  readonly anchor: Element | undefined;
}

export interface RowsOptions {
  readonly reader: Pick<Reader, 'rows' | 'row'>;
  readonly dom: Dom;
  /** The item is now shown here. Told again when its row is another one. */
  readonly onSpot: (key: ItemKey, spot: Spot) => void;
  /** The row now shows something else. */
  readonly onLeft: (key: ItemKey, row: Element) => void;
}

export interface Rows {
  /** Finds the rows that changes touch; only they will be read again. */
  readonly touch: (changes: Changes) => void;
  /** Reads touched rows as long as there is time. True: none is left. */
  readonly read: (page: Page, hasTime: () => boolean) => boolean;
  /** What rows say that was not handed over before. */
  readonly take: () => readonly Observation[];
  /** What was handed over before was not kept: all of it is new again. */
  readonly forget: () => void;
  /** These never arrived: they are new again. */
  readonly giveBack: (observations: readonly Observation[]) => void;
}

/** The items that a page lists: each row is read once, and again only when something in it has changed. */
export const createRows = ({ reader, dom, onSpot, onLeft }: RowsOptions): Rows => {
  const touched = new Set<Element>();
  const shown = new WeakMap<Element, ItemKey>();
  /** The last words about each item: lists repeat themselves, and virtual lists make new rows of old items. */
  const said = new Map<ItemKey, string>();
  let fresh = new Map<ItemKey, Observation>();

  const readRow = (page: Page, row: Element): void => {
    const before = shown.get(row);
    const listed = reader.row(page, row);
    const key = listed?.observation.key;
    if (before !== undefined && before !== key) {
      shown.delete(row);
      onLeft(before, row);
    }
    if (listed === undefined || key === undefined) return;
    shown.set(row, key);
    onSpot(key, { row, anchor: listed.mark });
    const words = JSON.stringify(listed.observation);
    if (said.get(key) === words || fresh.size >= bounds.listed) return;
    // The oldest is forgotten first: seen again, it is only told again.
    for (const oldest of said.keys()) if (said.size >= bounds.listed) said.delete(oldest);
    said.set(key, words);
    fresh.set(key, listed.observation);
  };

  const rowAround = (node: Node): void => {
    const element = dom.isElement(node) ? node : dom.parent(node);
    const row = element && dom.closest(element, reader.rows);
    if (row !== undefined) touched.add(row);
  };

  return {
    touch: (changes) => {
      if (changes.all) for (const row of dom.all(reader.rows)) touched.add(row);
      for (const node of changes.touched) rowAround(node);
      for (const element of changes.added) {
        if (!dom.contains(dom.document, element)) continue;
        rowAround(element);
        for (const row of dom.all(reader.rows, element)) touched.add(row);
      }
    },
    read: (page, hasTime) => {
      for (const row of touched) {
        if (!hasTime()) return false;
        touched.delete(row);
        if (dom.contains(dom.document, row)) readRow(page, row);
      }
      return true;
    },
    take: () => {
      const taken = [...fresh.values()];
      fresh = new Map();
      return taken;
    },
    forget: () => said.clear(),
    giveBack: (observations) => {
      for (const observation of observations) {
        if (!fresh.has(observation.key)) fresh.set(observation.key, observation);
      }
    },
  };
};
