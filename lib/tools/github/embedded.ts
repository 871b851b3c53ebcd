import { bounds, type Facts, type State } from '../../core/item.ts';
import type { ItemKey } from '../../core/key.ts';
import type { Person } from '../../core/person.ts';
import { seen } from '../../core/seen.ts';
import type { Dom } from '../dom.ts';
import type { DatabaseId } from './aliases.ts';
import { refParts } from './header.ts';
import { priorityOf } from './labels.ts';
import { personFrom } from './people.ts';

/** What the page's embedded data say of the item. */
export interface Embedded {
  readonly facts: Facts;
  readonly databaseId?: DatabaseId;
}

type Values = Readonly<Record<string, unknown>>;

/**
 * Reads what GitHub embeds for its own scripts. It is undocumented, moves from key to key, and after a navigation
 * inside the page is still the previous item's: so the shape is looked for, not a path, and only an object with this
 * very number and repository counts. The page itself is read first; this fills what it does not show.
 */
export const readEmbedded = (dom: Dom, key: ItemKey): Embedded | undefined => {
  const { name, number } = refParts(key);
  for (const script of dom.all('script[type="application/json"][data-target="react-app.embeddedData"]')) {
    const text = dom.childNodes(script)[0]?.nodeValue ?? '';
    if (text.length > longest || !text.includes(`"number":${number}`)) continue;
    const found = itemIn(parsed(text), name, number);
    if (found !== undefined) return embeddedFrom(found);
  }
  return undefined;
};

const longest = 2_000_000;
const mostValues = 50_000;

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // Cut off or not JSON: then the page itself has to do.
    return undefined;
  }
};

/** The object that has this number, a title, and this repository in it (issues) or beside it (pull requests). */
const itemIn = (root: unknown, name: string, number: number): Values | undefined => {
  const stack: (readonly [unknown, Values | undefined])[] = [[root, undefined]];
  for (let seen = 0; seen < mostValues; seen += 1) {
    const next = stack.pop();
    if (next === undefined) return undefined;
    const [value, parent] = next;
    if (Array.isArray(value)) {
      for (const entry of value) stack.push([entry, parent]);
    } else if (isValues(value)) {
      if (value['number'] === number && typeof value['title'] === 'string' && repositoryOf(value, parent) === name) {
        return value;
      }
      for (const entry of Object.values(value)) if (typeof entry === 'object') stack.push([entry, value]);
    }
  }
  return undefined;
};

const repositoryOf = (item: Values, parent: Values | undefined): string | undefined => {
  const own = textAt(valuesAt(item, 'repository'), 'nameWithOwner');
  if (own !== undefined) return own.toLowerCase();
  const beside = valuesAt(parent, 'repository');
  const owner = textAt(beside, 'ownerLogin');
  const repo = textAt(beside, 'name');
  return owner === undefined || repo === undefined ? undefined : `${owner}/${repo}`.toLowerCase();
};

const embeddedFrom = (item: Values): Embedded => {
  const isPull = textAt(item, 'headBranch') !== undefined || textAt(item, 'baseBranch') !== undefined;
  const databaseId = isPull ? item['id'] : item['databaseId'];
  return {
    facts: isPull ? pullFacts(item) : issueFacts(item),
    ...(typeof databaseId === 'number' && {
      databaseId: { of: isPull ? ('pull' as const) : ('issue' as const), id: databaseId },
    }),
  };
};

const issueFacts = (item: Values): Facts => {
  const labels = nodesAt(item, 'labels')?.flatMap((label) => textAt(label, 'name')?.slice(0, bounds.label) ?? []);
  const assignees = nodesAt(item, 'assignedActors')?.flatMap((actor) => personAt(actor) ?? []);
  return seen<Facts>({
    kind: 'issue',
    title: textAt(item, 'title')?.slice(0, bounds.title),
    state: issueState(textAt(item, 'state'), textAt(item, 'stateReason')),
    author: personAt(valuesAt(item, 'author')),
    created: textAt(item, 'createdAt'),
    updated: textAt(item, 'updatedAt'),
    labels: labels?.slice(0, bounds.labels),
    priority: labels && priorityOf(labels),
    assignees: assignees?.slice(0, bounds.people),
  });
};

const pullFacts = (item: Values): Facts =>
  seen<Facts>({
    kind: 'pull-request',
    title: textAt(item, 'title')?.slice(0, bounds.title),
    state: pullState(textAt(item, 'state')),
    author: personAt(valuesAt(item, 'author')),
    created: textAt(item, 'createdTime'),
    closed: textAt(item, 'mergedTime') ?? textAt(item, 'closedTime'),
    branch: textAt(item, 'headBranch')?.slice(0, bounds.title),
    commit: textAt(item, 'headSha'),
  });

const issueState = (state: string | undefined, reason: string | undefined): State | undefined => {
  if (state === 'OPEN') return 'open';
  if (state !== 'CLOSED') return undefined;
  return reason === 'NOT_PLANNED' || reason === 'DUPLICATE' ? 'dropped' : 'done';
};

const pullState = (state: string | undefined): State | undefined => {
  switch (state) {
    case 'OPEN':
    case 'DRAFT':
    case 'QUEUED':
      return 'in-progress';
    case 'MERGED':
      return 'done';
    case 'CLOSED':
      return 'dropped';
    default:
      return undefined;
  }
};

const personAt = (actor: Values | undefined): Person | undefined => {
  const login = textAt(actor, 'login');
  if (actor === undefined || login === undefined) return undefined;
  const isApp = actor['__typename'] === 'Bot' || actor['isAgent'] === true;
  const account = isApp && !login.endsWith('[bot]') ? `${login}[bot]` : login;
  return personFrom(account, textAt(actor, 'displayName') ?? textAt(actor, 'name') ?? login);
};

/** GraphQL lists: `{nodes: […]}` or `{edges: [{node}]}`. */
const nodesAt = (item: Values, name: string): readonly Values[] | undefined => {
  const list = valuesAt(item, name);
  const nodes = list?.['nodes'];
  if (Array.isArray(nodes)) return nodes.filter((node): node is Values => isValues(node));
  const edges = list?.['edges'];
  return Array.isArray(edges)
    ? edges.flatMap((edge): readonly Values[] => (isValues(edge) ? [valuesAt(edge, 'node') ?? {}] : []))
    : undefined;
};

const isValues = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const valuesAt = (from: Values | undefined, name: string): Values | undefined => {
  const value = from?.[name];
  return isValues(value) ? value : undefined;
};

const textAt = (from: Values | undefined, name: string): string | undefined => {
  const value = from?.[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};
