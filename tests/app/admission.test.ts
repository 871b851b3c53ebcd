import { describe, expect, test } from 'vitest';
import { admitted, type Door, doorWord, worksOn } from '../../lib/app/admission.ts';
import type { Joins } from '../../lib/app/needs.ts';
import type { ItemKey } from '../../lib/core/key.ts';
import { type KnownPlace, placesOf } from '../../lib/core/places.ts';
import { noPolicy, type Policy } from '../../lib/core/policy.ts';
import { defaultSettings } from '../../lib/core/settings.ts';
import { dana, keyOf } from '../worlds.ts';
import { needsFor } from './needs.ts';

const github = { tool: 'github', site: 'github.com' };
const jira = { tool: 'jira', site: 'acme.atlassian.net' };
const asana = { tool: 'asana', site: 'asana' };

describe('[Q3] a site is switched off', () => {
  const works = (switches: Record<string, unknown>, site = jira) =>
    worksOn(site, { switches: switches as never }, noPolicy);

  test.each([
    ['by its own switch', { 'site:jira:acme.atlassian.net': false }],
    ['by the switch of all its sisters', { 'site:jira:*.atlassian.net': false }],
    [
      'by its sisters’ switch, whatever its own says',
      { 'site:jira:acme.atlassian.net': true, 'site:jira:*.atlassian.net': false },
    ],
  ])('%s', (_how, switches) => expect(works(switches)).toBe(false));

  test.each([
    ['nothing was switched', {}],
    ['it was switched on', { 'site:jira:acme.atlassian.net': true }],
    ['a sister is off', { 'site:jira:acme-2.atlassian.net': false }],
    ['another tool of this host is off', { 'site:github:acme.atlassian.net': false }],
    ['sites below it are off', { 'site:jira:*.acme.atlassian.net': false }],
    ['all of a wider domain are off', { 'site:jira:*.net': false }],
    ['something else is off', { 'overlays-hidden': false }],
    ['its switch holds no decision', { 'site:jira:acme.atlassian.net': null }],
  ])('but not where %s', (_why, switches) => expect(works(switches)).toBe(true));

  test('a site that is named like its tool has no sisters', () => {
    expect(works({ 'site:asana:asana': false }, asana)).toBe(false);
    expect(works({ 'site:asana:*': false, 'site:asana:*.com': false }, asana)).toBe(true);
  });

  test('[P6] by the organisation, whatever the person switched on', () => {
    const switches = { 'site:github:github.com': true };
    expect(worksOn(github, { switches }, { ...noPolicy, blockedSites: ['github.com'] })).toBe(false);
    expect(worksOn(github, { switches }, { ...noPolicy, allowedSites: ['acme.atlassian.net'] })).toBe(false);
    expect(worksOn(github, { switches }, { ...noPolicy, blockedSites: ['git.github.com'] })).toBe(true);
  });
});

const web = { ...github, name: 'acme/web' };
const pay = { ...jira, name: 'PAY' };
const ticket = keyOf('jira:acme.atlassian.net:PAY-7');
const foreign = keyOf('github:github.com:else/where#3');

interface Given {
  readonly known?: readonly KnownPlace[];
  readonly me?: Door['places']['me'];
  readonly policy?: Partial<Policy>;
  readonly isPublic?: boolean;
  readonly joins?: readonly (readonly [ItemKey, Joins])[];
  readonly links?: readonly (readonly [ItemKey, readonly ItemKey[]])[];
}

/** What comes in of these, where I am known on GitHub and `acme/web` is mine. */
const enter = async (keys: readonly ItemKey[], given: Given = {}) => {
  const { needs, knowledge } = needsFor();
  const { known = [{ ...web, sign: 'assigned' }], me = { accounts: [dana] }, policy, isPublic = false } = given;
  knowledge.joinsOf.mockResolvedValue(new Map(given.joins));
  const door = { places: placesOf(known, me), policy: { ...noPolicy, ...policy }, isPublic };
  return {
    inside: [...(await admitted(needs, door, keys, new Map(given.links)))],
    asked: knowledge.joinsOf.mock.calls,
  };
};

