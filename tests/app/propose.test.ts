import { expect, test } from 'vitest';
import { propose } from '../../lib/app/propose.ts';
import type { Change } from '../../lib/core/change.ts';
import { dana, keyOf, noor } from '../worlds.ts';
import { needsFor } from './needs.ts';

const page = new URL('https://github.com/acme/web/issues/1');
const claim: Change = { type: 'name-role', item: keyOf('1'), role: 'owner', who: dana, accepted: true };

test("a script may name me the owner of its own page's item", async () => {
  const { needs, knowledge } = needsFor(undefined, { accounts: [dana] });
  expect((await propose(needs, page, { change: claim, operation: 'op-1' })).ok).toBe(true);
  expect(knowledge.write).toHaveBeenCalledWith(claim, { id: 'op-1', at: 1_000 });
});

test.each<[string, Change]>([
  ['another item', { ...claim, item: keyOf('2') }],
  ['somebody else', { ...claim, who: noor }],
  ['taking an owner away', { ...claim, who: null }],
  ['another role', { ...claim, role: 'approver' }],
  ['a dependency', { type: 'add-dependency', blocker: keyOf('2'), blocked: keyOf('1') }],
  ['a denial', { type: 'deny-dependency', blocker: keyOf('2'), blocked: keyOf('1') }],
])('[T9] not %s', async (_what, change) => {
  const { needs, knowledge } = needsFor(undefined, { accounts: [dana] });
  expect(await propose(needs, page, { change, operation: 'op-1' })).toEqual({
    ok: false,
    failure: { type: 'Refused', why: 'not-allowed' },
  });
  expect(knowledge.write).not.toHaveBeenCalled();
});
