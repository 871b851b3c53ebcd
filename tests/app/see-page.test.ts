import { describe, expect, test } from 'vitest';
import { type Sighting, seePage } from '../../lib/app/see-page.ts';
import type { Observation } from '../../lib/core/item.ts';
import type { ItemKey } from '../../lib/core/key.ts';
import { dana, keyOf, world } from '../worlds.ts';
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

  test('who is signed in is me from the first time on', async () => {
    const needs = needsFor();
    await see(needs, { me: { handle: 'dana' } });
    await see(needs, { me: { handle: 'dana' } });
    expect((await needs.knowledge.settings()).me.accounts).toEqual([
      { tool: 'github', site: 'github.com', handle: 'dana' },
    ]);
    expect(needs.knowledge.changeSettings).toHaveBeenCalledTimes(1);
  });

  test('[D8] the projects of what is seen are known from then on', async () => {
    const needs = needsFor();
    const at = 'https://acme.atlassian.net/browse/PAY-1';
    await see(needs, { address: at, observations: [says('jira:acme.atlassian.net:PAY-1', 'item')] }, at);
    expect((await needs.knowledge.settings()).places).toEqual([
      { tool: 'jira', site: 'acme.atlassian.net', name: 'PAY' },
    ]);
  });

  test('1,000 listed items are asked for in readings of 200', async () => {
    const needs = needsFor();
    await see(needs, { marks: Array.from({ length: 1_000 }, (_, index) => keyOf(String(index + 1))) });
    expect(needs.knowledge.readBriefs.mock.calls.map(([keys]) => keys.length)).toEqual([200, 200, 200, 200, 200]);
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
    const needs = needsFor(world().item('1').item('2').item('3').waits('1', '2'), { accounts: [dana] });
    const answer = await see(needs, { marks: [keyOf('2'), keyOf('3'), 'asana:9' as ItemKey] });
    expect(answer.ok && answer.value.strip?.parts.map(({ type }) => type)).toEqual(['owner', 'blocked']);
    expect(answer.ok && answer.value.marks).toMatchObject([{ key: keyOf('2'), level: 'blocking' }]);
  });

  test("[P3] on a page that strangers can read, another tool's item has key, state and owner only", async () => {
    const ticket = 'jira:acme.atlassian.net:PAY-231';
    const built = () => world().item('1').item(ticket, { title: 'Secret plan', due: '2026-12-01' }).waits('1', ticket);
    const open = await see(needsFor(built()));
    const discreet = await see(needsFor(built()), { isPublic: true });
    expect(JSON.stringify(open)).toContain('Secret plan');
    expect(JSON.stringify(discreet)).not.toContain('Secret plan');
    expect(JSON.stringify(discreet)).toContain('PAY-231');
  });

  test('what a full store does not take is still answered from what it knows', async () => {
    const needs = needsFor(world().item('1').item('2').waits('1', '2'));
    needs.knowledge.observe.mockResolvedValue({ ok: false, failure: { type: 'StoreFull' } });
    expect((await see(needs)).ok).toBe(true);
  });
});
