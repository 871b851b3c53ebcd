import type { Tool } from '../tool.ts';

export const asana: Tool = {
  id: 'asana',
  name: 'Asana',
  matches: ['https://app.asana.com/*'],
  locate: () => undefined,
  link: () => new URL('https://example.com/'),
  place: () => undefined,
  site: () => undefined,
  short: () => undefined,
  expand: () => undefined,
  examples: [],
  read: () => ({ ok: false, failure: { type: 'PageNotReady' } }),
  rows: 'crosstie-none',
  row: () => undefined,
  title: () => undefined,
  container: () => undefined,
  attributes: [],
  me: () => undefined,
  theme: () => undefined,
  tells: { due: false, relations: false, reviewers: false },
  mine: () => new URL('https://example.com/'),
};
