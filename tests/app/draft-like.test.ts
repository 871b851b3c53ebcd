import { afterEach, describe, expect, test, vi } from 'vitest';
import { likesOfDraft } from '../../lib/app/draft-like.ts';
import type { ItemKey } from '../../lib/core/key.ts';
import { nobody } from '../../lib/core/person.ts';
import { noPolicy, type Policy } from '../../lib/core/policy.ts';
import { discreetSwitch, hiddenSwitch, type Settings, siteSwitch } from '../../lib/core/settings.ts';
import type { TwinHit } from '../../lib/core/twin.ts';
import { dana, keyOf, world } from '../worlds.ts';
import { needsFor } from './needs.ts';

afterEach(() => void vi.restoreAllMocks());

const ticket = 'jira:acme.atlassian.net:PAY-231' as ItemKey;
const task = 'asana:77' as ItemKey;
const issue = keyOf('1');
const draft = { title: 'Refunds fail twice', body: 'After a retry' };
const form = 'https://github.com/acme/web/issues/new';

const hit = (key: ItemKey, ...reasons: TwinHit['reasons']): TwinHit => ({ key, reasons });
const setUp = (
  hits: readonly TwinHit[],
  { me = nobody, ...more }: Partial<Settings> & { readonly decided?: Policy } = {},
) => {
  const built = world()
    .item('1', { title: 'Refund twice', assignees: [dana] })
    .item(ticket, { title: 'Secret refund plan', state: 'in-progress', due: '2026-12-01' })
    .item(task, { title: 'Refund campaign' });
  const all = needsFor(built, me, more);
  all.knowledge.likeDraft.mockResolvedValue(hits);
  return all;
};
const ask = (all: ReturnType<typeof setUp>, { at = form, isPublic = false } = {}) =>
  likesOfDraft(all.needs, new URL(at), { draft, isPublic });

test('[W1] what a draft may be the same work as: items of any tool with their reasons, the likeliest first', async () => {
  const all = setUp([hit(ticket, { type: 'rare-words', words: ['refund'] }), hit(issue, { type: 'same-title' })]);
  expect(await ask(all)).toMatchObject([
    {
      item: { key: ticket, tool: 'Jira', short: 'PAY-231', title: 'Secret refund plan', state: 'in-progress' },
      reasons: [{ type: 'rare-words', words: ['refund'] }],
      href: 'https://acme.atlassian.net/browse/PAY-231',
    },
    { item: { key: issue, title: 'Refund twice' }, reasons: [{ type: 'same-title' }] },
  ]);
  expect(all.knowledge.likeDraft).toHaveBeenCalledWith({ ...draft, site: { tool: 'github', site: 'github.com' } });
});

test('[W1] three at most, and none where nothing is like it', async () => {
  const more = ['2', '3', '4', '5'].map((name) => hit(keyOf(name)));
  expect((await ask(setUp(more))).map(({ item }) => item.key)).toEqual(['2', '3', '4'].map(keyOf));
  const none = setUp([]);
  expect(await ask(none)).toEqual([]);
  expect(none.knowledge.readBriefs).not.toHaveBeenCalled();
});

test('[P1] a draft is answered and kept nowhere: nothing is stored and nothing is logged', async () => {
  const logged = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) => vi.spyOn(console, name));
  const { needs, knowledge } = setUp([hit(ticket)]);
  const answer = await likesOfDraft(needs, new URL(form), { draft, isPublic: false });
  for (const write of [knowledge.observe, knowledge.write, knowledge.changeSettings, knowledge.judge])
    expect(write).not.toHaveBeenCalled();
  for (const log of logged) expect(log).not.toHaveBeenCalled();
  expect(JSON.stringify(answer)).not.toContain(draft.title);
  expect(JSON.stringify(await knowledge.settings())).not.toContain(draft.title);
});

describe('[P3] of another tool’s item key, state and owner only', () => {
  const hits = [hit(ticket, { type: 'rare-words', words: ['plan'] }), hit(issue, { type: 'same-title' })];

  test.each([
    ['on a public page', { isPublic: true }, {}],
    ['where details are kept to the panel', {}, { switches: { [discreetSwitch]: true } }],
  ])('%s', async (_where, asked, settings) => {
    const mine = { tool: 'github', site: 'github.com', name: 'acme/web', answer: 'yes' } as const;
    const [other, own] = await ask(setUp(hits, { places: [mine], ...settings }), asked);
    expect(Object.keys(other?.item ?? {}).sort()).toEqual(['key', 'lastSeen', 'owner', 'short', 'state', 'tool']);
    expect(other?.reasons).toEqual([]);
    expect(JSON.stringify(other)).not.toMatch(/secret|plan/iu);
    // What is of the page's own tool is shown as everywhere.
    expect(own).toMatchObject({ item: { title: 'Refund twice' }, reasons: [{ type: 'same-title' }] });
  });
});

