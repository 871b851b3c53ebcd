// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Panel } from '../../components/panel.tsx';
import type { PanelIntents, PanelModel } from '../../components/panel-model.ts';
import { asideOfFinding } from '../../lib/core/finding-aside.ts';
import type { FindingsView } from '../../lib/core/findings-view.ts';
import * as found from '../gallery/findings.ts';
import { displaySource } from '../gallery/source.ts';
import * as states from '../gallery/states.ts';
import { draw, english, expectAccessible } from './draw.tsx';
import { readMessages } from './messages.ts';

const { fullFindings, lateRow, circleRow, unownedRow, backRow, myLoadRow, awayRows } = found;
const { noFindings, now } = states;

interface Started {
  readonly more?: Partial<PanelModel>;
  readonly stored?: boolean;
  readonly source?: typeof english;
}

/** The panel at "Needs a look". */
const start = async (
  findings: FindingsView | undefined,
  { more = {}, stored = true, source = english }: Started = {},
) => {
  const intents = {
    onChange: vi.fn<PanelIntents['onChange']>(async () => ({ ok: true, value: { change: 'c7' } })),
    onUndo: vi.fn<PanelIntents['onUndo']>(async () => ({ ok: true, value: undefined })),
    onMe: vi.fn<PanelIntents['onMe']>(),
    onForget: vi.fn<PanelIntents['onForget']>(),
    onSetAside: vi.fn<PanelIntents['onSetAside']>(async () => stored),
    onBringBack: vi.fn<PanelIntents['onBringBack']>(async () => stored),
    onSetAsideMany: vi.fn<PanelIntents['onSetAsideMany']>(async () => stored),
    onBringBackMany: vi.fn<PanelIntents['onBringBackMany']>(async () => stored),
    onFindingsFilter: vi.fn<PanelIntents['onFindingsFilter']>(),
    onFindingsSeen: vi.fn<PanelIntents['onFindingsSeen']>(),
    onCopy: vi.fn<PanelIntents['onCopy']>(async () => stored),
    onPreviewSame: vi.fn<PanelIntents['onPreviewSame']>(async () => states.sameGains),
    onSimilar: vi.fn<PanelIntents['onSimilar']>(async () => [states.docs]),
    onFind: vi.fn<PanelIntents['onFind']>(async () => []),
    onResolve: vi.fn<PanelIntents['onResolve']>(async () => undefined),
    onCopyLine: vi.fn<PanelIntents['onCopyLine']>(async () => true),
    onPin: vi.fn(),
    onSingleKeys: vi.fn(),
    onOptions: vi.fn(),
    onAllow: vi.fn(),
    onSite: vi.fn(),
    onPlace: vi.fn(),
    onShowOverlays: vi.fn(),
    onExport: vi.fn(),
    onReadBackup: vi.fn<PanelIntents['onReadBackup']>(async () => ({ ok: true, value: states.backup })),
    onReadColleague: vi.fn<PanelIntents['onReadColleague']>(async () => ({ ok: true, value: states.colleague })),
  };
  const modelOf = (view: FindingsView | undefined): PanelModel =>
    states.panel({ type: 'nothing' }, { findings: view, ...more });
  const drawn = draw(<Panel model={modelOf(findings)} intents={intents} />, source);
  const user = userEvent.setup();
  await user.keyboard('3');
  const show = (view: FindingsView | undefined): void =>
    drawn.rerender(<Panel model={modelOf(view)} intents={intents} />);
  return { ...drawn, intents, user, show };
};

