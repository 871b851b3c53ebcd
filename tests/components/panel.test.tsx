// @vitest-environment happy-dom
import { act, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Panel } from '../../components/panel.tsx';
import type { PanelIntents, PanelModel, Place } from '../../components/panel-model.ts';
import * as states from '../gallery/states.ts';
import { draw, expectAccessible } from './draw.tsx';

const { panel, following, fullView, bareView, tokens, release } = states;

const start = (model: PanelModel, more: Partial<PanelIntents> = {}, opensOn: Place = 'item') => {
  const intents = {
    onChange: vi.fn<PanelIntents['onChange']>(async () => ({ ok: true, value: { change: 'c7' } })),
    onUndo: vi.fn<PanelIntents['onUndo']>(async () => ({ ok: true, value: undefined })),
    onMe: vi.fn<PanelIntents['onMe']>(),
    onForget: vi.fn<PanelIntents['onForget']>(),
    onSetAside: vi.fn<PanelIntents['onSetAside']>(async () => true),
    onBringBack: vi.fn<PanelIntents['onBringBack']>(async () => true),
    onSetAsideMany: vi.fn<PanelIntents['onSetAsideMany']>(async () => true),
    onBringBackMany: vi.fn<PanelIntents['onBringBackMany']>(async () => true),
    onFindingsFilter: vi.fn<PanelIntents['onFindingsFilter']>(),
    onFindingsSeen: vi.fn<PanelIntents['onFindingsSeen']>(),
    onCopy: vi.fn<PanelIntents['onCopy']>(async () => true),
    onPreviewSame: vi.fn<PanelIntents['onPreviewSame']>(async () => states.sameGains),
    onSimilar: vi.fn<PanelIntents['onSimilar']>(async () => [states.docs]),
    onFind: vi.fn<PanelIntents['onFind']>(async () => []),
    onResolve: vi.fn<PanelIntents['onResolve']>(async () => undefined),
    onCopyLine: vi.fn<PanelIntents['onCopyLine']>(async () => true),
    onPin: vi.fn<PanelIntents['onPin']>(),
    onSingleKeys: vi.fn<PanelIntents['onSingleKeys']>(),
    onOptions: vi.fn(),
    onAllow: vi.fn(),
    onSite: vi.fn(),
    onPlace: vi.fn(),
    onShowOverlays: vi.fn(),
    onExport: vi.fn<PanelIntents['onExport']>(),
    onReadBackup: vi.fn<PanelIntents['onReadBackup']>(async () => ({ ok: true, value: states.backup })),
    onReadColleague: vi.fn<PanelIntents['onReadColleague']>(async () => ({ ok: true, value: states.colleague })),
  };
  const drawn = draw(<Panel model={model} intents={{ ...intents, ...more }} opensOn={opensOn} />);
  return { intents, ...drawn, user: userEvent.setup() };
};

const focused = (): string => document.activeElement?.textContent ?? '';

