import type * as z from 'zod/mini';
import type { Result } from '../core/result.ts';
import type { Answers, Broken, MessageName, Refused, Requests } from './messages.ts';
import { fromPages, fromPanels } from './protocol.ts';

/** What the browser says of who sent a message; nothing of it is the sender's own claim. */
export interface BrowserSender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly origin?: string | undefined;
  readonly frameId?: number | undefined;
  readonly documentId?: string | undefined;
  readonly tab?:
    | {
        readonly id?: number | undefined;
        readonly url?: string | undefined;
        readonly windowId?: number | undefined;
        readonly incognito?: boolean | undefined;
      }
    | undefined;
}

/** A page's script: the top frame of a tab. */
export interface PageSender {
  readonly kind: 'page';
  readonly address: URL;
  readonly tabId: number;
  /** Changes with each load of a document, not with navigation inside it. */
  readonly document: string;
}
/** The extension's panel, popup or another of its own pages. */
export interface PanelSender {
  readonly kind: 'panel';
}

type Handler<Name extends MessageName, From> = (
  request: Requests[Name],
  sender: From,
) => Promise<Result<Answers[Name]['value'], Answers[Name]['failure'] | Refused>>;

/** A missing handler does not compile. */
export type Handlers = { readonly [Name in keyof typeof fromPages]: Handler<Name, PageSender> } & {
  readonly [Name in keyof typeof fromPanels]: Handler<Name, PanelSender>;
};

export interface Receiver {
  /** `browser.runtime.id`. */
  readonly extensionId: string;
  /** `chrome-extension://…`, without a slash at the end. */
  readonly extensionOrigin: string;
  readonly handlers: Handlers;
  /** Straight from the click, before anything is looked at: opens the panel in the tab (decisions: Panel). */
  readonly openPanel: (tabId: number) => void;
  /** A bug: shown where the person can see it, never swallowed. */
  readonly report: (message: string, error: unknown) => void;
}

type Answer = Result<unknown, { readonly type: string; readonly why?: string }>;
type SendResponse = (answer: Answer) => void;

const refuse = (why: Refused['why']): Answer => ({ ok: false, failure: { type: 'Refused', why } });
const broken: Answer = { ok: false, failure: { type: 'Broken' } satisfies Broken };

/**
 * The listener for `runtime.onMessage`. Each message is parsed by its strict schema and its sender is checked by what
 * the browser says, before a handler sees it (T8, T9). Always answers; an unknown message is refused (R3).
 */
export const receiver =
  ({ extensionId, extensionOrigin, handlers, openPanel, report }: Receiver) =>
  (message: unknown, from: BrowserSender, respond: SendResponse): boolean => {
    const name = nameOf(message);
    if (name === undefined) return false;
    if (name === 'panel.open' && from.id === extensionId && from.tab?.id !== undefined) openPanel(from.tab.id);

    const sender = senderOf(from, extensionId, extensionOrigin);
    const answer = sender === undefined ? refuse('not-allowed') : admit(name, message, sender, from);
    if ('ok' in answer) {
      respond(answer);
      return false;
    }
    const handle = handlers[answer.name] as (request: unknown, sender: unknown) => Promise<Answer>;
    handle(answer.request, sender).then(respond, (error: unknown) => {
      report(answer.name, error);
      respond(broken);
    });
    return true;
  };

const nameOf = (message: unknown): string | undefined =>
  typeof message === 'object' && message !== null && 'crosstie' in message && typeof message.crosstie === 'string'
    ? message.crosstie
    : undefined;

const senderOf = (
  from: BrowserSender,
  extensionId: string,
  extensionOrigin: string,
): PageSender | PanelSender | undefined => {
  if (from.id !== extensionId || from.url === undefined || !URL.canParse(from.url)) return undefined;
  if (from.url.startsWith(`${extensionOrigin}/`)) return { kind: 'panel' };
  const tabId = from.tab?.id;
  if (tabId === undefined || from.frameId !== 0) return undefined;
  const address = addressOf(new URL(from.url), from.tab?.url);
  if (address.protocol !== 'https:' && address.protocol !== 'http:') return undefined;
  return { kind: 'page', address, tabId, document: from.documentId ?? `${tabId}:${address.origin}` };
};

/**
 * Where a top frame is. Chrome's `sender.url` is the address that the document was loaded from, and stays so while the
 * page navigates inside itself; the tab's is the one of now. Of another origin, the tab has moved on to another document.
 */
const addressOf = (loaded: URL, inTab: string | undefined): URL => {
  const now = inTab !== undefined && URL.canParse(inTab) ? new URL(inTab) : loaded;
  return now.origin === loaded.origin ? now : loaded;
};

const admit = (
  name: string,
  message: unknown,
  sender: PageSender | PanelSender,
  from: BrowserSender,
): Answer | { readonly name: MessageName; readonly request: unknown } => {
  const mine: Record<string, z.ZodMiniType> = sender.kind === 'page' ? fromPages : fromPanels;
  if (!Object.hasOwn(mine, name)) {
    return refuse(
      Object.hasOwn(fromPages, name) || Object.hasOwn(fromPanels, name) ? 'not-allowed' : 'unknown-message',
    );
  }
  // Nothing is stored of private windows (P4, T25).
  if (from.tab?.incognito === true) return refuse('private-window');
  const parsed = safely(() => mine[name]?.safeParse((message as { request?: unknown }).request));
  return parsed?.success === true ? { name: name as MessageName, request: parsed.data } : refuse('bad-request');
};

/** A request nested very deep makes a parser run out of stack: that is a bad request, not a bug (T9). */
const safely = <Value>(parse: () => Value): Value | undefined => {
  try {
    return parse();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};
