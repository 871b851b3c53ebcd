// @vitest-environment happy-dom
import { act, cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import type { Make } from '../../components/changes.ts';
import { type ItemViewProps, ThisItem } from '../../components/item-view.tsx';
import { walk } from '../../components/keyboard.ts';
import type { ItemView } from '../../lib/core/view.ts';
import { displaySource } from '../gallery/source.ts';
import * as states from '../gallery/states.ts';
import { draw, expectAccessible } from './draw.tsx';
import { readMessages } from './messages.ts';

const { fullView, release, tokens, noor, dana } = states;

const propsFor = (view: ItemView, more: Partial<Pick<ItemViewProps, 'known'>> = {}) => ({
  view,
  known: states.known,
  finder: { onFind: vi.fn(async () => []), onResolve: vi.fn(async () => undefined) },
  make: vi.fn<Make>(),
  onPreviewSame: vi.fn<ItemViewProps['onPreviewSame']>(async () => states.sameGains),
  onMe: vi.fn<ItemViewProps['onMe']>(),
  onCopyLine: vi.fn<ItemViewProps['onCopyLine']>(),
  ...more,
});

const section = (name: string): HTMLElement => screen.getByRole('region', { name });
/** The first row of an item: lists of dependencies stand before the chain. */
const rowIn = (root: HTMLElement, name: string): HTMLElement => {
  const row = within(root)
    .getAllByRole('link', { name: new RegExp(name, 'u') })
    .map((link) => link.closest<HTMLElement>('[data-row]'))
    .find((one) => one !== null);
  if (row == null) throw new Error(`no row of ${name}`);
  return row;
};
const rowOf = (name: string): HTMLElement => rowIn(document.body, name);

const linksIn = (root: HTMLElement) =>
  within(root)
    .getAllByRole('link')
    .map((link) => link.textContent);
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
    expect(linksIn(cycle)).toEqual([
      'acme/api#45 Tokens for saved cards',
      'acme/vault#7 Rotate the signing keys of the vault before the audit',
      'PAY-231 Pay by card in the mobile app',
    ]);
  });

  test('[D5] each dependency of a cycle can be taken out where it is shown', async () => {
    const props = propsFor(states.cycleView);
    draw(<ThisItem {...props} />);
    const cycle = section('These wait on each other in a circle');
    const [shown] = within(cycle).getAllByRole('list');
    if (shown === undefined) throw new Error('no list');
    const takeOut = within(shown).getAllByRole('button', { name: /^Not a dependency/u });
    expect(takeOut).toHaveLength(3);
    await userEvent.click(
      within(shown).getByRole('button', { name: 'Not a dependency: PAY-231 waits on acme/api#45' }),
    );
    expect(props.make.mock.lastCall?.[0]).toEqual({
      type: 'deny-dependency',
      blocker: tokens.key,
      blocked: release.key,
    });
  });

  test('[D5] the newest dependency that opens the cycle is proposed, and taken out in one press', async () => {
    const props = propsFor(states.cycleView);
    const { container } = draw(<ThisItem {...props} />);
    const proposed = screen.getByRole('list', { name: 'What would open it' });
    expect(proposed.textContent).toBe('The newest: acme/vault#7 waits on PAY-231Not a dependency');
    await userEvent.click(within(proposed).getByRole('button'));
    expect(props.make.mock.lastCall?.[0]).toEqual({
      type: 'deny-dependency',
      blocker: release.key,
      blocked: states.vault.key,
    });
    await expectAccessible(container);
  });

  test('[D5] where one is not enough, those that open it together are proposed, and it is said', () => {
    draw(<ThisItem {...propsFor(states.circlesView)} />);
    const cycle = section('These wait on each other in a circle');
    expect(cycle.textContent).toContain('one alone is not enough');
    expect(cycle.textContent).not.toContain('until one of these dependencies is taken out');
    expect(within(screen.getByRole('list', { name: 'What would open it' })).getAllByRole('button')).toHaveLength(2);
  });

  test('[D5] no letter takes out what has no focus', () => {
    draw(<ThisItem {...propsFor(states.cycleView)} />);
    const loose = [...document.querySelectorAll('[data-letter="n"]')].filter(
      (one) => one.closest('[data-row]') === null,
    );
    expect(loose).toEqual([]);
  });

  test('ten thousand dependencies are a page of rows and a button', async () => {
    draw(<ThisItem {...propsFor(states.hugeView)} />);
    expect(document.querySelectorAll('[data-row]')).toHaveLength(50);
    expect(document.querySelectorAll('*').length).toBeLessThan(3_000);
    await userEvent.click(screen.getByRole('button', { name: 'Show more (9,950 left)' }));
    expect(document.querySelectorAll('[data-row]')).toHaveLength(100);
  });
});

