import { describe, expect, test } from 'vitest';
import { hereAt } from '../../lib/app/here.ts';
import type { Grant } from '../../lib/app/site-access.ts';
import type { KnownPlace } from '../../lib/core/places.ts';
import { noPolicy, type Policy } from '../../lib/core/policy.ts';
import { hiddenSwitch, type Settings } from '../../lib/core/settings.ts';
import { tools } from '../../lib/tools/index.ts';
import { dana } from '../worlds.ts';
import { needsFor } from './needs.ts';

const github = { tool: 'github', site: 'github.com' };
const web = { ...github, name: 'acme/web' };
const mine: KnownPlace = { ...web, answer: 'yes' };
const known = { accounts: [dana] };
const pull = 'https://github.com/acme/web/pull/3';

interface Given extends Partial<Settings> {
  readonly decided?: Partial<Policy>;
  readonly grant?: Grant;
}

const at = (address: string | undefined, { decided, grant = 'granted', me = known, ...settings }: Given = {}) => {
  const { needs } = needsFor(undefined, me, { ...settings, decided: { ...noPolicy, ...decided } });
  const reach = { tools, grantOf: async () => grant };
  return hereAt({ ...needs, reach }, address === undefined ? undefined : new URL(address));
};

test('a host that is written with a dot at its end is of no tool, and its pages of no place', async () => {
  const dotted = 'https://github.com./acme/web/pull/3';
  expect(await at(dotted, { places: [{ ...mine, answer: 'no' }], grant: 'withheld' })).toEqual({ type: 'fine' });
  expect(needsFor().needs.tools.placeAt(new URL(dotted), [])).toBeUndefined();
});

describe('nothing keeps Crosstie from working', () => {
  test.each<[string, string | undefined, Given]>([
    ['in a place of mine', pull, { places: [mine] }],
    ['[K7] where nobody has said who I am: that is asked first', pull, { me: { accounts: [] } }],
    ['on a page of a tool that belongs to no place', 'https://github.com/settings/profile', {}],
    ['on a page of no tool', 'https://example.org/acme/web/pull/3', { grant: 'withheld' }],
    ['on a site that only looks like one that could be added', 'https://tracker.example/browse/PAY-1', {}],
    ['where the browser tells no address', undefined, {}],
  ])('%s', async (_where, address, given) => {
    expect(await at(address, given)).toEqual({ type: 'fine' });
  });
});

describe('what does, the first that counts', () => {
  const off = { [`site:github:${github.site}`]: false };
  const hidden = { [hiddenSwitch]: true };

  test.each<[string, Given, string]>([
    [
      '[P6] the organisation, whatever else',
      { decided: { blockedSites: ['github.com'] }, grant: 'withheld' },
      'blocked',
    ],
    ['[Q3] the switch of the site before the browser', { switches: off, grant: 'withheld' }, 'off'],
    ['[P1] the browser before what is hidden', { switches: hidden, grant: 'withheld' }, 'withheld'],
    ['[P6] the policy of the browser', { grant: 'blocked' }, 'blocked'],
    ['[Q3] hidden overlays before the place', { switches: hidden }, 'hidden'],
    ['[K7] a place that is not mine', { places: [{ ...mine, answer: 'no' }] }, 'elsewhere'],
  ])('%s', async (_what, given, type) => {
    expect(await at(pull, given)).toMatchObject({ type });
  });

  test('[P6] a place that the organisation has switched off is named', async () => {
    const decided = { blockedPlaces: ['github.com/acme/*'] };
    expect(await at(pull, { places: [mine], decided })).toMatchObject({ type: 'blocked', place: web });
    expect(await at('https://github.com/other/web/pull/3', { decided })).not.toMatchObject({ type: 'blocked' });
  });

  test('[K7] a place is asked about until it is answered', async () => {
    expect(await at(pull)).toMatchObject({ type: 'elsewhere', place: web, ask: true });
    expect(await at(pull, { places: [{ ...mine, answer: 'no' }] })).toMatchObject({ type: 'elsewhere', ask: false });
  });

  test('a site of one’s own counts once it was added', async () => {
    const address = 'https://tracker.example/browse/PAY-1';
    const sites = [{ tool: 'jira', site: 'tracker.example' }];
    expect(await at(address, { sites, grant: 'withheld' })).toMatchObject({ type: 'withheld', site: sites[0] });
  });
});
