// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { type OptionsIntents, type OptionsModel, optionsSections } from '../../components/options-model.ts';
import { OptionsView } from '../../components/options-view.tsx';
import { signalIds } from '../../lib/core/finding.ts';
import { noPolicy } from '../../lib/core/policy.ts';
import { maxThresholds } from '../../lib/core/settings.ts';
import * as days from '../gallery/first-days.ts';
import { displaySource } from '../gallery/source.ts';
import * as states from '../gallery/states.ts';
import { draw, english, expectAccessible } from './draw.tsx';
import { readMessages } from './messages.ts';

const { options, emptyOptions, decidedOptions, githubSite, jiraSite, ownSite } = days;

const start = (model: OptionsModel | undefined, more: Partial<OptionsIntents> = {}, source = english) => {
  const intents = {
    onMe: vi.fn<OptionsIntents['onMe']>(),
    onForget: vi.fn<OptionsIntents['onForget']>(),
    onAllow: vi.fn<OptionsIntents['onAllow']>(),
    onSite: vi.fn<OptionsIntents['onSite']>(),
    onAddSite: vi.fn<OptionsIntents['onAddSite']>(async (tool) => ({
      ok: true,
      value: { tool, site: 'git.corp.example' },
    })),
    onRemoveSite: vi.fn<OptionsIntents['onRemoveSite']>(),
    onPlace: vi.fn<OptionsIntents['onPlace']>(),
    onWeek: vi.fn<OptionsIntents['onWeek']>(),
    onAges: vi.fn<OptionsIntents['onAges']>(),
    onSignal: vi.fn<OptionsIntents['onSignal']>(),
    onThresholds: vi.fn<OptionsIntents['onThresholds']>(),
    onNotify: vi.fn<OptionsIntents['onNotify']>(),
    onSwitch: vi.fn<OptionsIntents['onSwitch']>(),
    onCountDeletion: vi.fn<OptionsIntents['onCountDeletion']>(async () => ({ items: 214, statements: 3 })),
    onDelete: vi.fn<OptionsIntents['onDelete']>(async () => ({ ok: true, value: { items: 213, statements: 1 } })),
    onExport: vi.fn<OptionsIntents['onExport']>(),
    onReadBackup: vi.fn<OptionsIntents['onReadBackup']>(async () => ({ ok: true, value: states.backup })),
    onReadColleague: vi.fn<OptionsIntents['onReadColleague']>(async () => ({ ok: true, value: states.colleague })),
  };
  const drawn = draw(<OptionsView model={model} intents={{ ...intents, ...more }} />, source);
  return { intents, ...drawn, user: userEvent.setup() };
};

/** A section by its heading. */
const part = (name: string) => within(screen.getByRole('region', { name }));