describe('what it follows', () => {
  test('the item, with a pin that stays at it', async () => {
    const { intents, user, container } = start(panel(following(fullView)));
    const pin = screen.getByRole('button', { name: 'Pin' });
    expect(pin.getAttribute('aria-pressed')).toBe('false');
    await user.click(pin);
    expect(intents.onPin).toHaveBeenCalledWith(true);
    await expectAccessible(container);
  });

  test('a page that is no item says so, and leads to what waits', async () => {
    const { user } = start(panel({ type: 'nothing' }));
    expect(screen.getByText('This page is not a ticket, pull request or task')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'See what waits on you' }));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('4 people wait on you');
  });

  test('[P5] a store written by a newer version is said, with an export', async () => {
    const { intents, user } = start(panel(following(bareView), { readOnly: 'too-new' }));
    expect(screen.getByText('What is stored was written by a newer Crosstie')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Export to a file' }));
    expect(intents.onExport).toHaveBeenCalledOnce();
  });

  test('[P6] where the organisation allows no exports, none is offered', async () => {
    const { user } = start(panel(following(bareView), { readOnly: 'too-new', exportsOff: true }));
    await user.click(screen.getByRole('button', { name: 'More' }));
    expect(screen.queryByRole('button', { name: 'Export to a file' })).toBeNull();
    expect(screen.getByText(/Your organisation/u)).toBeTruthy();
  });

  test('[K7] a place that is new is asked about, and what became of a click in the menu is said once', async () => {
    const place = { tool: 'github', site: 'github.com', name: 'acme/api' };
    const { user, intents, rerender } = start(
      panel(following(bareView), { here: { type: 'elsewhere', place, ask: true, open: false } }),
    );
    await user.click(screen.getByRole('button', { name: 'Not now' }));
    expect(intents.onPlace).toHaveBeenCalledWith(place, 'later');
    const outcome = { type: 'me', about: 'Dana Reyes' } as const;
    rerender(<Panel model={panel(following(bareView), { outcome })} intents={intents} />);
    expect(screen.getByText(/Dana Reyes.* is you now/u)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Close this message' }));
    rerender(<Panel model={panel(following(bareView), { outcome })} intents={intents} />);
    expect(screen.queryByText(/is you now/u)).toBeNull();
  });

  test('begins at the place that it was opened for', () => {
    start(panel(following(bareView)), {}, 'findings');
    expect(screen.getAllByRole('button', { current: 'page' }).map(({ textContent }) => textContent)).toContain(
      'Needs a look',
    );
  });

  test('nothing half typed about one item ends up on another', async () => {
    const { user, rerender, intents } = start(panel(following(bareView)));
    await user.type(screen.getByRole('combobox'), 'half typed');
    rerender(<Panel model={panel(following(fullView))} intents={intents} />);
    expect(screen.getByRole('combobox')).toHaveProperty('value', '');
  });
});

