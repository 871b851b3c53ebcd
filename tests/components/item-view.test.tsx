// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import type { Make } from '../../components/changes.ts';
import { type ItemViewProps, ThisItem } from '../../components/item-view.tsx';
import type { ItemView } from '../../lib/core/view.ts';
import * as states from '../gallery/states.ts';
import { draw, expectAccessible } from './draw.tsx';

const { fullView, release, tokens, noor, dana } = states;

const propsFor = (view: ItemView, more: Partial<Pick<ItemViewProps, 'known'>> = {}) => ({
  view,
  known: states.known,
  finder: { onFind: vi.fn(async () => []), onResolve: vi.fn(async () => undefined) },
  make: vi.fn<Make>(),
  onMe: vi.fn<ItemViewProps['onMe']>(),
  onCopyLine: vi.fn<ItemViewProps['onCopyLine']>(),
  ...more,
});

const section = (name: string): HTMLElement => screen.getByRole('region', { name });
const rowOf = (title: string): HTMLElement => {
  const row = screen.getByRole('link', { name: new RegExp(title, 'u') }).closest<HTMLElement>('[data-row]');
  if (row === null) throw new Error(`no row of ${title}`);
  return row;
};

describe('what is known', () => {
  test('[K3] facts, where and when they were read, and what is not known', async () => {
    const { container } = draw(<ThisItem {...propsFor(fullView)} />);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Pay by card in the mobile app');
    expect(screen.getByText('27 Nov').closest('[title^="Read on its own page"]')).not.toBeNull();
    expect(screen.getByText('Sam Okafor', { selector: 'dd *' }).closest('[title^="Read on a list"]')).not.toBeNull();
    expect(container.textContent).toContain('(read 3 days ago)');
    await expectAccessible(container);
  });

  test('[K3] a field that was never seen is said to be unread, with what would give it', () => {
    draw(<ThisItem {...propsFor(states.bareView)} />);
    expect(screen.getByText('Not read yet: due date. Its own page may tell.')).toBeTruthy();
  });

  test('[K5] a page that could not be read says so, and what was missing', () => {
    draw(<ThisItem {...propsFor(states.driftView)} />);
    expect(screen.getByText('This page could not be read (it may have changed)')).toBeTruthy();
    expect(screen.getByText('Not found on it: state, assignee and sprint.')).toBeTruthy();
  });

  test('what is empty is not shown', () => {
    draw(<ThisItem {...propsFor(states.bareView)} />);
    expect(screen.queryByRole('region', { name: 'Waits on' })).toBeNull();
    expect(screen.queryByRole('region', { name: 'Blocks' })).toBeNull();
    expect(screen.queryByText('It all waits for')).toBeNull();
  });

  test('[T3] nothing that a page said becomes markup', () => {
    const { container } = draw(<ThisItem {...propsFor(states.hostileView)} />);
    expect(container.querySelector('script, iframe, img, b')).toBeNull();
    expect(container.querySelector('svg[onload], [onerror], [href^="javascript"]')).toBeNull();
    expect(container.textContent).toContain('<iframe src=javascript:alert(1)>');
  });
});

