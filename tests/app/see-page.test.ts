import { describe, expect, test } from 'vitest';
import { type Sighting, seePage } from '../../lib/app/see-page.ts';
import type { KeptFinding } from '../../lib/core/findings-view.ts';
import type { Observation } from '../../lib/core/item.ts';
import type { ItemKey } from '../../lib/core/key.ts';
import { type Account, nobody, type Person } from '../../lib/core/person.ts';
import { noPolicy } from '../../lib/core/policy.ts';
import { type Settings, signalSwitch, siteSwitch } from '../../lib/core/settings.ts';
import { twin } from '../../lib/signals/index.ts';
import { dana, keyOf, noor, world } from '../worlds.ts';
import { needsFor } from './needs.ts';

const address = 'https://github.com/acme/web/issues/1';
const says = (key: string, from: Observation['from'] = 'list'): Observation => ({
  key: key as ItemKey,
  from,
  facts: { title: 'T' },
});
const sighting = (more: Partial<Sighting> = {}): Sighting => ({
  address,
  observations: [],
  marks: [],
  isPublic: false,
  ...more,
});
const see = (needs: ReturnType<typeof needsFor>, more: Partial<Sighting> = {}, at = address) =>
  seePage(needs.needs, new URL(at), sighting(more));
const web = { tool: 'github', site: 'github.com', name: 'acme/web' };
const mine = { places: [{ ...web, answer: 'yes' as const }] };

