import type { Result } from '../core/result.ts';
import type { Answers, Broken, Envelope, MessageName, Refused, Requests } from './messages.ts';

/** No answer in time, or the other side is gone (R3). */
export type NoAnswer = { readonly type: 'NoAnswer' };

/** Milliseconds. A handler that never answers would leave its caller waiting for ever (R3). */
const patience = 5_000;

export type Sender = <Name extends MessageName>(
  name: Name,
  request: Requests[Name],
) => Promise<Result<Answers[Name]['value'], Answers[Name]['failure'] | Refused | Broken | NoAnswer>>;

/** The part of `browser.runtime` that sending needs. */
export interface Channel {
  readonly sendMessage: (message: unknown) => Promise<unknown>;
}

const isResult = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && 'ok' in answer && typeof answer.ok === 'boolean';

/**
 * Sends and waits, at most five seconds. A worker that was stopped in mid-request is asked once more (R2): requests
 * that write carry an operation id, so asking twice writes once.
 */
export const senderOver =
  (channel: Channel, wait: number = patience): Sender =>
  async (name, request) => {
    const envelope: Envelope = { crosstie: name, request };
    const once = (): Promise<unknown> => withinTime(channel.sendMessage(envelope), wait);
    const answer = await once()
      .catch(once)
      .catch(() => undefined);
    return (isResult(answer) ? answer : { ok: false, failure: { type: 'NoAnswer' } }) as Awaited<
      ReturnType<Sender>
    > as never;
  };

const withinTime = (answer: Promise<unknown>, wait: number): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(undefined), wait);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
