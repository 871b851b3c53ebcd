import { describe, expect, test, vi } from 'vitest';
import { senderOver } from '../../lib/browser/send.ts';
import { ok } from '../../lib/core/result.ts';

const request = { name: 'overlays-hidden', on: true } as const;

describe('senderOver', () => {
  test('hands the answer back', async () => {
    const sendMessage = vi.fn(async () => ok(null));
    expect(await senderOver({ sendMessage })('switch.set', request)).toEqual(ok(null));
    expect(sendMessage).toHaveBeenCalledWith({ crosstie: 'switch.set', request });
  });

  test('[R2] a worker that dies in mid-request is asked once more, with the same operation', async () => {
    const sent: unknown[] = [];
    const sendMessage = async (message: unknown): Promise<unknown> => {
      sent.push(message);
      if (sent.length === 1) throw new Error('message channel closed');
      return ok(null);
    };
    const change = { type: 'deny-dependency', blocker: 'asana:1', blocked: 'asana:2' } as never;
    expect(await senderOver({ sendMessage })('change.write', { operation: 'op-12345', change })).toEqual(ok(null));
    expect(sent).toHaveLength(2);
    expect(sent[1]).toEqual(sent[0]);
  });

  test('[R2] dead twice: no answer, by value', async () => {
    const sendMessage = vi.fn(() => Promise.reject(new Error('gone')));
    expect(await senderOver({ sendMessage })('switch.set', request)).toEqual({
      ok: false,
      failure: { type: 'NoAnswer' },
    });
    expect(sendMessage).toHaveBeenCalledTimes(2);
  });

  test('[R3] a handler that never answers is waited for five seconds', async () => {
    vi.useFakeTimers();
    const answer = senderOver({ sendMessage: () => new Promise(() => undefined) })('switch.set', request);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await answer).toEqual({ ok: false, failure: { type: 'NoAnswer' } });
    vi.useRealTimers();
  });

  test.each([undefined, null, 'yes', {}, { ok: 'true' }])('[R3] %s is no answer', async (answer) => {
    expect(await senderOver({ sendMessage: async () => answer })('switch.set', request)).toEqual({
      ok: false,
      failure: { type: 'NoAnswer' },
    });
  });
});