const title = (): string | null => screen.getByRole('heading', { level: 1 }).textContent;
const group = (name: string): HTMLElement => screen.getByRole('region', { name });
/** The row of an item in its group. */
const row = (name: RegExp, within_: string): HTMLElement => {
  const link = within(group(within_)).getAllByRole('link', { name })[0]?.closest<HTMLElement>('[data-row]');
  if (link == null) throw new Error(`no row of ${name.source}`);
  return link;
};
const lateRowHere = (): HTMLElement => row(/acme\/api#45/u, 'Dates that do not fit');

describe('the place', () => {
  test('3 opens it; its button says what the number counts', async () => {
    const { container } = await start(fullFindings);
    const button = screen.getByRole('button', { name: /^Needs a look/u });
    expect(button.getAttribute('aria-current')).toBe('page');
    expect(button.textContent).toContain('5 that concern you');
    expect(title()).toBe('5 need a look and concern you');
    await expectAccessible(container);
  });

  test('is grouped by what to do, the group of the most pressing row first', async () => {
    await start(fullFindings);
    const main = screen.getByRole('main');
    expect(
      within(main)
        .getAllByRole('heading', { level: 2 })
        .map(({ textContent }) => textContent),
    ).toEqual([
      'Dates that do not fit',
      'Open a circle, check a dependency',
      'Find an owner',
      'What could not be checked',
    ]);
    const links = within(group('Find an owner'))
      .getAllByRole('link')
      .map(({ textContent }) => textContent);
    expect(links.filter((text) => /Tokens|Launch/u.test(text ?? ''))).toEqual([
      expect.stringContaining('Tokens for saved cards'),
      expect.stringContaining('Launch newsletter'),
    ]);
  });

  test('what is not read yet is said to be read, with nothing of "nothing"', async () => {
    await start(undefined);
    expect(within(screen.getByRole('main')).getByRole('status', { name: 'Reading what is stored' })).toBeTruthy();
    expect(screen.getByRole('main').textContent).toBe('');
  });

  test('that they are seen is told once, as soon as there are rows', async () => {
    const { intents, show, user } = await start(undefined);
    expect(intents.onFindingsSeen).not.toHaveBeenCalled();
    show(fullFindings);
    show({ ...fullFindings, rows: [...fullFindings.rows].reverse() });
    expect(intents.onFindingsSeen).toHaveBeenCalledOnce();
    await user.keyboard('13');
    expect(intents.onFindingsSeen).toHaveBeenCalledTimes(2);
  });

  test('what is new stays so while it is looked at, in a word', async () => {
    const { show, user } = await start(fullFindings);
    expect(within(lateRowHere()).getByText('new')).toBeTruthy();
    const seen = { ...fullFindings, rows: fullFindings.rows.map((one) => ({ ...one, isNew: false })) };
    show(seen);
    expect(within(lateRowHere()).getByText('new')).toBeTruthy();
    await user.keyboard('13');
    expect(screen.queryByText('new')).toBeNull();
  });

  test('a live update marks what says something else now', async () => {
    const { show } = await start({ ...fullFindings, rows: [circleRow, unownedRow] });
    const says = { ...unownedRow.finding.says, args: { count: { count: 4 } } };
    show({
      ...fullFindings,
      rows: [circleRow, { ...unownedRow, isNew: false, finding: { ...unownedRow.finding, says } }],
    });
    expect(row(/acme\/api#45/u, 'Find an owner').textContent).toContain('4 items wait on it');
    expect(screen.queryByText('changed')).toBeNull();
    show({ ...fullFindings, rows: [circleRow, backRow] });
    show({
      ...fullFindings,
      rows: [{ ...circleRow, finding: { ...circleRow.finding, says: { ...says, id: 'unowned-begun' } } }, backRow],
    });
    expect(within(group('Open a circle, check a dependency')).getByText('changed')).toBeTruthy();
  });
});

describe('a row', () => {
  test('says what is the matter; items are links with their title, days have the full date', async () => {
    await start(fullFindings);
    const late = lateRowHere();
    expect(late.textContent).toContain(
      'It is planned for 4 Dec, but PAY-231 needs it by 26 Nov, as the first of 2 that need it earlier.',
    );
    const link = within(late).getByRole<HTMLAnchorElement>('link', { name: 'PAY-231' });
    expect(link.href).toBe('https://acme.atlassian.net/browse/PAY-231');
    expect(link.title).toBe('Pay by card in the mobile app');
    expect(within(late).getByText('26 Nov').getAttribute('title')).toMatch(/^Thursday,? 26 November 2026$/u);
  });

  test('[K3] what it rests on: where and when it was seen, what was stated, what was never seen', async () => {
    const { user, container } = await start(fullFindings);
    const late = lateRowHere();
    expect(late.textContent).not.toContain('read on its own page');
    await user.click(within(late).getByRole('button', { name: 'Seen' }));
    const lines = within(late)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);
    expect(lines).toEqual([
      'due date of acme/api#45: read on its own page 3 days ago',
      'due date of PAY-231: read on a list 2 hours ago',
      'PAY-231 waits on acme/api#45: stated by you or a colleague',
    ]);
    expect(late.textContent).toContain('Noticed 2 days ago');
    expect(late.textContent).toContain('Blocker lands too late: It is due or promised after');
    await expectAccessible(container);
    const launch = row(/Launch newsletter/u, 'Find an owner');
    await user.click(within(launch).getByRole('button', { name: 'Seen' }));
    expect(launch.textContent).toContain('assignee of “Launch newsletter: pay by card”: never seen');
    expect(launch.textContent).toContain('owner of “Launch newsletter: pay by card”: stated by you or a colleague');
  });

  test('of somebody’s work, which is mine, is called so, with the first of its items', async () => {
    const { user } = await start(fullFindings);
    const mine = within(group('Find an owner')).getByText('Your work').closest<HTMLElement>('[data-row]');
    expect(mine?.textContent).toContain('5 people and 7 items wait on this.');
    expect(mine?.textContent).toContain('among themGacme/docs#310Document the card flow');
    expect(mine?.textContent).toContain('and 1 more');
    await user.keyboard('jjjjj');
    expect(mine?.contains(document.activeElement)).toBe(true);
  });

  test('near miss: somebody else’s is called by their name', async () => {
    const { finding } = myLoadRow;
    const other = { ...myLoadRow, finding: { ...finding, subject: 'person:x', concerns: [states.dana] } };
    await start({ ...fullFindings, rows: [other] });
    expect(screen.getByText('Work of Dana Kim')).toBeTruthy();
    expect(screen.queryByText('Your work')).toBeNull();
  });

  test('that is not certain says so', async () => {
    await start({ ...fullFindings, rows: [{ ...lateRow, finding: { ...lateRow.finding, sure: false } }] });
    expect(lateRowHere().textContent).toContain('not certain');
  });

  test('[P2] hostile names and titles are text, and break nothing', async () => {
    const { container } = await start(found.longFindings);
    expect(container.querySelector('img, script, iframe, b')).toBeNull();
    expect(container.textContent).toContain('<img src=x onerror=alert(1)>');
    expect(container.textContent).not.toMatch(/[\u202E\u2066]/u);
    await expectAccessible(container);
  });
});

describe('steps', () => {
  test('what nobody owns is taken in one press, or a letter', async () => {
    const { user, intents } = await start({ ...fullFindings, rows: [unownedRow] });
    await user.keyboard('jt');
    expect(intents.onChange).toHaveBeenCalledExactlyOnceWith({
      type: 'name-role',
      item: states.tokens.key,
      role: 'owner',
      who: states.noor,
      accepted: true,
    });
    expect(await screen.findByText('Noor Haddad owns this now.')).toBeTruthy();
    const find = screen.getByRole<HTMLAnchorElement>('link', { name: 'Find an owner' });
    expect(find.href).toBe('https://github.com/acme/api/issues/45');
  });

  test('before it is known who I am, the item is opened instead', async () => {
    await start({ ...fullFindings, rows: [unownedRow] }, { more: { known: states.nobodyKnown } });
    expect(screen.queryByRole('button', { name: 'I’ll take it' })).toBeNull();
    expect(screen.getByRole('link', { name: 'Look at it' })).toBeTruthy();
  });

  test('[T3] [E2] words are prepared and copied; the person sends them', async () => {
    const { user, intents } = await start(fullFindings);
    await user.keyboard('jc');
    expect(intents.onCopy).toHaveBeenCalledExactlyOnceWith(
      [
        'Ravi Patel, about acme/api#45 “Tokens for saved cards”: It is planned for 4 Dec, but PAY-231 needs it by 26 Nov, ' +
          'as the first of 2 that need it earlier. Can it be done by 26 Nov?',
        'https://github.com/acme/api/issues/45',
      ].join('\n'),
    );
    expect(await screen.findByText('Copied. Nothing is sent: paste it where you talk.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
    expect(intents.onChange).not.toHaveBeenCalled();
    const button = within(lateRowHere()).getByRole('button', { name: 'Copy a request: by 26 Nov' });
    expect(button.title).toBe(intents.onCopy.mock.lastCall?.[0]);
  });

  test('a clipboard that refuses is said', async () => {
    const { user } = await start(fullFindings, { stored: false });
    await user.keyboard('jc');
    expect(await screen.findByText('The clipboard could not be used.')).toBeTruthy();
  });

  test('where I am among those asked, I am left out; where I alone am, my item is opened', async () => {
    const { noor } = states;
    const ask = (who: (typeof noor)[]) => ({
      ...lateRow,
      finding: { ...lateRow.finding, next: [{ type: 'ask', item: lateRow.finding.items[0], who }] as const },
    });
    const { user, intents, show } = await start({ ...fullFindings, rows: [ask([noor, states.dana])] });
    await user.click(screen.getByRole('button', { name: 'Copy a question to Dana Kim' }));
    expect(intents.onCopy.mock.lastCall?.[0]).toMatch(/^Dana Kim, about .*By when can it be done\?\nhttps:/u);
    show({ ...fullFindings, rows: [ask([noor])] });
    const list = within(screen.getByRole('main'));
    expect(list.queryByRole('button', { name: /^Copy a/u })).toBeNull();
    expect(list.getByRole('link', { name: 'Open it' })).toBeTruthy();
  });

  test('nobody known to be asked: words without a name', async () => {
    const [item] = lateRow.finding.items;
    const next = [{ type: 'ask', item, who: [] }] as const;
    const { user, intents } = await start({
      ...fullFindings,
      rows: [{ ...lateRow, finding: { ...lateRow.finding, next } }],
    });
    await user.click(screen.getByRole('button', { name: 'Copy a question' }));
    expect(intents.onCopy.mock.lastCall?.[0]).toMatch(/^About acme\/api#45 /u);
  });

  test('[D5] each dependency that opens a circle says which it is', async () => {
    const { user, intents } = await start(fullFindings);
    const circle = group('Open a circle, check a dependency');
    await user.click(within(circle).getByText('acme/api#45 does not wait on acme/vault#7'));
    expect(intents.onChange).toHaveBeenCalledExactlyOnceWith({
      type: 'deny-dependency',
      blocker: states.vault.key,
      blocked: states.tokens.key,
    });
    expect(await screen.findByText('acme/vault#7 is no dependency, whatever pages show.')).toBeTruthy();
  });

  test('a circle that takes many has the rest behind a press', async () => {
    const cut = circleRow.finding.next[0];
    if (cut.type !== 'cut') throw new Error('no cut');
    const cuts = Array.from({ length: 40 }, (_, at) => ({ ...cut, blocker: states.github(`a/b#${at + 1}`) }));
    const next = [cut, ...cuts] as const;
    const { user } = await start({
      ...fullFindings,
      rows: [{ ...circleRow, finding: { ...circleRow.finding, next } }],
    });
    const count = (): number => screen.getAllByRole('button', { name: /^Not a dependency/u }).length;
    expect(count()).toBe(4);
    await user.click(screen.getByRole('button', { name: 'Show more (37 left)' }));
    expect(count()).toBe(41);
  });
});

describe('[Q4] setting aside and dismissing', () => {
  const stayed = /stays away until/u;

  test('with keys alone: s opens, Enter chooses, and the focus goes on to the next row', async () => {
    const { user, intents } = await start(fullFindings);
    await user.keyboard('js{Enter}');
    expect(intents.onSetAside).toHaveBeenCalledExactlyOnceWith(asideOfFinding(lateRow.finding, now, '2026-11-20'));
    expect(await screen.findByText('Set aside until tomorrow.')).toBeTruthy();
    expect(group('Open a circle, check a dependency').contains(document.activeElement)).toBe(true);
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(intents.onBringBack).toHaveBeenCalledExactlyOnceWith(lateRow.finding.id);
  });

  test.each([
    ['Not a problem', 'no-problem'],
    ['Known, we live with it', 'accepted'],
    ['Wrong', 'wrong'],
  ])('dismissed: %s', async (word, reason) => {
    const { user, intents, container } = await start(fullFindings);
    await user.keyboard('jd');
    const menu = screen.getByRole('dialog', { name: 'Dismiss' });
    expect(document.activeElement?.textContent).toBe('Not a problem');
    await expectAccessible(container);
    await user.click(within(menu).getByRole('button', { name: word }));
    expect(intents.onSetAside).toHaveBeenCalledExactlyOnceWith(asideOfFinding(lateRow.finding, now, undefined, reason));
    expect(await screen.findByText(stayed)).toBeTruthy();
    expect(screen.queryByRole('dialog')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(intents.onBringBack).toHaveBeenCalledExactlyOnceWith(lateRow.finding.id);
  });

  test('dismissed in own words: cut to what is kept, and never without any', async () => {
    const { user, intents } = await start(fullFindings);
    await user.keyboard('jd');
    await user.click(screen.getByRole('button', { name: 'Own words…' }));
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Why?' });
    expect(document.activeElement).toBe(field);
    await user.keyboard('   {Enter}');
    expect(intents.onSetAside).not.toHaveBeenCalled();
    await user.keyboard(`${'x'.repeat(230)}{Enter}`);
    expect(intents.onSetAside.mock.lastCall?.[0].reason).toBe('x'.repeat(197));
  });

  test('what was not stored is said, and there is nothing to undo', async () => {
    const { user } = await start(fullFindings, { stored: false });
    await user.keyboard('jd{Enter}');
    expect(await screen.findByText('Not saved. Nothing was changed; try it again.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  test('a row that came back says why; dismissed again and undone, it is as it was', async () => {
    const { user, intents } = await start(fullFindings);
    const launch = row(/Launch newsletter/u, 'Find an owner');
    expect(launch.textContent).toContain('Back: it says something else now');
    await user.click(within(launch).getByRole('button', { name: 'Dismiss' }));
    await user.click(screen.getByRole('button', { name: 'Wrong' }));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(intents.onSetAside.mock.lastCall?.[0]).toEqual(backRow.back?.aside);
    expect(intents.onBringBack).not.toHaveBeenCalled();
  });

  test('one that was gone and came again says that', async () => {
    const aside = asideOfFinding(unownedRow.finding, states.ago(20), undefined, 'wrong');
    const { user, intents } = await start({
      ...fullFindings,
      rows: [{ ...unownedRow, back: { why: 'again', aside } }],
    });
    expect(screen.getByText('Back: it was gone and came again')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Got it' }));
    expect(intents.onBringBack).toHaveBeenCalledExactlyOnceWith(unownedRow.finding.id);
    expect(await screen.findByText('It stays in its list.')).toBeTruthy();
  });

  test('what is away is folded at the end, says until when or why, and is brought back', async () => {
    const { user, intents, container } = await start(fullFindings);
    expect(screen.queryByRole('button', { name: 'Bring back' })).toBeNull();
    await user.click(screen.getByText('Set aside and dismissed (3)'));
    const list = screen.getByRole('list', { name: 'Set aside and dismissed (3)' });
    expect(list.textContent).toContain('set aside until Monday');
    expect(list.textContent).toContain('dismissed: Known, we live with it');
    expect(list.textContent).toContain('dismissed: Dana tells us by mail <b>anyway</b>');
    expect(list.querySelector('b')).toBeNull();
    await expectAccessible(container);
    const [, second] = within(list).getAllByRole('button', { name: 'Bring back' });
    await user.click(second ?? list);
    expect(intents.onBringBack).toHaveBeenCalledExactlyOnceWith(awayRows[1]?.aside.row);
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(intents.onSetAside).toHaveBeenCalledExactlyOnceWith(awayRows[1]?.aside);
  });
});

describe('many at once', () => {
  const picking = async (started: Started = {}) => {
    const all = await start(fullFindings, started);
    await all.user.click(screen.getByRole('button', { name: 'Select' }));
    return { ...all, bar: () => within(screen.getByRole('region', { name: /selected$/u })) };
  };

  test('boxes appear with "Select" and go with "Done"; nothing else can be pressed by mistake', async () => {
    const { user, bar, container } = await picking();
    expect(
      screen.getAllByRole('checkbox', { name: /^Select: /u }).map((box) => box.getAttribute('aria-label')),
    ).toEqual([
      'Select: acme/api#45',
      'Select: PAY-231',
      'Select: acme/api#45',
      'Select: “Launch newsletter: pay by card”',
      'Select: Your work',
    ]);
    expect(within(lateRowHere()).queryByRole('button')).toBeNull();
    expect(bar().getByRole<HTMLButtonElement>('button', { name: 'Dismiss' }).disabled).toBe(true);
    await expectAccessible(container);
    await user.click(bar().getByRole('button', { name: 'Done' }));
    expect(screen.queryByRole('checkbox')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Select' }));
  });

  test('with keys alone: x selects the row, s and d are for all of them, Escape ends it', async () => {
    const { user, intents, bar } = await picking();
    await user.keyboard('jxjx');
    expect(bar().getByRole('status').textContent).toBe('2 selected');
    await user.keyboard('s{Enter}');
    expect(intents.onSetAsideMany).toHaveBeenCalledExactlyOnceWith([
      asideOfFinding(lateRow.finding, now, '2026-11-20'),
      asideOfFinding(circleRow.finding, now, '2026-11-20'),
    ]);
    expect(intents.onSetAside).not.toHaveBeenCalled();
    expect(await screen.findByText('2 set aside until tomorrow.')).toBeTruthy();
    expect(screen.queryByRole('checkbox')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Select' }));
    await user.keyboard('jx{Escape}');
    expect(screen.queryByRole('checkbox')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Select' }));
  });

  test('a box that was clicked leaves the keys at work', async () => {
    const { user, bar } = await picking();
    await user.click(screen.getByRole('checkbox', { name: 'Select: PAY-231' }));
    await user.keyboard('jx');
    expect(bar().getByRole('status').textContent).toBe('2 selected');
  });

  test('all that are shown are dismissed, said once, and undone together, each as it was', async () => {
    const { user, intents, bar } = await picking();
    await user.click(bar().getByRole('checkbox', { name: 'All shown (5)' }));
    await user.click(bar().getByRole('button', { name: 'Dismiss' }));
    await user.click(screen.getByRole('button', { name: 'Known, we live with it' }));
    expect(intents.onSetAsideMany).toHaveBeenCalledExactlyOnceWith(
      fullFindings.rows.map(({ finding }) => asideOfFinding(finding, now, undefined, 'accepted')),
    );
    expect(await screen.findByText('5 dismissed.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(intents.onBringBackMany).toHaveBeenCalledExactlyOnceWith(
      [lateRow, circleRow, unownedRow, myLoadRow].map(({ finding }) => finding.id),
    );
    expect(intents.onSetAsideMany.mock.lastCall?.[0]).toEqual([backRow.back?.aside]);
    expect(await screen.findByText('Undone.')).toBeTruthy();
  });

  test('what is not shown any more is not dismissed with the others', async () => {
    const { user, intents, bar, show } = await picking();
    await user.click(bar().getByRole('checkbox', { name: 'All shown (5)' }));
    show({ ...fullFindings, rows: [circleRow, unownedRow] });
    expect(bar().getByRole('status').textContent).toBe('2 selected');
    await user.click(bar().getByRole('button', { name: 'Set aside' }));
    await user.click(screen.getByText('Until something changes'));
    expect(intents.onSetAsideMany.mock.lastCall?.[0].map(({ row: name }) => name)).toEqual([
      circleRow.finding.id,
      unownedRow.finding.id,
    ]);
    expect(await screen.findByText('2 set aside until something changes.')).toBeTruthy();
  });

  test('what was not stored is said', async () => {
    const { user, bar } = await picking({ stored: false });
    await user.keyboard('jx');
    await user.click(bar().getByRole('button', { name: 'Dismiss' }));
    await user.keyboard('{Enter}');
    expect(await screen.findByText('Not saved. Nothing was changed; try it again.')).toBeTruthy();
  });

  test('a single row needs no selecting', async () => {
    await start({ ...fullFindings, rows: [lateRow] });
    expect(screen.queryByRole('button', { name: 'Select' })).toBeNull();
  });
});

describe('the filter', () => {
  const select = (name: string) => screen.getByRole<HTMLSelectElement>('combobox', { name });
  const optionsOf = (name: string): readonly (string | null)[] =>
    within(select(name))
      .getAllByRole('option')
      .map(({ textContent }) => textContent);

  test('[Q5] it opens on what concerns me; all are one press away', async () => {
    const { user, intents } = await start(fullFindings);
    const mine = screen.getByRole('button', { name: 'Concerns me (5)' });
    expect(mine.getAttribute('aria-pressed')).toBe('true');
    await user.click(screen.getByRole('button', { name: 'All (12)' }));
    expect(intents.onFindingsFilter).toHaveBeenCalledExactlyOnceWith({ mine: false });
  });

  test('of few it is behind a button; its choices are those of the rows', async () => {
    const { user, intents, container } = await start(fullFindings);
    expect(screen.queryByRole('combobox', { name: 'Check' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Filter' }));
    expect(optionsOf('Check')).toEqual([
      'All checks',
      'Blocker lands too late',
      'Much waits on one person',
      'Nobody owns it',
      'Waiting in a circle',
    ]);
    expect(optionsOf('Person')).toEqual(['Everybody', 'Dana Kim', 'Mia Sørensen', 'Noor Haddad', 'Ravi Patel']);
    expect(optionsOf('Project')).toContain('acme/api');
    expect(optionsOf('Tool')).toEqual(['All tools', 'Asana', 'GitHub', 'Jira']);
    await expectAccessible(container);
    await user.selectOptions(select('Check'), 'Nobody owns it');
    expect(intents.onFindingsFilter).toHaveBeenLastCalledWith({ mine: true, signal: 'unowned' });
    await user.selectOptions(select('Person'), 'Ravi Patel');
    expect(intents.onFindingsFilter).toHaveBeenLastCalledWith({ mine: true, person: 'github:github.com:ravi-p' });
    await user.selectOptions(select('Project'), 'acme/api');
    expect(intents.onFindingsFilter).toHaveBeenLastCalledWith({ mine: true, place: 'github:github.com:acme/api' });
    await user.selectOptions(select('Tool'), 'Jira');
    expect(intents.onFindingsFilter).toHaveBeenLastCalledWith({ mine: true, tool: 'jira' });
  });

  test('one choice can be changed for another, and all choices taken back', async () => {
    const { user, intents, show } = await start(fullFindings);
    await user.click(screen.getByRole('button', { name: 'Filter' }));
    show({
      ...fullFindings,
      filter: { mine: true, signal: 'unowned', tool: 'github' },
      rows: [unownedRow],
      total: 1,
    });
    expect(title()).toBe('1 of 5 fits the filter');
    expect(select('Check').value).toBe('unowned');
    await user.selectOptions(select('Check'), 'Blocker lands too late');
    expect(intents.onFindingsFilter).toHaveBeenLastCalledWith({ mine: true, signal: 'late-blocker', tool: 'github' });
    await user.selectOptions(select('Tool'), 'All tools');
    expect(intents.onFindingsFilter).toHaveBeenLastCalledWith({ mine: true, signal: 'unowned' });
    await user.click(screen.getByRole('button', { name: 'Show all (5)' }));
    expect(intents.onFindingsFilter).toHaveBeenLastCalledWith({ mine: true });
  });

  test('of many it stands open; one name on two tools is told apart', async () => {
    const other = { ...states.onAsana('Dana Kim') };
    await start({
      ...found.hugeFindings,
      rows: [lateRow, { ...circleRow, finding: { ...circleRow.finding, concerns: [other] } }],
    });
    expect(optionsOf('Person')).toEqual(expect.arrayContaining(['Dana Kim (Jira)', 'Dana Kim (Asana)', 'Ravi Patel']));
  });
});

describe('[K3] empty says how much was looked at, and what could not be', () => {
  test('nothing found', async () => {
    const { container } = await start(noFindings);
    expect(title()).toBe('Nothing needs a look in the 214 items that were checked');
    expect(screen.queryByRole('button', { name: /^Show all/u })).toBeNull();
    await expectAccessible(container);
  });

  test('nothing but what is set aside: not "nothing"', async () => {
    await start(found.awayFindings);
    expect(title()).toBe('Nothing else needs a look in the 214 items that were checked');
    expect(screen.getByText('Set aside and dismissed (3)')).toBeTruthy();
  });

  test('nothing of mine, and something of others', async () => {
    const { user, intents } = await start(found.othersFindings);
    expect(title()).toBe('Nothing that concerns you needs a look in the 214 items that were checked');
    await user.click(screen.getByRole('button', { name: 'Show all (12)' }));
    expect(intents.onFindingsFilter).toHaveBeenCalledExactlyOnceWith({ mine: false });
  });

  test('everything hidden by the filter', async () => {
    const { user, intents } = await start(found.hiddenFindings);
    expect(title()).toBe('Nothing fits this filter');
    expect(within(screen.getByRole('combobox', { name: 'Project' })).getByText('acme/docs')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Show all (12)' }));
    expect(intents.onFindingsFilter).toHaveBeenCalledExactlyOnceWith({ mine: false });
  });

  test('nothing read yet: where to begin', async () => {
    const { container } = await start(found.nothingJudged);
    expect(title()).toBe('Nothing read yet');
    expect(screen.getByRole('link', { name: /My open work on Jira/u })).toBeTruthy();
    expect(container.textContent).not.toContain('Nothing needs a look');
  });

  test('where nobody said who I am: asked, and not "nothing concerns you"', async () => {
    const { user, intents, container } = await start(found.othersFindings, { more: { known: states.nobodyKnown } });
    expect(title()).toBe('Who are you?');
    expect(container.textContent).not.toContain('Nothing');
    await user.click(screen.getByRole('button', { name: 'Noor Haddad' }));
    expect(intents.onMe).toHaveBeenCalledWith(states.onAsana('Noor Haddad'));
  });

  test('a field that was never seen is said, for how many, with some pages that would give it', async () => {
    const { user } = await start(fullFindings);
    const gaps = group('What could not be checked');
    expect(gaps.textContent).toContain('Open the page of an item, and what is missing is read.');
    await user.click(
      within(gaps).getByText('The due date of 12 items was never seen: late dates are not checked for them'),
    );
    const list = within(gaps).getByRole('list', { name: /^The due date/u });
    expect(within(list).getAllByRole('listitem')).toHaveLength(3);
    expect(within(list).getByRole<HTMLAnchorElement>('link', { name: /PAY-231/u }).href).toContain('/browse/PAY-231');
    expect(gaps.textContent).toContain('Whom 1 item is assigned to was never seen');
  });

  test('more than are shown are said', async () => {
    await start({ ...found.hugeFindings, rows: found.hugeFindings.rows.slice(0, 40) });
    expect(title()).toBe('2,340 need a look');
    expect(screen.getByText('The 40 most pressing of 2,340')).toBeTruthy();
  });
});

test('in German', async () => {
  const { container } = await start(fullFindings, { source: displaySource(readMessages('de'), 'de') });
  expect(title()).toBe('5 sind zu klären und betreffen dich');
  expect(container.textContent).toContain('Der Termin ist 4. Dez., aber PAY-231 braucht es bis 26. Nov.');
  await expectAccessible(container);
});

describe('the keyboard', () => {
  test('each group is one tab stop; j walks from group to group', async () => {
    const { user } = await start(fullFindings);
    await user.keyboard('jjj');
    expect(row(/acme\/api#45/u, 'Find an owner').contains(document.activeElement)).toBe(true);
    const stops = within(group('Find an owner'))
      .getAllByRole('link')
      .filter(({ tabIndex }) => tabIndex === 0);
    expect(stops[0]?.textContent).toContain('acme/api#45');
    expect(stops.every((stop) => row(/acme\/api#45/u, 'Find an owner').contains(stop))).toBe(true);
  });

  test('every letter that a button answers to is in the list of keys', async () => {
    const { user } = await start(fullFindings);
    await user.click(screen.getByText('Set aside and dismissed (3)'));
    const letters = (): readonly string[] =>
      [...document.querySelectorAll('[data-letter]')].map((button) => button.getAttribute('data-letter') ?? '');
    const before = letters();
    await user.click(screen.getByRole('button', { name: 'Select' }));
    const all = new Set([...before, ...letters()]);
    await user.keyboard('?');
    const listed = [...document.querySelectorAll('dialog kbd')].map((key) => key.textContent);
    expect([...all].sort()).toEqual(expect.arrayContaining(['c', 'd', 'e', 'n', 'r', 's', 't', 'x']));
    expect([...all].filter((letter) => !listed.includes(letter))).toEqual([]);
    expect(listed).toContain('3');
  });
});

describe('as many as can be shown', () => {
  afterEach(() => vi.restoreAllMocks());

  test('five hundred rows in three lists are a few elements', async () => {
    vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(100);
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
    await start(found.hugeFindings);
    const rows = document.querySelectorAll('[data-row]');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.length).toBeLessThan(100);
    expect(screen.getAllByRole('listitem').some((item) => item.getAttribute('aria-setsize') === '167')).toBe(true);
  });
});