describe('keys', () => {
  test('1 and 2 switch places; the place says that it is the current one', async () => {
    const { user } = start(panel(following(fullView)));
    await user.keyboard('2');
    expect(screen.getByRole('button', { name: /^Waiting/u }).getAttribute('aria-current')).toBe('page');
    await user.keyboard('1');
    expect(screen.getByRole('button', { name: 'This item' }).getAttribute('aria-current')).toBe('page');
  });

  test('j, k and arrows walk the rows from list to list, and stop at the ends', async () => {
    const { user } = start(panel(following(fullView)));
    await user.keyboard('j');
    expect(focused()).toContain('acme/api#45');
    await user.keyboard('k');
    expect(focused()).toContain('acme/api#45');
    await user.keyboard('{ArrowDown}jjjjj');
    expect(focused()).toContain('Vendor contract signed');
    await user.keyboard('{ArrowUp}{ArrowUp}');
    expect(focused()).toContain('Legal text');
  });

  test('a letter presses the button of the row that has the focus', async () => {
    const { user, intents } = start(panel(following(fullView)));
    await user.keyboard('jjn');
    expect(intents.onChange).toHaveBeenCalledWith({
      type: 'deny-dependency',
      blocker: states.vault.key,
      blocked: release.key,
    });
    await user.keyboard('c');
    expect(intents.onCopyLine.mock.lastCall).toMatchObject([
      release.key,
      { kind: 'blocked-by', other: states.vault.key },
    ]);
    expect(await screen.findByText(/^Copied\./u)).toBeTruthy();
  });

  test('without a row, a letter is the item’s own', async () => {
    const { user, intents } = start(panel(following(bareView)));
    await user.keyboard('t');
    expect(intents.onChange.mock.lastCall?.[0]).toMatchObject({ type: 'name-role', who: states.noor });
  });

  test('/ leads to the field; letters and digits typed there are text', async () => {
    const { user, intents } = start(panel(following(fullView)));
    await user.keyboard('/');
    expect(document.activeElement).toBe(screen.getByRole('combobox'));
    await user.keyboard('2tjn?');
    expect(screen.getByRole('combobox')).toHaveProperty('value', '2tjn?');
    expect(screen.getByRole('button', { name: 'This item' }).getAttribute('aria-current')).toBe('page');
    expect(intents.onChange).not.toHaveBeenCalled();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('with Ctrl, Alt or Meta held they are the browser’s', () => {
    start(panel(following(fullView)));
    for (const held of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }])
      fireEvent.keyDown(document.body, { key: '2', ...held });
    expect(screen.getByRole('button', { name: 'This item' }).getAttribute('aria-current')).toBe('page');
  });

  test('[WCAG 2.1.4] single keys can be switched off; arrows stay', async () => {
    const { user, intents } = start(panel(following(fullView), { singleKeys: false }));
    await user.keyboard('2tj?');
    expect(intents.onChange).not.toHaveBeenCalled();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(document.body);
    await user.keyboard('{ArrowDown}');
    expect(focused()).toContain('acme/api#45');
  });

  test('? shows them, and the switch is there', async () => {
    const { user, intents } = start(panel(following(fullView)));
    await user.keyboard('?');
    const dialog = screen.getByRole('dialog', { name: 'Keys' });
    expect(dialog.textContent).toContain('Copy the row as a line');
    await user.click(within(dialog).getByRole('checkbox', { name: 'Single keys do something' }));
    expect(intents.onSingleKeys).toHaveBeenCalledWith(false);
    await user.keyboard('2');
    expect(screen.getByRole('button', { name: 'This item' }).getAttribute('aria-current')).toBe('page');
    await expectAccessible(dialog);
    await user.click(within(dialog).getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('every letter that a button answers to is in the list of keys', async () => {
    const { user } = start(panel(following(fullView)));
    await user.click(screen.getByText('1 said not to be a dependency'));
    const letters = [...document.querySelectorAll('[data-letter]')].map(
      (button) => button.getAttribute('data-letter') ?? '',
    );
    await user.keyboard('?');
    const listed = [...document.querySelectorAll('dialog kbd')].map((key) => key.textContent);
    expect(new Set(letters).size).toBeGreaterThan(5);
    expect(letters.filter((letter) => !listed.includes(letter))).toEqual([]);
  });

  test('a list is one tab stop: the row that was left', async () => {
    const { user } = start(panel(following(fullView)));
    await user.keyboard('jj');
    const list = screen.getByRole('region', { name: 'Waits on' });
    const stops = within(list)
      .getAllByRole('link')
      .filter(({ tabIndex }) => tabIndex === 0);
    expect(stops.map((stop) => stop.textContent)).toEqual([expect.stringContaining('acme/vault#7')]);
  });
});

describe('after a change', () => {
  afterEach(() => vi.useRealTimers());

  test('what was done is said, with the way back for ten seconds', async () => {
    vi.useFakeTimers();
    const { intents } = start(panel(following(bareView)));
    fireEvent.click(screen.getByRole('button', { name: 'I’ll take it' }));
    await act(() => vi.advanceTimersByTimeAsync(9_900));
    expect(
      within(screen.getByRole('main').parentElement as HTMLElement).getByText('Noor Haddad owns this now.'),
    ).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await act(() => vi.advanceTimersByTimeAsync(0));
    expect(intents.onUndo).toHaveBeenCalledWith('c7');
    expect(screen.getByText('Undone.')).toBeTruthy();
    await act(() => vi.advanceTimersByTimeAsync(10_000));
    expect(screen.queryByText('Undone.')).toBeNull();
  });

  test('it waits while it is pointed at', async () => {
    vi.useFakeTimers();
    start(panel(following(bareView)));
    fireEvent.click(screen.getByRole('button', { name: 'I’ll take it' }));
    await act(() => vi.advanceTimersByTimeAsync(0));
    const said = screen.getByText('Noor Haddad owns this now.');
    fireEvent.mouseEnter(said.parentElement as HTMLElement);
    await act(() => vi.advanceTimersByTimeAsync(60_000));
    expect(said.isConnected).toBe(true);
    fireEvent.mouseLeave(said.parentElement as HTMLElement);
    await act(() => vi.advanceTimersByTimeAsync(10_000));
    expect(said.isConnected).toBe(false);
  });

  test.each([
    [{ type: 'ReadOnly' }, 'Not saved: what is stored can only be read at the moment. Nothing was changed.'],
    [{ type: 'NotStored' }, 'Not saved. Nothing was changed; try it again.'],
    [{ type: 'ChangeRefused', why: 'no-person' }, 'Not saved: a name is missing.'],
  ] as const)('what was not saved is said, and there is nothing to undo: %j', async (failure, words) => {
    const { user } = start(panel(following(bareView)), { onChange: async () => ({ ok: false, failure }) });
    await user.click(screen.getByRole('button', { name: 'I’ll take it' }));
    expect(await screen.findByText(words)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  test('a clipboard that refuses is said', async () => {
    const { user } = start(panel(following(fullView)), { onCopyLine: async () => false });
    await user.keyboard('jc');
    expect(await screen.findByText('The clipboard could not be used.')).toBeTruthy();
  });
});

describe('the menu', () => {
  const open = async (entry: string, more: Partial<PanelIntents> = {}) => {
    const started = start(panel(following(bareView)), more);
    await started.user.click(screen.getByRole('button', { name: 'More' }));
    await started.user.click(screen.getByRole('button', { name: entry }));
    return started;
  };
  const json = new File(['{}'], 'crosstie.json', { type: 'application/json' });

  test('closes on Escape and gives the focus back', async () => {
    const { user } = start(panel(following(bareView)));
    const more = screen.getByRole('button', { name: 'More' });
    await user.click(more);
    expect(more.getAttribute('aria-expanded')).toBe('true');
    await user.keyboard('{Tab}{Escape}');
    expect(more.getAttribute('aria-expanded')).toBe('false');
    expect(document.activeElement).toBe(more);
  });

  test('exports', async () => {
    const { intents } = await open('Export to a file');
    expect(intents.onExport).toHaveBeenCalledOnce();
  });

  test('a backup says what it would replace before anything is written', async () => {
    const accept = vi.fn(states.backup.accept);
    const { user } = await open('Restore my backup…', {
      onReadBackup: async () => ({ ok: true, value: { ...states.backup, accept } }),
    });
    const dialog = screen.getByRole('dialog', { name: 'Restore my backup…' });
    await user.upload(within(dialog).getByLabelText('File'), json);
    expect(dialog.textContent).toContain('1,204 items, 35 things added by hand');
    expect(dialog.textContent).toContain('It replaces everything that is here: 214 items, 3 things added by hand.');
    expect(accept).not.toHaveBeenCalled();
    await user.click(within(dialog).getByRole('button', { name: 'Restore' }));
    expect(accept).toHaveBeenCalledOnce();
    expect(await screen.findByText('Your backup is restored.')).toBeTruthy();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('a colleague’s file shows what is claimed by two', async () => {
    const { user } = await open('Add a colleague’s file…');
    const dialog = screen.getByRole('dialog', { name: 'Add a colleague’s file…' });
    await user.upload(within(dialog).getByLabelText('File'), json);
    expect(dialog.textContent).toContain('9 of them are new here.');
    expect(dialog.textContent).toContain('1 is claimed by two. Both stay until somebody chooses:');
    expect(dialog.textContent).toContain('acme/api#45, owner: here Dana Kim, in the file Sam Okafor');
    await expectAccessible(dialog);
  });

  test.each([
    ['foreign', 'This is not a Crosstie file. Nothing was changed.'],
    ['broken', 'The file is damaged or incomplete. Nothing was changed.'],
    ['too-new', 'The file was made by a newer Crosstie. Update first. Nothing was changed.'],
    ['too-large', 'The file is too large to be read. Nothing was changed.'],
    ['not-mine', 'This is somebody else’s file. Use “Add a colleague’s file”. Nothing was changed.'],
  ] as const)('a file that is refused (%s) is refused in words, with nothing to confirm', async (why, words) => {
    const { user } = await open('Restore my backup…', {
      onReadBackup: async () => ({ ok: false, failure: { type: 'FileRefused', why } }),
    });
    await user.upload(screen.getByLabelText('File'), json);
    expect(screen.getByText(words)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Restore' })).toBeNull();
  });

  test('who I am can be taken back, and said for another site', async () => {
    const { user, intents } = await open('Who I am…');
    const dialog = screen.getByRole('dialog', { name: 'Who I am' });
    await user.click(within(dialog).getByRole('button', { name: 'Remove: Noor Haddad' }));
    expect(intents.onForget).toHaveBeenCalledWith(states.noor);
    await user.type(within(dialog).getByRole('combobox', { name: 'Your name on Asana' }), 'Noor H.{Enter}');
    expect(intents.onMe).toHaveBeenCalledWith(states.onAsana('Noor H.'));
  });
});

test('a live update keeps the focus and the field’s text', async () => {
  const { user, rerender, intents } = start(panel(following(fullView)));
  const field = screen.getByRole('combobox');
  await user.type(field, 'abc');
  rerender(
    <Panel model={panel(following({ ...fullView, item: { ...release, title: 'New title' } }))} intents={intents} />,
  );
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('New title');
  expect(document.activeElement).toBe(field);
  expect(field).toHaveProperty('value', 'abc');
  expect(tokens.key).not.toBe(release.key);
});
