import { type ItemKey, makeKey, splitKey } from '../../core/key.ts';

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
