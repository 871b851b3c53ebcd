import { expect, test } from 'vitest';
import type { Cell } from '../../lib/core/record.ts';
import { identityIn } from '../../lib/store/identity.ts';
import { putCells, statementTables, writeFields } from '../../lib/store/statements.ts';
import { openOn } from './fresh.ts';

const k = ['own', 'asana:1', 'owner'] as const;
const theirs: Cell = {
  space: 's',
  rec: 'r',
  author: 'u:bob',
  device: 'd2',
  lm: '0mwryu0g80000',
  body: {
    v: 1,
    k: [...k],
    f: { who: ['0mwryu0g80000', null, { d9: '0mwryu0g70000' }], mood: ['0mwryu0g80000', 'calm', {}] },
  },
};

const opened = async () => {
  const open = await openOn();
  const { db } = open;
  await db.transaction('rw', statementTables(db), async () => putCells(db, [theirs]));
  return open;
};

test('a device writes its own cell only, and says what it had seen, of others and through them', async () => {
  const { db } = await opened();
  const device = await db.transaction('rw', statementTables(db), async () => {
    const identity = await identityIn(db);
    await writeFields(
      db,
      identity,
      { rec: 'r', k: [...k], fields: { who: { tool: 'x', site: 'y', name: 'Z' } } },
      { change: 'c', at: Date.now() },
    );
    return identity.device;
  });
  const cells = await db.cells.toArray();
  expect(cells.find((cell) => cell.device === 'd2')).toEqual(theirs);
  const own = cells.find((cell) => cell.device === device);
  expect(own?.body.f['who']?.[2]).toEqual({ d2: '0mwryu0g80000', d9: '0mwryu0g70000' });
  expect((await db.records.get('r'))?.cells).toHaveLength(2);
});

test('[P5] a field that nobody knows yet stays in the record', async () => {
  const { db } = await opened();
  expect((await db.records.get('r'))?.merged.fields['mood']).toMatchObject({ value: 'calm', author: 'u:bob' });
});
