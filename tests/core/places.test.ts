import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Me } from '../../lib/core/person.ts';
import { asksAbout, type KnownPlace, placesOf, standingOf, withoutAnswer, withPlaces } from '../../lib/core/places.ts';

const site = { tool: 'github', site: 'github.com' };
const api = { ...site, name: 'acme/api' };
const me: Me = { accounts: [{ ...site, handle: 'dana' }] };
const nobody: Me = { accounts: [] };
const day = 24 * 60 * 60 * 1000;

const standing = (known: readonly KnownPlace[], who = me, isPublic = false) =>
  standingOf(api, placesOf(known, who), isPublic);

describe('[K7] whether a place is mine', () => {
  test.each(['assigned', 'asked', 'author'] as const)('mine by a sign: %s', (sign) => {
    expect(standing([{ ...api, sign }])).toBe('mine');
    expect(standing([{ ...api, sign }], me, true)).toBe('mine');
  });

  test('mine where it was switched on, or all of its site was', () => {
    expect(standing([{ ...api, answer: 'yes' }], me, true)).toBe('mine');
    expect(standing([{ ...site, name: '*', answer: 'yes' }], me, true)).toBe('mine');
    expect(standing([{ ...site, name: '*', sign: 'assigned' }])).toBe('elsewhere');
  });

  test('elsewhere where I am known and nothing says that it is mine, public or not', () => {
    expect(standing([])).toBe('elsewhere');
    expect(standing([], me, true)).toBe('elsewhere');
  });

  test('open as long as I am not known on its site; not where strangers can read it', () => {
    expect(standing([], nobody)).toBe('open');
    expect(standing([], { accounts: [{ ...site, site: 'acme.ghe.com', handle: 'dana' }] })).toBe('open');
    expect(standing([], nobody, true)).toBe('elsewhere');
  });

  test('what was open stays so when I say who I am, until the question is answered', () => {
    expect(standing([api])).toBe('open');
    expect(standing([{ ...api, answer: 'later' }])).toBe('elsewhere');
  });

  test('"never" and "not now" outrank a sign and the whole site', () => {
    expect(standing([{ ...api, sign: 'assigned', answer: 'no' }])).toBe('elsewhere');
    expect(
      standing([
        { ...site, name: '*', answer: 'yes' },
        { ...api, answer: 'no' },
      ]),
    ).toBe('elsewhere');
  });

  test('a team of mine does not make me known', () => {
    expect(standing([], { accounts: [{ ...site, handle: 'acme/payments', kind: 'team' }] })).toBe('open');
  });
});

describe('[K7] a new place is asked about once', () => {
  const asks = (known: readonly KnownPlace[], now = 0, who = me) => asksAbout(api, placesOf(known, who), false, now);

  test('where I am known and nothing was said of it', () => {
    expect(asks([])).toBe(true);
    expect(asks([api])).toBe(true);
    expect(asks([], 0, nobody)).toBe(false);
  });

  test('not where it is mine, or was answered', () => {
    expect(asks([{ ...api, sign: 'author' }])).toBe(false);
    expect(asks([{ ...site, name: '*', answer: 'yes' }])).toBe(false);
    expect(asks([{ ...api, answer: 'no' }], 1_000 * day)).toBe(false);
  });

  test('after "not now" again in a month', () => {
    const known: KnownPlace[] = [{ ...api, answer: 'later', answeredAt: 0 }];
    expect(asks(known, 29 * day)).toBe(false);
    expect(asks(known, 31 * day)).toBe(true);
  });
});

describe('what is remembered of places', () => {
  test('a sign stays when something is said, and an answer when a sign is seen', () => {
    const answered = withPlaces([{ ...api, sign: 'asked' }], [{ ...api, answer: 'no', answeredAt: 5 }]);
    expect(answered).toEqual([{ ...api, sign: 'asked', answer: 'no', answeredAt: 5 }]);
    expect(withPlaces([{ ...api, answer: 'no', answeredAt: 5 }], [{ ...api, sign: 'asked' }])).toEqual(answered);
  });

  test('an answer taken back leaves the sign, or nothing', () => {
    expect(withoutAnswer([{ ...api, sign: 'asked', answer: 'no', answeredAt: 5 }], api)).toEqual([
      { ...api, sign: 'asked' },
    ]);
    expect(withoutAnswer([{ ...api, answer: 'yes', answeredAt: 5 }], api)).toEqual([]);
  });

  test('of more than a thousand those of which nothing was said are forgotten, the oldest first', () => {
    const many = Array.from({ length: 1_500 }, (_, at): KnownPlace => ({ ...site, name: `acme/${at}` }));
    const kept = withPlaces([{ ...api, answer: 'no' }, ...many], [{ ...site, name: 'acme/new', sign: 'author' }]);
    expect(kept).toHaveLength(1_000);
    expect(kept[0]?.name).toBe('acme/api');
    expect(kept.at(-1)?.name).toBe('acme/new');
    expect(kept.some(({ name }) => name === 'acme/1')).toBe(false);
  });

  test('an answer always outlives whatever is seen', () => {
    const place = fc.record(
      {
        ...{ tool: fc.constant('github'), site: fc.constant('github.com') },
        name: fc.constantFrom('a/a', 'a/b', 'a/c'),
        sign: fc.constantFrom('assigned' as const, 'asked' as const, 'author' as const),
      },
      { requiredKeys: ['tool', 'site', 'name'] },
    );
    fc.assert(
      fc.property(fc.array(place), (seen) => {
        const known = withPlaces([{ ...site, name: 'a/b', answer: 'no', answeredAt: 1 }], seen);
        expect(known.filter(({ name }) => name === 'a/b')).toMatchObject([{ answer: 'no', answeredAt: 1 }]);
        expect(new Set(known.map(({ name }) => name)).size).toBe(known.length);
      }),
    );
  });
});
