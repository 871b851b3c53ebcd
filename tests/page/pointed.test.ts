import { expect, test } from 'vitest';
import { watchPointed } from '../../lib/page/pointed.ts';
import { openPage } from './surroundings.ts';

const pointAt = (html: string, selector: string, isTrusted = true) => {
  const { window, document, dom } = openPage(html);
  const words = watchPointed(dom, new AbortController().signal);
  const target = document.querySelector(selector);
  if (target === null) throw new Error(`No ${selector}`);
  const event = new window.Event('contextmenu', { bubbles: true }) as unknown as Event;
  // Only the browser makes one that is; the property belongs to each event.
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  target.dispatchEvent(event);
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

test('[T7] nothing where the page itself says that a menu was opened', () => {
  expect(pointAt('<b>Boss</b>', 'b', false)).toEqual([]);
});

test('nothing before a menu was opened', () => {
  const { dom } = openPage('<b>Dana</b>');
  expect(watchPointed(dom, new AbortController().signal)()).toEqual([]);
});
