import de from '../../public/_locales/de/messages.json';
import en from '../../public/_locales/en/messages.json';
import type { Messages } from '../gallery/source.ts';

const files: { readonly [language: string]: Messages } = { de, en };

export const readMessages = (language: string): Messages => {
  const messages = files[language];
  if (messages === undefined) throw new Error(`no messages in ${language}`);
  return messages;
};
