import { type ItemKey, makeKey, splitKey } from '../../core/key.ts';
import type { AddressExample } from '../tool.ts';

const host = 'app.asana.com';
const gidShape = /^[1-9]\d{0,19}$/u;
const anyId = /^\d{1,20}$/u;

/** A task's key is its gid alone: it is global and stays when the task moves or stands in several projects (K2). */
export const taskKey = (gid: string | undefined): ItemKey | undefined =>
  gid !== undefined && gidShape.test(gid) ? makeKey({ tool: 'asana', ref: gid }) : undefined;

export const isAsana = ({ host: of }: URL): boolean => of === host;

export const locateTask = (address: URL): ItemKey | undefined => {
  if (!isAsana(address)) return undefined;
  const [version, ...segments] = address.pathname.split('/').filter((segment) => segment !== '');
  if (version === '0') return taskKey(inFirstVersion(segments) ?? searchedFor(segments, address));
  if (version === '1') return taskKey(inSecondVersion(segments) ?? searchedFor(segments.slice(1), address));
  return undefined;
};

/** `/0/0/<task>` names a task without the project it is looked at in, and is supported indefinitely. */
export const taskAddress = (key: ItemKey): URL => new URL(`https://${host}/0/0/${splitKey(key).ref}`);

/** My own tasks have an id in their address; the home page leads to them without one. */
export const homeAddress = (): URL => new URL(`https://${host}/0/home`);

/** `/0/<project>/<task>`, `/0/{search,home,inbox}/<id>/<task>`, each also full screen (`/f`). */
const inFirstVersion = (segments: readonly string[]): string | undefined => {
  const [container = '', first = '', second = '', ...rest] = segments;
  if (anyId.test(container)) return [second, ...rest].every((word) => word === '' || word === 'f') ? first : undefined;
  if (!['search', 'home', 'inbox'].includes(container) || !anyId.test(first)) return undefined;
  const story = container === 'inbox' ? rest.filter((word) => !anyId.test(word)) : rest;
  return story.every((word) => word === 'f') ? second : undefined;
};

/**
 * `/1/<workspace>/…/task/<task>…`. An inbox also says `item`, for whatever the notice is about; on a page that is
 * not a task's, no task pane will bear this id.
 */
const inSecondVersion = ([workspace = '', ...segments]: readonly string[]): string | undefined => {
  if (!anyId.test(workspace)) return undefined;
  const word = segments[0] === 'inbox' && !segments.includes('task') ? 'item' : 'task';
  const at = segments.indexOf(word);
  return at === -1 || segments.indexOf(word, at + 1) !== -1 ? undefined : segments[at + 1];
};

/** A search page keeps the open task beside the query. */
const searchedFor = ([container]: readonly string[], { searchParams }: URL): string | undefined =>
  container === 'search' ? (searchParams.get('child') ?? undefined) : undefined;

export const examples: readonly AddressExample[] = [
  { address: 'https://app.asana.com/0/111/222', key: 'asana:222' },
  { address: 'https://app.asana.com/0/111/222/f', key: 'asana:222' },
  { address: 'https://app.asana.com/0/0/222', key: 'asana:222' },
  { address: 'https://app.asana.com/0/222/222', key: 'asana:222' },
  { address: 'https://app.asana.com/0/111/222?focus=true#comment', key: 'asana:222' },
  { address: 'https://app.asana.com/0/search/333/222', key: 'asana:222' },
  { address: 'https://app.asana.com/0/search?q=pay&searched_type=task&child=222', key: 'asana:222' },
  { address: 'https://app.asana.com/0/search?q=pay&child=222&f=true', key: 'asana:222' },
  { address: 'https://app.asana.com/0/home/333/222', key: 'asana:222' },
  { address: 'https://app.asana.com/0/home/333/222/f', key: 'asana:222' },
  { address: 'https://app.asana.com/0/inbox/333/222/444', key: 'asana:222' },
  { address: 'https://app.asana.com/0/inbox/333/222/444/f', key: 'asana:222' },
  { address: 'https://app.asana.com/1/999/project/111/task/222', key: 'asana:222' },
  { address: 'https://app.asana.com/1/999/project/111/task/222?focus=true', key: 'asana:222' },
  { address: 'https://app.asana.com/1/999/project/111/task/222/comment/444', key: 'asana:222' },
  { address: 'https://app.asana.com/1/999/task/222', key: 'asana:222' },
  { address: 'https://app.asana.com/1/999/task/222/comment/444?focus=true', key: 'asana:222' },
  { address: 'https://app.asana.com/1/999/home/task/222', key: 'asana:222' },
  { address: 'https://app.asana.com/1/999/search?q=pay&child=222', key: 'asana:222' },
  { address: 'https://app.asana.com/1/999/inbox/333/item/222/story/444', key: 'asana:222' },
  { address: 'https://app.asana.com/0/111/list', key: null },
  { address: 'https://app.asana.com/0/111/board', key: null },
  { address: 'https://app.asana.com/0/111/calendar/20261204', key: null },
  { address: 'https://app.asana.com/0/111/222/list', key: null },
  { address: 'https://app.asana.com/0/111', key: null },
  { address: 'https://app.asana.com/0/111/0', key: null },
  { address: 'https://app.asana.com/0/home/333', key: null },
  { address: 'https://app.asana.com/0/inbox/333', key: null },
  { address: 'https://app.asana.com/0/search?q=pay', key: null },
  { address: 'https://app.asana.com/0/111/list?child=222', key: null },
  { address: 'https://app.asana.com/0/profile/222', key: null },
  { address: 'https://app.asana.com/0/portfolio/111/222', key: null },
  { address: 'https://app.asana.com/1/999/project/111', key: null },
  { address: 'https://app.asana.com/1/999/project/111/list/222', key: null },
  { address: 'https://app.asana.com/1/999/project/111/item/222', key: null },
  { address: 'https://app.asana.com/1/999/project/111/task', key: null },
  { address: 'https://app.asana.com/2/999/task/222', key: null },
  { address: 'https://app.asana.com/-/login', key: null },
  { address: 'https://app.asana.com:8443/0/111/222', key: null },
  { address: 'https://app.asana.com.example/0/111/222', key: null },
  { address: 'https://asana.com/0/111/222', key: null },
];
