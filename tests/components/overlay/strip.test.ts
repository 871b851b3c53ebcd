import { describe, expect, test, vi } from 'vitest';
import { drawStrip, type StripActions } from '../../../components/overlay/strip.ts';
import type { ItemKey } from '../../../lib/core/key.ts';
import type { StripPart } from '../../../lib/core/page-view.ts';
import type { OwnerView } from '../../../lib/core/view.ts';
import { day, drawingIn, hostile, item, newWindow, now, readIn } from './stage.ts';

const key = 'fake:A' as ItemKey;
const dana = { tool: 'fake', site: 'fake', handle: 'dana', name: 'Dana' };
const stated = (more: Partial<Extract<OwnerView, { readonly by: 'stated' }>> = {}): OwnerView => ({
  by: 'stated',
  who: dana,
  accepted: true,
  me: false,
  rivals: [],
  differs: [],
  ...more,
});
const blocked = (more: Partial<Extract<StripPart, { readonly type: 'blocked' }>> = {}): StripPart => ({
  type: 'blocked',
  by: item('api#45'),
  status: 'blocking',
  hard: true,
  since: now - 9 * day,
  more: 0,
  ...more,
});

const draw = (parts: readonly StripPart[], locale: 'en' | 'de' = 'en', more: Partial<StripActions> = {}) => {
  const window = newWindow();
  const actions: StripActions = { onOpen: vi.fn(), onTake: vi.fn(), opensPanel: true, ...more };
  const strip = drawStrip(drawingIn(window, locale), { key, parts }, actions);
  window.document.body.append(strip as never);
  const texts = [...strip.querySelectorAll('.part')].map((part) => readIn(part));
  return { strip, texts, actions, window };
};
const says = (part: StripPart, locale: 'en' | 'de' = 'en') => draw([part], locale).texts[0];