describe('the page', () => {
  test.each([
    ['filled', options],
    ['on the first day', emptyOptions],
    ['where the organisation decided', decidedOptions],
    ['of 300 places', { ...options, places: days.manyPlaces }],
    ['before it is read', undefined],
  ] as const)(
    '%s: every section has a heading and a link that leads to it, and axe finds nothing',
    async (_, model) => {
      const { container } = start(model);
      expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1);
      const links = within(screen.getByRole('navigation')).getAllByRole('link');
      expect(links.map((link) => link.getAttribute('href'))).toEqual(optionsSections.map((section) => `#${section}`));
      for (const link of links) {
        const region = screen.getByRole('region', { name: link.textContent ?? '' });
        expect(`#${region.id}`).toBe(link.getAttribute('href'));
      }
      await expectAccessible(container);
    },
  );

  test('an address that names a section leads to it once the section is filled', () => {
    const into = vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(() => {});
    location.hash = '#delete';
    const { rerender } = start(undefined);
    expect(into).not.toHaveBeenCalled();
    rerender(<OptionsView model={options} intents={days.optionsIntents} />);
    expect(into.mock.contexts.map((section) => (section as Element).id)).toEqual(['delete']);
    into.mockRestore();
    location.hash = '';
  });

  test('[P2] hostile names are text, and break nothing', () => {
    const { container } = start(days.hostileOptions);
    expect(container.querySelector('img, script, iframe, b')).toBeNull();
    expect(container.textContent).toContain('<img src=x onerror=alert(1)>');
    expect(container.textContent).not.toMatch(/[\u202E\u2066]/u);
  });

  test('[P5] what can only be read is said, with an export, and nothing that writes can be pressed', async () => {
    const { user, intents } = start({ ...options, readOnly: 'broken' });
    const status = screen.getByText('What is stored can only be read at the moment').closest('[role="status"]');
    await user.click(within(status as HTMLElement).getByRole('button', { name: 'Export to a file' }));
    expect(intents.onExport).toHaveBeenCalledOnce();
    const writes = /^(?:Remove|Switch|Add|Restore|See what)/u;
    const buttons = screen.getAllByRole<HTMLButtonElement>('button', { name: writes });
    expect(buttons.length).toBeGreaterThan(10);
    expect(buttons.filter(({ disabled }) => !disabled)).toEqual([]);
    const fields = [
      ...screen.getAllByRole<HTMLInputElement>('checkbox'),
      ...screen.getAllByRole<HTMLInputElement>('radio'),
      ...part('Places').getAllByRole<HTMLSelectElement>('combobox'),
      ...part('Checks').getAllByRole<HTMLSelectElement>('combobox'),
      ...part('Checks').getAllByRole<HTMLInputElement>('textbox'),
      ...part('What is kept how long').getAllByRole<HTMLInputElement>('textbox'),
    ];
    expect(fields.length).toBeGreaterThan(20);
    // A fieldset switches off what is in it without a word on the fields themselves.
    expect(fields.filter((field) => !field.matches(':disabled, fieldset:disabled *'))).toEqual([]);
  });

  test('[P6] where exports are forbidden, a store that can only be read offers none', () => {
    start({ ...options, readOnly: 'too-new', policy: { ...noPolicy, exports: false, decided: ['exports'] } });
    for (const button of screen.getAllByRole<HTMLButtonElement>('button', { name: 'Export to a file' }))
      expect(button.disabled).toBe(true);
    expect(screen.getAllByText('Your organisation does not allow exports.')).toHaveLength(2);
  });
});

