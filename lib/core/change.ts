import type { PairWord, Role } from './annotation.ts';
import type { Day } from './item.ts';
import type { ItemKey } from './key.ts';
import type { Account } from './person.ts';
import type { Json, NaturalKey } from './record.ts';
import { fail, ok, type Result } from './result.ts';

/** One intent of a person is one change: stored whole, shown in the history as one, undone as one (E4). */
export type Change =
  | {
      readonly type: 'name-role';
      readonly item: ItemKey;
      readonly role: Role;
      readonly who: Account | null;
      readonly accepted: boolean;
    }
  | {
      readonly type: 'add-dependency';
      readonly blocker: ItemKey;
      readonly blocked: ItemKey;
      /** Absent: hard. */
      readonly hard?: boolean;
      readonly reason?: string;
      readonly needed?: Day;
      readonly promised?: Day;
    }
  /** "Not a dependency": outlives every later sighting (D3). */
  | { readonly type: 'deny-dependency'; readonly blocker: ItemKey; readonly blocked: ItemKey }
  /** Takes back what was stated about it; what pages show of it stays. */
  | { readonly type: 'withdraw-dependency'; readonly blocker: ItemKey; readonly blocked: ItemKey }
  /** What two items are to each other (W2, W3). */
  | {
      readonly type: 'settle-pair';
      readonly items: readonly [ItemKey, ItemKey];
      readonly said: PairWord;
      /** Of the same work the main one, of a part the whole: one of the two. */
      readonly main?: ItemKey;
      /** How sure the suggestion was that this answers, 0 to 1. */
      readonly sureness?: number;
    }
  /** Takes back what was said of the two. */
  | { readonly type: 'withdraw-pair'; readonly items: readonly [ItemKey, ItemKey] };

export type ChangeRefused = {
  readonly type: 'ChangeRefused';
  readonly why: 'same-item' | 'text-too-long' | 'no-person' | 'no-main';
};

/** What a change writes: fields of records, by natural key. A field that is not named stays as it is. */
export interface Write {
  readonly k: NaturalKey;
  readonly fields: { readonly [field: string]: Json };
}

const maxReason = 500;

const accountJson = ({ tool, site, handle, name, kind }: Account): Json => ({
  tool,
  site,
  ...(handle === undefined ? {} : { handle }),
  ...(name === undefined ? {} : { name }),
  ...(kind === undefined ? {} : { kind }),
});

export const writesOf = (change: Change): Result<readonly Write[], ChangeRefused> => {
  if (change.type === 'name-role') {
    const { item, role, who, accepted } = change;
    if (who !== null && who.handle === undefined && !who.name?.trim())
      return fail({ type: 'ChangeRefused', why: 'no-person' });
    return ok([{ k: ['own', item, role], fields: { who: who === null ? null : accountJson(who), accepted } }]);
  }
  if (change.type === 'settle-pair' || change.type === 'withdraw-pair') return pairWrites(change);
  const { blocker, blocked } = change;
  if (blocker === blocked) return fail({ type: 'ChangeRefused', why: 'same-item' });
  const k: NaturalKey = ['dep', blocker, blocked];
  switch (change.type) {
    case 'add-dependency': {
      const { hard = true, reason, needed, promised } = change;
      if (reason !== undefined && reason.length > maxReason)
        return fail({ type: 'ChangeRefused', why: 'text-too-long' });
      return ok([
        {
          k,
          fields: {
            said: 'yes',
            hard,
            ...(reason === undefined ? {} : { reason }),
            ...(needed === undefined ? {} : { needed }),
            ...(promised === undefined ? {} : { promised }),
          },
        },
      ]);
    }
    case 'deny-dependency':
      return ok([{ k, fields: { said: 'no' } }]);
    case 'withdraw-dependency':
      return ok([{ k, fields: { said: null } }]);
  }
};

type PairChange = Extract<Change, { type: 'settle-pair' | 'withdraw-pair' }>;

const pairWrites = (change: PairChange): Result<readonly Write[], ChangeRefused> => {
  const [a, b] = change.items;
  if (a === b) return fail({ type: 'ChangeRefused', why: 'same-item' });
  const k: NaturalKey = ['pair', ...[a, b].sort()];
  if (change.type === 'withdraw-pair') return ok([{ k, fields: { said: null } }]);
  const { said, main, sureness } = change;
  const isOfOne = said === 'same' || said === 'part';
  if (isOfOne && main !== a && main !== b) return fail({ type: 'ChangeRefused', why: 'no-main' });
  return ok([
    {
      k,
      fields: {
        said,
        main: isOfOne ? (main ?? null) : null,
        ...(sureness === undefined ? {} : { sureness }),
      },
    },
  ]);
};

/** One entry of the append-only history (E4): a field of a record, before and after. */
export interface HistoryEntry {
  /** Rises with every entry of this database. */
  readonly seq: number;
  /** The change that this entry is part of; what is undone is a change. */
  readonly change: string;
  /** Set where this entry undoes another change. */
  readonly undoes?: string;
  readonly k: NaturalKey;
  readonly field: string;
  readonly before: Json;
  readonly after: Json;
  /** Milliseconds. */
  readonly at: number;
  readonly author: string;
  readonly device: string;
}