test('what needs a look at it stands before its dependencies', () => {
  draw(<ThisItem {...propsFor(fullView)} findings={<p>One check speaks</p>} />);
  const said = screen.getByText('One check speaks');
  expect(said.compareDocumentPosition(section('Waits on'))).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  expect(said.compareDocumentPosition(section('Owner'))).toBe(Node.DOCUMENT_POSITION_PRECEDING);
});

describe('[D6] the chain', () => {
  const up = () => section('The chain it waits for');
  /** Each row with how deep its list stands. */
  const levels = (root: HTMLElement) =>
    within(root)
      .getAllByRole('listitem')
      .map((row) => {
        let depth = 0;
        for (let at = row.parentElement; at !== null && at !== root; at = at.parentElement)
          if (at.tagName === 'UL') depth += 1;
        return `${depth} ${row.querySelector('a')?.textContent?.split(' ')[0]}`;
      });

  test('each item stands below the one it hangs on, to the ends, over all tools', async () => {
    const { container } = draw(<ThisItem {...propsFor(states.longChainView)} />);
    expect(levels(up()).slice(0, 9)).toEqual([
      '1 acme/api#45',
      '2 acme/vault#7',
      '3 acme/infra#9',
      '4 FIN-12',
      '5 Board',
      '3 Vendor',
      '1 120999',
      '2 FIN-12',
      '2 OPS-40',
    ]);
    expect(rowIn(up(), 'Board meets').textContent).toContain('it all waits for this');
    expect(rowIn(up(), 'Vendor contract').textContent).toContain('better after');
    expect(rowIn(up(), '120999').textContent).toContain('state not known');
    expect(up().textContent).toContain('People in it: Ravi Patel and Lena Vogt and 2 others');
    expect(up().textContent).toContain('and 12 more');
    await expectAccessible(container);
  });

  test('an end that nobody owns is said as such', () => {
    draw(<ThisItem {...propsFor(fullView)} />);
    expect(rowIn(up(), 'Vendor contract').textContent).toContain('it all waits for this · , Nobody owns this');
  });

  test('what stands in it twice is said to stand above, and has nothing below', () => {
    draw(<ThisItem {...propsFor(states.longChainView)} />);
    const twice = within(up())
      .getAllByRole('link', { name: /FIN-12/u })
      .map((link) => link.closest('[data-row]')?.textContent);
    expect(twice.map((text) => text?.includes('shown above'))).toEqual([false, true]);
  });

  test('deeper than it can be set in, a row says how far away it is', () => {
    draw(<ThisItem {...propsFor(states.longChainView)} />);
    expect(within(rowIn(up(), 'Step 5 of')).queryByText('…')).toBeNull();
    expect(within(rowIn(up(), 'Step 6 of')).getByText('…').title).toBe('7 steps away');
  });

  test('[D5] a circle is drawn as far as it closes', () => {
    draw(<ThisItem {...propsFor(states.longChainView)} />);
    const down = section('The chain that waits for it');
    expect(levels(down)).toEqual(['1 Launch', '2 PAY-240', '3 PAY-231']);
    expect(rowIn(down, 'PAY-231').textContent).toContain('leads back to');
  });

  test('nothing is said twice: direct dependencies that lead nowhere stand in their list only', () => {
    draw(<ThisItem {...propsFor(fullView)} />);
    expect(linksIn(up())).toEqual(['acme/api#45 Tokens for saved cards', 'Vendor contract signed']);
    expect(screen.queryByRole('region', { name: 'The chain that waits for it' })).toBeNull();
    expect(screen.queryByRole('region', { name: 'It all waits for' })).toBeNull();
  });

  test('nothing is said twice: a circle that has a part of its own is not drawn again', () => {
    draw(<ThisItem {...propsFor(states.cycleView)} />);
    expect(screen.queryByRole('region', { name: /^The chain/u })).toBeNull();
    const { chain } = states.cycleView;
    const longer = states.chain([...chain.waitsFor, states.link(states.contract, 3, { end: true })]);
    cleanup();
    draw(<ThisItem {...propsFor({ ...states.cycleView, chain: longer })} />);
    expect(linksIn(up())).toContain('Vendor contract signed');
  });

  test('an end among the direct dependencies is marked in their list, where the tree shows others', () => {
    draw(<ThisItem {...propsFor(states.longChainView)} />);
    expect(rowIn(section('Waits on'), 'acme/docs#310').textContent).toContain('it all waits for this');
    cleanup();
    const short = states.chain([states.link(states.docs, 1, { end: true })]);
    draw(<ThisItem {...propsFor({ ...states.longChainView, chain: short, roots: [] })} />);
    expect(rowIn(section('Waits on'), 'acme/docs#310').textContent).not.toContain('it all waits for this');
  });

  test('ends for which the tree has no row are named below it', () => {
    const [first] = states.longChainView.roots;
    const roots = [...states.longChainView.roots, states.hostile];
    draw(<ThisItem {...propsFor({ ...states.longChainView, roots })} />);
    expect(first?.title).toBe('Board meets');
    expect(linksIn(section('It all waits for'))).toHaveLength(1);
    expect(linksIn(section('It all waits for'))[0]).toContain('acme/api#66');
  });

  test('it is walked row by row, and has one tab stop', () => {
    draw(<ThisItem {...propsFor(states.longChainView)} />);
    const stops = [...up().querySelectorAll<HTMLElement>('[data-walk]')];
    expect(stops).toHaveLength(17);
    expect(stops.filter(({ tabIndex }) => tabIndex === 0)).toEqual(stops.slice(0, 1));
    act(() => stops[0]?.focus());
    act(() => void walk(document.body, 1));
    expect(document.activeElement).toBe(stops[1]);
    expect(stops.filter(({ tabIndex }) => tabIndex === 0)).toEqual(stops.slice(1, 2));
  });

  test('in German', () => {
    draw(<ThisItem {...propsFor(states.longChainView)} />, displaySource(readMessages('de'), 'de'));
    expect(section('Die Kette, auf die es wartet').textContent).toContain('darauf wartet alles');
    expect(screen.getByText('2 Tage Luft')).toBeTruthy();
  });
});

