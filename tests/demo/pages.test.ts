import { describe, expect, test } from 'vitest';
import type { State } from '../../lib/core/item.ts';
import { isItemKey } from '../../lib/core/key.ts';
import { guides } from '../../lib/tools/guides.ts';
import { locate, toolFor } from '../../lib/tools/index.ts';
import { readers } from '../../lib/tools/readers.ts';
import { type ItemReading, readPage } from '../../lib/tools/reading.ts';
import { pageOf } from '../pages.ts';
import { documentOf } from './document.ts';
import { lookAlikes } from './pages/index.ts';
import type { Visit } from './pages/page.ts';
import { addressOf, places, refs } from './story.ts';
import { createWorld, type Item, type World } from './world.ts';

const today = '2026-11-22';

/** The page as it stands there once all of it arrived. */
const shown = (world: World, to: string, theme: Visit['theme'] = 'light', many = 0) => {
  const address = new URL(to);
  const lookAlike = lookAlikes.find(({ host }) => host === address.host);
  const visit: Visit = { world, address, theme, many };
  const page = lookAlike?.page(visit);
  if (lookAlike === undefined || page === undefined) throw new Error(`The demo world has no page ${to}`);
  const document = documentOf(lookAlike, page, 'nonce').replace(
    /<div data-late="(\w+)".*?<\/div>/su,
    (_, name: string) => lookAlike.late(visit, name)?.html ?? '',
  );
  const reader = readers.find(({ tool }) => tool === toolFor(address, []));
  if (reader === undefined) throw new Error(`No tool is served at ${to}`);
  const places = [{ tool: 'jira', site: 'acme.atlassian.net', name: 'PAY' }];
  return { reader, page: pageOf(document, { address: to, places, today }) };
};

const read = (world: World, to: string) => {
  const { reader, page } = shown(world, to);
  return readPage(page, reader);
};

const itemOf = (world: World, ref: string): ItemReading => {
  const item = world.find(ref);
  const reading = item === undefined ? undefined : read(world, addressOf(item));
  if (reading?.item == null) throw new Error(`${ref} was not read`);
  return reading.item;
};

const states: { readonly [state: string]: State } = {
  open: 'open',
  draft: 'in-progress',
  closed: 'done',
  'not-planned': 'dropped',
  merged: 'done',
  'To Do': 'open',
  'In Progress': 'in-progress',
  'In Review': 'in-progress',
  Done: 'done',
  "Won't do": 'dropped',
  done: 'done',
};
const stateOf = (item: Item): State | undefined =>
  item.tool === 'github' && item.kind === 'pull' && item.state === 'open' ? 'in-progress' : states[item.state];

const namesOf = (item: Item): readonly string[] => {
  if (item.tool === 'github') return item.assignees.map(({ login }) => login);
  return item.assignee === undefined ? [] : [item.assignee.name];
};

const world = createWorld({ today });

describe('every page of the story is read as what it is', () => {
  for (const item of world.items()) {
    test(`${item.ref} ${item.title}`, () => {
      const to = addressOf(item);
      const reading = read(world, to);
      expect(reading.drift).toEqual([]);
      expect(reading.item).toMatchObject({
        key: locate(new URL(to), []),
        title: item.title,
        state: stateOf(item),
      });
      expect(reading.item?.assignees?.map(({ handle, name }) => (item.tool === 'github' ? handle : name))).toEqual(
        namesOf(item),
      );
    });
  }
});

test('the release waits on GitHub by its text and on the load test by Jira’s own link', () => {
  expect(itemOf(world, refs.release).links).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind: 'blocked-by', key: 'github:github.com:acme/api#45' }),
      expect.objectContaining({ kind: 'blocked-by', key: 'jira:acme.atlassian.net:PAY-230' }),
    ]),
  );
});

test('the unowned issue waits on Asana, before the day that Asana plans', () => {
  const issue = itemOf(world, refs.idempotency);
  const signOff = itemOf(world, refs.signOff);
  expect(issue.assignees).toEqual([]);
  const wait = issue.links?.find(({ key }) => key === `asana:${refs.signOff}`);
  expect(wait).toMatchObject({ kind: 'blocked-by', needed: '2026-11-27' });
  expect(signOff.due).toBe('2026-12-04');
});

test('two items each wait on the other, across tools', () => {
  const ticket = itemOf(world, refs.retryPolicy);
  const issue = itemOf(world, refs.retryForm);
  expect(ticket.links).toContainEqual(expect.objectContaining({ kind: 'blocked-by', key: issue.key }));
  expect(issue.links).toContainEqual(expect.objectContaining({ kind: 'blocked-by', key: ticket.key }));
});

test('the agent’s pull request is seen as an agent’s, and as code for the issue and the ticket', () => {
  const pull = itemOf(world, refs.agentPull);
  expect(pull.agent).toBeDefined();
  expect(pull.author).toMatchObject({ handle: 'crafty-agent[bot]', kind: 'agent' });
  expect(pull.links?.filter(({ kind }) => kind === 'implements').map(({ key }) => key)).toEqual(
    expect.arrayContaining(['github:github.com:acme/api#45', 'jira:acme.atlassian.net:PAY-231']),
  );
});

