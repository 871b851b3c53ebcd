import { canonical, same } from './canonical.ts';
import { latest } from './clock.ts';
import type { Cell, Clock, FieldWrite, Json, MergedField, MergedRecord } from './record.ts';

/** The latest clock of each device: what somebody had seen, or what a deletion covers. */
export type Seen = FieldWrite[2];

/**
 * The field that deletes a record: `true`, having seen the writes that it deletes, over all fields (a deletion must not
 * swallow a concurrent edit of a field that its author never saw). Any other value takes a deletion back.
 */
export const deletion = 'del';

/**
 * A field that says nothing. It makes a cell later than its own words, where undoing gave it older words back: of two
 * versions of a cell the later one stands.
 */
export const undoMark = 'undo';

/** A cell is rewritten by its own device only; this is what identifies it. */
export const cellId = ({ space, rec, author, device }: Cell): string => canonical([space, rec, author, device]);

/**
 * Every cell of both, the later version where both have one. Commutative, associative and idempotent, so that retries,
 * reordering and a file that is added twice are harmless.
 */
export const joinCells = (a: readonly Cell[], b: readonly Cell[]): readonly Cell[] => {
  const joined = new Map<string, Cell>();
  for (const cell of [...a, ...b]) {
    const id = cellId(cell);
    const there = joined.get(id);
    joined.set(id, there === undefined ? cell : laterCell(there, cell));
  }
  return [...joined].sort(([idA], [idB]) => (idA < idB ? -1 : 1)).map(([, cell]) => cell);
};

/** Two versions with one clock come from no sound device; which one stays is then a matter of order, equal everywhere. */
const laterCell = (a: Cell, b: Cell): Cell => {
  if (a.lm !== b.lm) return a.lm < b.lm ? b : a;
  return canonical(a.body) < canonical(b.body) ? b : a;
};

interface Write {
  readonly clock: Clock;
  readonly value: Json;
  readonly seen: Seen;
  readonly author: string;
  readonly device: string;
}

/**
 * What the cells of a record say together. A write stands until another one that had seen it replaces it; several that
 * stand and differ are all kept, and one of them is shown until somebody chooses. Undefined where there is no cell.
 */
export const mergeCells = (cells: readonly Cell[]): MergedRecord | undefined => {
  const joined = joinCells(cells, []);
  const first = joined.map(({ rec, body }) => ({ rec, k: body.k })).sort(byRecord)[0];
  if (first === undefined) return undefined;
  const writes = writesByField(joined);
  const deletions = standing(writes.get(deletion) ?? []);
  const covered = coverOf(deletions);
  const fields = [...writes]
    .filter(([field]) => field !== undoMark)
    .map(([field, all]) => {
      const alive = field === deletion ? deletions : standing(all).filter((write) => !covers(covered, write));
      return [field, mergedField(field, alive)] as const;
    })
    .filter((entry): entry is readonly [string, MergedField] => entry[1] !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    ...first,
    deleted: fields.every(([field]) => field === deletion),
    fields: Object.fromEntries(fields),
  };
};

/** What the writer of a field has seen of it: every write there is, and what those had seen. Of a deletion: of all fields. */
export const seenIn = (cells: readonly Cell[], field: string): Seen => {
  const seen = new Map<string, Clock>();
  const add = (device: string, clock: Clock): void => {
    seen.set(device, latest(seen.get(device) ?? '', clock));
  };
  for (const { device, body } of cells) {
    for (const [name, [clock, , others]] of Object.entries(body.f)) {
      if (name === undoMark || (name !== field && field !== deletion)) continue;
      add(device, clock);
      for (const [other, at] of Object.entries(others)) add(other, at);
    }
  }
  return Object.fromEntries([...seen].sort(([a], [b]) => (a < b ? -1 : 1)));
};

type Named = { readonly rec: string; readonly k: Cell['body']['k'] };

const byRecord = (a: Named, b: Named): number => {
  if (a.rec !== b.rec) return a.rec < b.rec ? -1 : 1;
  return canonical(a.k) < canonical(b.k) ? -1 : 1;
};

const writesByField = (cells: readonly Cell[]): ReadonlyMap<string, readonly Write[]> => {
  const fields = new Map<string, Write[]>();
  for (const { author, device, body } of cells) {
    for (const [field, [clock, value, seen]] of Object.entries(body.f)) {
      const there = fields.get(field) ?? [];
      there.push({ clock, value, seen, author, device });
      fields.set(field, there);
    }
  }
  return fields;
};

/**
 * The writes that no other replaces, newest first. Only a later write replaces one: two that claim to have seen each
 * other (no sound device writes that) would otherwise both be gone.
 */
const standing = (writes: readonly Write[]): readonly Write[] =>
  writes
    .filter((write) => !writes.some((other) => other.clock > write.clock && covers(other.seen, write)))
    .sort(newestFirst);

const covers = (seen: Seen, { device, clock }: Write): boolean => (seen[device] ?? '') >= clock;

const newestFirst = (a: Write, b: Write): number => {
  const left = [a.clock, a.device, a.author, canonical(a.value)];
  const right = [b.clock, b.device, b.author, canonical(b.value)];
  const at = left.findIndex((part, index) => part !== right[index]);
  return at === -1 ? 0 : (left[at] ?? '') > (right[at] ?? '') ? -1 : 1;
};

/** Whoever takes a deletion back, while another one deletes, keeps the record. */
const coverOf = (deletions: readonly Write[]): Seen => {
  if (deletions.some(({ value }) => value !== true)) return {};
  const cover = new Map<string, Clock>();
  for (const { seen } of deletions)
    for (const [device, clock] of Object.entries(seen)) cover.set(device, latest(cover.get(device) ?? '', clock));
  return Object.fromEntries(cover);
};

const mergedField = (field: string, alive: readonly Write[]): MergedField | undefined => {
  const [newest] = alive;
  if (newest === undefined) return undefined;
  const { value, clock, author, device } = shown(field, alive) ?? newest;
  const differ = alive.some((other) => !same(other.value, value));
  return {
    value,
    clock,
    author,
    device,
    ...(differ
      ? { rivals: alive.map((one) => ({ value: one.value, clock: one.clock, author: one.author, device: one.device })) }
      : {}),
  };
};

/**
 * Which of several values to show until somebody chooses, newest first given: what still waits wins over what is
 * cleared, and the earlier of two dates. Everything else, the accountable person too, shows the newest, flagged by its rivals.
 */
const shown = (field: string, alive: readonly Write[]): Write | undefined => {
  switch (field) {
    case 'said':
      return alive.find(({ value }) => value === 'yes');
    case 'hard':
      return alive.find(({ value }) => value === true);
    case 'needed':
    case 'promised':
      return alive
        .filter(({ value }) => typeof value === 'string')
        .reduce<Write | undefined>(
          (found, write) => (found === undefined || String(write.value) < String(found.value) ? write : found),
          undefined,
        );
    default:
      return undefined;
  }
};
