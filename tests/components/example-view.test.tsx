// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { ExampleView } from '../../components/example-view.tsx';
import type { PanelIntents } from '../../components/panel-model.ts';
import { following, fullView, panel } from '../gallery/states.ts';
import { draw, expectAccessible } from './draw.tsx';

const start = (intents: Partial<PanelIntents> = {}) => {
  const onClose = vi.fn();
  draw(<ExampleView model={panel(following(fullView))} intents={intents} onClose={onClose} />);
  return { onClose, user: userEvent.setup(), example: within(screen.getByRole('dialog')) };
};

test('it says the whole time that its items are made up and not kept', async () => {
  const { user, example } = start();
  const marked = 'Example: made-up items, nothing of this is kept';
  expect(screen.getByRole('dialog', { name: marked })).toBeTruthy();
  expect(example.getByRole('heading', { level: 1 }).textContent).toBe('Pay by card in the mobile app');
  await expectAccessible(screen.getByRole('dialog'));
  await user.click(example.getByRole('button', { name: /^Waiting/u }));
  expect(example.getByText(marked)).toBeTruthy();
});

test('it closes by its button', async () => {
  const { user, onClose, example } = start();
  await user.click(example.getByRole('button', { name: 'Close the example' }));
  expect(onClose).toHaveBeenCalledOnce();
});

test('what would change something changes nothing, and says so', async () => {
  const { user, example } = start();
  await user.click(example.getByRole('button', { name: 'I’ll take it' }));
  expect(await example.findByText('In the example nothing is changed.')).toBeTruthy();
  expect(example.queryByText(/owns this now/u)).toBeNull();
});

test('what it is given to do is done', async () => {
  const onChange = vi.fn<PanelIntents['onChange']>(async () => ({ ok: true, value: { change: 'c1' } }));
  const { user, example } = start({ onChange });
  await user.click(example.getByRole('button', { name: 'I’ll take it' }));
  expect(onChange).toHaveBeenCalledOnce();
  expect(await example.findByText(/owns this now/u)).toBeTruthy();
});
