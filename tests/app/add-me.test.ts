import { expect, test } from 'vitest';
import { addMe } from '../../lib/app/add-me.ts';
import { answerPlace } from '../../lib/app/answer-place.ts';
import type { ItemKey } from '../../lib/core/key.ts';
import { world } from '../worlds.ts';
import { needsFor } from './needs.ts';

const site = { tool: 'jira', site: 'acme.atlassian.net' };
const dana = { ...site, name: 'Dana Reyes' };
const itemIn = (key: string, assignee: string) =>
  [
    ...world()
      .item(key, { assignees: [{ name: assignee }] })
      .snapshot()
      .items.values(),
  ][0] as never;

test('[K7] who says who he is makes the places mine that show him, and leaves the others as they were', async () => {
  const open = { ...site, name: 'OPS' };
  const { needs, knowledge } = needsFor(world(), { accounts: [] }, { places: [{ ...site, name: 'PAY' }, open] });
  knowledge.itemsShowing.mockResolvedValue([
    itemIn('jira:acme.atlassian.net:PAY-7', 'Dana Reyes'),
    itemIn('jira:acme.atlassian.net:OPS-1', 'Mei Lin'),
  ]);
  await addMe(needs, dana);
  const { me, places } = await knowledge.settings();
  expect(me.accounts).toEqual([dana]);
  expect(places).toEqual([{ ...site, name: 'PAY', sign: 'assigned' }, open]);
});

test('[K7] an answer is kept with when it was given, and taken back whole', async () => {
  const place = { ...site, name: 'PAY' };
  const { needs, knowledge } = needsFor();
  await answerPlace(needs, place, 'later');
  expect((await knowledge.settings()).places).toEqual([{ ...place, answer: 'later', answeredAt: 1_000 }]);
  await answerPlace(needs, place, null);
  expect((await knowledge.settings()).places).toEqual([]);
});

test('[K7] a team of mine makes its places mine as well', async () => {
  const team = { ...site, name: 'Payments', kind: 'team' as const };
  const { needs, knowledge } = needsFor();
  const key = 'jira:acme.atlassian.net:PAY-9' as ItemKey;
  knowledge.itemsShowing.mockResolvedValue([
    [
      ...world()
        .item(key, { reviewers: [{ name: 'Payments', kind: 'team' }] })
        .snapshot()
        .items.values(),
    ][0] as never,
  ]);
  await addMe(needs, team);
  expect((await knowledge.settings()).places).toEqual([{ ...site, name: 'PAY', sign: 'asked' }]);
});
