import { expect, test } from 'vitest';
import { showCards } from '../../lib/app/show-cards.ts';
import { keyOf, world } from '../worlds.ts';
import { needsFor } from './needs.ts';

const ticket = 'jira:acme.atlassian.net:PAY-231';
const built = () => world().item('1').item(ticket, { title: 'Secret plan' }).waits('1', ticket);
const cards = (isPublic: boolean, at = 'https://github.com/acme/web') =>
  showCards(needsFor(built()).needs, new URL(at), {
    keys: [keyOf('1'), keyOf('never-seen'), ticket as never],
    isPublic,
  });

test('a card for each key, in their order; [K3] what was never seen claims nothing', async () => {
  const [known, unknown, other] = await cards(false);
  expect(known).toMatchObject({
    speaks: true,
    blockers: [{ key: ticket, title: 'Secret plan', short: 'PAY-231', tool: 'Jira' }],
  });
  expect(unknown).toMatchObject({ speaks: false, item: { state: 'unknown', owner: { by: 'unknown' } } });
  expect(other).toMatchObject({ item: { title: 'Secret plan' }, waiting: 1 });
});

test("[P3] on a public page the other tool's title is withheld", async () => {
  expect(JSON.stringify(await cards(true))).not.toContain('Secret plan');
});

test('[T9] a page of no tool gets none', async () => {
  expect(await cards(false, 'https://evil.example/')).toEqual([]);
});
