import type { DisplaySource } from '../../components/display.tsx';
import { createWords, type MessageSource } from '../../components/words.ts';
import { guides } from '../../lib/tools/guides.ts';
import { linkTo, toolOf } from '../../lib/tools/index.ts';
import { now, today } from './states.ts';

interface Message {
  readonly message: string;
  readonly placeholders?: { readonly [name: string]: { readonly content: string } };
}

export type Messages = { readonly [id: string]: Message };

/** What `browser.i18n.getMessage` does with a message file: names to numbers, numbers to substitutions. */
export const messageSource =
  (messages: Messages): MessageSource =>
  (id, substitutions = []) => {
    const found = Object.hasOwn(messages, id) ? messages[id] : undefined;
    if (found === undefined) return '';
    return found.message.replace(/\$([a-z0-9_]+)\$/giu, (_, name: string) => {
      const number = found.placeholders?.[name.toLowerCase()]?.content.slice(1);
      return substitutions[Number(number) - 1] ?? '';
    });
  };

export const displaySource = (messages: Messages, locale: string): DisplaySource => ({
  words: createWords(messageSource(messages), locale),
  tools: guides.map(({ tool: { id, name }, colour }) => ({ id, name, colour })),
  short: (key) => toolOf(key)?.short(key),
  linkTo,
  now,
  today,
});