test('a review is asked of Dana and of a team, and one is given', () => {
  const pull = itemOf(world, refs.pricePull);
  expect(pull.reviewers).toEqual([
    expect.objectContaining({ handle: 'dana-reyes' }),
    expect.objectContaining({ handle: 'acme/design', kind: 'team' }),
  ]);
  expect(pull.reviews).toEqual([expect.objectContaining({ verdict: 'approved' })]);
});

const board = `${places.jira}/jira/software/c/projects/${places.project}/boards/${places.board}`;
const lists = [
  {
    name: 'GitHub issues',
    address: `${places.github}/acme/api/issues`,
    count: 5,
    has: 'github:github.com:acme/api#45',
  },
  {
    name: 'GitHub pull requests',
    address: `${places.github}/acme/api/pulls`,
    count: 2,
    has: 'github:github.com:acme/api#52',
  },
  {
    name: 'reviews asked of me',
    address: `${places.github}/pulls/review-requested`,
    count: 1,
    has: 'github:github.com:acme/web#17',
  },
  {
    name: 'GitHub issues assigned to me',
    address: `${places.github}/issues/assigned`,
    count: 1,
    has: 'github:github.com:acme/web#14',
  },
  { name: 'Jira board', address: board, count: 19, has: 'jira:acme.atlassian.net:PAY-231' },
  {
    name: 'Jira board under a dialog',
    address: `${board}?selectedIssue=PAY-240`,
    count: 19,
    has: 'jira:acme.atlassian.net:PAY-231',
  },
  {
    name: 'Jira navigator',
    address: `${places.jira}/issues/?jql=project%20%3D%20PAY`,
    count: 19,
    has: 'jira:acme.atlassian.net:PAY-231',
  },
  { name: 'Asana list', address: `${places.asana}/0/${places.launch}/list`, count: 15, has: `asana:${refs.signOff}` },
  { name: 'Asana board', address: `${places.asana}/0/${places.launch}/board`, count: 15, has: `asana:${refs.signOff}` },
  {
    name: 'Asana, my tasks',
    address: `${places.asana}/1/${places.workspace}/home`,
    count: 2,
    has: `asana:${refs.supportAnswers}`,
  },
];

test.each(lists)('$name lists its items', ({ address, count, has }) => {
  const { listed } = read(world, address);
  expect(listed).toHaveLength(count);
  expect(listed.map(({ key }) => key)).toContain(has);
  for (const { key, title } of listed) {
    expect(isItemKey(key)).toBe(true);
    expect(title).not.toBe('');
  }
});

test.each(lists)('$name says its theme', ({ address }) => {
  for (const theme of ['light', 'dark'] as const) {
    const { reader, page } = shown(world, address, theme);
    expect(reader.theme(page)).toBe(theme);
  }
});

test('the page that each tool names as my own open work is there', () => {
  for (const { tool, mine } of guides) {
    const site = { asana: 'asana', github: 'github.com', jira: 'acme.atlassian.net' }[tool.id] ?? '';
    const address = mine(site);
    const lookAlike = lookAlikes.find(({ host }) => host === address.host);
    expect(lookAlike?.page({ world, address, theme: 'light', many: 0 }), address.href).toBeDefined();
  }
});

test('GitHub and Jira say who is signed in, Asana does not', () => {
  expect(read(world, `${places.github}/acme/api/issues`).me).toMatchObject({ handle: 'dana-reyes' });
  expect(read(world, board).me).toMatchObject({ handle: '5f0c1e7a9b2d4c0068a1d0aa' });
  expect(read(world, `${places.asana}/0/${places.launch}/list`).me).toBeNull();
});

test('a form for a new issue is no item', () => {
  expect(read(world, `${places.github}/acme/api/issues/new`)).toMatchObject({ item: null, listed: [], drift: [] });
});

test('a change in the world is on the page when it is read again', () => {
  const own = createWorld({ today });
  own.change(refs.idempotency, { state: 'closed', title: 'Keys', assignees: ['Dana Reyes'] });
  own.change(refs.signOff, { due: '2026-11-25', state: 'done' });
  own.change(refs.release, { assignees: [], text: 'Nothing to wait for.', state: 'Done' });
  expect(itemOf(own, refs.idempotency)).toMatchObject({
    title: 'Keys',
    state: 'done',
    assignees: [{ handle: 'dana-reyes' }],
  });
  expect(itemOf(own, refs.signOff).state).toBe('done');
  const release = itemOf(own, refs.release);
  expect(release).toMatchObject({ state: 'done', assignees: [] });
  expect(release.links?.some(({ key }) => key.startsWith('github:'))).toBe(false);
  expect(itemOf(world, refs.release).state).toBe('in-progress');
});

test('a change that makes no sense is refused', () => {
  expect(() => createWorld().change('PAY-1', {})).toThrow('PAY-1');
  expect(() => createWorld().change(refs.release, { state: 'merged' })).toThrow('merged');
  expect(() => createWorld().change(refs.release, { assignees: ['Nobody At All'] })).toThrow('Nobody At All');
});

test('the story moves with the day it is told', () => {
  const later = createWorld({ today: '2027-03-01' });
  expect(later.find(refs.release)).toMatchObject({ due: '2027-03-09' });
});
