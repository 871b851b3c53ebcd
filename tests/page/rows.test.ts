import { expect, test, vi } from 'vitest';
import type { Changes } from '../../lib/page/changes.ts';
import { createRows } from '../../lib/page/rows.ts';
import { fakeReader, key, openPage, pageOn } from './surroundings.ts';

const always = () => true;

const start = (html: string) => {
  const { document, dom } = openPage(html);
  const reader = fakeReader();
  const row = vi.fn(reader.row);
  const onSpot = vi.fn();
  const onLeft = vi.fn();
  const rows = createRows({ reader: { ...reader, row }, dom, onSpot, onLeft });
  const page = pageOn(dom);
  const see = (changes: Partial<Changes>) => {
    rows.touch({ all: false, added: new Set(), touched: new Set(), ...changes });
    return rows.read(page, always);
  };
  const titles = () => rows.take().map(({ facts }) => facts.title);
  return { document, rows, row, page, see, titles, onSpot, onLeft };
};

const list = (names: readonly string[]): string =>
  `<ul>${names.map((name) => `<li data-item="${name}"><a>${name}</a></li>`).join('')}</ul>`;
const rowOf = (document: Document, name: string): Element => {
  const found = document.querySelector(`[data-item="${name}"]`);
  if (found === null) throw new Error(name);
  return found;
};

test('reads every row once, and hands each over once', () => {
  const { see, titles, row } = start(list(['A', 'B', 'C']));
  see({ all: true });
  expect(titles()).toEqual(['A', 'B', 'C']);
  expect(titles()).toEqual([]);
  expect(row).toHaveBeenCalledTimes(3);
});

test('a change in one row has that row read again, and no other', () => {
  const { document, see, titles, row } = start(list(Array.from({ length: 1_000 }, (_, index) => `I${index}`)));
  see({ all: true });
  titles();
  row.mockClear();
  const link = rowOf(document, 'I500').firstElementChild as Element;
  link.textContent = 'renamed';
  see({ touched: new Set([link.firstChild as Node]) });
  expect(row).toHaveBeenCalledOnce();
  expect(titles()).toEqual(['renamed']);
});

test('a row that was made anew with the same words says nothing new', () => {
  const { document, see, titles } = start(list(['A']));
  see({ all: true });
  titles();
  const copy = rowOf(document, 'A').cloneNode(true) as Element;
  rowOf(document, 'A').replaceWith(copy);
  see({ added: new Set([copy]) });
  expect(titles()).toEqual([]);
});

test('rows inside of what was added are found; rows that have left again are not read', () => {
  const { document, see, titles, row } = start('<section></section>');
  const block = document.createElement('div');
  block.innerHTML = list(['A', 'B']);
  const gone = document.createElement('li');
  gone.setAttribute('data-item', 'GONE');
  document.querySelector('section')?.append(block);
  see({ added: new Set([block, gone]) });
  expect(titles()).toEqual(['A', 'B']);
  expect(row).toHaveBeenCalledTimes(2);
});

test('a placeholder is no item until it becomes one', () => {
  const { document, see, titles, onSpot } = start('<ul><li id="later"></li></ul>');
  see({ all: true });
  expect(titles()).toEqual([]);
  expect(onSpot).not.toHaveBeenCalled();
  const row = document.getElementById('later') as Element;
  row.setAttribute('data-item', 'A');
  row.innerHTML = '<a>A</a>';
  see({ touched: new Set([row]) });
  expect(titles()).toEqual(['A']);
});

test('a row that is used again for another item has left the first (K6: it is not gone, only not here)', () => {
  const { document, see, titles, onLeft, onSpot } = start(list(['A']));
  see({ all: true });
  titles();
  const row = rowOf(document, 'A');
  row.setAttribute('data-item', 'B');
  row.innerHTML = '<a>B</a>';
  see({ touched: new Set([row]) });
  expect(onLeft).toHaveBeenCalledExactlyOnceWith(key('A'), row);
  expect(onSpot).toHaveBeenLastCalledWith(key('B'), { row, anchor: row.firstElementChild });
  expect(titles()).toEqual(['B']);
});

test('stops when there is no time, and goes on where it stopped', () => {
  const { rows, page, titles, row } = start(list(['A', 'B', 'C']));
  rows.touch({ all: true, added: new Set(), touched: new Set() });
  let left = 2;
  expect(rows.read(page, () => left-- > 0)).toBe(false);
  expect(row).toHaveBeenCalledTimes(2);
  expect(rows.read(page, always)).toBe(true);
  expect(titles()).toEqual(['A', 'B', 'C']);
});

test('what never arrived is handed over again, in its latest words', () => {
  const { document, rows, see, titles } = start(list(['A', 'B']));
  see({ all: true });
  const lost = rows.take();
  const link = rowOf(document, 'A').firstElementChild as Element;
  link.textContent = 'newer';
  see({ touched: new Set([link]) });
  rows.giveBack(lost);
  expect(titles().sort()).toEqual(['B', 'newer']);
});

test('[T14] fields of a form hide nothing of its row', () => {
  const { see, titles } = start(
    '<ul><li data-item="A"><form><input name="closest"><input name="textContent"><input name="isConnected"><a>A</a></form></li></ul>',
  );
  see({ all: true });
  expect(titles()).toEqual(['A']);
});
