import { parseAddress } from './address.ts';
import type { ItemKey } from './key.ts';

/** What addresses and short forms mean in a text. */
export interface NamingContext {
  /** The item whose text it is. */
  readonly here: ItemKey;
  /** The item that an address names. */
  readonly locate: (address: URL) => ItemKey | undefined;
  /** The item that a short form means here. */
  readonly expand: (word: string, here: ItemKey) => ItemKey | undefined;
}

/** A place in a line that looks like the name of an item. */
export interface NamedItem {
  readonly start: number;
  readonly end: number;
  /** Absent: an address of something else, or a short form that means nothing here. */
  readonly key?: ItemKey;
}

// Each alternative is bounded, or stops at a character that cannot be inside it, so that no text makes it slow.
const candidates = new RegExp(
  [
    // [words](address): the words are the writer's label, the address is what it names
    /\[[^[\]]{0,300}\]\((?<linked>[Hh][Tt]{2}[Pp][Ss]?:\/\/[^\s()<>]{1,2000})(?: [^()]{0,200})?\)/u,
    /(?<bare>[Hh][Tt]{2}[Pp][Ss]?:\/\/[^\s<>"`[\]{}\\^。、，；！？）」』】》]+)/u,
    // #45, acme/api#45
    /(?<![\w/.#&-])(?<numbered>(?:[A-Za-z\d][\w.-]{0,99}\/[\w.-]{1,100})?#\d{1,10})(?!\w|-\w|\.\d)/u,
    // PAY-231, GH-45; not CVE-2024-1, nor a part of a path
    /(?<![\w/.#&-])(?<keyed>[A-Z][A-Z\d_]{1,30}-\d{1,10})(?!\w|-\w|\.\d)/u,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gu',
);

/** Everything in a line that looks like the name of an item, in order, the item itself included. */
export const namedItems = (line: string, { here, locate, expand }: NamingContext): readonly NamedItem[] =>
  Array.from(line.matchAll(candidates), (match): NamedItem => {
    const { linked, bare, numbered, keyed } = match.groups ?? {};
    const shown = bare === undefined ? match[0] : withoutPunctuation(bare);
    const at = { start: match.index, end: match.index + shown.length };
    const address = linked ?? (bare === undefined ? undefined : shown);
    if (address !== undefined) return withKey(at, ifDefined(parseAddress(address), locate));
    return withKey(
      at,
      ifDefined(numbered ?? keyed, (short) => expand(short, here)),
    );
  });

const withKey = (at: NamedItem, key: ItemKey | undefined): NamedItem => (key === undefined ? at : { ...at, key });

const ifDefined = <In, Out>(value: In | undefined, then: (value: In) => Out | undefined): Out | undefined =>
  value === undefined ? undefined : then(value);

const trailing = new Set('.,;:!?\'"*_~|');

/** An address at the end of a sentence or in brackets, without what follows it. */
const withoutPunctuation = (address: string): string => {
  let end = address.length;
  let unopened = count(address, ')') - count(address, '(');
  for (; end > 0; end -= 1) {
    const last = address[end - 1] ?? '';
    if (last === ')' && unopened > 0) unopened -= 1;
    else if (!trailing.has(last)) break;
  }
  return address.slice(0, end);
};

const count = (text: string, character: string): number => text.split(character).length - 1;
