import { expect, test } from 'vitest';
import type { Finding } from '../../../lib/core/finding.ts';
import { buildNet } from '../../../lib/core/net/net.ts';
import { editFor, isEmpty } from '../../../lib/store/kept/edit-for.ts';
import { keepFindings } from '../../../lib/store/kept/kept-findings.ts';
import { findings, findingsOn, keptAnswers, look, noteTold } from '../../../lib/store/kept/read-kept.ts';
import { api45, day, must, noon, openOn, pay7, seen, task } from '../fresh.ts';

const finding = (more: Partial<Finding> = {}): Finding => ({
  signal: 'stalled',
  subject: api45,
  items: [api45, pay7],
  concerns: [],
  says: { id: 'stalled', args: {} },
  evidence: [],
  next: [{ type: 'look', item: api45 }],
  sure: true,
  ...more,
});
const weights = { 'late-blocker': 1, stalled: 3 } as const;
const weightOf = (id: string): number => weights[id as keyof typeof weights] ?? 2;

test('what stands is read in order: the most pressing signal, then the nearest day', async () => {
  const { db } = await openOn();
  const several = [
    finding({ by: '2026-12-01' }),
    finding({ subject: pay7, by: '2026-11-30' }),
    finding({ signal: 'late-blocker', subject: task, items: [task] }),
    finding({ subject: task, items: [task] }),
  ];
  await keepFindings(db, { findings: several }, noon, weightOf);
  expect((await findings(db)).map(({ id }) => id)).toEqual([
    `late-blocker ${task}`,
    `stalled ${pay7}`,
    `stalled ${api45}`,
    `stalled ${task}`,
  ]);
  expect((await findingsOn(db, [pay7])).map(({ subject }) => subject)).toEqual([pay7, api45]);
  expect(await findingsOn(db, [])).toEqual([]);
});

test('only what was judged goes; what is gone is remembered for a month, and then forgotten', async () => {
  const { db } = await openOn();
  await keepFindings(db, { findings: [finding(), finding({ subject: pay7 })] }, noon, weightOf);
  await keepFindings(db, { findings: [], subjects: new Set([api45]) }, noon + day, weightOf);
  expect((await findings(db)).map(({ subject }) => subject)).toEqual([pay7]);
  expect(await db.findings.count()).toBe(2);
  await keepFindings(db, { findings: [finding({ subject: pay7 })] }, noon + 32 * day, weightOf);
  expect(await db.findings.count()).toBe(1);
});

test('what says the same is not written again', async () => {
  const { db } = await openOn();
  await keepFindings(db, { findings: [finding()] }, noon, weightOf);
  let writes = 0;
  db.findings.hook('updating', () => {
    writes += 1;
  });
  await keepFindings(db, { findings: [finding()] }, noon + day, weightOf);
  expect(writes).toBe(0);
  expect((await findings(db))[0]?.since).toBe(noon);
});

test('when they were looked at, and told of, is remembered', async () => {
  const { db } = await openOn();
  expect(await keptAnswers(db)).toEqual({ gaps: [], looked: 0, missing: true });
  await look(db, noon);
  await noteTold(db, { at: noon, on: '2026-11-22' });
  expect(await keptAnswers(db)).toMatchObject({ looked: noon, told: { at: noon, on: '2026-11-22' } });
});

test('an edit is how the net differs from what is stored, around what was touched; none where it does not', async () => {
  const { db, store } = await openOn();
  await must(
    store.observe([seen(pay7, { state: 'open', links: { relations: [{ kind: 'blocked-by', key: api45 }] } })], {
      at: noon,
    }),
  );
  const net = buildNet({});
  const touched = { items: [pay7], joined: [pay7] };
  const edit = await db.transaction('r', db.tables, async () => editFor(db, net, touched));
  expect(edit.items?.map(({ key, facts }) => [key, facts?.state])).toEqual([[pay7, 'open']]);
  expect(edit.waits).toEqual([{ blocker: api45, blocked: pay7, wait: { hard: true, since: noon } }]);
  net.apply(edit);
  expect(isEmpty(await db.transaction('r', db.tables, async () => editFor(db, net, touched)))).toBe(true);
});