describe('me and my teams', () => {
  test('each account can be taken back, and one is asked about where I am not known', async () => {
    const { user, intents } = start(options);
    const me = part('Me and my teams');
    await user.click(me.getByRole('button', { name: 'Remove: acme/payments' }));
    expect(intents.onForget).toHaveBeenCalledWith(options.me[2]);
    await user.click(me.getByRole('button', { name: 'Noor Haddad' }));
    expect(intents.onMe).toHaveBeenCalledWith(states.onJira('Noor Haddad', 'noor.h'));
  });

  test('a team is chosen among those seen on its site, without those that are mine, or typed', async () => {
    const { user, intents } = start(options);
    const me = part('Me and my teams');
    await user.click(me.getByRole('button', { name: 'Add a team…' }));
    await user.selectOptions(me.getByRole('combobox', { name: 'Site' }), 'github.com');
    const field = me.getByRole('combobox', { name: 'A team of yours on github.com' });
    await user.click(field);
    expect(me.getAllByRole('option', { name: /^acme\//u }).map(({ textContent }) => textContent)).toEqual([
      'acme/platform',
    ]);
    await user.keyboard('{ArrowDown}{Enter}');
    expect(intents.onMe).toHaveBeenLastCalledWith({ ...states.onGithub('acme/platform'), kind: 'team' });
    await user.type(field, 'acme/new{Enter}');
    expect(intents.onMe).toHaveBeenLastCalledWith({
      tool: 'github',
      site: 'github.com',
      name: 'acme/new',
      kind: 'team',
    });
  });

  test('another account is told by typing, on a site that is not blocked', async () => {
    const { user, intents } = start(decidedOptions);
    const me = part('Me and my teams');
    await user.click(me.getByRole('button', { name: 'Add an account…' }));
    const sites = me.getByRole('combobox', { name: 'Site' });
    expect(
      within(sites)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual(['github.com', 'acme.atlassian.net']);
    await user.selectOptions(sites, 'acme.atlassian.net');
    await user.type(me.getByRole('combobox', { name: 'Your name on acme.atlassian.net' }), 'N. Haddad{Enter}');
    expect(intents.onMe).toHaveBeenCalledWith(states.onJira('N. Haddad'));
  });
});

describe('sites', () => {
  test('each has the one step that it lacks', async () => {
    const { user, intents } = start(options);
    await user.click(screen.getByRole('button', { name: 'Switch off: github.com' }));
    expect(intents.onSite).toHaveBeenLastCalledWith(githubSite, false);
    await user.click(screen.getByRole('button', { name: /^Switch on: a-very-long/u }));
    expect(intents.onSite).toHaveBeenLastCalledWith(days.longSite, true);
    await user.click(screen.getByRole('button', { name: 'Allow: tickets.corp.example/jira' }));
    expect(intents.onAllow).toHaveBeenCalledWith(ownSite);
  });

  test('all of a site is said to be my work, and not any more', async () => {
    const { user, intents } = start(options);
    const boxes = part('Sites').getAllByRole('checkbox', { name: 'Everything here is my work' });
    expect(boxes.map((box) => box.getAttribute('aria-describedby')).every((id) => id !== null)).toBe(true);
    await user.click(boxes[1] as HTMLElement);
    expect(intents.onPlace).toHaveBeenLastCalledWith({ tool: 'github', site: 'github.com', name: '*' }, 'yes');
    await user.click(boxes[2] as HTMLElement);
    expect(intents.onPlace).toHaveBeenLastCalledWith({ tool: 'jira', site: 'acme.atlassian.net', name: '*' }, null);
  });

  test('[P6] one that is blocked says by whom, and has nothing to press', () => {
    start(decidedOptions);
    const row = part('Sites').getByText('Asana').closest('li') as HTMLElement;
    expect(row.textContent).toContain('Blocked by your organisation');
    expect(within(row).queryByRole('button')).toBeNull();
    expect(within(row).queryByRole('checkbox')).toBeNull();
    expect(screen.getByText(/^Your organisation allows only some sites/u)).toBeTruthy();
  });

  test('only one of my own can be removed, and only after a question', async () => {
    const { user, intents } = start(options);
    expect(screen.queryByRole('button', { name: 'Remove: github.com' })).toBeNull();
    const remove = screen.getByRole('button', { name: 'Remove: tickets.corp.example/jira' });
    await user.click(remove);
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(intents.onRemoveSite).not.toHaveBeenCalled();
    await user.click(remove);
    const dialog = screen.getByRole('dialog', { name: 'Remove tickets.corp.example/jira?' });
    await expectAccessible(dialog);
    await user.click(within(dialog).getByRole('button', { name: 'Remove' }));
    expect(intents.onRemoveSite).toHaveBeenCalledWith(ownSite);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('one is added by any address of it, in the press itself; a tool that is one site everywhere has none', async () => {
    const { user, intents } = start(options);
    const sites = part('Sites');
    const tools = within(sites.getByRole('combobox', { name: 'Tool' })).getAllByRole('option');
    expect(tools.map(({ textContent }) => textContent)).toEqual(['GitHub', 'Jira']);
    expect(sites.getByRole<HTMLButtonElement>('button', { name: 'Add' }).disabled).toBe(true);
    await user.selectOptions(sites.getByRole('combobox', { name: 'Tool' }), 'Jira');
    const field = sites.getByRole<HTMLInputElement>('textbox', { name: 'Address' });
    await user.type(field, 'https://git.corp.example/x/1{Enter}');
    expect(intents.onAddSite).toHaveBeenCalledWith('jira', 'https://git.corp.example/x/1');
    expect(await sites.findByText('git.corp.example is added.')).toBeTruthy();
    expect(field.value).toBe('');
  });

  test.each([
    ['no-address', 'This is no web address.'],
    ['known', 'This site is in the list already.'],
    ['not-granted', 'The browser did not allow it. Nothing was added'],
    ['blocked', 'Your organisation blocks this site. Nothing was added.'],
    ['not-stored', 'Not saved. Nothing was changed'],
  ] as const)('why one was not added (%s) is said, and what was typed stays', async (why, words) => {
    const { user } = start(options, { onAddSite: async () => ({ ok: false, failure: { type: 'SiteRefused', why } }) });
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Address' });
    await user.type(field, 'corp.example{Enter}');
    expect((await screen.findByText(words, { exact: false })).getAttribute('role')).toBe('status');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(field.value).toBe('corp.example');
    await user.type(field, '/');
    expect(screen.queryByText(words, { exact: false })).toBeNull();
  });
});

describe('places', () => {
  const names = (): readonly string[] =>
    part('Places')
      .getAllByRole('combobox')
      .map((field) => field.getAttribute('aria-label') ?? '');

  test('[K7] say why they are mine or not, and the answer can be changed or taken back', async () => {
    const { user, intents } = start(options);
    const text = screen.getByRole('region', { name: 'Places' }).textContent ?? '';
    for (const why of [
      'Your work: something there is assigned to you',
      'Your work: you are asked for something there',
      'Your work: you said so, Tuesday',
      'Not your work: never asked again',
      'Not now, 7 Nov: asked again a month later',
      'Not answered yet: kept until you do',
      'Your work: everything on this site is',
    ])
      expect(text).toContain(why);
    const api = { tool: 'github', site: 'github.com', name: 'acme/api' };
    await user.selectOptions(screen.getByRole('combobox', { name: 'Is it your work? acme/api' }), 'Never');
    expect(intents.onPlace).toHaveBeenLastCalledWith(api, 'no');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Is it your work? acme/web' }), 'As seen there');
    expect(intents.onPlace).toHaveBeenLastCalledWith({ ...api, name: 'acme/web' }, null);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Is it your work? PAY' }), 'Not now');
    expect(intents.onPlace).toHaveBeenLastCalledWith({ tool: 'jira', site: jiraSite.site, name: 'PAY' }, 'later');
  });

  test('[P6] one that the organisation keeps out cannot be changed', () => {
    start(options);
    const row = part('Places').getByText('acme/secret').closest('li') as HTMLElement;
    expect(row.textContent).toContain('Blocked by your organisation');
    expect(within(row).queryByRole('combobox')).toBeNull();
  });

  test('what waits for an answer comes first', () => {
    start(options);
    expect(names().filter((name) => name.includes('acme'))[0]).toContain('acme/new-billing');
    expect(names().indexOf('Is it your work? HR')).toBeLessThan(names().indexOf('Is it your work? OPS'));
  });

  test('300 of them are drawn in parts, and found by a part of the name or of the site', async () => {
    const { user } = start({ ...options, places: days.manyPlaces });
    const places = part('Places');
    expect(places.getByRole('status').textContent).toBe('300 places');
    expect(names()).toHaveLength(50);
    await user.click(places.getByRole('button', { name: 'Show more (175 left)' }));
    expect(names()).toHaveLength(150);
    const field = places.getByRole('searchbox', { name: 'Search places' });
    await user.type(field, 'SERVICE-29');
    expect(places.getByRole('status').textContent).toBe('8 of 300 places');
    expect(names()).toHaveLength(8);
    expect(names().every((name) => name.includes('service-29'))).toBe(true);
    await user.clear(field);
    await user.type(field, 'atlassian');
    expect(places.getByRole('status').textContent).toBe('100 of 300 places');
    await user.clear(field);
    await user.type(field, 'nowhere');
    expect(places.getByRole('status').textContent).toBe('0 of 300 places');
  });
});

describe('the working week', () => {
  test('days are named in the language of the screen', () => {
    start(options, {}, displaySource(readMessages('de'), 'de-DE'));
    const week = part('Arbeitswoche').getAllByRole('checkbox');
    expect(week.map((box) => box.closest('label')?.textContent)).toEqual([
      'Montag',
      'Dienstag',
      'Mittwoch',
      'Donnerstag',
      'Freitag',
      'Samstag',
      'Sonntag',
    ]);
  });

  test('a day is added and taken out, in the order of the week; the last one stays', async () => {
    const { user, intents, rerender } = start({ ...options, week: { days: [2, 7], holidays: [] } });
    await user.click(screen.getByRole('checkbox', { name: 'Wednesday' }));
    expect(intents.onWeek).toHaveBeenLastCalledWith({ days: [2, 3, 7], holidays: [] });
    await user.click(screen.getByRole('checkbox', { name: 'Sunday' }));
    expect(intents.onWeek).toHaveBeenLastCalledWith({ days: [2], holidays: [] });
    rerender(<OptionsView model={{ ...options, week: { days: [2], holidays: [] } }} intents={intents} />);
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Tuesday' }).disabled).toBe(true);
    expect(screen.getByText('One day has to stay.')).toBeTruthy();
  });

  test('days off are added once and removed', async () => {
    const { user, intents } = start(options);
    const week = part('Working week');
    const field = week.getByLabelText('A day off');
    const add = week.getByRole<HTMLButtonElement>('button', { name: 'Add' });
    expect(add.disabled).toBe(true);
    await user.type(field, '2026-12-24');
    expect(add.disabled).toBe(true);
    expect(week.getByText('This day is in the list already.')).toBeTruthy();
    await user.clear(field);
    await user.type(field, '2026-12-23');
    await user.click(add);
    expect(intents.onWeek.mock.lastCall?.[0].holidays).toEqual([
      '2026-12-23',
      '2026-12-24',
      '2026-12-25',
      '2027-01-01',
    ]);
    await user.click(week.getByRole('button', { name: 'Remove: 25 Dec' }));
    expect(intents.onWeek.mock.lastCall?.[0].holidays).toEqual(['2026-12-24', '2027-01-01']);
  });
});

describe('checks', () => {
  const reach = (check: string) =>
    part('Checks').getByRole<HTMLSelectElement>('combobox', { name: `Where it is said: ${check}` });

  test('[Q3] [Q5] each says what it looks for, and where it speaks can be chosen', async () => {
    const { user, intents } = start(options);
    const checks = part('Checks');
    expect(checks.getAllByRole('combobox')).toHaveLength(signalIds.length);
    expect(checks.getByText('Items wait on each other, so that none of them can begin.')).toBeTruthy();
    expect(
      within(reach('Started too early'))
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual(['On pages too', 'In my views only', 'Off']);
    expect(reach('Started too early').value).toBe('views');
    await user.selectOptions(reach('Started too early'), 'On pages too');
    expect(intents.onSignal).toHaveBeenLastCalledWith('out-of-sequence', 'page');
    await user.selectOptions(reach('Blocker lands too late'), 'Off');
    expect(intents.onSignal).toHaveBeenLastCalledWith('late-blocker', 'off');
  });

  test('what speaks of one person’s load is never said on a page', () => {
    start({ ...options, signals: { ...options.signals, overloaded: 'page' } });
    for (const check of ['Much at once', 'Much waits on one person'])
      expect(
        within(reach(check))
          .getAllByRole('option')
          .map(({ textContent }) => textContent),
      ).toEqual(['In my views only', 'Off']);
    expect(reach('Much at once').value).toBe('views');
  });

  test('the numbers they go by are taken one by one, and never more than makes sense', async () => {
    const { user, intents } = start(options);
    const still = part('Checks').getByRole('textbox', { name: /^Working days without movement/u });
    await user.clear(still);
    await user.type(still, '10{Enter}');
    expect(intents.onThresholds).toHaveBeenLastCalledWith({ ...options.thresholds, stalled: 10 });
    const review = part('Checks').getByRole('textbox', { name: /^Working days until a review/u });
    await user.clear(review);
    await user.type(review, '9999{Enter}');
    expect(intents.onThresholds).toHaveBeenLastCalledWith({ ...options.thresholds, review: maxThresholds.review });
    await user.clear(review);
    await user.type(review, '0{Enter}');
    expect(part('Checks').getByText('Not taken: a whole number from 1 to 365 is needed.')).toBeTruthy();
    expect(intents.onThresholds).toHaveBeenCalledTimes(2);
  });

  test('[Q1] a notification a day is off until it is switched on, in the press itself', async () => {
    const { user, intents, rerender } = start(options);
    const box = (): HTMLInputElement => screen.getByRole('checkbox', { name: 'Tell me once a day' });
    expect(box().checked).toBe(false);
    await user.click(box());
    expect(intents.onNotify).toHaveBeenLastCalledWith(true);
    expect(box().checked).toBe(false);
    rerender(<OptionsView model={{ ...options, switches: { ...options.switches, notify: true } }} intents={intents} />);
    await user.click(box());
    expect(intents.onNotify).toHaveBeenLastCalledWith(false);
  });
});

test('[Q3] [P3] pages and keys are switched by name', async () => {
  const { user, intents } = start(options);
  await user.click(screen.getByRole('checkbox', { name: 'Hide everything that Crosstie shows on pages' }));
  expect(intents.onSwitch).toHaveBeenLastCalledWith('overlays-hidden', true);
  await user.click(screen.getByRole('checkbox', { name: 'Keep details of other tools’ items to the panel' }));
  expect(intents.onSwitch).toHaveBeenLastCalledWith('details-in-panel', false);
  await user.click(screen.getByRole('checkbox', { name: 'Single keys do something' }));
  expect(intents.onSwitch).toHaveBeenLastCalledWith('single-keys-off', true);
});

describe('what is kept how long', () => {
  const kept = () => screen.getByRole<HTMLInputElement>('textbox', { name: /^Days that what was read is kept/u });

  test('[K8] a number of days is taken with Enter or when the field is left, once', async () => {
    const { user, intents } = start(options);
    await user.clear(kept());
    await user.type(kept(), '120{Enter}');
    expect(intents.onAges).toHaveBeenLastCalledWith({ kept: 120, fresh: 7 });
    const fresh = screen.getByRole('textbox', { name: /^Days until what was read counts/u });
    await user.clear(fresh);
    await user.type(fresh, '3');
    await user.tab();
    expect(intents.onAges).toHaveBeenLastCalledWith({ kept: 90, fresh: 3 });
    expect(intents.onAges).toHaveBeenCalledTimes(2);
  });

  test.each(['', '0', '-3', '1.5', 'ten'])(
    '“%s” is no number of days: it is said, and nothing is taken',
    async (typed) => {
      const { user, intents } = start(options);
      await user.clear(kept());
      if (typed !== '') await user.type(kept(), typed);
      await user.tab();
      expect(screen.getByText('Not taken: a whole number from 1 to 3,650 is needed.')).toBeTruthy();
      expect(kept().getAttribute('aria-invalid')).toBe('true');
      await user.type(kept(), '{Escape}');
      expect(kept().value).toBe('90');
      expect(intents.onAges).not.toHaveBeenCalled();
    },
  );

  test('[P6] no more than the organisation allows, which is said with what was chosen', async () => {
    const { user, intents } = start(decidedOptions);
    expect(kept().value).toBe('30');
    expect(screen.getByText('Your organisation allows at most 30 days. You chose 90.')).toBeTruthy();
    await user.clear(kept());
    await user.type(kept(), '45{Enter}');
    expect(kept().value).toBe('30');
    expect(intents.onAges).not.toHaveBeenCalled();
    await user.clear(kept());
    await user.type(kept(), '14{Enter}');
    expect(intents.onAges).toHaveBeenCalledWith({ kept: 14, fresh: 7 });
  });
});

describe('files', () => {
  test('out by a button, in by the two doors; what was done is said', async () => {
    const { user, intents } = start(options);
    const files = part('Export and files');
    await user.click(files.getByRole('button', { name: 'Export to a file' }));
    expect(intents.onExport).toHaveBeenCalledOnce();
    await user.click(files.getByRole('button', { name: 'Restore my backup…' }));
    const json = new File(['{}'], 'crosstie.json', { type: 'application/json' });
    await user.upload(screen.getByLabelText('File'), json);
    await user.click(await screen.findByRole('button', { name: 'Restore' }));
    expect(await files.findByText('Your backup is restored.')).toBeTruthy();
    await user.click(files.getByRole('button', { name: 'Add a colleague’s file…' }));
    await user.upload(screen.getByLabelText('File'), json);
    await user.click(await screen.findByRole('button', { name: 'Add it' }));
    expect(await files.findByText('The file is added.')).toBeTruthy();
  });

  test('[P6] an export that is forbidden says by whom', () => {
    start(decidedOptions);
    const files = part('Export and files');
    expect(files.getByRole<HTMLButtonElement>('button', { name: 'Export to a file' }).disabled).toBe(true);
    expect(files.getByText('Your organisation does not allow exports.')).toBeTruthy();
  });
});

describe('delete', () => {
  const look = () => screen.getByRole<HTMLButtonElement>('button', { name: 'See what it would take…' });

  test('[K8] everything: what it takes is said, it is ticked, and then what was done is said', async () => {
    const { user, intents } = start(options);
    expect(look().disabled).toBe(true);
    await user.click(screen.getByRole('radio', { name: 'Everything' }));
    await user.click(look());
    const dialog = screen.getByRole('dialog', { name: 'Delete everything?' });
    expect(await within(dialog).findByText('It concerns 214 items and 3 things added by hand.')).toBeTruthy();
    expect(dialog.textContent).toContain('This cannot be undone.');
    await expectAccessible(dialog);
    await user.click(within(dialog).getByRole('button', { name: 'Export to a file first' }));
    expect(intents.onExport).toHaveBeenCalledOnce();
    const confirm = within(dialog).getByRole<HTMLButtonElement>('button', { name: 'Delete' });
    expect(confirm.disabled).toBe(true);
    await user.click(within(dialog).getByRole('checkbox', { name: 'Yes, delete everything' }));
    expect(intents.onDelete).not.toHaveBeenCalled();
    await user.click(confirm);
    expect(intents.onDelete).toHaveBeenCalledExactlyOnceWith({ type: 'everything' });
    expect(await within(dialog).findByText('Deleted: 213 items and 1 thing added by hand.')).toBeTruthy();
    await user.click(within(dialog).getAllByRole('button', { name: 'Close' }).at(-1) as HTMLElement);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(look().disabled).toBe(true);
  });

  test('one site: also one that is no longer listed, but of which somebody is known', async () => {
    const { user, intents } = start({ ...options, sites: [githubSite] });
    await user.click(screen.getByRole('radio', { name: 'One site' }));
    expect(look().disabled).toBe(true);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Which site?' }), 'acme.atlassian.net');
    await user.click(look());
    const scope = { type: 'site', site: { tool: 'jira', site: 'acme.atlassian.net' } };
    expect(intents.onCountDeletion).toHaveBeenCalledWith(scope);
    const dialog = screen.getByRole('dialog', { name: 'Delete acme.atlassian.net?' });
    await within(dialog).findByText(/^It concerns/u);
    await user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    expect(intents.onDelete).not.toHaveBeenCalled();
  });

  test('one place: only one that is known can be picked, by keyboard', async () => {
    const { user, intents } = start(options);
    await user.click(screen.getByRole('radio', { name: 'One place' }));
    const field = screen.getByRole('combobox', { name: 'Which place?' });
    await user.type(field, 'no such place{Enter}');
    expect(screen.getByText('Nothing known is called “no such place”.')).toBeTruthy();
    expect(look().disabled).toBe(true);
    await user.clear(field);
    await user.type(field, 'acme/a{Enter}');
    expect(field).toHaveProperty('value', 'acme/api');
    await user.click(look());
    const dialog = screen.getByRole('dialog', { name: 'Delete acme/api?' });
    await user.click(await within(dialog).findByRole('button', { name: 'Delete' }));
    expect(intents.onDelete).toHaveBeenCalledWith({
      type: 'place',
      place: { tool: 'github', site: 'github.com', name: 'acme/api' },
    });
  });

  test('[K8] one person: namesakes are told apart by site and account', async () => {
    const { user, intents } = start(options);
    await user.click(screen.getByRole('radio', { name: 'One person' }));
    const field = screen.getByRole('combobox', { name: 'Which person or team?' });
    await user.type(field, 'noor');
    const offered = part('Delete').getAllByRole('option');
    expect(offered.map(({ textContent }) => textContent)).toEqual([
      'GNoor Haddadgithub.com · noor',
      'ANoor HaddadAsana',
    ]);
    await user.click(offered[1] as HTMLElement);
    await user.click(look());
    const dialog = screen.getByRole('dialog', { name: 'Delete Noor Haddad (Asana)?' });
    await user.click(await within(dialog).findByRole('button', { name: 'Delete' }));
    expect(intents.onDelete).toHaveBeenCalledWith({ type: 'person', person: states.onAsana('Noor Haddad') });
  });

  test('what is typed after a pick is no pick any more', async () => {
    const { user } = start(options);
    await user.click(screen.getByRole('radio', { name: 'One person' }));
    const field = screen.getByRole('combobox', { name: 'Which person or team?' });
    await user.type(field, 'dana{Enter}');
    expect(look().disabled).toBe(false);
    await user.type(field, 'x');
    expect(look().disabled).toBe(true);
  });

  test.each([
    ['read-only', 'Nothing was deleted: what is stored can only be read at the moment.'],
    ['not-stored', 'Nothing was deleted; try it again.'],
  ] as const)('what could not be deleted (%s) is said', async (why, words) => {
    const { user } = start(options, { onDelete: async () => ({ ok: false, failure: { type: 'NotDone', why } }) });
    await user.click(screen.getByRole('radio', { name: 'One site' }));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Which site?' }), 'github.com');
    await user.click(look());
    await user.click(await screen.findByRole('button', { name: 'Delete' }));
    expect(await screen.findByText(words)).toBeTruthy();
  });

  test('[P6] no export is offered before where the organisation forbids it', async () => {
    const { user } = start(decidedOptions);
    await user.click(screen.getByRole('radio', { name: 'Everything' }));
    await user.click(look());
    const dialog = screen.getByRole('dialog');
    expect(within(dialog).getByRole<HTMLButtonElement>('button', { name: /^Export/u }).disabled).toBe(true);
    expect(dialog.textContent).toContain('Your organisation does not allow exports.');
  });
});

describe('[P6] what the organisation decided', () => {
  test('is said key by key, also what could not be read', () => {
    start(decidedOptions);
    const rows = [...screen.getByRole('region', { name: 'Decided by your organisation' }).querySelectorAll('dl > div')];
    expect(rows.map((row) => [...row.children].map(({ textContent }) => textContent))).toEqual([
      ['Sites where Crosstie does not work', 'app.asana.com, *.git.corp.example, github.example'],
      ['The only sites where it works', 'github.com, *.atlassian.net'],
      ['Places where it does not work', 'every placeThe value could not be read, so the strictest counts.'],
      ['Asking a tool for more than the open page, with your sign-in', 'not allowed'],
      ['Access tokens of tools', 'not allowed'],
      ['Sharing with others', 'not allowed'],
      ['Export to a file', 'not allowed'],
      ['The longest time that something unused is kept', '30 days'],
      ['The page after the install', 'does not open'],
    ]);
  });

  test('nothing is said to be decided where nothing is', () => {
    start(options);
    expect(screen.getByText('Your organisation has decided nothing. Everything is as you set it.')).toBeTruthy();
  });

  test('a list of thousands is cut, and says so', () => {
    const blockedSites = Array.from({ length: 5_000 }, (_, index) => `host-${index}.example`);
    start({ ...options, policy: { ...noPolicy, blockedSites, decided: ['blockedSites'] } });
    const said = screen.getByRole('region', { name: 'Decided by your organisation' }).textContent ?? '';
    expect(said).toContain('host-39.example');
    expect(said).toContain('and 4,960 more');
    expect(said).not.toContain('host-40.example');
  });
});
