// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { Popup, type PopupIntents } from '../../components/popup-view.tsx';
import type { BackReason } from '../../lib/core/aside.ts';
import { asideOf, rowId } from '../../lib/core/set-aside.ts';
import type { MineView } from '../../lib/core/view.ts';
import { displaySource } from '../gallery/source.ts';
import * as states from '../gallery/states.ts';
import { draw, english, expectAccessible } from './draw.tsx';
import { readMessages } from './messages.ts';

const { fullMine, asideMine, emptyMine, popup, now, ago } = states;

const start = (mine: MineView, { stored = true, today = states.today, source = english } = {}) => {
  const intents = {
    onChange: vi.fn<PopupIntents['onChange']>(async () => ({ ok: true, value: { change: 'c1' } })),
    onUndo: vi.fn<PopupIntents['onUndo']>(async () => ({ ok: true, value: undefined })),
    onSetAside: vi.fn<PopupIntents['onSetAside']>(async () => stored),
    onBringBack: vi.fn<PopupIntents['onBringBack']>(async () => stored),
    onMe: vi.fn(),
    onOpenPanel: vi.fn(),
    onExport: vi.fn(),
    onOptions: vi.fn(),
    onAllow: vi.fn(),
    onSite: vi.fn(),
    onPlace: vi.fn(),
    onShowOverlays: vi.fn(),
  };
  const drawn = draw(<Popup model={popup(mine)} intents={intents} />, { ...source, today });
  return { intents, ...drawn, user: userEvent.setup() };
};

const row = (name: RegExp): HTMLElement => {
  const found = screen.getAllByRole('link', { name })[0]?.closest<HTMLElement>('[data-row]');
  if (found == null) throw new Error(`no row of ${name.source}`);
  return found;
};
const button = (name: RegExp): HTMLElement => within(row(name)).getByRole('button', { name: 'Set aside' });
const entries = (): readonly (string | null)[] =>
  within(screen.getByRole('dialog'))
    .getAllByRole('button')
    .map((one) => one.textContent);
const [first] = fullMine.awaited;
if (first === undefined) throw new Error('the gallery has no row');

