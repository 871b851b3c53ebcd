import type { Change } from '../../core/change.ts';
import { grouped } from '../../core/grouped.ts';
import { type ItemKey, isItemKey } from '../../core/key.ts';
import { deletion, undoMark } from '../../core/merge.ts';
import type { Cell, FieldWrite, Json } from '../../core/record.ts';
import type { HistoryRow, OperationRow } from '../rows.ts';
import { type Covered, namesCovered } from './covered.ts';
import type { Sieve } from './sieve.ts';

/* What stays of what people stated, and of its history. */

/** Fields that say nothing by themselves. */
const mute: ReadonlySet<string> = new Set([deletion, undoMark]);

/**
 * The cells of a statement that stay. What a word that goes had replaced, or was deleted with, goes with it: what nobody
 * says any more must not be said again.
 */
export const keptStatement = (sieve: Sieve, cells: readonly Cell[]): readonly Cell[] => {
  const gone = cells.flatMap(({ body }) => {
    const naming = namingFields(sieve.covered, body.f);
    return naming.length === 0 ? [] : [...naming, ...Object.entries(body.f).filter(([name]) => name === deletion)];
  });
  return cells.flatMap((cell) => keptCell(sieve, cell, gone) ?? []);
};

type Field = readonly [name: string, write: FieldWrite];

/** The fields that name somebody who goes, and the acceptance that belongs to them. */
const namingFields = (covered: Covered, fields: Cell['body']['f']): readonly Field[] => {
  const all = Object.entries(fields);
  if (!all.some(([, [, value]]) => namesCovered(covered, value))) return [];
  return all.filter(([name, [, value]]) => name === acceptance || namesCovered(covered, value));
};

/** A cell about an item that goes, goes. What another device said of the same thing stays, where it was not replaced. */
const keptCell = ({ covered, naturalKey, key }: Sieve, cell: Cell, gone: readonly Field[]): Cell | undefined => {
  const k = naturalKey(cell.body.k);
  if (k === undefined) return undefined;
  const naming = new Set(namingFields(covered, cell.body.f).map(([name]) => name));
  const all = Object.entries(cell.body.f);
  const fields = all.filter((field) => !naming.has(field[0]) && !gone.some((one) => replaces(one, field, cell.device)));
  if (fields.length < all.length && fields.every(([name]) => mute.has(name))) return undefined;
  return {
    ...cell,
    body: { ...cell.body, k, f: Object.fromEntries(fields.map(([name, write]) => [name, namedNow(key, write)])) },
  };
};

/** A word that names an item, as the main one of a pair, names it by the key that stays. */
const namedNow = (key: Sieve['key'], [clock, value, seen]: FieldWrite): FieldWrite => [
  clock,
  valueNow(key, value),
  seen,
];

const valueNow = (key: Sieve['key'], value: Json): Json =>
  typeof value === 'string' && isItemKey(value) ? (key(value) ?? value) : value;

/** As in `mergeCells`: a later write that had seen the other one; of a deletion, of whatever field. */
const replaces = ([name, [later, value, seen]]: Field, [other, [clock]]: Field, device: string): boolean =>
  (name === other || (name === deletion && value === true)) && later > clock && (seen[device] ?? '') >= clock;

const acceptance = 'accepted';

/** The name of what one change wrote into one record. */
export const entryGroup = ({ change, rec }: Pick<HistoryRow, 'change' | 'rec'>): string => `${change} ${rec}`;

/** Whether an entry says that somebody who goes was named. The other entries of its group go with it. */
export const namesThem = (covered: Covered, { after, own }: HistoryRow): boolean =>
  [after, writtenIn(own?.became)].some((value) => namesCovered(covered, value));

/** An entry that says who was named before somebody else does not say it any more. */
export const keptHistory = (sieve: Sieve, row: HistoryRow, goneGroups: ReadonlySet<string>): HistoryRow | undefined => {
  const k = sieve.naturalKey(row.k);
  if (k === undefined || goneGroups.has(entryGroup(row))) return undefined;
  const { own, ...entry } = row;
  const before = namesCovered(sieve.covered, entry.before) ? null : valueNow(sieve.key, entry.before);
  const after = valueNow(sieve.key, entry.after);
  if (own === undefined) return { ...entry, k, before, after };
  const now = (write: FieldWrite | null): FieldWrite | null => (write === null ? null : namedNow(sieve.key, write));
  return {
    ...entry,
    k,
    before,
    after,
    own: { was: namesCovered(sieve.covered, writtenIn(own.was)) ? null : now(own.was), became: now(own.became) },
  };
};

const writtenIn = (write: FieldWrite | null | undefined) => write?.[1] ?? null;

/**
 * An operation whose change names what goes, goes, and with it its undoing; of a file that was added, what it brought
 * about what stays, stays. `gone`: operations that went before.
 */
export const keptOperation = (sieve: Sieve, row: OperationRow, gone: ReadonlySet<string>): OperationRow | undefined => {
  const { change, brought, replaced, undoes } = row;
  if (undoes !== undefined && gone.has(undoes)) return undefined;
  if (change !== undefined) {
    const kept = keptIntent(sieve, change);
    return kept === undefined ? undefined : { ...row, change: kept };
  }
  if (brought === undefined) return row;
  const keep = (cells: readonly Cell[]): readonly Cell[] =>
    [...grouped(cells, ({ rec }) => rec).values()].flatMap((group) => keptStatement(sieve, group));
  return { ...row, brought: keep(brought), ...(replaced === undefined ? {} : { replaced: keep(replaced) }) };
};

const keptIntent = ({ covered, key }: Sieve, change: Change): Change | undefined => {
  if (change.type === 'name-role') {
    const item = key(change.item);
    return item === undefined || (change.who !== null && covered.person(change.who)) ? undefined : { ...change, item };
  }
  if (change.type === 'settle-pair' || change.type === 'withdraw-pair') {
    const [a, b] = [key(change.items[0]), key(change.items[1])];
    const main = change.type === 'settle-pair' && change.main !== undefined ? key(change.main) : undefined;
    return a === undefined || b === undefined
      ? undefined
      : { ...change, items: [a, b], ...(main === undefined ? {} : { main }) };
  }
  const [blocker, blocked] = [key(change.blocker), key(change.blocked)];
  return blocker === undefined || blocked === undefined ? undefined : { ...change, blocker, blocked };
};

/** The items that an operation names. */
export const keysInOperation = ({ change, brought = [], replaced = [] }: OperationRow): readonly ItemKey[] => [
  ...(change === undefined ? [] : itemsOfChange(change)),
  ...[...brought, ...replaced].flatMap(({ body }) => body.k.filter(isItemKey)),
];

const itemsOfChange = (change: Change): readonly ItemKey[] => {
  switch (change.type) {
    case 'name-role':
      return [change.item];
    case 'settle-pair':
    case 'withdraw-pair':
      return change.items;
    default:
      return [change.blocker, change.blocked];
  }
};