describe('seePage', () => {
  test("[K1] [T1] keeps what is said of the address's own item and of listed items of its site, nothing else", async () => {
    const needs = needsFor();
    const own = says('github:github.com:acme/web#1', 'item');
    const listed = says('github:github.com:acme/api#2');
    await see(needs, {
      observations: [
        own,
        says('github:github.com:acme/web#2', 'item'),
        listed,
        says('github:tenant.ghe.com:acme/api#2'),
        says('jira:acme.atlassian.net:PAY-1'),
        says('asana:1'),
      ],
    });
    expect(needs.knowledge.observe.mock.calls[0]?.[0]).toEqual([own, listed]);
  });

  test('[T2] [T9] a script that read another item than the browser says the page is, is refused', async () => {
    const needs = needsFor();
    const answer = await see(
      needs,
      { observations: [says('github:github.com:acme/web#1', 'item')] },
      'https://github.com/acme/web/issues/2',
    );
    expect(answer).toEqual({ ok: false, failure: { type: 'Refused', why: 'other-address' } });
    expect(needs.knowledge.observe).not.toHaveBeenCalled();
  });

  test('[T9] a page of no tool says nothing', async () => {
    const needs = needsFor();
    const at = 'https://evil.example/';
    expect((await see(needs, { address: at }, at)).ok).toBe(false);
    expect(needs.knowledge.observe).not.toHaveBeenCalled();
  });

  test('who is signed in is me from the first page on that shows people by their accounts', async () => {
    const needs = needsFor();
    const shows = (author: Person): Observation => ({ ...says(keyOf('1'), 'item'), facts: { author } });
    await see(needs, { me: { handle: 'dana' } });
    await see(needs, { me: { handle: 'dana' }, observations: [shows({ name: 'Noor Haddad' })] });
    expect((await needs.knowledge.settings()).me.accounts).toEqual([]);
    needs.knowledge.changeSettings.mockClear();
    await see(needs, { me: { handle: 'dana' }, observations: [shows({ handle: 'noor' })] });
    await see(needs, { me: { handle: 'dana' } });
    expect((await needs.knowledge.settings()).me.accounts).toEqual([
      { tool: 'github', site: 'github.com', handle: 'dana' },
    ]);
    expect(needs.knowledge.changeSettings).toHaveBeenCalledTimes(1);
  });

  test('[T7] an answer is spelled like the one before as long as it says the same: nothing is drawn anew under a pointer', async () => {
    const built = world().item('1', { assignees: [] }).item('2').waits('2', '1');
    const spelled = async (me: Account): Promise<string> => {
      const answer = await see(needsFor(built, { accounts: [me] }, mine));
      if (!answer.ok) throw new Error(answer.failure.type);
      expect(answer.value.strip?.parts[0]).toMatchObject({ type: 'owner', claimAs: me });
      return JSON.stringify(answer.value);
    };
    const { tool, site } = web;
    expect(await spelled({ handle: 'dana', tool, site })).toBe(await spelled({ tool, site, handle: 'dana' }));
  });

  test('[D8] the projects of what is seen are known from then on', async () => {
    const needs = needsFor();
    const at = 'https://acme.atlassian.net/browse/PAY-1';
    await see(needs, { address: at, observations: [says('jira:acme.atlassian.net:PAY-1', 'item')] }, at);
    expect((await needs.knowledge.settings()).places).toEqual([
      { tool: 'jira', site: 'acme.atlassian.net', name: 'PAY' },
    ]);
  });

  test("1,000 listed items are asked for in readings of 200, beside the page's own", async () => {
    const needs = needsFor();
    await see(needs, { marks: Array.from({ length: 1_000 }, (_, index) => keyOf(String(index + 1))) });
    expect(needs.knowledge.readBriefs.mock.calls.map(([keys]) => keys.length)).toEqual([1, 200, 200, 200, 200, 200]);
  });

  test('[K5] drift is kept with the item of the address', async () => {
    const needs = needsFor();
    await see(needs, { drift: ['title'] });
    expect(needs.knowledge.observe.mock.calls[0]?.[1]).toEqual({
      at: 1_000,
      drift: { key: keyOf('1'), missing: ['title'] },
    });
  });

  test('[Q1] answers with the strip and one mark for each listed item that has something to say', async () => {
    const needs = needsFor(world().item('1').item('2').item('3').waits('1', '2'), { accounts: [dana] }, mine);
    const answer = await see(needs, { marks: [keyOf('2'), keyOf('3'), 'asana:9' as ItemKey] });
    expect(answer.ok && answer.value.strip?.parts.map(({ type }) => type)).toEqual(['owner', 'blocked']);
    expect(answer.ok && answer.value.marks).toMatchObject([{ key: keyOf('2'), level: 'blocking' }]);
  });

  test("[P3] on a page that strangers can read, another tool's item has key, state and owner only", async () => {
    const ticket = 'jira:acme.atlassian.net:PAY-231';
    const built = () => world().item('1').item(ticket, { title: 'Secret plan', due: '2026-12-01' }).waits('1', ticket);
    const open = await see(needsFor(built(), nobody, mine));
    const discreet = await see(needsFor(built(), nobody, mine), { isPublic: true });
    const setting = { ...mine, switches: { 'details-in-panel': true } };
    expect(await see(needsFor(built(), nobody, setting))).toEqual({
      ok: true,
      value: { ...(discreet.ok ? discreet.value : {}), door: expect.any(String) },
    });
    expect(JSON.stringify(open)).toContain('Secret plan');
    expect(JSON.stringify(discreet)).not.toContain('Secret plan');
    expect(JSON.stringify(discreet)).toContain('PAY-231');
  });

  describe('[W1] what an item may be the same work as', () => {
    const ticket = 'jira:acme.atlassian.net:PAY-231' as ItemKey;
    const found = {
      ...twin.judge(
        keyOf('1'),
        {
          sameWork: [{ key: ticket, sureness: 0.9, reasons: [{ type: 'rare-words', words: ['webhook'] }] }],
          duplicates: [],
          similar: [],
        },
        [],
      ),
      id: `twin ${keyOf('1')}`,
      since: 1,
    } as KeptFinding;
    const built = () => world().item('1').item(ticket, { title: 'Secret plan' });
    const ask = async (settings: Partial<Settings> = {}, more: Parameters<typeof see>[1] = {}) => {
      const needs = needsFor(built(), nobody, { ...mine, ...settings });
      needs.knowledge.findingsOn.mockResolvedValue([found]);
      const answer = await see(needs, more);
      return answer.ok ? answer.value : undefined;
    };

    test('stands in the strip, and as a mark in lists', async () => {
      const answer = await ask({}, { marks: [keyOf('1')] });
      expect(answer?.strip?.parts.at(-1)).toMatchObject({ type: 'likes', items: [{ key: ticket }] });
      expect(answer?.marks).toMatchObject([{ key: keyOf('1'), level: 'finding', title: 'checkTwin' }]);
    });

    test('[P3] a page that strangers can read is told nothing of the likeness', async () => {
      expect(JSON.stringify(await ask({}, { isPublic: true }))).not.toMatch(/PAY-231|webhook|Secret/u);
    });

    test('[Q3] nor a page where the other item is on a site that is off, or the check is', async () => {
      const site = { [siteSwitch({ tool: 'jira', site: 'acme.atlassian.net' })]: false };
      for (const switches of [site, { [signalSwitch('twin')]: 'views' }])
        expect(JSON.stringify(await ask({ switches }))).not.toContain('PAY-231');
    });
  });

  test('what a full store does not take is still answered from what it knows', async () => {
    const needs = needsFor(world().item('1').item('2').waits('1', '2'));
    needs.knowledge.observe.mockResolvedValue({ ok: false, failure: { type: 'StoreFull' } });
    expect((await see(needs)).ok).toBe(true);
  });
});

