import type { Day } from './item.ts';

/** A dependency as somebody tells it to somebody else: the item whose text the line stands in needs no name. */
export interface DependencyLine {
  readonly direction: 'blocked-by' | 'blocks';
  /** Of the other item, as `Tool.link` builds it. */
  readonly address: string;
  readonly hard: boolean;
  readonly needed?: Day;
  readonly promised?: Day;
}

/**
 * One plain English line (D7): a person without Crosstie understands it, and `readText` gives exactly this
 * dependency back. `Blocked by https://github.com/acme/api/issues/45, needed by 2026-12-04`.
 */
export const lineFor = ({ direction, address, hard, needed, promised }: DependencyLine): string =>
  [
    `${openings[direction][hard ? 'hard' : 'soft']} ${address}`,
    ...(needed === undefined ? [] : [`needed by ${needed}`]),
    ...(promised === undefined ? [] : [`promised for ${promised}`]),
  ].join(', ');

const openings = {
  'blocked-by': { hard: 'Blocked by', soft: 'Better after' },
  blocks: { hard: 'Blocks', soft: 'Better before' },
} as const;