describe('[O1] the owner', () => {
  const ownerOf = (view: ItemView, more: Partial<Pick<ItemViewProps, 'known'>> = {}) => {
    const props = propsFor(view, more);
    draw(<ThisItem {...props} />);
    return { props, user: userEvent.setup(), field: section('Owner') };
  };

  test('one press makes it mine', async () => {
    const { props, user } = ownerOf(states.bareView);
    await user.click(screen.getByRole('button', { name: 'I’ll take it' }));
    expect(props.make).toHaveBeenCalledWith(
      { type: 'name-role', item: states.bareView.item.key, role: 'owner', who: noor, accepted: true },
      'Noor Haddad owns this now.',
    );
  });

  test('my account on the item’s own site is named; another one only where there is none', async () => {
    const onJira = states.onJira('Noor Haddad', 'nh');
    const { props, user } = ownerOf(fullView, { known: { ...states.known, me: [noor, onJira] } });
    await user.click(screen.getByRole('button', { name: 'I’ll take it' }));
    expect(props.make.mock.lastCall?.[0]).toMatchObject({ who: onJira });
  });

  test('where I am not known it asks who I am, and one press answers both', async () => {
    const { props, user } = ownerOf(states.view(states.launch), { known: states.nobodyKnown });
    await user.click(screen.getByRole('button', { name: 'I’ll take it' }));
    expect(props.make).not.toHaveBeenCalled();
    const ask = section('Which of these are you on Asana?');
    await user.click(within(ask).getByRole('button', { name: 'Noor Haddad' }));
    expect(props.onMe).toHaveBeenCalledWith(states.onAsana('Noor Haddad'));
    expect(props.make.mock.lastCall?.[0]).toMatchObject({ who: states.onAsana('Noor Haddad'), accepted: true });
  });

  test('[O2] another person is only proposed: chosen from the people known, or typed', async () => {
    const { props, user } = ownerOf(states.bareView);
    await user.click(screen.getByRole('button', { name: 'Propose…' }));
    await user.type(screen.getByRole('combobox', { name: 'Who should own this?' }), 'dana');
    await user.click(screen.getByRole('option', { name: 'Dana Kim' }));
    expect(props.make).toHaveBeenLastCalledWith(
      { type: 'name-role', item: states.bareView.item.key, role: 'owner', who: dana, accepted: false },
      'Dana Kim is proposed as owner.',
    );
    await user.click(screen.getByRole('button', { name: 'Propose…' }));
    await user.type(screen.getByRole('combobox', { name: 'Who should own this?' }), 'Ines Roth{Enter}');
    expect(props.make.mock.lastCall?.[0]).toMatchObject({
      who: { tool: 'github', site: 'github.com', name: 'Ines Roth' },
      accepted: false,
    });
  });

  test('[O2] what is proposed to me is accepted in one press', async () => {
    const { props, user, field } = ownerOf(states.proposedToMe);
    expect(field.textContent).toContain('You are proposed as owner');
    await user.click(screen.getByRole('button', { name: 'Accept' }));
    expect(props.make.mock.lastCall?.[0]).toMatchObject({ who: noor, accepted: true });
  });

  test('[O3] an assignee who differs is said, and two who claim it are both offered', async () => {
    const { props, user, field } = ownerOf(states.contestedView);
    expect(field.textContent).toContain('Claimed by two');
    expect(field.textContent).toContain('The tool has it assigned to Lena Vogt');
    await user.click(within(field).getByRole('button', { name: 'Sam Okafor' }));
    expect(props.make.mock.lastCall?.[0]).toMatchObject({ who: { name: 'Sam Okafor' }, accepted: true });
  });

  test('[O4] nobody and not known are two different words', () => {
    const first = ownerOf(states.view(tokens));
    expect(first.field.textContent).toContain('Nobody owns this');
    first.field.remove();
    expect(ownerOf(states.driftView).field.textContent).toContain('Owner not known');
  });

  test('an owner can be removed', async () => {
    const { props, user } = ownerOf(fullView);
    await user.click(screen.getByRole('button', { name: 'Change…' }));
    await user.click(screen.getByRole('button', { name: 'Remove the owner' }));
    expect(props.make.mock.lastCall?.[0]).toMatchObject({ role: 'owner', who: null });
  });

  test('[O1] other roles are separate, and proposed by name', async () => {
    const { props, user } = ownerOf(fullView);
    expect(screen.getByText('Backup').parentElement?.textContent).toContain('Sam Okafor, proposed');
    await user.click(screen.getByRole('button', { name: 'Add backup, reviewer, approver…' }));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Role' }), 'Approver');
    await user.type(screen.getByRole('combobox', { name: 'Who?' }), 'dana{ArrowDown}{Enter}');
    expect(props.make.mock.lastCall?.[0]).toMatchObject({ role: 'approver', who: dana, accepted: false });
  });
});

