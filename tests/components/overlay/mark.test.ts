import { expect, test, vi } from 'vitest';
import { drawMark, drawQuietMark } from '../../../components/overlay/mark.ts';
import type { ItemKey } from '../../../lib/core/key.ts';
import type { MarkView } from '../../../lib/core/page-view.ts';
import { drawingIn, newWindow } from './stage.ts';

const key = 'fake:A' as ItemKey;
const draw = (view: Omit<MarkView, 'key'>) => drawMark(drawingIn(newWindow()), { key, ...view });

test.each<readonly [Omit<MarkView, 'key'>, string, string]>([
  [{ level: 'blocked', blockers: 1, waiting: 0 }, 'Blocked by one item', ''],
  [{ level: 'blocked', blockers: 2, waiting: 3 }, 'Blocked by 2 items. 3 items wait on this', '2'],
  [{ level: 'blocking', blockers: 0, waiting: 4 }, '4 items wait on this', '4'],
  [{ level: 'awaited-unowned', blockers: 0, waiting: 1 }, 'One item waits on this. Nobody owns this', ''],
])('%j is an image that says: %s', (view, label, count) => {
  const mark = draw(view);
  expect(mark.getAttribute('role')).toBe('img');
  expect(mark.getAttribute('aria-label')).toBe(label);
  expect(mark.textContent).toBe(count);
});

test('the levels differ in their signs, not in colour alone', () => {
  const levels = ['blocked', 'blocking', 'awaited-unowned'] as const;
  const signs = levels.map((level) =>
    draw({ level, blockers: 1, waiting: 1 }).querySelector('path')?.getAttribute('d'),
  );
  expect(new Set(signs).size).toBe(3);
});

test('a mark in a list takes no focus', () => {
  const mark = draw({ level: 'blocked', blockers: 1, waiting: 0 });
  expect(mark.querySelector('button, a, [tabindex]')).toBeNull();
  expect(mark.hasAttribute('tabindex')).toBe(false);
});

test('the quiet mark is a button that opens the panel and does not follow the link it stands in', () => {
  const window = newWindow('<a href="#there"></a>');
  const onOpen = vi.fn();
  const mark = drawQuietMark(drawingIn(window), onOpen);
  window.document.querySelector('a')?.append(mark as never);
  const click = new window.MouseEvent('click', { bubbles: true, cancelable: true });
  mark.dispatchEvent(click as unknown as Event);
  expect(onOpen).toHaveBeenCalledOnce();
  expect(click.defaultPrevented).toBe(true);
  expect(mark.getAttribute('aria-label')).toContain('Open in the side panel');
});
