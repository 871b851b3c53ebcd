// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { ItemRow } from '../../components/item-row.tsx';
import type { Kind, State } from '../../lib/core/item.ts';
import {
  ago,
  assigned,
  brief,
  dana,
  github,
  hostile,
  legal,
  noor,
  owned,
  ownerUnknown,
  ravi,
  release,
  rtl,
  unowned,
  unseen,
  vault,
} from '../gallery/states.ts';
import { draw, expectAccessible } from './draw.tsx';

const row = (): HTMLElement => {
  const found = document.querySelector<HTMLElement>('[data-row]');
  if (found === null) throw new Error('no row');
  return found;
};

test('says key, title, tool, state, due date and owner', async () => {
  draw(<ItemRow item={release} />);
  expect(screen.getByRole('link', { name: 'PAY-231 Pay by card in the mobile app' })).toBeTruthy();
  expect(screen.getByRole('img', { name: 'Jira' }).textContent).toBe('J');
  expect(screen.getByRole('img', { name: 'issue, in progress' })).toBeTruthy();
  expect(screen.getByRole('img', { name: 'Owner: Dana Kim' }).textContent).toBe('DK');
  expect(row().textContent).toContain('In Review');
  expect(row().textContent).toContain('due 27 Nov');
  await expectAccessible(row());
});

const states: readonly (readonly [State, string])[] = [
  ['open', 'open'],
  ['in-progress', 'in progress'],
  ['done', 'done'],
  ['dropped', 'closed, not done'],
  ['unknown', 'state not known'],
];

describe('a state is told by a word and by a sign, never by colour alone', () => {
  test.each(states)('%s', (state, word) => {
    draw(<ItemRow item={brief(github('a/b#1'), { state, kind: 'issue', title: 'x' })} />);
    expect(row().textContent).toContain(word);
    expect(screen.getByRole('img', { name: `issue, ${word}` })).toBeTruthy();
  });

  test.each<Kind>(['issue', 'pull-request', 'task'])('the signs of a %s differ from state to state', (kind) => {
    const drawn = states.map(([state]) => {
      const { unmount } = draw(<ItemRow item={brief(github('a/b#1'), { state, kind, title: 'x' })} />);
      const shape = [...row().querySelectorAll('svg *:not(title)')].map((part) => part.outerHTML).join('');
      unmount();
      return shape;
    });
    expect(new Set(drawn).size).toBe(states.length);
  });
});

describe('[O4] who answers', () => {
  test.each([
    [unowned, 'Nobody owns this'],
    [ownerUnknown, 'Owner not known'],
    [assigned(ravi), 'Assigned to Ravi Patel'],
    [assigned(ravi, { name: 'Mia Sørensen' }), 'Assigned to Ravi Patel and Mia Sørensen'],
    [owned(noor, { me: true }), 'Owner: Noor Haddad (you)'],
    [owned(dana, { accepted: false }), 'Owner proposed, not accepted yet: Dana Kim'],
    [owned(dana, { rivals: [noor] }), 'Claimed by two; Dana Kim is one of them'],
  ] as const)('%j', (owner, label) => {
    draw(<ItemRow item={brief(github('a/b#1'), { owner })} />);
    expect(screen.getByRole('img', { name: label })).toBeTruthy();
  });
});

test('[K3] an item that was never seen is its key, and says that nothing else is known', () => {
  draw(<ItemRow item={unseen} />);
  expect(screen.getByRole('link', { name: '120999 title not read yet' })).toBeTruthy();
  expect(row().textContent).toContain('state not known');
});

test('a bare number is no name: it is left out where there is a title', () => {
  draw(<ItemRow item={legal} />);
  expect(screen.getByRole('link', { name: 'Legal text for saved cards' })).toBeTruthy();
  expect(row().textContent).not.toContain('1204');
});

test('[Q2] the age of the knowledge is said when it is older than a day, and only then', () => {
  draw(<ItemRow item={vault} />);
  expect(row().textContent).toContain('read 4 days ago');
  const { container } = draw(<ItemRow item={{ ...release, lastSeen: ago(0, 20) }} />);
  expect(container.textContent).not.toContain('read');
});

test('[T3] markup is text, ten thousand characters are bounded, overrides of direction are gone', () => {
  draw(<ItemRow item={hostile} />);
  const link = within(row()).getByRole('link');
  expect(link.textContent).toContain('<img src=x onerror=alert(1)>');
  expect(row().querySelector('img, script, b')).toBeNull();
  expect((link.textContent ?? '').length).toBeLessThan(600);
  expect(row().outerHTML).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/u);
});

test('a name and a title of the other direction stand in an isolated place of their own', () => {
  draw(<ItemRow item={rtl} />);
  expect(screen.getByText(/תשלום/u).tagName).toBe('BDI');
  expect(screen.getByRole('img', { name: /יוסף/u }).getAttribute('aria-label')).toBe(
    'Assigned to \u2068יוסף כהן\u2069',
  );
});