describe('[D1] dependencies both ways', () => {
  test('each says its state, its dates, its reason and where it is known from', () => {
    draw(<ThisItem {...propsFor(fullView)} />);
    expect(section('Waits on').textContent).toContain('2 open, 1 not known, 2 closed');
    const row = rowOf('Tokens for saved cards');
    expect(row.textContent).toContain('needed by Tuesday');
    expect(row.textContent).toContain('added by you');
    expect(row.textContent).toContain('The app stores no card without it');
    expect(section('Blocks').textContent).toContain('Launch newsletter');
  });

  test('[D3] several origins of one dependency are all said', () => {
    draw(<ThisItem {...propsFor(fullView)} />);
    const row = rowOf('acme/vault#7');
    expect(row.textContent).toContain('from the text, by Noor Haddad, from Jira’s own links');
    expect(row.textContent).toContain('better after');
    expect(within(row).getByTitle(/read on acme\/vault#7/u)).toBeTruthy();
  });

  test('[D2] a blocker that was closed and not done is said aloud', () => {
    draw(<ThisItem {...propsFor(fullView)} />);
    expect(rowOf('PAY-198').textContent).toContain('closed, not done');
    expect(rowOf('PAY-198').textContent).toContain('nobody did it');
  });

  test('[D3] "not a dependency", taking back, and must wait or better after', async () => {
    const props = propsFor(fullView);
    draw(<ThisItem {...props} />);
    const user = userEvent.setup();
    const ends = { blocker: tokens.key, blocked: release.key };
    await user.click(within(rowOf('acme/api#45')).getByRole('button', { name: 'Not a dependency' }));
    expect(props.make.mock.lastCall?.[0]).toEqual({ type: 'deny-dependency', ...ends });
    await user.click(within(rowOf('acme/api#45')).getByRole('button', { name: 'Take back what was added' }));
    expect(props.make.mock.lastCall?.[0]).toEqual({ type: 'withdraw-dependency', ...ends });
    await user.click(within(rowOf('acme/api#45')).getByRole('button', { name: 'Better after, need not wait' }));
    expect(props.make.mock.lastCall?.[0]).toEqual({ type: 'add-dependency', ...ends, hard: false });
  });

  test('what only pages say cannot be taken back here', () => {
    draw(<ThisItem {...propsFor(fullView)} />);
    expect(within(rowOf('acme/vault#7')).queryByRole('button', { name: 'Take back what was added' })).toBeNull();
  });

  test('[D7] each can be copied as a line, from the right end', async () => {
    const props = propsFor(fullView);
    draw(<ThisItem {...props} />);
    const user = userEvent.setup();
    await user.click(within(rowOf('acme/api#45')).getByRole('button', { name: 'Copy as a line' }));
    expect(props.onCopyLine).toHaveBeenLastCalledWith({
      kind: 'blocked-by',
      other: tokens.key,
      hard: true,
      needed: '2026-11-24',
    });
    await user.click(within(rowOf('Launch newsletter')).getByRole('button', { name: 'Copy as a line' }));
    expect(props.onCopyLine.mock.lastCall?.[0]).toMatchObject({ kind: 'blocks', other: states.launch.key });
  });

  test('[D3] what was denied is folded away and can be restored', async () => {
    const props = propsFor(fullView);
    draw(<ThisItem {...props} />);
    const user = userEvent.setup();
    await user.click(screen.getByText('1 said not to be a dependency'));
    await user.click(screen.getByRole('button', { name: 'Restore' }));
    expect(props.make.mock.lastCall?.[0]).toEqual({
      type: 'withdraw-dependency',
      blocker: states.docs.key,
      blocked: release.key,
    });
  });

  test('[D5] a cycle is shown with its items in order', () => {
    draw(<ThisItem {...propsFor(states.cycleView)} />);
    const cycle = section('These wait on each other in a circle');
    expect(
      within(cycle)
        .getAllByRole('link')
        .map((link) => link.textContent),
    ).toEqual([
      'acme/api#45 Tokens for saved cards',
      'acme/vault#7 Rotate the signing keys of the vault before the audit',
      'PAY-231 Pay by card in the mobile app',
    ]);
  });

  test('[D5] each dependency of a cycle can be taken out where it is shown', async () => {
    const props = propsFor(states.cycleView);
    draw(<ThisItem {...props} />);
    const cycle = section('These wait on each other in a circle');
    const takeOut = within(cycle).getAllByRole('button', { name: /^Not a dependency/u });
    expect(takeOut).toHaveLength(3);
    await userEvent.click(
      within(cycle).getByRole('button', { name: 'Not a dependency: PAY-231 waits on acme/api#45' }),
    );
    expect(props.make.mock.lastCall?.[0]).toEqual({
      type: 'deny-dependency',
      blocker: tokens.key,
      blocked: release.key,
    });
  });

  test('[D6] the end of the chain: "it all waits for"', () => {
    draw(<ThisItem {...propsFor(fullView)} />);
    expect(section('It all waits for').textContent).toContain('Vendor contract signed');
  });

  test('ten thousand dependencies are a page of rows and a button', async () => {
    draw(<ThisItem {...propsFor(states.hugeView)} />);
    expect(document.querySelectorAll('[data-row]')).toHaveLength(50);
    expect(document.querySelectorAll('*').length).toBeLessThan(3_000);
    await userEvent.click(screen.getByRole('button', { name: 'Show more (9,950 left)' }));
    expect(document.querySelectorAll('[data-row]')).toHaveLength(100);
  });
});

test('a live update marks what changed, and the focus stays where it is', () => {
  const props = propsFor(fullView);
  const { rerender } = draw(<ThisItem {...props} />);
  const link = within(rowOf('acme/vault#7')).getByRole('link');
  link.focus();
  const [first, ...others] = fullView.blockers;
  if (first === undefined) throw new Error('no blocker');
  const done = { ...first, status: 'cleared' as const, other: { ...first.other, state: 'done' as const } };
  rerender(<ThisItem {...props} view={{ ...fullView, blockers: [...others, done] }} />);
  expect(document.activeElement).toBe(link);
  expect(within(rowOf('acme/api#45')).getByText('changed')).toBeTruthy();
  expect(within(rowOf('acme/vault#7')).queryByText('changed')).toBeNull();
});