describe('[K7] places that are not mine', () => {
  const me = { accounts: [dana] };
  const own = (facts: Observation['facts'] = {}): Observation => ({ ...says(keyOf('1'), 'item'), facts });
  const heard = ({ knowledge }: ReturnType<typeof needsFor>) =>
    knowledge.observe.mock.calls.flatMap(([batch]) => batch);
  const placesOf = async ({ knowledge }: ReturnType<typeof needsFor>) => (await knowledge.settings()).places;

  test('keeps and shows nothing, and says that something was refused', async () => {
    const needs = needsFor(world().item('1').item('2').waits('1', '2'), me);
    const answer = await see(needs, { observations: [own(), says(keyOf('2'))], marks: [keyOf('2')] });
    expect(heard(needs)).toEqual([]);
    expect(answer).toEqual({
      ok: true,
      value: { marks: [], hidden: false, sites: [], places: [], refused: true, door: expect.any(String) },
    });
    expect(await placesOf(needs)).toEqual([]);
  });

  test.each([
    ['assigned', { assignees: [dana] }],
    ['asked', { assignees: [noor], reviewers: [dana] }],
    ['author', { author: dana }],
  ] as const)(
    'a place becomes mine by a sign: %s',
    async (sign, { tool: _tool, ...facts }: Record<string, unknown>) => {
      const needs = needsFor(world().item('1'), me);
      const others = says(keyOf('2'));
      await see(needs, { observations: [own(facts as Observation['facts']), others] });
      expect(heard(needs)).toHaveLength(2);
      expect(await placesOf(needs)).toEqual([{ ...web, sign }]);
    },
  );

  test('a sign in a list of many places brings in its own place alone', async () => {
    const needs = needsFor(world(), me);
    const listed = { ...says('github:github.com:acme/api#2'), facts: { assignees: [{ handle: 'dana' }] } };
    await see(needs, { observations: [listed, says('github:github.com:else/where#3')] });
    expect(heard(needs)).toEqual([listed]);
  });

  test('who is signed in counts at once', async () => {
    const needs = needsFor();
    await see(needs, { me: { handle: 'dana' }, observations: [own({ author: { handle: 'someone' } })] });
    expect(heard(needs)).toEqual([]);
  });

  test('as long as I am not known there a page of the private kind is kept, and its place remembered', async () => {
    const needs = needsFor();
    await see(needs, { observations: [own()] });
    expect(heard(needs)).toHaveLength(1);
    expect(await placesOf(needs)).toEqual([web]);
    const strangers = needsFor();
    await see(strangers, { observations: [own()], isPublic: true });
    expect(heard(strangers)).toEqual([]);
  });

  test('keeps an item that something of mine is linked with, alone', async () => {
    const ticket = 'jira:acme.atlassian.net:PAY-7' as ItemKey;
    const jira = { tool: 'jira', site: 'acme.atlassian.net', name: 'PAY', sign: 'assigned' as const };
    const needs = needsFor(world().item('1'), me, { places: [jira] });
    needs.knowledge.joinsOf.mockResolvedValue(new Map([[keyOf('2'), { stated: false, others: [ticket] }]]));
    await see(needs, { observations: [says(keyOf('2')), says(keyOf('3'))], marks: [keyOf('2'), keyOf('3')] });
    expect(heard(needs)).toEqual([says(keyOf('2'))]);
    expect(await placesOf(needs)).toEqual([jira]);
  });

  test('keeps what somebody stated something about, and what itself says that it is linked with mine', async () => {
    const ticket = 'jira:acme.atlassian.net:PAY-7' as ItemKey;
    const jira = { tool: 'jira', site: 'acme.atlassian.net', name: 'PAY', answer: 'yes' as const };
    const needs = needsFor(world().item('1'), me, { places: [jira] });
    needs.knowledge.joinsOf.mockResolvedValue(new Map([[keyOf('2'), { stated: true, others: [] }]]));
    const linked = own({ links: { relations: [{ kind: 'blocks', key: ticket }] } });
    await see(needs, { observations: [linked, says(keyOf('2')), says(keyOf('3'))] });
    expect(heard(needs).map(({ key }) => key)).toEqual([keyOf('1'), keyOf('2')]);
  });

  test('what is linked with something that is itself elsewhere stays out', async () => {
    const needs = needsFor(world().item('1'), me);
    const other = 'github:github.com:else/where#3' as ItemKey;
    needs.knowledge.joinsOf.mockResolvedValue(new Map([[keyOf('1'), { stated: false, others: [other] }]]));
    await see(needs, { observations: [own()] });
    expect(heard(needs)).toEqual([]);
  });

  test('"never" and "not now" shut what a sign would open', async () => {
    for (const answer of ['no', 'later'] as const) {
      const needs = needsFor(world().item('1'), me, { places: [{ ...web, sign: 'assigned', answer }] });
      await see(needs, { observations: [own()] });
      expect(heard(needs)).toEqual([]);
    }
  });

  test('the door has another word once something else may come in', async () => {
    const shut = await see(needsFor(world(), me), { observations: [own()] });
    const open = await see(needsFor(world(), me, mine), { observations: [own()] });
    expect(shut.ok && open.ok && shut.value.door !== open.value.door).toBe(true);
    expect(open.ok && open.value.refused).toBeUndefined();
  });
});

