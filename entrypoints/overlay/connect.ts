import { senderOver } from '../../lib/browser/send.ts';
import type { Background } from '../../lib/page/background.ts';

/** The part of `browser.runtime` that a page's script uses. */
export interface Runtime {
  readonly sendMessage: (message: unknown) => Promise<unknown>;
  readonly onMessage: {
    readonly addListener: (listener: (message: unknown) => void) => void;
    readonly removeListener: (listener: (message: unknown) => void) => void;
  };
}

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
    onUpdate: (listener, signal) => {
      const onMessage = (): void => listener();
      runtime.onMessage.addListener(onMessage);
      signal.addEventListener('abort', () => runtime.onMessage.removeListener(onMessage));
    },
  };
};
