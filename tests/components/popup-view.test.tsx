// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { Popup, type PopupIntents, type PopupModel } from '../../components/popup-view.tsx';
import { emptyMine, fullMine, popup } from '../gallery/states.ts';
import { draw, expectAccessible } from './draw.tsx';

const start = (model: PopupModel) => {
  const intents = {
    onChange: vi.fn<PopupIntents['onChange']>(async () => ({ ok: true, value: { change: 'c1' } })),
    onUndo: vi.fn<PopupIntents['onUndo']>(async () => ({ ok: true, value: undefined })),
    onMe: vi.fn(),
    onSetAside: vi.fn<PopupIntents['onSetAside']>(async () => true),
    onBringBack: vi.fn<PopupIntents['onBringBack']>(async () => true),
    onOpenPanel: vi.fn(),
    onExport: vi.fn(),
    onOptions: vi.fn(),
    onAllow: vi.fn(),
    onSite: vi.fn(),
    onPlace: vi.fn(),
    onShowOverlays: vi.fn(),
  };
  const { container } = draw(<Popup model={model} intents={intents} />);
  return { intents, container, user: userEvent.setup() };
};

test('the first line is the sentence, then the rows, then what I wait on', async () => {
  const { container } = start(popup(fullMine));
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('4 people wait on you, 3 since Tuesday');
  expect(screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent)).toEqual([
    'Asked of your team',
    'Blocked on you, but blocked themselves',
    'You wait on',
    'Which of these are you on Asana?',
  ]);
  await expectAccessible(container);
});

test.each([
  ['reading', undefined],
  ['empty', emptyMine],
  ['full', fullMine],
] as const)('it has its final size from the start: %s', (_, mine) => {
  const { container } = start(popup(mine));
  expect(container.firstElementChild?.classList).toContain('h-[520px]');
  expect(container.firstElementChild?.classList).toContain('w-[380px]');
});

test('the panel is opened in the click itself', async () => {
  const { intents, user } = start(popup(emptyMine));
  await user.click(screen.getByRole('button', { name: 'Open the panel' }));
  expect(intents.onOpenPanel).toHaveBeenCalledOnce();
});

test('taking something over is said, and undone from where it is said', async () => {
  const { intents, user } = start(popup(fullMine));
  await user.click(screen.getByRole('button', { name: 'I’ll take it' }));
  expect(await screen.findByText('Noor Haddad owns this now.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(intents.onUndo).toHaveBeenCalledWith('c1');
  expect(await screen.findByText('Undone.')).toBeTruthy();
});

test('j and k walk its rows', async () => {
  const { user } = start(popup(fullMine));
  await user.keyboard('j');
  expect(document.activeElement?.textContent).toContain('acme/api#45');
  await user.keyboard('j');
  expect(document.activeElement?.textContent).toContain('acme/web#812');
  await user.keyboard('k');
  expect(document.activeElement?.textContent).toContain('acme/api#45');
});

test('[P5] a store that can only be read is said, with an export', async () => {
  const { intents, user } = start(popup(fullMine, { readOnly: 'broken' }));
  await user.click(screen.getByRole('button', { name: 'Export to a file' }));
  expect(intents.onExport).toHaveBeenCalledOnce();
});