describe('[K7] what comes in by its place', () => {
  test('everything of what is mine, once, and nobody asks what it is linked with', async () => {
    const { inside, asked } = await enter([keyOf('1'), keyOf('2'), keyOf('1')]);
    expect(inside).toEqual([keyOf('1'), keyOf('2')]);
    expect(asked).toEqual([]);
  });

  test('nothing of a place with a similar name, nor of the same name on another site', async () => {
    const me = { accounts: [dana, { tool: 'github', site: 'git.corp.example', handle: 'dana' }] };
    const near = [
      'github.com:acme/web-app',
      'github.com:acme/we',
      'github.com:acme.web/web',
      'git.corp.example:acme/web',
    ];
    const { inside } = await enter([keyOf('1'), ...near.map((at) => keyOf(`github:${at}#1`))], { me });
    expect(inside).toEqual([keyOf('1')]);
  });

  test('what nobody knows yet, and not on a page that strangers can read', async () => {
    const nobodyYet = { me: { accounts: [] }, known: [] };
    expect((await enter([foreign], nobodyYet)).inside).toEqual([foreign]);
    expect((await enter([foreign], { ...nobodyYet, isPublic: true })).inside).toEqual([]);
  });

  test('all of a site whose items name no place, once it is mine', async () => {
    const me = { accounts: [{ ...asana, name: 'Dana Reyes' }] };
    const task = keyOf('asana:1204');
    expect((await enter([task], { me, known: [] })).inside).toEqual([]);
    expect((await enter([task], { me, known: [{ ...asana, name: '*', sign: 'asked' }] })).inside).toEqual([task]);
  });
});

describe('[K7] what comes in from elsewhere', () => {
  const joinedWith = (...others: readonly ItemKey[]): NonNullable<Given['joins']> => [
    [foreign, { stated: false, others }],
  ];
  const known = [
    { ...web, sign: 'assigned' as const },
    { ...pay, answer: 'yes' as const },
  ];

  test('what the store knows to be linked with something of mine', async () => {
    const { inside, asked } = await enter([foreign, keyOf('1'), foreign], { known, joins: joinedWith(ticket) });
    expect(inside).toEqual([keyOf('1'), foreign]);
    expect(asked).toEqual([[[foreign]]]);
  });

  test('what the page itself says to be linked with something of mine', async () => {
    expect((await enter([foreign], { known, links: [[foreign, [ticket]]] })).inside).toEqual([foreign]);
  });

  test('what the page of something of mine links to, at its first sight', async () => {
    const { inside } = await enter([keyOf('1'), foreign], { links: [[keyOf('1'), [foreign]]] });
    expect(inside).toEqual([keyOf('1'), foreign]);
  });

  test('what somebody stated something about', async () => {
    expect((await enter([foreign], { joins: [[foreign, { stated: true, others: [] }]] })).inside).toEqual([foreign]);
  });

  test('one link with something of mine is enough among many others', async () => {
    const others = Array.from({ length: 20 }, (_, n) => keyOf(`github:github.com:else/where#${n + 10}`));
    expect((await enter([foreign], { known, joins: joinedWith(...others, ticket) })).inside).toEqual([foreign]);
  });

  test.each<[string, KnownPlace]>([
    ['was open when it was seen', pay],
    ['belongs to a site that is all mine', { ...jira, name: '*', answer: 'yes' }],
    ['shows me', { ...pay, sign: 'author' }],
  ])('what is linked with a place that %s', async (_which, place) => {
    expect((await enter([foreign], { known: [place], joins: joinedWith(ticket) })).inside).toEqual([foreign]);
  });

  test.each<[string, readonly KnownPlace[]]>([
    ['is of a site where nobody knows who I am', []],
    ['was answered with "never"', [{ ...pay, sign: 'assigned', answer: 'no' }]],
    ['was answered with "not now"', [{ ...pay, answer: 'later', answeredAt: 1 }]],
    ['has only a namesake', [{ ...pay, name: 'PAYROLL', answer: 'yes' }]],
    ['is of a site that only has a sign', [{ ...jira, name: '*', sign: 'assigned' }]],
  ])('not what is linked with a place that %s', async (_which, places) => {
    expect((await enter([foreign], { known: places, joins: joinedWith(ticket) })).inside).toEqual([]);
  });

  test('not what is linked only with something that itself came in by a link', async () => {
    const further = keyOf('github:github.com:else/where#4');
    const links: Given['links'] = [
      [foreign, [ticket]],
      [further, [foreign]],
    ];
    expect((await enter([foreign, further], { known, links })).inside).toEqual([foreign]);
  });

  test('also on a page that strangers can read', async () => {
    expect((await enter([foreign], { known, joins: joinedWith(ticket), isPublic: true })).inside).toEqual([foreign]);
  });
});

