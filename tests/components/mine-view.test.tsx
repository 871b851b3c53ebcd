// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Make } from '../../components/changes.ts';
import { ScrollArea } from '../../components/long-list.tsx';
import { Waiting } from '../../components/mine-view.tsx';
import type { Known } from '../../components/owner-field.tsx';
import type { AsideIntents } from '../../components/set-aside.tsx';
import { asideOf } from '../../lib/core/set-aside.ts';
import type { MineView } from '../../lib/core/view.ts';
import { displaySource } from '../gallery/source.ts';
import * as states from '../gallery/states.ts';
import { draw, expectAccessible } from './draw.tsx';
import { readMessages } from './messages.ts';

const { ago, awaited, brief, github, fullMine, emptyMine, noor, dana } = states;

const start = (mine: MineView | undefined, known: Known = states.known) => {
  const make = vi.fn<Make>();
  const onMe = vi.fn();
  const aside = {
    onSetAside: vi.fn<AsideIntents['onSetAside']>(async () => true),
    onBringBack: vi.fn<AsideIntents['onBringBack']>(async () => true),
  };
  const { container } = draw(
    <Waiting mine={mine} known={known} make={make} aside={aside} onMe={onMe} startLinks={states.startLinks} />,
  );
  return { make, onMe, ...aside, container, user: userEvent.setup() };
};

const title = (): string | null => screen.getByRole('heading', { level: 1 }).textContent;
const rowOf = (name: RegExp): HTMLElement => {
  const row = screen.getAllByRole('link', { name })[0]?.closest<HTMLElement>('[data-row]');
  if (row == null) throw new Error(`no row of ${name.source}`);
  return row;
};

describe('the first line says it in a sentence', () => {
  const waits = (...rows: readonly [people: readonly string[], days: number][]): MineView => ({
    ...emptyMine,
    awaited: rows.map(([people, days], index) =>
      awaited(brief(github(`a/b#${index}`)), {
        people: people.map((name) => ({ name })),
        since: { at: ago(days), atLeast: false },
      }),
    ),
  });

  test.each([
    [waits([['Dana'], 2]), 'Dana waits on you since Tuesday'],
    [waits([['Dana'], 2], [['Ravi', 'Mia'], 0]), '3 people wait on you, 1 since Tuesday'],
    [waits([['Dana', 'Ravi'], 2]), '2 people wait on you since Tuesday'],
    [waits([['Dana'], 2], [['DANA '], 1]), 'Dana waits on you since Tuesday'],
    [waits([[], 30]), '1 item of yours is waited for since 20 Oct'],
    [waits([[], 30], [['Dana'], 2]), 'Dana waits on you since Tuesday'],
  ])('%#', (mine, sentence) => {
    start(mine);
    expect(title()?.replace('DANA', 'Dana')).toBe(sentence);
  });
});

