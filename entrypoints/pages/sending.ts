import { browser } from 'wxt/browser';
import type { ChangeFailure, Stored } from '../../components/changes.ts';
import type { FileRefused } from '../../components/files.ts';
import { leaveFile } from '../../lib/browser/handover.ts';
import type { MessageName, Requests } from '../../lib/browser/messages.ts';
import { type Sender, senderOver } from '../../lib/browser/send.ts';
import type { Change } from '../../lib/core/change.ts';
import { fail, ok, type Result } from '../../lib/core/result.ts';
import type { FileRefused as StoreRefused } from '../../lib/store/index.ts';
import type { Live } from './surroundings.ts';

export const send: Sender = senderOver(browser.runtime);

const refused = new EventTarget();

/** Sends what a person chose. That it was not stored is said on the page itself (`NotStored`). */
export const choose = <Name extends MessageName>(name: Name, request: Requests[Name]): void => {
  void send(name, request).then(({ ok: isStored }) => {
    if (!isStored) refused.dispatchEvent(new Event('refused'));
  });
};

/** How often a choice was not stored since this page was opened. */
export const refusals: Live<number> = (see) => {
  let times = 0;
  const count = (): void => {
    times += 1;
    see(times);
  };
  see(times);
  refused.addEventListener('refused', count);
  return () => refused.removeEventListener('refused', count);
};

/** Milliseconds that the browser gives a worker for one message. */
const longest = 5 * 60_000;

/** For what rewrites the whole store, which takes longer the more there is. */
export const sendPatiently: Sender = senderOver(browser.runtime, longest);

export const newOperation = (): string => crypto.randomUUID();

export const sendChange = async (change: Change): Promise<Result<Stored, ChangeFailure>> =>
  inWords(await send('change.write', { operation: newOperation(), change }));

export const sendUndo = async (change: string): Promise<Result<Stored, ChangeFailure>> =>
  inWords(await send('change.undo', { operation: newOperation(), change }));

type SendFailure = { readonly type: string };

const inWords = (answer: Result<Stored, SendFailure>): Result<Stored, ChangeFailure> => {
  if (answer.ok) return answer;
  const { failure } = answer;
  if (failure.type === 'ChangeRefused') return fail(failure as ChangeFailure);
  return fail({ type: failure.type === 'ReadOnly' ? 'ReadOnly' : 'NotStored' });
};

/** Hands a file to the background, which alone writes. */
export const sendFile = async (
  kind: 'file.restore' | 'file.add',
  content: Uint8Array<ArrayBuffer>,
): Promise<Result<unknown, FileRefused>> => {
  const operation = newOperation();
  const name = await leaveFile(navigator.storage, content, operation);
  const answer =
    kind === 'file.restore' ? await sendPatiently(kind, { name }) : await sendPatiently(kind, { name, operation });
  if (answer.ok) return ok(answer.value);
  return answer.failure.type === 'FileRefused'
    ? fail(refusedInWords(answer.failure as Pick<StoreRefused, 'why'>))
    : fail({ type: 'FileRefused', why: 'not-stored' });
};

const reasons: Readonly<Partial<Record<StoreRefused['why'], FileRefused['why']>>> = {
  foreign: 'foreign',
  newer: 'too-new',
  'too-large': 'too-large',
  'too-many-rows': 'too-large',
  'not-mine': 'not-mine',
};

export const refusedInWords = ({ why }: Pick<StoreRefused, 'why'>): FileRefused => ({
  type: 'FileRefused',
  why: reasons[why] ?? 'broken',
});
