import { withRoom } from './growing.ts';

/**
 * Which documents hold a term, and how often in title and text: one number each, in blocks of one pool that grow with the
 * term. Half of all terms are in one document: those need no block. An array for each term would take several times the room.
 */
export interface Postings {
  readonly add: (term: number, posting: number) => void;
  /** How many postings a term has. */
  readonly count: (term: number) => number;
  /** All postings of a term, in the order in which they were added; good until the next call. */
  readonly of: (term: number) => Uint32Array;
}

const titleBits = 3;
const textBits = 4;
const maxInTitle = 2 ** titleBits - 1;
/** More is not told apart. */
export const maxInText = 2 ** textBits - 1;

export const posting = (document: number, inTitle: number, inText: number): number =>
  ((document << (titleBits + textBits)) | (Math.min(inTitle, maxInTitle) << textBits) | Math.min(inText, maxInText)) >>>
  0;
export const documentOf = (one: number): number => one >>> (titleBits + textBits);
export const inTitleOf = (one: number): number => (one >>> textBits) & maxInTitle;
export const inTextOf = (one: number): number => one & maxInText;

/** What 25 bits can name. */
export const maxDocuments = 2 ** (32 - titleBits - textBits);

const smallestBlock = 2;
const largestBlock = 256;

export const createPostings = (): Postings => {
  let pool = new Uint32Array(0);
  /** The pool's first free place; 0 means "no block". */
  let free = 1;
  // By term.
  let counts = new Uint32Array(0);
  let alone = new Uint32Array(0);
  let first = new Uint32Array(0);
  let end = new Uint32Array(0);
  let room = new Uint32Array(0);
  let size = new Uint32Array(0);
  let gathered = new Uint32Array(0);

  /** A block: where the next one stands, then postings. Gives where the first of them goes. */
  const startBlock = (term: number): void => {
    const before = size[term] as number;
    const length = Math.min(largestBlock, before === 0 ? smallestBlock : before * 2);
    pool = withRoom(pool, free + length + 1);
    if (before === 0) first[term] = free;
    else pool[(end[term] as number) - before - 1] = free;
    size[term] = length;
    room[term] = length;
    end[term] = free + length + 1;
    free += length + 1;
  };

  return {
    count: (term) => counts[term] ?? 0,
    add: (term, one) => {
      if (term >= counts.length) {
        counts = withRoom(counts, term + 1);
        alone = withRoom(alone, term + 1);
        first = withRoom(first, term + 1);
        end = withRoom(end, term + 1);
        room = withRoom(room, term + 1);
        size = withRoom(size, term + 1);
      }
      const count = counts[term] as number;
      counts[term] = count + 1;
      if (count === 0) {
        alone[term] = one;
        return;
      }
      if (room[term] === 0) startBlock(term);
      pool[(end[term] as number) - (room[term] as number)] = one;
      room[term] = (room[term] as number) - 1;
    },
    of: (term) => {
      const count = counts[term] ?? 0;
      gathered = withRoom(gathered, count);
      if (count === 0) return gathered.subarray(0, 0);
      gathered[0] = alone[term] as number;
      let taken = 1;
      let length = smallestBlock;
      for (let at = first[term] as number; taken < count; at = pool[at] as number) {
        const some = Math.min(length, count - taken);
        gathered.set(pool.subarray(at + 1, at + 1 + some), taken);
        taken += some;
        length = Math.min(largestBlock, length * 2);
      }
      return gathered.subarray(0, count);
    },
  };
};
