import { expect, test, vi } from 'vitest';
import type { MarkView } from '../../lib/core/page-view.ts';
import { createNear } from '../../lib/page/near.ts';
import { intersections, key, openPage } from './surroundings.ts';

const start = (count = 3) => {
  const { document, dom } = openPage(
    `<ul>${Array.from({ length: count }, (_, index) => `<li id="r${index}"><a></a></li>`).join('')}</ul>`,
  );
  const { IntersectionObserver, watched, near, far } = intersections();
  const draw = vi.fn();
  const erase = vi.fn();
  const marks = createNear({
    window: { IntersectionObserver },
    draw,
    erase,
    isOnPage: (element) => dom.contains(document, element),
    signal: new AbortController().signal,
  });
  const row = (index: number): Element => document.getElementById(`r${index}`) as Element;
  const spot = (name: string, index: number): void =>
    marks.spot(key(name), { row: row(index), anchor: row(index).firstElementChild ?? undefined });
  return { marks, draw, erase, watched, near, far, row, spot };
};

const view = (name: string, blockers = 1): MarkView => ({ key: key(name), level: 'blocked', blockers, waiting: 0 });

test('a mark is drawn where it can be seen, and only there', () => {
  const { marks, draw, erase, near, far, row, spot } = start();
  spot('A', 0);
  spot('B', 1);
  marks.know([key('A'), key('B')], [view('A'), view('B')]);
  expect(draw).not.toHaveBeenCalled();
  near(row(0));
  expect(draw).toHaveBeenCalledExactlyOnceWith(view('A'), row(0).firstElementChild);
  far(row(0));
  expect(erase).toHaveBeenCalledExactlyOnceWith(key('A'));
});

test('items with nothing to say are not even watched', () => {
  const { marks, watched, spot } = start();
  spot('A', 0);
  spot('B', 1);
  marks.know([key('A'), key('B')], [view('B')]);
  expect(watched.size).toBe(1);
});

test('it makes no difference whether the row or its mark is known first', () => {
  const { marks, draw, near, row, spot } = start();
  marks.know([key('A')], [view('A')]);
  spot('A', 0);
  near(row(0));
  expect(draw).toHaveBeenCalledOnce();
});

test('[Q1] one mark for an item, however many rows it has; the next row takes over when the first has gone', () => {
  const { marks, draw, near, row, spot } = start();
  marks.know([key('A')], [view('A')]);
  spot('A', 0);
  spot('A', 1);
  near(row(0));
  near(row(1));
  expect(draw).toHaveBeenCalledOnce();
  const second = row(1);
  row(0).remove();
  marks.spot(key('A'), { row: second, anchor: second.firstElementChild ?? undefined });
  near(second);
  expect(draw).toHaveBeenLastCalledWith(view('A'), second.firstElementChild);
});

test('a mark that has nothing to say any more is taken away, one that says something else is drawn anew', () => {
  const { marks, draw, erase, near, row, spot } = start();
  spot('A', 0);
  marks.know([key('A')], [view('A')]);
  near(row(0));
  marks.know([key('A')], [view('A', 2)]);
  expect(draw).toHaveBeenLastCalledWith(view('A', 2), row(0).firstElementChild);
  marks.know([key('A')], []);
  expect(erase).toHaveBeenCalledExactlyOnceWith(key('A'));
  draw.mockClear();
  marks.refresh();
  expect(draw).not.toHaveBeenCalled();
});

test('a row that shows another item loses its mark', () => {
  const { marks, erase, near, row, spot, watched } = start();
  spot('A', 0);
  marks.know([key('A')], [view('A')]);
  near(row(0));
  marks.left(key('A'), row(0));
  expect(erase).toHaveBeenCalledExactlyOnceWith(key('A'));
  expect(watched.size).toBe(0);
});

test('draws no more than a screen could need, whatever the page shows at once', () => {
  const { marks, draw, near, row, spot } = start(200);
  const names = Array.from({ length: 200 }, (_, index) => `I${index}`);
  names.forEach(spot);
  marks.know(
    names.map(key),
    names.map((name) => view(name)),
  );
  names.forEach((_, index) => {
    near(row(index));
  });
  expect(draw).toHaveBeenCalledTimes(150);
});

test('[K6] rows that left the page are forgotten, so that nothing keeps them', () => {
  const { marks, row, spot, watched } = start();
  spot('A', 0);
  spot('B', 1);
  marks.know([key('A')], [view('A')]);
  row(0).remove();
  expect(marks.keys()).toEqual([key('B')]);
  expect(watched.size).toBe(0);
});