describe('[Q4] setting a row aside', () => {
  test('every row has the button, quietly, and its choices say the day', async () => {
    const { user, container } = start(fullMine);
    expect(screen.getAllByRole('button', { name: 'Set aside' })).toHaveLength(7);
    expect(screen.queryByRole('dialog')).toBeNull();
    await user.click(button(/acme\/api#45/u));
    expect(button(/acme\/api#45/u).getAttribute('aria-expanded')).toBe('true');
    expect(entries()).toEqual([
      'Until tomorrow20 Nov',
      'Until Monday23 Nov',
      'Until a date…',
      'Until something changes',
    ]);
    await expectAccessible(container);
  });

  test.each([
    ['Until tomorrow20 Nov', '2026-11-20', 'Set aside until tomorrow.'],
    ['Until Monday23 Nov', '2026-11-23', 'Set aside until Monday.'],
    ['Until something changes', undefined, 'Set aside until something changes.'],
  ])('%s', async (entry, until, said) => {
    const { user, intents } = start(fullMine);
    await user.click(button(/acme\/api#45/u));
    await user.click(screen.getByText(entry.replace(/\d.*/u, '')));
    expect(intents.onSetAside).toHaveBeenCalledExactlyOnceWith(asideOf(first, now, until));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(await screen.findByText(said)).toBeTruthy();
  });

  test('until a date: from tomorrow on, a week ahead unless said otherwise', async () => {
    const { user, intents, container } = start(fullMine);
    await user.click(button(/acme\/api#45/u));
    await user.click(screen.getByText('Until a date…'));
    const field = screen.getByLabelText<HTMLInputElement>('Until');
    expect(document.activeElement).toBe(field);
    expect([field.value, field.min, field.max]).toEqual(['2026-11-26', '2026-11-20', '2031-11-23']);
    await expectAccessible(container);
    await user.clear(field);
    await user.type(field, '2026-12-24');
    await user.keyboard('{Enter}');
    expect(intents.onSetAside.mock.lastCall?.[0].until).toBe('2026-12-24');
  });

  test('near miss: a day that is today or gone is not taken', async () => {
    const { user, intents } = start(fullMine);
    await user.click(button(/acme\/api#45/u));
    await user.click(screen.getByText('Until a date…'));
    const field = screen.getByLabelText('Until');
    await user.clear(field);
    await user.type(field, states.today);
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Set aside' }));
    expect(intents.onSetAside).not.toHaveBeenCalled();
    expect(screen.getByLabelText('Until')).toBeTruthy();
  });

  test('on a Sunday Monday is tomorrow, and is offered once; on a Monday it is the next one', async () => {
    const sunday = start(fullMine, { today: '2026-11-22' });
    await sunday.user.click(button(/acme\/api#45/u));
    expect(entries()).toEqual(['Until tomorrow23 Nov', 'Until a date…', 'Until something changes']);
    sunday.unmount();
    const monday = start(fullMine, { today: '2026-11-23' });
    await monday.user.click(button(/acme\/api#45/u));
    expect(entries()[1]).toBe('Until Monday30 Nov');
  });

  test('with keys alone: s opens, arrows walk, Enter chooses, and the focus goes on to the next row', async () => {
    const { user, intents } = start(fullMine);
    await user.keyboard('js');
    expect(document.activeElement?.textContent).toContain('Until tomorrow');
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement?.textContent).toContain('Until Monday');
    await user.keyboard('{ArrowUp}{ArrowUp}{Enter}');
    expect(intents.onSetAside.mock.lastCall?.[0]).toMatchObject({ row: rowId(first), until: '2026-11-20' });
    expect(row(/acme\/web#812/u).contains(document.activeElement)).toBe(true);
  });

  test('of the last row the focus goes to the one before', async () => {
    const { user } = start({ ...emptyMine, waiting: fullMine.waiting });
    await user.keyboard('jjs{Enter}');
    expect(row(/acme\/vault#7/u).contains(document.activeElement)).toBe(true);
  });

  test('Escape closes it and gives the focus back; so does a press elsewhere, without', async () => {
    const { user } = start(fullMine);
    await user.click(button(/acme\/api#45/u));
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(button(/acme\/api#45/u));
    await user.click(button(/acme\/api#45/u));
    await user.click(screen.getByRole('heading', { level: 1 }));
    expect(screen.queryByRole('dialog')).toBeNull();
    await user.click(button(/acme\/api#45/u));
    await user.click(button(/acme\/web#812/u));
    expect(screen.getAllByRole('dialog')).toHaveLength(1);
  });

  test('it is undone from where it is said', async () => {
    const { user, intents } = start(fullMine);
    await user.click(button(/acme\/api#45/u));
    await user.click(screen.getByText('Until something changes'));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(intents.onBringBack).toHaveBeenCalledExactlyOnceWith(rowId(first));
    expect(intents.onUndo).not.toHaveBeenCalled();
    expect(await screen.findByText('Undone.')).toBeTruthy();
  });

  test('what came back and is set aside again is, undone, as it was', async () => {
    const { user, intents } = start(asideMine);
    await user.click(button(/acme\/api#45/u));
    await user.click(screen.getByText('Until something changes'));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(intents.onSetAside.mock.lastCall?.[0]).toEqual(asideMine.awaited[0]?.back?.aside);
    expect(intents.onBringBack).not.toHaveBeenCalled();
  });

  test('what could not be stored is said, and nothing to undo is offered', async () => {
    const { user } = start(fullMine, { stored: false });
    await user.click(button(/acme\/api#45/u));
    await user.click(screen.getByText('Until something changes'));
    expect(await screen.findByText('Not saved. Nothing was changed; try it again.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  test('a change of the store made after it is what is undone next', async () => {
    const { user, intents } = start(fullMine);
    await user.click(button(/acme\/api#45/u));
    await user.click(screen.getByText('Until something changes'));
    await screen.findByText('Set aside until something changes.');
    await user.click(screen.getByRole('button', { name: 'I’ll take it' }));
    await screen.findByText('Noor Haddad owns this now.');
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(intents.onUndo).toHaveBeenCalledWith('c1');
    expect(intents.onBringBack).not.toHaveBeenCalled();
  });
});

describe('[Q4] what is set aside', () => {
  test('is folded at the end; opened it says until when, and gives it back', async () => {
    const { user, intents, container } = start(asideMine);
    expect(screen.queryByRole('button', { name: 'Bring back' })).toBeNull();
    await user.click(screen.getByText('Set aside (3)'));
    const list = screen.getByRole('list', { name: 'Set aside (3)' });
    expect(list.textContent).toContain('set aside until tomorrow');
    expect(list.textContent).toContain('set aside until something changes');
    await expectAccessible(container);
    const [back] = within(list).getAllByRole('button', { name: 'Bring back' });
    await user.click(back ?? list);
    expect(intents.onBringBack).toHaveBeenCalledExactlyOnceWith(rowId(states.waitingRow));
    expect(await screen.findByText('It is back in its list.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(intents.onSetAside).toHaveBeenCalledExactlyOnceWith(asideMine.aside?.[0]?.aside);
  });

  test('where nothing is, nothing is shown', () => {
    start(fullMine);
    expect(screen.queryByText(/^Set aside \(/u)).toBeNull();
  });

  test('as many as there can be are not drawn before they are wanted', () => {
    const many = Array.from({ length: 2_000 }, (_, index) => {
      const one = states.awaited(states.brief(states.github(`a/b#${index + 1}`)));
      return { row: one, aside: asideOf(one, now) };
    });
    const { container } = start({ ...emptyMine, aside: many });
    expect(screen.getByText('Set aside (2,000)')).toBeTruthy();
    expect(container.querySelectorAll('*').length).toBeLessThan(200);
  });
});

describe('[Q4] a row that came back says why', () => {
  const backs: readonly (readonly [BackReason, string, string?])[] = [
    ['date', 'Back: it was set aside until today', states.today],
    ['date', 'Back: it was set aside until 16 Nov', '2026-11-16'],
    ['reopened', 'Back: it was reopened'],
    ['state', 'Back: its state changed'],
    ['state-known', 'Back: its state is known now'],
    ['unblocked', 'Back: nothing blocks it any more'],
    ['blocked', 'Back: something blocks it now'],
    ['blockers', 'Back: what blocks it changed'],
    ['late', 'Back: its date has passed'],
    ['date-set', 'Back: it has a date now'],
    ['date-moved', 'Back: its date moved'],
    ['date-gone', 'Back: it has no date any more'],
    ['more-people', 'Back: more people wait'],
    ['fewer-people', 'Back: fewer people wait'],
    ['other-people', 'Back: other people wait'],
    ['rank-up', 'Back: its priority went up'],
    ['rank-down', 'Back: its priority went down'],
    ['owner', 'Back: its owner changed'],
    ['owner-known', 'Back: who owns it is known now'],
    ['owner-nobody', 'Back: nobody owns it now'],
    ['more-waiters', 'Back: more work waits'],
    ['fewer-waiters', 'Back: less work waits'],
    ['other-waiters', 'Back: other work waits'],
    ['waiter-reopened', 'Back: work that waits was reopened'],
    ['finding', 'Back: it says something else now'],
    ['again', 'Back: it was gone and came again'],
  ];
  const backAs = (why: BackReason, until?: string): MineView => ({
    ...emptyMine,
    awaited: [{ ...first, back: { why, aside: asideOf(first, ago(3), until) } }],
  });

  test.each(backs.map(([why, words, until]) => ({ why, words, until })))('$why: $words', ({ why, words, until }) => {
    start(backAs(why, until));
    expect(screen.getByText(words)).toBeTruthy();
  });

  test('in German too, each in words of its own', () => {
    const german = displaySource(readMessages('de'), 'de');
    const said = backs.map(([why, , until]) => {
      const { unmount } = start(backAs(why, until), { source: german });
      const { textContent } = screen.getByText(/^Wieder da: /u);
      unmount();
      return textContent;
    });
    expect(new Set(said).size).toBe(backs.length);
  });

  test('until it is read: then it stays without the reason, and that can be undone', async () => {
    const { user, intents, container } = start(asideMine);
    const came = row(/acme\/api#45/u);
    expect(came.textContent).toContain('Back: more people wait');
    await expectAccessible(container);
    await user.click(within(came).getByRole('button', { name: 'Got it' }));
    expect(intents.onBringBack).toHaveBeenCalledExactlyOnceWith(rowId(first));
    expect(await screen.findByText('It stays in its list.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(intents.onSetAside).toHaveBeenCalledExactlyOnceWith(asideMine.awaited[0]?.back?.aside);
  });

  test('near miss: a row that was never set aside says nothing of the kind', () => {
    start(fullMine);
    expect(screen.queryByText(/^Back: /u)).toBeNull();
    expect(screen.queryByRole('button', { name: 'Got it' })).toBeNull();
  });
});
