import { expect, test, vi } from 'vitest';
import { followOutcomes, tellOutcome } from '../../lib/browser/menu-outcome.ts';
import type { MenuOutcome } from '../../lib/core/menu-outcome.ts';
import { session } from './session.ts';

const outcome: MenuOutcome = { type: 'me', about: 'Dana Reyes' };

test('a panel that opens just after the click says what became of it, once', async () => {
  const { area, changes } = session();
  await tellOutcome(area, outcome, 1_000);
  const hear = vi.fn();
  followOutcomes(area, changes, () => 2_000, hear);
  await vi.waitFor(() => expect(hear).toHaveBeenCalledTimes(1));
  expect(hear).toHaveBeenCalledWith(outcome);
});

test('one that opens later says nothing; one that is open says each click', async () => {
  const { area, changes } = session();
  await tellOutcome(area, outcome, 1_000);
  let now = 10_000;
  const hear = vi.fn();
  const stop = followOutcomes(area, changes, () => now, hear);
  await area.get('nothing');
  expect(hear).not.toHaveBeenCalled();
  await tellOutcome(area, { type: 'nobody', about: '' }, now);
  now += 1;
  await tellOutcome(area, { type: 'nobody', about: '' }, now);
  expect(hear).toHaveBeenCalledTimes(2);
  stop();
  await tellOutcome(area, outcome, now + 1);
  expect(hear).toHaveBeenCalledTimes(2);
});
