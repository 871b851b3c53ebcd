import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type { ItemKey } from '../../lib/core/key.ts';
import type { TwinItem } from '../../lib/core/twins/text.ts';

/** One line of a tracker's file, in the order of creation. */
export interface TrackerLine {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly body: string;
  readonly author?: string;
  readonly created: string;
  readonly closed?: string | null;
  /** Cluster of duplicates; -1 none. Never read while answering. */
  readonly gid: number;
  /** Items that people linked with it; ids that its own text names. */
  readonly rel: readonly string[];
  readonly known: readonly string[];
  readonly comp?: readonly string[];
}

/** Lines of a JSON Lines file, packed or not, one after the other. */
export async function* eachLine<Line>(file: string): AsyncGenerator<Line> {
  const raw = createReadStream(file);
  for await (const line of createInterface({ input: file.endsWith('.gz') ? raw.pipe(createGunzip()) : raw }))
    if (line.trim() !== '') yield JSON.parse(line) as Line;
}

export const readLines = async <Line>(file: string): Promise<readonly Line[]> => {
  const read: Line[] = [];
  for await (const line of eachLine<Line>(file)) read.push(line);
  return read;
};

export const keyOf = (id: string): ItemKey => `tracker:bench:${id}` as ItemKey;

export const itemOf = ({ id, title, body, author, created, closed, comp }: TrackerLine): TwinItem => ({
  key: keyOf(id),
  title,
  description: body ?? '',
  created: Date.parse(created),
  ...(closed == null ? {} : { closed: Date.parse(closed) }),
  ...(author == null || author === '' ? {} : { author: { name: author } }),
  ...(comp === undefined ? {} : { labels: comp }),
});
