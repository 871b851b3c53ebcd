// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { Make } from '../../components/changes.ts';
import { ItemFindings } from '../../components/item-findings.tsx';
import type { AsideIntents } from '../../components/set-aside.tsx';
import { asideOfFinding } from '../../lib/core/finding-aside.ts';
import type { FindingRow } from '../../lib/core/findings-view.ts';
import { backRow, circleRow, lateRow, unownedRow } from '../gallery/findings.ts';
import * as states from '../gallery/states.ts';
import { draw, expectAccessible } from './draw.tsx';

const start = (rows: readonly FindingRow[]) => {
  const make = vi.fn<Make>();
  const onCopy = vi.fn();
  const onPreviewSame = vi.fn(async () => states.sameGains);
  const aside = {
    onSetAside: vi.fn<AsideIntents['onSetAside']>(async () => true),
    onBringBack: vi.fn<AsideIntents['onBringBack']>(async () => true),
  };
  const { container } = draw(
    <ItemFindings
      here={states.tokens.key}
      rows={rows}
      known={states.known}
      make={make}
      aside={aside}
      onCopy={onCopy}
      onPreviewSame={onPreviewSame}
    />,
  );
  return { make, onCopy, ...aside, container, user: userEvent.setup() };
};

const row = (name: string): HTMLElement => {
  const found = screen.getAllByText(name)[0]?.closest<HTMLElement>('[data-row]');
  if (found == null) throw new Error(`no row of ${name}`);
  return found;
};

test('what is about the item is called by its check, what is about another by that item', async () => {
  const { container } = start([lateRow, unownedRow, circleRow]);
  const section = screen.getByRole('region', { name: 'Needs a look' });
  expect(section.textContent).toContain('Needs a look3');
  expect(row('Blocker lands too late').textContent).toContain(
    'It is planned for 4 Dec, but PAY-231 needs it by 26 Nov',
  );
  expect(row('Nobody owns it').textContent).toContain('Nobody owns it, and 1 item waits on it.');
  expect(row('Pay by card in the mobile app').textContent).toContain('3 items wait on each other in a circle');
  expect(within(row('Nobody owns it')).getByText('new')).toBeTruthy();
  await expectAccessible(container);
});

test('the steps are there, and both ways to have it out of sight', async () => {
  const { user, make, onCopy, onSetAside } = start([lateRow, unownedRow]);
  await user.click(screen.getByRole('button', { name: 'I’ll take it' }));
  expect(make.mock.lastCall?.[0]).toMatchObject({ type: 'name-role', item: states.tokens.key, who: states.noor });
  await user.click(screen.getByRole('button', { name: /^Copy a request/u }));
  expect(onCopy.mock.lastCall?.[0]).toMatch(/^Ravi Patel, about acme\/api#45/u);
  await user.click(within(row('Nobody owns it')).getByRole('button', { name: 'Dismiss' }));
  await user.click(screen.getByRole('button', { name: 'Not a problem' }));
  expect(onSetAside).toHaveBeenLastCalledWith(asideOfFinding(unownedRow.finding, states.now, undefined, 'no-problem'));
  await user.click(within(row('Blocker lands too late')).getByRole('button', { name: 'Set aside' }));
  await user.click(screen.getByText('Until something changes'));
  expect(onSetAside).toHaveBeenLastCalledWith(asideOfFinding(lateRow.finding, states.now));
});

test('[K3] [Q4] what it rests on, and why it came back', async () => {
  const { user } = start([lateRow, backRow]);
  expect(screen.getByText('Back: it says something else now')).toBeTruthy();
  await user.click(within(row('Blocker lands too late')).getByRole('button', { name: 'Seen' }));
  expect(row('Blocker lands too late').textContent).toContain(
    'due date of acme/api#45: read on its own page 3 days ago',
  );
});

test('near miss: where nothing needs a look there is no section', () => {
  expect(start([]).container.textContent).toBe('');
});
