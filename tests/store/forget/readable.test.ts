import { expect, test } from 'vitest';
import { toolNeeds } from '../../../entrypoints/background/tool-needs.ts';
import { coveredBy } from '../../../lib/store/forget/covered.ts';
import { sorted } from '../../../lib/store/forget/readable.ts';
import { api45, must, noon, openOn, pay7, seen } from '../fresh.ts';

const github = { tool: 'github', site: 'github.com' };

const fromGithub = async () => coveredBy((await openOn()).db, { type: 'site', site: github }, toolNeeds.place);

/** Rows as the store itself writes them. */
const written = async () => {
  const { store, db } = await openOn();
  await must(store.observe([seen(api45, { title: 'Ship it' }), seen(pay7, { title: 'Pay it' })], { at: noon }));
  return db.items.toArray();
};

test('[T17] what the store has written is readable, with the columns that are worked out from it', async () => {
  const rows = await written();
  expect(rows.map(({ key }) => key)).toEqual([api45, pay7]);
  expect(sorted('items', await fromGithub(), rows)).toEqual({ readable: rows, apart: [] });
});

test('[T17, P5] a row that nobody can read is set apart, and stays', async () => {
  const rows = await written();
  const damaged = { ...rows[1], facts: 'none' };
  expect(sorted('items', await fromGithub(), [...rows, damaged])).toEqual({ readable: rows, apart: [damaged] });
});

test('[K8] unless it names the site, at any depth: then it is in neither part', async () => {
  const rows = await written();
  const damaged = { key: 7, facts: { title: [{ of: 'github.com' }] } };
  expect(sorted('items', await fromGithub(), [...rows, damaged])).toEqual({ readable: rows, apart: [] });
});
