import type messages from '../public/_locales/en/messages.json';
import { isolated } from './plain.ts';

type Messages = typeof messages;

/** The English messages are the source of ids. */
export type MessageId = keyof Messages;

type PlaceholderOf<Id extends MessageId> = Messages[Id] extends { readonly placeholders: infer Placeholders }
  ? keyof Placeholders & string
  : never;

type ArgsOf<Id extends MessageId, Value> = { readonly [Name in PlaceholderOf<Id>]: Value };

/** No arguments for a message without placeholders; all of them, by name, for any other. */
type Rest<Id extends MessageId, Value> = [PlaceholderOf<Id>] extends [never] ? [] : [args: ArgsOf<Id, Value>];

/** Ids that come as `…One` and `…Other`. */
export type CountedId = MessageId extends infer Id ? (Id extends `${infer Base}Other` ? Base : never) : never;

type CountedArgs<Base extends CountedId, Value> = `${Base}Other` extends MessageId
  ? Omit<ArgsOf<`${Base}Other`, Value>, 'count'>
  : never;

type CountedRest<Base extends CountedId, Value> = [keyof CountedArgs<Base, Value>] extends [never]
  ? []
  : [args: CountedArgs<Base, Value>];

/** The shape of `browser.i18n.getMessage`: an unknown id gives ''. */
export type MessageSource = (id: string, substitutions?: string[]) => string;

export interface Words {
  readonly locale: string;
  /** A message as one string, for attributes and whole lines. Arguments are made plain and isolated. */
  readonly text: <Id extends MessageId>(id: Id, ...rest: Rest<Id, string | number>) => string;
  /** A message with anything in its placeholders: the pieces in the order of the language. */
  readonly pieces: <Id extends MessageId, Value>(id: Id, ...rest: Rest<Id, Value>) => readonly (string | Value)[];
  /** The form of the message that fits the number; its placeholder `count` is the number. */
  readonly count: <Base extends CountedId>(
    base: Base,
    count: number,
    ...rest: CountedRest<Base, string | number>
  ) => string;
  readonly countPieces: <Base extends CountedId, Value>(
    base: Base,
    count: number,
    ...rest: CountedRest<Base, Value>
  ) => readonly (string | Value)[];
  readonly number: (value: number) => string;
}

type AnyArgs = { readonly [name: string]: unknown };

/** Marks a placeholder's place while a message is taken to pieces. Private use: no message contains it. */
const mark = '\uE000';

/**
 * Words from message files, with numbers and dates to match. `browserLocale` is the browser's language; where there
 * are no messages in it, the browser falls back to another one, and that decides.
 *
 * Message files number their placeholders ($1, $2, …), code names them: the number of a placeholder is its place in
 * the alphabet of the names. A test holds the files to it.
 */
export const createWords = (source: MessageSource, browserLocale: string): Words => {
  const language = source('language');
  const locale = browserLocale.startsWith(language) ? browserLocale : language;
  // Made when the first number is said: on a page that has nothing to say they would be its dearest part.
  let plural: Intl.PluralRules | undefined;
  let numbers: Intl.NumberFormat | undefined;
  const format = (value: number): string => {
    numbers ??= new Intl.NumberFormat(locale);
    return numbers.format(value);
  };

  const fill = (id: string, args: AnyArgs): string => {
    const values = namesIn(args).map((name) => {
      const value = args[name];
      return typeof value === 'number' ? format(value) : isolated(String(value));
    });
    return source(id, values);
  };

  const split = (id: string, args: AnyArgs): readonly unknown[] => {
    const names = namesIn(args);
    const marked = source(
      id,
      names.map((_, index) => `${mark}${index}${mark}`),
    );
    return marked
      .split(mark)
      .map((piece, index) => (index % 2 === 0 ? piece : args[names[Number(piece)] ?? '']))
      .filter((piece) => piece !== '');
  };

  /** A language may have forms beyond the two that every message has; the file decides. */
  const formOf = (base: string, count: number): string => {
    plural ??= new Intl.PluralRules(locale);
    const category = plural.select(count);
    const id = `${base}${category.charAt(0).toUpperCase()}${category.slice(1)}`;
    return source(id) === '' ? `${base}Other` : id;
  };

  return {
    locale,
    text: (id, ...[args = {}]) => fill(id, args),
    pieces: (id, ...[args = {}]) => split(id, args) as never,
    count: (base, count, ...[args = {}]) => fill(formOf(base, count), { ...args, count }),
    countPieces: (base, count, ...[args = {}]) =>
      split(formOf(base, count), { ...args, count: format(count) }) as never,
    number: format,
  };
};

const namesIn = (args: AnyArgs): readonly string[] => Object.keys(args).sort();