describe('says', () => {
  test.each<readonly [string, StripPart]>([
    ['blocked by api#45 (open, unowned, 9 days)', blocked()],
    ['blocked by api#45 (open, unowned, 9 days) and one more', blocked({ more: 1 })],
    ['blocked by api#45 (open, unowned, 3 hours) and 4 more', blocked({ more: 4, since: now - day / 8 })],
    ['better after api#45 (open, unowned, 1 day)', blocked({ hard: false, since: now - day })],
    ['2 wait on this, one is due before it', { type: 'waiting', count: 2, early: 1 }],
    ['one waits on this', { type: 'waiting', count: 1, early: 0 }],
    ['api#45 was closed, not done', { type: 'not-done', item: item('api#45') }],
    ['api#45 is done, nothing blocks this now', { type: 'free', item: item('api#45') }],
    ['Blocker lands too late and one more', { type: 'finding', title: 'checkLateBlocker', more: 1 }],
    ['Maybe the same work as PAY-231', { type: 'likes', items: [item('PAY-231')] }],
    [
      'Maybe the same work as PAY-231, api#45: Both say retry, webhook',
      {
        type: 'likes',
        items: [item('PAY-231'), item('api#45')],
        why: { id: 'twinRareWords', words: ['retry', 'webhook'] },
      },
    ],
    ['This page could not be read (it may have changed)', { type: 'drift', missing: ['title'] }],
    ['Nobody owns this', { type: 'owner', owner: { by: 'nobody' } }],
    ['Owner not known', { type: 'owner', owner: { by: 'unknown' } }],
    [
      'Assigned to Sam +1',
      { type: 'owner', owner: { by: 'assigned', who: [{ name: 'Sam' }, { name: 'Kim' }], me: false } },
    ],
    ['Assigned to you', { type: 'owner', owner: { by: 'assigned', who: [{ name: 'Sam' }], me: true } }],
    ['Owner: Dana', { type: 'owner', owner: stated() }],
    ['You own this', { type: 'owner', owner: stated({ me: true }) }],
    ['Dana was asked to own this', { type: 'owner', owner: stated({ accepted: false }) }],
    ['Owner: Dana (assigned to Sam)', { type: 'owner', owner: stated({ differs: [{ name: 'Sam' }] }) }],
    ['Claimed by Sam and Dana', { type: 'owner', owner: stated({ rivals: [{ ...dana, name: 'Sam' }] }) }],
  ])('%s', (words, part) => {
    expect(says(part)).toBe(words);
  });

  test('[K3] a blocker that was never read: its state and owner are not known, not guessed', () => {
    const part = blocked({ status: 'unknown', by: item('api#45', { state: 'unknown', owner: { by: 'unknown' } }) });
    expect(says(part)).toMatch(/^waits on api#45 \(.*not known.*, 9 days\)$/u);
  });

  test('the same in German, in the order of that language', () => {
    expect(says(blocked({ by: item('api#45', { owner: stated() }) }), 'de')).toMatch(
      /^blockiert durch api#45 \(.+, Dana, 9 Tage\)$/u,
    );
  });

  test('an item without a short key is named by its title, cut', () => {
    const { short: _, ...nameless } = item('1204');
    expect(says({ type: 'free', item: { ...nameless, title: 'T'.repeat(200) } })).toMatch(/^T{48}… is done/u);
  });
});

describe('[T3] what people wrote is text', () => {
  test.each(hostile)('%.30s', (words) => {
    const { strip } = draw([
      { type: 'owner', owner: stated({ who: { ...dana, name: words } }) },
      blocked({ by: item('x', { short: words, title: words }) }),
      { type: 'likes', items: [item('x', { short: words })], why: { id: 'twinIdentifiers', words: [words] } },
    ]);
    expect(strip.querySelector('img, script, style, b, svg[onload]')).toBeNull();
    expect(readIn(strip)).not.toMatch(/[\p{Cc}\p{Zl}\p{Bidi_Control}]/u);
    expect(readIn(strip).length).toBeLessThan(600);
  });
});

describe('[T4] links', () => {
  test('are built from the key, open apart, and tell the page nothing', () => {
    const link = draw([blocked()]).strip.querySelector('a');
    expect(link?.getAttribute('href')).toBe('https://tracker.example/item/api#45');
    expect(link?.getAttribute('rel')).toBe('noopener noreferrer');
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd'])('%s is no link', (address) => {
    const window = newWindow();
    const drawing = { ...drawingIn(window), link: () => new URL(address) };
    const strip = drawStrip(
      drawing,
      { key, parts: [blocked()] },
      { onOpen: vi.fn(), onTake: vi.fn(), opensPanel: true },
    );
    expect(strip.querySelector('a')).toBeNull();
    expect(readIn(strip)).toContain('api#45');
  });
});

describe('clicks', () => {
  const click = (window: ReturnType<typeof newWindow>, element: Element | null) =>
    element?.dispatchEvent(new window.MouseEvent('click', { bubbles: true, cancelable: true }) as unknown as Event);

  test('anywhere on the strip open the panel, once', () => {
    const { strip, window, actions } = draw([blocked()]);
    click(window, strip.querySelector('button'));
    click(window, strip.querySelector('.part'));
    expect(actions.onOpen).toHaveBeenCalledTimes(2);
  });

  test('on a link go to the item and open nothing else', () => {
    const { strip, window, actions } = draw([blocked()]);
    click(window, strip.querySelector('a bdi'));
    expect(actions.onOpen).not.toHaveBeenCalled();
  });

  test('"I\'ll take it" takes it, says so, and says when it was not saved', async () => {
    let answer: (saved: boolean) => void = () => undefined;
    const onTake = vi.fn(
      () =>
        new Promise<boolean>((resolve) => {
          answer = resolve;
        }),
    );
    const owner: StripPart = { type: 'owner', owner: { by: 'nobody' }, claimAs: dana };
    const { strip, window, actions } = draw([owner, blocked()], 'en', { onTake });
    const take = strip.querySelector<HTMLButtonElement>('.take');
    expect(take?.textContent).toBe('I’ll take it');
    click(window, take);
    expect(onTake).toHaveBeenCalledExactlyOnceWith(dana, expect.anything());
    expect(actions.onOpen).not.toHaveBeenCalled();
    expect(take?.textContent).toBe('Saving…');
    expect(take?.disabled).toBe(true);
    answer(false);
    await vi.waitFor(() => expect(take?.textContent).toBe('Not saved. Try again'));
    expect(take?.disabled).toBe(false);
  });

  test('[T7] a click that was not believed changes nothing on the button', () => {
    const owner: StripPart = { type: 'owner', owner: { by: 'nobody' }, claimAs: dana };
    const { strip, window } = draw([owner], 'en', { onTake: () => undefined });
    click(window, strip.querySelector('.take'));
    expect(strip.querySelector('.take')?.textContent).toBe('I’ll take it');
  });
});

test('is a region with a name; its button says what it does, or which key does it', () => {
  const { strip } = draw([blocked()]);
  expect(strip.getAttribute('role')).toBe('region');
  expect(strip.getAttribute('aria-label')).toMatch(/^Crosstie/u);
  expect(strip.querySelector('button')?.getAttribute('aria-label')).toBe('Open in the side panel');
  const firefox = draw([blocked()], 'en', { opensPanel: false }).strip;
  expect(firefox.querySelector('button')?.getAttribute('aria-label')).toBe('Alt+Shift+Y opens the side panel');
});
