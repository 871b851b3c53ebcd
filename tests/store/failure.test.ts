import Dexie from 'dexie';
import { expect, test } from 'vitest';
import { ok } from '../../lib/core/result.ts';
import { attempt } from '../../lib/store/failure.ts';

const failing = (error: unknown) => attempt(false, () => Promise.reject(error));

test('[R6] a full disk is known by its own name and inside an aborted transaction', async () => {
  const quota = new DOMException('full', 'QuotaExceededError');
  for (const error of [quota, new Dexie.AbortError('aborted', quota)])
    expect(await failing(error)).toEqual({ ok: false, failure: { type: 'StoreFull' } });
});

test('[R13] a closed connection is a failure by value', async () => {
  expect(await failing(new Dexie.DatabaseClosedError())).toEqual({ ok: false, failure: { type: 'StoreClosed' } });
});

test('a bug throws', async () => {
  await expect(failing(new TypeError('x is undefined'))).rejects.toThrow('x is undefined');
  await expect(failing('thrown text')).rejects.toBe('thrown text');
});

test('[P5] nothing is even tried where the store is only read', async () => {
  let tried = false;
  const result = await attempt(true, async () => {
    tried = true;
    return ok(1);
  });
  expect([result, tried]).toEqual([{ ok: false, failure: { type: 'ReadOnly' } }, false]);
});