describe('[Q3] [P6] what is switched off', () => {
  const silent = { marks: [], hidden: true, sites: [], places: [], refused: true, door: expect.any(String) };
  const seen = async (more: Parameters<typeof needsFor>[2]) => {
    const needs = needsFor(world().item('1').item('2').waits('1', '2'), { accounts: [dana] }, { ...mine, ...more });
    const answer = await see(needs, { observations: [says(keyOf('1'), 'item')], marks: [keyOf('2')] });
    expect(needs.knowledge.observe.mock.calls.flatMap(([batch]) => batch)).toEqual([]);
    if (!answer.ok) throw new Error(answer.failure.type);
    return answer.value;
  };

  test('a site that the person switched off', async () => {
    expect(await seen({ switches: { 'site:github:github.com': false } })).toEqual(silent);
  });

  test('a site, all others, and a place that the organisation keeps out', async () => {
    expect(await seen({ decided: { ...noPolicy, blockedSites: ['github.com'] } })).toEqual(silent);
    expect(await seen({ decided: { ...noPolicy, allowedSites: ['acme.atlassian.net'] } })).toEqual(silent);
    const place = await seen({ decided: { ...noPolicy, blockedPlaces: ['github.com/acme/web'] } });
    expect(place.strip).toBeUndefined();
    expect(place.marks).toEqual([]);
  });
});