describe('[T2] until when it must be done', () => {
  const latest = (more: Partial<NonNullable<ItemView['latest']>>) => {
    const { container } = draw(
      <ThisItem
        {...propsFor(
          states.view(tokens, {
            latest: { day: '2026-12-04', needed: '2026-12-04', of: release, spare: 2, from: 'due', ...more },
          }),
        )}
      />,
    );
    return container.querySelector('header')?.textContent;
  };

  test('the day, for whose date, and what is left', () => {
    expect(latest({})).toContain('Needed by 4 Dec for PAY-231\u00a0· , 2 spare days');
    expect(screen.getByTitle('Counted in working days from its own due date')).toBeTruthy();
    expect(screen.getByText('4 Dec', { selector: 'time' }).title).toMatch(/^Friday,? 4 December 2026$/u);
    expect(screen.getByRole<HTMLAnchorElement>('link', { name: /PAY-231/u }).href).toContain('/browse/PAY-231');
  });

  test('where the date itself is not worked, the last day before it, and why', () => {
    expect(latest({ needed: '2026-12-06' })).toContain('Needed by 4 Dec');
    expect(
      screen.getByTitle(/Its date is .*Sunday,? 6 December 2026.*; the last working day until then is .*Friday,? 4 /u),
    ).toBeTruthy();
  });

  test.each([
    [{ spare: 0 }, 'no spare day', false],
    [{ spare: 1, from: 'today' }, '1 spare day', false],
    [{ spare: -3 }, 'due 3 working days too late', true],
    [{ spare: -1, from: 'today' }, '1 working day late', true],
    [{ spare: 0, from: 'today', day: '2026-11-13', needed: '2026-11-14' }, 'no spare day', true],
  ] as const)('too late is said in words and with a sign: %#', (more, words, sign) => {
    expect(latest(more)).toContain(words);
    expect(screen.getByText(words).querySelector('svg') !== null).toBe(sign);
  });

  test('a missing date gives nothing', () => {
    const { container } = draw(<ThisItem {...propsFor(states.bareView)} />);
    expect(container.textContent).not.toContain('Needed by');
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
