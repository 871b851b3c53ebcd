import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Facts } from '../../../lib/core/item.ts';
import type { ItemKey } from '../../../lib/core/key.ts';
import { asana } from '../../../lib/tools/asana/index.ts';
import { asanaReader } from '../../../lib/tools/asana/reader.ts';
import type { Page } from '../../../lib/tools/reader.ts';
import { listedOn, readPage } from '../../../lib/tools/reading.ts';
import { pageOf } from '../../pages.ts';

const fixture = (name: string): string => readFileSync(new URL(`fixtures/${name}.html`, import.meta.url), 'utf8');
const pane = fixture('task-pane');
const address = 'https://app.asana.com/0/500/7001';
const at = (html: string, options: { readonly address?: string; readonly today?: string } = {}): Page =>
  pageOf(html, { address, ...options });
const factsOf = (html: string, options?: Parameters<typeof at>[1]): Facts => {
  const read = asanaReader.read(at(html, options));
  if (!read.ok) throw new Error(read.failure.type);
  return read.value.facts;
};
const key = (text: string): ItemKey => text as ItemKey;

describe('a task pane', () => {
  test('[K3] says all that it shows', () => {
    expect(readPage(at(pane), asanaReader).item).toEqual({
      key: 'asana:7001',
      kind: 'task',
      title: 'Print the tickets',
      state: 'open',
      assignees: [{ name: 'Mona Printer' }],
      author: { name: 'Ida Stage' },
      due: '2026-12-04',
      created: '2025-10-02',
      projects: ['Concert', 'Print shop'],
      labels: ['paper', 'print'],
      priority: { word: 'High', rank: 'high' },
      description:
        'Two thousand tickets on thick paper. Blocked by the seat plan, needed by 2026-12-01 See the last one; fixes https://app.asana.com/0/0/7104',
      digest: expect.stringMatching(/^[0-9a-f]{16}$/u),
      links: [
        { kind: 'part-of', key: 'asana:6950' },
        { kind: 'has-part', key: 'asana:7002' },
        { kind: 'has-part', key: 'asana:7003' },
        {
          kind: 'blocked-by',
          key: 'github:github.com:acme/shop#45',
          word: 'Blocked by',
          by: { name: 'Ida Stage' },
          needed: '2026-12-01',
        },
        {
          kind: 'blocks',
          key: 'jira:acme.atlassian.net:LIT-8',
          word: 'Better before',
          by: { name: 'Leo Light' },
          hard: false,
        },
        { kind: 'mentions', key: 'asana:7103', by: { name: 'Ida Stage' } },
        { kind: 'mentions', key: 'asana:7104', by: { name: 'Ida Stage' } },
      ],
    });
  });

  test('[K4] that shows no dependencies says so; one with rows nobody knows says nothing', () => {
    expect(factsOf(pane).links?.relations).toEqual([]);
    const filled = pane.replace(/<div class="TaskDependencies-noDependenciesClickable".*?<\/div>/u, '<div>a row</div>');
    expect(filled).not.toBe(pane);
    expect(factsOf(filled).links).not.toHaveProperty('relations');
  });

  test('[K4] of a reader who may only comment: what is not shown is not said', () => {
    const plain = pane
      .replace(/<div class="TaskPaneToolbar TaskPane-header">[\s\S]*?<div class="TaskPane-body">/u, '<div>')
      .replace(/<textarea class="BaseTextarea[^>]*>Print the tickets<\/textarea>/u, '')
      .replace('<div class="AutogrowTextarea-shadow" aria-hidden="true">Print the tickets!</div>', 'Print the tickets');
    const facts = factsOf(plain);
    expect(facts.title).toBe('Print the tickets');
    expect(facts).not.toHaveProperty('state');
  });

  test('is done by the pressed or checked hook, in any language', () => {
    const pressed = pane.replace(
      'aria-pressed="false" role="button">Mark complete',
      'aria-pressed="true" role="button">Erledigt',
    );
    const checked = pane
      .replace(/<div class="TaskCompletionToggleButton.*?<\/div>/u, '')
      .replace('aria-checked="false" aria-label="Completed"', 'aria-checked="true" aria-label="Erledigt"');
    expect(factsOf(pressed)).toMatchObject({ state: 'done', word: 'Erledigt' });
    expect(factsOf(checked).state).toBe('done');
    expect(factsOf(checked)).not.toHaveProperty('word');
  });

  test.each([
    ['Approve', 'done'],
    ['Reject', 'dropped'],
    ['RequestChanges', 'in-progress'],
  ])('an approval answered with %s is %s; buttons that only measure room say nothing', (verdict, state) => {
    const approval = pane.replace(
      '<div class="TaskPaneToolbarAnimation-row">',
      `<div class="TaskPaneToolbarAnimation-row"><div class="StopLightButton--isPressed StopLightButton Approval${verdict}ToggleButton" role="button">the word</div>`,
    );
    const facts = factsOf(approval);
    expect([facts.state, facts.word]).toEqual([state, 'the word']);
  });

  test('[K1] of another task, or none yet, is not ready: nothing is said', () => {
    for (const other of ['https://app.asana.com/0/500/7002', 'https://app.asana.com/1/900/task/70011']) {
      expect(asanaReader.read(at(pane, { address: other }))).toEqual({ ok: false, failure: { type: 'PageNotReady' } });
      expect(asanaReader.title(at(pane, { address: other }))).toBeUndefined();
    }
    expect(asanaReader.read(at('<main></main>'))).toEqual({ ok: false, failure: { type: 'PageNotReady' } });
  });

  test('[K1] beside that of the task just left: the address decides', () => {
    const two = pane.replace(
      '<article',
      '<article class="TaskPane" data-task-id="6000"><div role="heading"><textarea>Left</textarea></div></article><article',
    );
    expect(factsOf(two).title).toBe('Print the tickets');
    expect(factsOf(two, { address: 'https://app.asana.com/0/500/6000' }).title).toBe('Left');
  });

  test('[K5] that lost its title or its id is drift, by name', () => {
    const untitled = pane.replace(/<div class="ObjectTitleInput[\s\S]*?<\/textarea>/u, '<div>');
    expect(asanaReader.read(at(untitled))).toEqual({ ok: false, failure: { type: 'PageDrift', missing: ['title'] } });
    const nameless = pane.replace('data-task-id="7001"', 'data-id="7001"');
    expect(asanaReader.read(at(nameless))).toEqual({ ok: false, failure: { type: 'PageDrift', missing: ['task id'] } });
  });

  test('[K6] with subtasks or comments still folded away adds to what is known of them', () => {
    const folded = pane
      .replace('<div class="SubtaskTaskRow"', '<div class="SubtaskGrid-loadMore"></div><div class="SubtaskTaskRow"')
      .replace(
        '<div class="TaskStoryFeed">',
        '<div class="TaskStoryFeed"><div class="TaskStoryFeed-expandLink">3 more</div>',
      );
    const read = asanaReader.read(at(folded));
    expect(read.ok && read.value.partial).toEqual(['hierarchy', 'text', 'mentions']);
    const whole = asanaReader.read(at(pane));
    expect(whole.ok && whole.value).not.toHaveProperty('partial');
  });

  test('a title of mark-up and of ten megabytes is text, and cut', () => {
    const title = '&lt;img src=x onerror=alert(1)&gt;';
    expect(factsOf(pane.replace('>Print the tickets</textarea>', `>${title}</textarea>`)).title).toBe(
      '<img src=x onerror=alert(1)>',
    );
    expect(
      factsOf(pane.replace('>Print the tickets</textarea>', `>${'x'.repeat(10_000_000)}</textarea>`)).title,
    ).toHaveLength(500);
  });

  test.each([
    ['Dec 4', '2026-11-22', 'future', '2026-12-04'],
    ['4 Dec', '2026-11-22', 'future', '2026-12-04'],
    ['Nov 22', '2026-11-22', 'future', '2026-11-22'],
    ['Feb 22', '2026-11-22', 'past', '2026-02-22'],
    ['Feb 22, 2025', '2026-11-22', 'past', '2025-02-22'],
    ['Feb 22', '2026-11-22', 'future', undefined],
    ['Dec 4', '2026-11-22', 'past', undefined],
    ['Dec 4', '2026-11-22', 'other', undefined],
    ['Feb 30', '2026-01-22', 'future', undefined],
    ['Today', '2026-11-22', 'future', undefined],
    ['Monday', '2026-11-22', 'future', undefined],
    ['Dec 1 – 4', '2026-11-22', 'future', undefined],
    ['12/4', '2026-11-22', 'future', undefined],
  ])('a due date %j read on %s, said to be %s, is %s', (text, today, side, due) => {
    const dated = pane.replace('>Dec 4<', `>${text}<`).replaceAll('DueDate--future', `DueDate--${side}`);
    expect(factsOf(dated, { today }).due).toBe(due);
  });

  test.each([
    ['de', '4. Dez.', '2026-12-04'],
    ['de-DE', '4. Dezember', '2026-12-04'],
    ['fr', '4 déc.', '2026-12-04'],
    ['es', '4 de dic', '2026-12-04'],
    ['pl', '4 grudnia', '2026-12-04'],
    ['de', '4 déc.', undefined],
    ['not a language', 'Dec 4', '2026-12-04'],
  ])('a due date in the language %s, %j, is %s', (language, text, due) => {
    const dated = pane.replace('lang="en"', `lang="${language}"`).replace('>Dec 4<', `>${text}<`);
    expect(factsOf(dated).due).toBe(due);
  });

  test('has the heading as its title, and itself as its container', () => {
    const page = at(pane);
    const title = asanaReader.title(page);
    expect(title && page.dom.attribute(title, 'role')).toBe('heading');
    const container = asanaReader.container(page);
    expect(container && page.dom.attribute(container, 'data-task-id')).toBe('7001');
  });
});

describe('lists', () => {
  const page = at(fixture('lists'), { address: 'https://app.asana.com/0/500/list' });
  const listed = listedOn(page, asanaReader);
  const facts = (gid: string): Facts | undefined =>
    listed.find(({ observation }) => observation.key === key(`asana:${gid}`))?.observation.facts;

  test('[K6] each task once; sections, headings and what is being written are none', () => {
    expect(listed.map(({ observation }) => observation.key)).toEqual([
      'asana:8001',
      'asana:8002',
      'asana:8010',
      'asana:8011',
    ]);
    expect(listed.every(({ observation, mark }) => observation.from === 'list' && mark !== undefined)).toBe(true);
  });

  test('[K4] a row says what it shows; initials name nobody', () => {
    expect(facts('8001')).toEqual({
      kind: 'task',
      title: 'Hang the lamps',
      state: 'done',
      word: 'Completed task',
      due: '2026-11-02',
      priority: { word: 'P1', rank: 'high' },
      labels: ['light'],
      projects: ['Concert'],
    });
    expect(facts('8002')).toEqual({
      kind: 'task',
      title: 'Raise the Priority of sound',
      state: 'open',
      assignees: [],
      due: null,
    });
  });

  test('[K4] so does a card', () => {
    expect(facts('8010')).toEqual({ kind: 'task', title: 'Tune the piano', state: 'open' });
    expect(facts('8011')).toEqual({ kind: 'task', title: 'Move the piano', assignees: [], due: '2027-01-09' });
  });

  test('one row alone is read when it is all that changed', () => {
    const row = page.dom.all(asanaReader.rows)[1];
    expect(listedOn(page, asanaReader, row).map(({ observation }) => observation.key)).toEqual(['asana:8002']);
  });

  test('the name is what stands in the field now', () => {
    const changed = at(fixture('lists'), { address: 'https://app.asana.com/0/500/list' });
    const [field] = changed.dom.all('#Pot\\.500_501_8001') as HTMLTextAreaElement[];
    if (field !== undefined) field.value = 'Hang the  lanterns';
    expect(listedOn(changed, asanaReader)[0]?.observation.facts.title).toBe('Hang the lanterns');
  });
});

describe('pages', () => {
  test('of Asana are one site; of others, none', () => {
    expect(asana.site(new URL('https://app.asana.com/0/home'), [])).toBe('asana');
    expect(asana.site(new URL('https://asana.com/pricing'), [])).toBeUndefined();
  });

  test('say their theme, or leave it to the system', () => {
    const theme = (name: string): 'light' | 'dark' | undefined =>
      asanaReader.theme(at(`<body class="DesignTokenThemeSelectors-theme--${name}">`));
    expect([theme('darkMode'), theme('lightMode'), theme('systemDarkMode')]).toEqual(['dark', 'light', undefined]);
  });
});
