import { readFileSync } from 'node:fs';
import { Window } from 'happy-dom';
import type { Drawing } from '../../../components/overlay/drawing.ts';
import { createWords, type Words } from '../../../components/words.ts';
import type { ItemKey } from '../../../lib/core/key.ts';
import type { NamedItem } from '../../../lib/core/page-view.ts';

interface Message {
  readonly message: string;
  readonly placeholders?: { readonly [name: string]: { readonly content: string } };
}

/** The shipped messages, filled as the browser fills them. */
export const shippedWords = (locale: 'en' | 'de' = 'en'): Words => {
  const file = new URL(`../../../public/_locales/${locale}/messages.json`, import.meta.url);
  const messages: { readonly [id: string]: Message } = JSON.parse(readFileSync(file, 'utf8'));
  return createWords((id, values = []) => {
    const { message = '', placeholders = {} } = messages[id] ?? {};
    return message.replace(/\$([A-Z]+)\$/gu, (_, name: string) => {
      const place = Number(placeholders[name.toLowerCase()]?.content.slice(1));
      return values[place - 1] ?? '';
    });
  }, locale);
};

export const now = Date.UTC(2026, 10, 22, 12);
export const day = 86_400_000;

export const newWindow = (html = ''): Window => {
  const window = new Window({ url: 'https://tracker.example/' });
  window.document.body.innerHTML = html;
  return window;
};

export const drawingIn = (window: Window, locale: 'en' | 'de' = 'en'): Drawing => ({
  document: window.document as unknown as Document,
  words: shippedWords(locale),
  link: (key) => new URL(`https://tracker.example/item/${key.slice(5)}`),
  now: () => now,
});

export const item = (name: string, more: Partial<NamedItem> = {}): NamedItem => ({
  key: `fake:${name}` as ItemKey,
  tool: 'Fake',
  short: name,
  state: 'open',
  owner: { by: 'nobody' },
  lastSeen: now - 2 * day,
  ...more,
});

/** Strings that would be more than text if anything took them for markup, a placeholder or a direction. */
export const hostile = [
  '<img src=x onerror=alert(1)>',
  '</style><script>alert(1)</script>',
  '<svg/onload=alert(1)>',
  '"><b>bold</b>',
  '{{constructor}} $1 $WHO$ \uE0000\uE000',
  '\u202Egnirts desrever',
  'a\u0000b\u2028c',
  'x'.repeat(10_000),
];

/** What a person reads in it: text, and what the style sheet adds in front of an element from its own attribute. */
export const readIn = (node: Node | null | undefined): string => {
  if (node === null || node === undefined) return '';
  if (node.nodeType !== 1) return node.textContent ?? '';
  const said = (node as Element).getAttribute('data-said') ?? '';
  return said + [...node.childNodes].map(readIn).join('');
};
