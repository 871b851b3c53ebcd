import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { whyOf } from '../../components/check-words.ts';
import { createWords } from '../../components/words.ts';
import { signalIds, titleOf } from '../../lib/core/finding.ts';
import { messageSource } from '../gallery/source.ts';
import { readMessages } from './messages.ts';

const languages = ['en', 'de'] as const;
const english = readMessages('en');

/** The overlay counts by itself, without `createWords`. */
const countedElsewhere = /^overlay/u;

const namesIn = (message: string): readonly string[] =>
  [...new Set([...message.matchAll(/\$([a-z]+)\$/giu)].map(([, name = '']) => name.toLowerCase()))].sort();

describe.each(languages)('messages in %s', (language) => {
  const messages = readMessages(language);

  test('has the ids of the English file, all of them and no other', () => {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(english).sort());
  });

  test('every placeholder is declared, and numbered by its place in the alphabet of the names', () => {
    for (const [id, { message, placeholders = {} }] of Object.entries(messages)) {
      const declared = Object.keys(placeholders).sort();
      expect(
        namesIn(message).filter((name) => !declared.includes(name)),
        id,
      ).toEqual([]);
      expect(
        declared.map((name) => placeholders[name]?.content),
        id,
      ).toEqual(declared.map((_, at) => `$${at + 1}`));
      expect(declared, id).toEqual(Object.keys(english[id]?.placeholders ?? {}).sort());
    }
  });

  test('every message that counts has both forms, with the same placeholders', () => {
    for (const id of Object.keys(messages).filter((one) => one.endsWith('One') && !countedElsewhere.test(one))) {
      const other = `${id.slice(0, -3)}Other`;
      expect(messages, id).toHaveProperty(other);
      expect(Object.keys(messages[other]?.placeholders ?? {}), id).toEqual(
        Object.keys(messages[id]?.placeholders ?? {}),
      );
      expect(Object.keys(messages[other]?.placeholders ?? {}), id).toContain('count');
    }
  });

  test('says it in the words of the screen, not in those of the code', () => {
    const codeWords =
      /\b(twins?|drift|norms?|findings?|signals?|observations?|annotations?|slack|root blockers?|hard|soft|claims?|dropped|implements|primary|handles?|stale approval|out-of-sequence)\b/iu;
    for (const [id, { message }] of Object.entries(messages)) expect(message, id).not.toMatch(codeWords);
  });

  test('does not shout', () => {
    for (const [id, { message }] of Object.entries(messages)) expect(message, id).not.toContain('!');
  });
});

const filesAt = (name: string): readonly string[] => {
  const at = join(import.meta.dirname, '../..', name);
  return statSync(at).isDirectory()
    ? readdirSync(at, { recursive: true, encoding: 'utf8' }).map((file) => join(at, file))
    : [at];
};

test('no message is left that nobody says', () => {
  const sources = ['components', 'entrypoints', 'lib', 'wxt.config.ts']
    .flatMap(filesAt)
    .filter((path) => /\.tsx?$/u.test(path))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
  const ofChecks = new Set<string>(signalIds.flatMap((id) => [titleOf(id), whyOf(id)]));
  expect([...ofChecks].filter((id) => !(id in english))).toEqual([]);
  const said = (id: string): boolean =>
    ofChecks.has(id) || sources.includes(`'${id}'`) || sources.includes(`__MSG_${id}__`);
  const silent = Object.keys(english).filter((id) => !said(id) && !said(id.replace(/(One|Other)$/u, '')));
  expect(silent).toEqual([]);
});

describe('words', () => {
  const source = messageSource({
    waits: {
      message: '$WHO$ waits since $DAY$',
      placeholders: { day: { content: '$1' }, who: { content: '$2' } },
    },
    listOpenOne: { message: '1 open', placeholders: { count: { content: '$1' } } },
    listOpenOther: { message: '$COUNT$ open', placeholders: { count: { content: '$1' } } },
    listOpenFew: { message: '$COUNT$ few', placeholders: { count: { content: '$1' } } },
    since: { message: 'since $WHEN$', placeholders: { when: { content: '$1' } } },
  });
  const words = createWords(source, 'en');

  test('an argument is text: neither its dollar signs nor its overrides reach the sentence', () => {
    expect(words.text('since', { when: '$1 $WHEN$\u202E' })).toBe('since $1 $WHEN$');
  });

  test('pieces keep what is no text, in the order of the language', () => {
    const bold = { bold: 'Tuesday' };
    expect(words.pieces('since', { when: bold })).toEqual(['since ', bold]);
  });

  test('counts in the form of the language, and writes numbers its way', () => {
    expect(words.count('listOpen', 1)).toBe('1 open');
    expect(words.count('listOpen', 1234)).toBe('1,234 open');
    expect(createWords(source, 'pl').count('listOpen', 3)).toBe('3 few');
    expect(createWords(source, 'ar').count('listOpen', 0)).toMatch(/open$/u);
  });

  test('numbers and dates are in the language of the messages, and of the browser’s country where it is the same', () => {
    const german = messageSource(readMessages('de'));
    expect(createWords(german, 'de-AT').locale).toBe('de-AT');
    expect(createWords(german, 'fr').locale).toBe('de');
  });

  test('does not compile with an unknown id, a missing argument or one too many', () => {
    // @ts-expect-error: no such message
    words.text('noSuchMessage');
    // @ts-expect-error: `when` is missing
    words.text('since');
    // @ts-expect-error: it takes no arguments
    words.text('cancel', { when: 'now' });
    expect(words.text('cancel')).toBe('');
  });
});