describe('[P6] what the organisation keeps out', () => {
  test('never comes in: not as mine, not by a link, not by a word about it', async () => {
    const given: Given = {
      policy: { blockedPlaces: ['github.com/acme/web', 'github.com/else/*'] },
      joins: [[foreign, { stated: true, others: [ticket] }]],
    };
    expect((await enter([keyOf('1'), foreign], given)).inside).toEqual([]);
  });

  test('leaves the place next to it alone', async () => {
    expect((await enter([keyOf('1')], { policy: { blockedPlaces: ['github.com/acme/we'] } })).inside).toEqual([
      keyOf('1'),
    ]);
  });

  test('may be a whole site', async () => {
    const given: Given = { policy: { blockedSites: ['*.atlassian.net'] }, known: [{ ...pay, answer: 'yes' }] };
    expect((await enter([ticket], given)).inside).toEqual([]);
  });
});

describe('[K7] the word of the door', () => {
  const { places, me, switches } = defaultSettings;
  const before = { places, me, switches };
  const word = (more: Partial<typeof before>) => doorWord({ ...before, ...more }, 'crosstie');

  test.each<[string, Partial<typeof before>]>([
    ['a place shows me', { places: [{ ...web, sign: 'assigned' }] }],
    ['a place was switched on', { places: [{ ...web, answer: 'yes' }] }],
    ['I said who I am', { me: { accounts: [dana] } }],
    ['a site was switched off', { switches: { 'site:github:github.com': false } }],
  ])('is another one once %s', (_what, more) => expect(word(more)).not.toBe(word({})));

  test('is another one once an answer replaces a sign', () => {
    const signed = word({ places: [{ ...web, sign: 'assigned' }] });
    expect(word({ places: [{ ...web, sign: 'assigned', answer: 'no' }] })).not.toBe(signed);
  });

  test('is another one once answers of two places are exchanged', () => {
    const answers = (first: 'yes' | 'no', second: 'yes' | 'no') =>
      word({
        places: [
          { ...web, answer: first },
          { ...pay, answer: second },
        ],
      });
    expect(answers('yes', 'no')).not.toBe(answers('no', 'yes'));
  });

  test('is the same where a switch lets nothing else in', () => {
    expect(word({ switches: { 'overlays-hidden': true, 'site:github:github.com': true } })).toBe(word({}));
  });

  test('says no name and no place', () => {
    const said = word({ places: [{ ...pay, answer: 'yes' }], me: { accounts: [dana] } });
    expect(said).not.toMatch(/dana|pay|acme/iu);
  });

  test.each([
    [
      'my name is known of an account',
      { me: { accounts: [{ ...github, handle: 'dana' }] } },
      { me: { accounts: [dana] } },
    ],
    [
      'another place is mine',
      { places: [{ ...web, answer: 'yes' as const }] },
      { places: [{ ...pay, answer: 'yes' as const }] },
    ],
  ])('is another one once %s', (_what, before, after) => {
    expect(word(after)).not.toBe(word(before));
  });
});
