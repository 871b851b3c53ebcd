import { describe, expect, test } from 'vitest';
import { buildNet } from '../../lib/core/net/net.ts';
import { type Account, type Me, nobody } from '../../lib/core/person.ts';
import { defaultSettings } from '../../lib/core/settings.ts';
import { dayLength } from '../../lib/core/working-days.ts';
import { worldOf } from '../../lib/core/world.ts';
import { net } from '../nets.ts';
import { dana, keyOf, noor } from '../worlds.ts';

const today = '2026-11-23';
/** It began in Berlin. */
const dayBegan = Date.parse('2026-11-23T00:00:00+01:00');
const worldIn = (work: Pick<ReturnType<typeof net>, 'build'>, me: Me = nobody) =>
  worldOf(work.build(), { me, today, dayBegan, settings: defaultSettings });

describe('days', () => {
  const { daysSince, dayOf } = worldIn(net());

  test('today has begun where the person is, and whatever was within it is none ago', () => {
    expect([dayBegan, dayBegan + 1, dayBegan + dayLength - 1].map(daysSince)).toEqual([0, 0, 0]);
    expect(dayOf(dayBegan)).toBe(today);
  });

  test('an instant before it began is of the day before', () => {
    expect([dayBegan - 1, dayBegan - dayLength].map(daysSince)).toEqual([1, 1]);
    expect([dayBegan - 1, dayBegan - dayLength].map(dayOf)).toEqual(['2026-11-22', '2026-11-22']);
    expect(dayOf(dayBegan - dayLength - 1)).toBe('2026-11-21');
    expect(dayOf(Date.parse('2026-10-30T12:00:00+01:00'))).toBe('2026-10-30');
  });

  test('what lies ahead, by a clock that is wrong, is today', () => {
    expect(daysSince(dayBegan + 40 * dayLength)).toBe(0);
    expect(dayOf(dayBegan + 40 * dayLength)).toBe(today);
  });
});

test('what is judged by is what the person chose', () => {
  const thresholds = { ...defaultSettings.thresholds, load: 3 };
  const world = worldOf(buildNet({}), {
    me: nobody,
    today,
    dayBegan,
    settings: { thresholds, ages: { kept: 90, fresh: 3 }, week: { days: [1], holidays: [] } },
  });
  expect(world).toMatchObject({ thresholds: { load: 3 }, fresh: 3, today });
  expect([world.working.isWorking('2026-11-23'), world.working.isWorking('2026-11-24')]).toEqual([true, false]);
});

describe('a person', () => {
  const jira = { tool: 'jira', site: 'acme.atlassian.net' } as const;
  const onJira: Account = { ...jira, name: 'Dana Reyes' };
  const team: Account = { tool: 'github', site: 'github.com', handle: 'acme/payments', kind: 'team' };
  const bare: Account = { tool: 'github', site: 'github.com', handle: 'dana' };
  const work = () =>
    net()
      .item('b', { assigned: [dana, noor] })
      .item('a', { assigned: [bare] })
      .item('done', { assigned: [dana], state: 'done' })
      .item('jira:acme.atlassian.net:PAY-1', { assigned: [onJira] })
      .item('team', { assigned: [team] });
  const keysOf = (world: ReturnType<typeof worldIn>, account: Account) =>
    world.person(account).items.map(({ key }) => key);

  test('all open items of an account, in order, whichever way it is spelled', () => {
    const world = worldIn(work());
    expect(world.person(bare)).toMatchObject({ id: 'github:github.com:dana', accounts: [dana] });
    expect(world.person(dana)).toEqual(world.person(bare));
    expect(keysOf(world, dana)).toEqual(['a', 'b'].map(keyOf));
  });

  test('[O3] a stated owner answers, not the assignee', () => {
    const owner = { who: noor, accepted: true, rivals: [] };
    const world = worldIn(work().item('b', { assigned: [dana], owner }));
    expect(keysOf(world, dana)).toEqual([keyOf('a')]);
    expect(keysOf(world, noor)).toEqual([keyOf('b')]);
  });

  test('all accounts of mine are one, whichever is asked for', () => {
    const world = worldIn(work(), { accounts: [dana, onJira] });
    const mine = world.person(onJira);
    expect(mine).toMatchObject({ id: 'me', accounts: [dana, onJira] });
    expect(mine.items.map(({ key }) => key)).toEqual(['a', 'b', 'jira:acme.atlassian.net:PAY-1'].map(keyOf));
    expect(world.person(bare)).toEqual(mine);
    expect(world.person(noor).id).toBe('github:github.com:noor');
  });

  test('what my team answers for is not mine, and a team is not me', () => {
    const world = worldIn(work(), { accounts: [dana, team] });
    expect(world.person(dana).accounts).toEqual([dana]);
    expect(keysOf(world, dana)).toEqual(['a', 'b'].map(keyOf));
    expect(world.person(team)).toMatchObject({ id: 'github:github.com:team:acme/payments', accounts: [team] });
  });

  test('of an account that is mine by its name alone, the items that show the name are mine', () => {
    const named: Account = { ...jira, handle: '5b1', name: 'Dana Reyes' };
    const unnamed: Account = { ...jira, handle: '5b1' };
    const [one, two, three] = [1, 2, 3].map((number) => `jira:acme.atlassian.net:PAY-${number}`);
    const world = worldIn(
      net()
        .item(two ?? '', { assigned: [unnamed] })
        .item(one ?? '', { assigned: [named] })
        .item(three ?? '', { assigned: [onJira] }),
      { accounts: [onJira] },
    );
    expect(keysOf(world, onJira)).toEqual([one, three]);
    expect(world.person(named).id).toBe('me');
    expect(world.person(unnamed)).toMatchObject({ id: 'jira:acme.atlassian.net:5b1', accounts: [unnamed] });
    expect(keysOf(world, unnamed)).toEqual([two]);
  });

  test('somebody without open items is somebody all the same', () => {
    expect(worldIn(net()).person(noor)).toEqual({ id: 'github:github.com:noor', accounts: [noor], items: [] });
  });

  test('what changes in the net is seen', () => {
    const world = worldIn(work());
    world.net.apply({ items: [{ key: keyOf('a'), facts: { state: 'done', seen: 0, assigned: [bare] } }] });
    expect(keysOf(world, dana)).toEqual([keyOf('b')]);
  });
});
