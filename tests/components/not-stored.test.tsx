// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { NotStored } from '../../components/not-stored.tsx';
import { draw, expectAccessible } from './draw.tsx';

test('what was not stored is said, until it is read; the next one is said again', async () => {
  const { rerender, container } = draw(<NotStored times={0} />);
  const status = screen.getByRole('status');
  expect(status.textContent).toBe('');
  rerender(<NotStored times={1} />);
  expect(status.textContent).toContain('Not saved');
  await expectAccessible(container);
  await userEvent.click(screen.getByRole('button', { name: /close|dismiss/iu }));
  expect(status.textContent).toBe('');
  rerender(<NotStored times={2} />);
  expect(status.textContent).toContain('Not saved');
});