describe('[M2] each row says who waits, on what, since when, by when, and the next step', () => {
  test('a late one', async () => {
    const { container } = start(fullMine);
    const row = rowOf(/acme\/api#45/u);
    expect(row.textContent).toContain('Dana Kim, Mia Sørensen and יוסף כהן wait since Tuesday');
    expect(row.textContent).toContain('was needed by 16 Nov, 3 days late');
    expect(row.textContent).toContain('PAY-231Pay by card in the mobile app');
    expect(row.textContent).toContain('and 1 more waits');
    expect(row.textContent).toContain('urgent');
    expect(within(row).getByRole<HTMLAnchorElement>('link', { name: 'Open it' }).href).toBe(
      'https://github.com/acme/api/issues/45',
    );
    await expectAccessible(container);
  });

  test('[M1] a review asked of me is a wait of its author', () => {
    start(fullMine);
    const row = rowOf(/acme\/web#812/u);
    expect(row.textContent).toContain('Ravi Patel waits for your review at least since yesterday, by tomorrow');
    expect(within(row).getByRole('link', { name: 'Review it' })).toBeTruthy();
  });

  test('[M1] a waiter that nobody owns is said as such', () => {
    start(fullMine);
    expect(rowOf(/OPS-12/u).textContent).toContain('Waits at least since 20 Oct; nobody owns what waits');
  });

  test('[M2] what I cannot act on stands apart, with the one who can', () => {
    start(fullMine);
    const stuck = screen.getByRole('region', { name: 'Blocked on you, but blocked themselves' });
    expect(stuck.textContent).toContain('blocked byGacme/vault#7');
    const ask = within(stuck).getByRole<HTMLAnchorElement>('link', { name: 'Ask Ravi Patel' });
    expect(ask.href).toBe('https://github.com/acme/vault/issues/7');
  });

  test('[M1] asked of my team: apart, and taken in one press', async () => {
    const { make, user } = start(fullMine);
    const team = screen.getByRole('region', { name: 'Asked of your team' });
    await user.click(within(team).getByRole('button', { name: 'I’ll take it' }));
    expect(make.mock.lastCall?.[0]).toMatchObject({ type: 'name-role', who: noor, accepted: true });
  });

  test('[M4] what I wait on; a blocker that nobody owns is said', () => {
    start(fullMine);
    const waiting = screen.getByRole('region', { name: 'You wait on' });
    expect(waiting.textContent).toContain('You wait at least since Monday, by Tuesday');
    expect(waiting.textContent).toContain('Nobody owns this');
    expect(within(waiting).getByRole('link', { name: 'Find an owner' })).toBeTruthy();
  });

  test('[M3] the order is kept as it comes', () => {
    start(fullMine);
    const list = screen.getByRole('list', { name: 'Blocked on you' });
    expect(
      within(list)
        .getAllByRole('link')
        .map((link) => link.textContent?.split(' ')[0]),
    ).toEqual(['acme/api#45', 'Open', 'acme/web#812', 'Review', 'OPS-12', 'Open']);
  });

  test('[Q2] what rests on old knowledge is to be checked, and stands last', () => {
    start({
      ...fullMine,
      check: [awaited(brief(github('a/b#9'), { title: 'Old', lastSeen: ago(9) }), { people: [dana] })],
    });
    expect(screen.getByRole('region', { name: 'Check these: read more than 7 days ago' }).textContent).toContain(
      'read 9 days ago',
    );
  });

  test('[Q2] it is said to be as old as the setting says', () => {
    const check = [awaited(brief(github('a/b#9'), { title: 'Old', lastSeen: ago(2) }))];
    start({ ...emptyMine, check, fresh: 1 });
    expect(screen.getByRole('region', { name: 'Check these: read more than a day ago' })).toBeTruthy();
  });
});

describe('what a row’s place rests on', () => {
  const only = (row: Parameters<typeof awaited>[1]): MineView => ({
    ...emptyMine,
    awaited: [awaited(brief(github('a/b#1'), { title: 'One' }), { people: [dana], ...row })],
  });

  test.each([
    [{ by: '2026-11-16', late: true }, 'was needed by 16 Nov, 3 days late', 'its date has passed'],
    [{ by: '2026-11-24' }, 'by Tuesday', 'because of its date'],
    [{ rank: 'low' }, 'low priority', 'the priority of what waits'],
    [{ people: [dana, states.yosef] }, 'Dana Kim and יוסף כהן', 'because 2 people wait'],
    [{}, 'since Tuesday', 'by its age'],
  ] as const)(
    '[M3] it is set off where the row says it already, with the sentence as its tip: %#',
    (more, part, why) => {
      start(only(more));
      const row = rowOf(/a\/b#1/u);
      const tipped = [...row.querySelectorAll<HTMLElement>('[title]')].filter(({ title: tip }) => tip.includes(why));
      expect(tipped.map(({ textContent }) => textContent)).toEqual([part]);
      expect(row.querySelectorAll('p')).toHaveLength(2);
    },
  );

  test('[M3] it is heard as a sentence', () => {
    start(only({ by: '2026-11-24' }));
    const spoken = within(rowOf(/a\/b#1/u)).getByText(/It stands here because of its date\./u);
    expect(spoken.className).toBe('sr-only');
  });

  test('[M3] near miss: a priority that does not decide is said only where it is high', () => {
    start(only({ by: '2026-11-24', rank: 'low' }));
    expect(rowOf(/a\/b#1/u).textContent).not.toContain('low priority');
  });

  test('[M4] that nobody owns what I wait on', () => {
    const { by: _, ...undated } = states.waitingRow;
    start({
      ...emptyMine,
      waiting: [{ ...undated, on: { ...states.vault, owner: states.unowned }, reason: { type: 'nobody' } }],
    });
    expect(screen.getByTitle('Nobody will finish it before somebody owns it').textContent).toBe('Nobody owns this');
  });
});

describe('[M5] next in order', () => {
  const rows = () =>
    within(screen.getByRole('list', { name: 'Next in order' }))
      .getAllByRole('listitem')
      .map((row) => row.textContent);

  test('each says what its place rests on, and says it once', async () => {
    const { container } = start(fullMine);
    const [first, second, third, fourth, fifth, last] = rows();
    expect(first).toContain('2 items can begin when it is done');
    expect(first).toContain('3 people wait');
    expect(first).toContain('was needed by 16 Nov, 3 days late');
    expect(second).toContain('1 item waits down the chain');
    expect(second).toContain('needed by 27 Nov');
    expect(third).toContain('due Monday');
    expect(third).not.toContain('needed by');
    expect(fourth).toContain('needed by 11 Dec');
    expect(fifth).toContain('normal priority');
    expect(last).toContain('nothing waits for it');
    await expectAccessible(container);
  });

  test('it stands between what I wait on and what is to be checked, and only where there is something', () => {
    const check = [awaited(brief(github('a/b#9'), { title: 'Old', lastSeen: ago(9) }), { people: [dana] })];
    start({ ...fullMine, check });
    const headings = screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent);
    expect(headings.slice(2, 5)).toEqual(['You wait on', 'Next in order', 'Check these: read more than 7 days ago']);
    cleanup();
    start({ ...fullMine, next: [] });
    expect(screen.queryByRole('region', { name: 'Next in order' })).toBeNull();
  });
});

describe('[K3] empty has three different words', () => {
  test('nothing read yet: one link for each tool, to the page that lists my own work', async () => {
    const { container } = start(states.nothingRead);
    expect(title()).toBe('Nothing read yet');
    expect(screen.getAllByRole('link').map((link) => link.textContent)).toEqual([
      'AMy open work on Asanaapp.asana.com',
      'GMy open work on GitHubgithub.com',
      'JMy open work on Jiraacme.atlassian.net',
    ]);
    expect(container.textContent).not.toContain('Nothing waits');
    await expectAccessible(container);
  });

  test('not known: it asks, and one press answers', async () => {
    const { onMe, user, container } = start(states.notKnown, states.nobodyKnown);
    expect(title()).toBe('Who are you?');
    expect(container.textContent).not.toContain('Nothing waits');
    await user.click(screen.getByRole('button', { name: 'Noor Haddad' }));
    expect(onMe).toHaveBeenCalledWith(states.onAsana('Noor Haddad'));
  });

  test('nothing waits: in how much, since when, tool by tool', () => {
    const { container } = start(emptyMine);
    expect(title()).toBe('Nothing waits on you in the 214 items read since Monday');
    expect(container.textContent).toContain('Read: Asana none, GitHub 54, Jira 160');
    expect(container.textContent).not.toContain('Who you are on');
  });

  const row = awaited(brief(github('a/b#1'), { title: 'One' }), { people: [dana] });
  const away = { row, aside: asideOf(row, ago(1)) };
  test.each<[Partial<MineView>, string]>([
    [{ aside: [away] }, '1 set aside'],
    [{ check: [row] }, '1 to check'],
    [{ stuck: [row] }, '1 blocked itself'],
    [{ stuck: [row, { ...row, why: 'review' }] }, '2 blocked themselves'],
    [{ team: [row] }, '1 asked of your team'],
    [{ aside: [away], check: [row], stuck: [row] }, '1 set aside, 1 to check, 1 blocked itself'],
  ])('[Q2] [Q4] where something waits that does not count, not "nothing": %#', (more, rest) => {
    const { container } = start({ ...emptyMine, ...more });
    expect(title()).toBe(`Nothing else waits on you in the 214 items read since Monday: ${rest}`);
    expect(container.textContent).toContain('Read: Asana none, GitHub 54, Jira 160');
  });

  test('near miss: what I wait on, set aside or not, does not wait on me', () => {
    const { waitingRow } = states;
    start({
      ...emptyMine,
      waiting: [waitingRow],
      aside: [{ row: { ...waitingRow, on: states.launch }, aside: asideOf(waitingRow, ago(1)) }],
    });
    expect(title()).toBe('Nothing waits on you in the 214 items read since Monday');
  });

  test('nothing set aside, nothing old: before anything is read, or known, neither is said', () => {
    start({ ...states.notKnown, aside: [away] }, states.nobodyKnown);
    expect(title()).toBe('Who are you?');
    cleanup();
    start({ ...states.nothingRead, aside: [away] });
    expect(title()).toBe('Nothing read yet');
  });

  test('where I am known on one site and not on another, it is said what is not counted', () => {
    const { container } = start({ ...emptyMine, ask: [states.askAsana] });
    expect(container.textContent).toContain('Who you are on Asana is not known yet');
  });

  test('in German', () => {
    draw(
      <Waiting
        mine={states.onlyAside}
        known={states.known}
        make={vi.fn()}
        aside={{ onSetAside: async () => true, onBringBack: async () => true }}
        onMe={vi.fn()}
        startLinks={[]}
      />,
      displaySource(readMessages('de'), 'de'),
    );
    expect(title()).toBe(
      'Sonst wartet nichts auf dich in den 214 Einträgen, die seit Montag gelesen wurden: 2 zurückgestellt, 1 zu prüfen',
    );
  });

  test('near miss: not yet read from the store is none of the three', () => {
    const { container } = start(undefined);
    expect(screen.getByRole('status', { name: 'Reading what is stored' })).toBeTruthy();
    expect(container.textContent).toBe('');
  });
});

test('two people of one name are told apart by their account', () => {
  const namesakes = [states.onGithub('nh1', 'Noor Haddad'), states.onGithub('nh2', 'Noor Haddad')];
  start({ ...states.notKnown, ask: [{ tool: 'github', site: 'github.com', people: namesakes }] });
  expect(screen.getByRole('button', { name: 'Noor Haddad (nh1)' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Noor Haddad (nh2)' })).toBeTruthy();
});

describe('a list as long as it can get', () => {
  afterEach(() => vi.restoreAllMocks());

  test('ten thousand rows are a few elements, and say how many they are', () => {
    // No layout here: the part that scrolls is said to be as high as a panel, and each row as high as a row.
    vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(100);
    const scroll = { current: Object.defineProperty(document.createElement('div'), 'clientHeight', { value: 600 }) };
    draw(
      <ScrollArea within={scroll}>
        <Waiting
          mine={states.hugeMine}
          known={states.known}
          make={vi.fn()}
          aside={{ onSetAside: vi.fn(), onBringBack: vi.fn() }}
          onMe={vi.fn()}
          startLinks={[]}
        />
      </ScrollArea>,
    );
    const rows = document.querySelectorAll('[data-row]');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.length).toBeLessThan(40);
    expect(document.querySelectorAll('*').length).toBeLessThan(2_500);
    expect(screen.getAllByRole('listitem')[0]?.getAttribute('aria-setsize')).toBe('10000');
  });
});