describe('nothing is asked', () => {
  const silent = async (all: ReturnType<typeof setUp>, asked: Parameters<typeof ask>[1] = {}) => {
    expect(await ask(all, asked)).toEqual([]);
    expect(all.knowledge.likeDraft).not.toHaveBeenCalled();
  };
  const github = { tool: 'github', site: 'github.com' };
  const web = { ...github, name: 'acme/web' };

  test('[Q3] where everything on pages is hidden', () =>
    silent(setUp([hit(ticket)], { switches: { [hiddenSwitch]: true } })));
  test('[Q3] on a site that is switched off', () =>
    silent(setUp([hit(ticket)], { switches: { [siteSwitch(github)]: false } })));
  test('[P6] on a site that the organisation keeps out', () =>
    silent(setUp([hit(ticket)], { decided: { ...noPolicy, blockedSites: ['github.com'] } })));
  test('[P6] in a place that the organisation keeps out', () =>
    silent(setUp([hit(ticket)], { decided: { ...noPolicy, blockedPlaces: ['github.com/acme/web'] } })));
  test('[K7] in a place that is said to be none of mine', () =>
    silent(setUp([hit(ticket)], { places: [{ ...web, answer: 'no' }] })));
  test('[K7] on a foreign public page', () => silent(setUp([hit(ticket)]), { isPublic: true }));
  test('[K7] in a foreign place of a site where I am known', () =>
    silent(setUp([hit(ticket)], { me: { accounts: [dana] } as never })));
  test('[T9] on a page of no tool', () =>
    silent(setUp([hit(ticket)]), { at: 'https://evil.example/acme/web/issues/new' }));
  test('[P1] where the browser does not let the page be read any more', async () => {
    const all = setUp([hit(ticket)]);
    const mayRead = vi.fn(async () => false);
    expect(await likesOfDraft({ ...all.needs, mayRead }, new URL(form), { draft, isPublic: false })).toEqual([]);
    expect(all.knowledge.likeDraft).not.toHaveBeenCalled();
  });
});

describe('what is not shown', () => {
  test('[Q3] items of a site that is switched off', async () => {
    const off = { switches: { [siteSwitch({ tool: 'jira', site: 'acme.atlassian.net' })]: false } };
    expect((await ask(setUp([hit(ticket), hit(issue)], off))).map(({ item }) => item.key)).toEqual([issue]);
  });
  test('[P6] items of a place that the organisation keeps out, nor a link with one', async () => {
    const decided = { ...noPolicy, blockedPlaces: ['acme.atlassian.net/PAY'] };
    const hits = [hit(ticket), hit(issue, { type: 'shared-link', key: ticket }, { type: 'same-title' })];
    expect(await ask(setUp(hits, { decided }))).toMatchObject([
      { item: { key: issue }, reasons: [{ type: 'same-title' }] },
    ]);
  });
  test('[K7] items of a place that is said to be none of mine', async () => {
    const places = [{ tool: 'jira', site: 'acme.atlassian.net', name: 'PAY', answer: 'no' as const }];
    expect(await ask(setUp([hit(ticket)], { places }))).toEqual([]);
  });
  test('[K7] what moved into such a place', async () => {
    const places = [{ tool: 'jira', site: 'acme.atlassian.net', name: 'PAY', answer: 'no' as const }];
    const all = setUp([hit('jira:acme.atlassian.net:OLD-1' as ItemKey)], { places });
    all.knowledge.presentKeys.mockResolvedValue(new Map([['jira:acme.atlassian.net:OLD-1' as ItemKey, ticket]]));
    expect(await ask(all)).toEqual([]);
  });
  test('the task that is being written itself', async () => {
    const all = setUp([hit(task, { type: 'same-title' }), hit(ticket)]);
    const at = 'https://app.asana.com/0/5/77';
    expect((await ask(all, { at })).map(({ item }) => item.key)).toEqual([ticket]);
  });
});
