import { expect, test } from 'vitest';
import { watchPointed } from '../../lib/page/pointed.ts';
import { openPage } from './surroundings.ts';

const pointAt = (html: string, selector: string) => {
  const { window, document, dom } = openPage(html);
  const words = watchPointed(dom, new AbortController().signal);
  const target = document.querySelector(selector);
  if (target === null) throw new Error(`No ${selector}`);
  target.dispatchEvent(new window.Event('contextmenu', { bubbles: true }) as unknown as Event);
  return words();
};

test('the texts and labels where the menu was opened, from the inside out', () => {
  expect(
    pointAt('<a title="Dana Reyes"><span aria-label="Assignee"><img alt="dana-reyes" /></span></a>', 'img'),
  ).toEqual(['dana-reyes', 'Assignee', 'Dana Reyes']);
  expect(pointAt('<p><b>Dana  Reyes</b> opened this</p>', 'b')).toEqual(['Dana Reyes', 'Dana Reyes opened this']);
});

test('nothing long, and nothing from far above', () => {
  const far = '<div title="Far"><i><i><i><i><b>Dana</b></i></i></i></i></div>';
  expect(pointAt(far, 'b')).toEqual(['Dana']);
  expect(pointAt(`<div><b>Dana</b>${'long '.repeat(40)}</div>`, 'b')).toEqual(['Dana']);
});

test('nothing before a menu was opened', () => {
  const { dom } = openPage('<b>Dana</b>');
  expect(watchPointed(dom, new AbortController().signal)()).toEqual([]);
});
