import type { Nudge } from '../../lib/browser/messages.ts';
import { senderOver } from '../../lib/browser/send.ts';
import type { Background } from '../../lib/page/background.ts';

/** The part of `browser.runtime` that a page's script uses. */
export interface Runtime {
  readonly sendMessage: (message: unknown) => Promise<unknown>;
  readonly onMessage: {
    readonly addListener: (listener: Listener) => void;
    readonly removeListener: (listener: Listener) => void;
  };
}

type Listener = (message: unknown, sender: unknown, respond: (answer: unknown) => void) => void;

const listen = ({ onMessage }: Runtime, signal: AbortSignal, listener: Listener): void => {
  onMessage.addListener(listener);
  signal.addEventListener('abort', () => onMessage.removeListener(listener));
};

/** The background over the browser's messages. Whatever arrives, it is only ever a hint to ask again. */
export const connect = (runtime: Runtime, randomId: () => string): Background => {
  const send = senderOver(runtime);
  return {
    seen: (report) => send('page.seen', report),
    cards: (address, keys, isPublic) => send('page.cards', { address, keys, isPublic }),
    propose: (change) => send('page.propose', { operation: randomId(), change }),
    openPanel: (key) => {
      void send('panel.open', { key });
    },
    onUpdate: (listener, signal) => listen(runtime, signal, listener),
    onPointed: (words, signal) => {
      listen(runtime, signal, (message, _sender, respond) => {
        if ((message as Partial<Nudge> | null)?.crosstie === 'pointed') respond(words());
      });
    },
  };
};
