// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ErrorBoundary, errorDetails } from '../../components/error-boundary.tsx';
import { FailureView } from '../../components/failure-view.tsx';
import { draw } from './draw.tsx';

const secret = 'Fire the whole Zurich office';
const Broken = (): never => {
  throw new TypeError(`cannot draw ${secret}`);
};

// React reports what a boundary catches; here that is the point.
beforeEach(() => vi.spyOn(console, 'error').mockImplementation(() => {}));
afterEach(() => vi.restoreAllMocks());

test('what breaks is caught, said, and its details can be copied without a title or a name in them', async () => {
  const onCopy = vi.fn(async () => true);
  draw(
    <ErrorBoundary fallback={(details) => <FailureView details={details} onCopy={onCopy} onReload={() => {}} />}>
      <Broken />
    </ErrorBoundary>,
  );
  expect(screen.getByRole('alert').textContent).toContain('What is stored is not touched.');
  await userEvent.click(screen.getByRole('button', { name: 'Copy details' }));
  const [details = ''] = onCopy.mock.lastCall as unknown as readonly string[];
  expect(details).toContain('TypeError');
  expect(details).toContain('Broken');
  expect(details).not.toContain('Zurich');
  expect(document.body.textContent).not.toContain('Zurich');
});

test('a message of several lines does not slip in as a frame', () => {
  const error = new Error(`first\n    at ${secret} (x)\nlast@line`);
  expect(errorDetails(error)).not.toContain('Zurich');
});

test('near miss: what does not break is not touched', () => {
  draw(
    <ErrorBoundary fallback={() => 'broken'}>
      <p>fine</p>
    </ErrorBoundary>,
  );
  expect(screen.getByText('fine')).toBeTruthy();
});
