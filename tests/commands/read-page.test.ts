import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { readPageCommand } from './read-page.ts';

const folder = mkdtempSync(join(tmpdir(), 'crosstie-'));
afterAll(() => rmSync(folder, { recursive: true }));

const now = new Date('2026-11-22T12:00:00Z');
const run = (...args: readonly string[]): ReturnType<typeof readPageCommand> => readPageCommand(args, now);
const task = fileURLToPath(new URL('../tools/asana/fixtures/task-pane.html', import.meta.url));
const address = 'https://app.asana.com/0/500/7001';

const saved = (name: string, content: string | Buffer): string => {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
};

describe('read-page', () => {
  test('prints one flat JSON object', () => {
    const { code, output, errors } = run('--url', address, task);
    expect([code, errors]).toEqual([0, '']);
    expect(output.endsWith('}\n')).toBe(true);
    const reading = JSON.parse(output);
    expect(Object.keys(reading)).toEqual(['tool', 'item', 'listed', 'me', 'drift']);
    expect(reading).toMatchObject({
      tool: 'asana',
      item: { key: 'asana:7001', title: 'Print the tickets', due: '2026-12-04', assignees: [{ name: 'Mona Printer' }] },
      listed: [{ key: 'asana:7002' }, { key: 'asana:7003' }],
      me: null,
      drift: [],
    });
    expect(reading.item.links[0]).toEqual({ kind: 'part-of', key: 'asana:6950' });
  });

  test('reads dates as of --today', () => {
    const due = (today: string): unknown => JSON.parse(run('--url', address, '--today', today, task).output).item.due;
    expect([due('2028-06-01'), due('2028-12-24')]).toEqual(['2028-12-04', undefined]);
  });

  test('[K5] names what is missing on a page that cannot be read', () => {
    const file = saved('drift.html', '<article class="TaskPane" data-task-id="7001"></article>');
    expect(JSON.parse(run('--url', address, file).output)).toEqual({
      tool: 'asana',
      item: null,
      listed: [],
      me: null,
      drift: ['title'],
    });
  });

  test.each([
    ['empty', ''],
    ['binary', Buffer.from(Array.from({ length: 50_000 }, (_, index) => (index * 7919) % 256))],
    ['of another site', '<title>Weather</title><h1>Rain</h1>'],
    ['deeply nested', '<div>'.repeat(50_000)],
    ['one long text', 'x'.repeat(10_000_000)],
    ['a million brackets', '<'.repeat(1_000_000)],
  ])('a file that is %s is no page of the tool', (name, content) => {
    const { code, output } = run('--url', address, saved(name, content));
    expect(code).toBe(0);
    expect(JSON.parse(output)).toEqual({ tool: 'asana', item: null, listed: [], me: null, drift: [] });
  });

  test('an address of no tool has none', () => {
    expect(JSON.parse(run('--url', 'https://example.com/a', task).output)).toEqual({
      tool: null,
      item: null,
      listed: [],
      me: null,
      drift: [],
    });
  });

  test.each([
    [[], 'usage:'],
    [['--url', address], 'usage:'],
    [['--url', address, task, task], 'usage:'],
    [[task], 'usage:'],
    [['--url', 'no address', task], 'no address'],
    [['--url', address, '--today', 'tomorrow', task], '--today'],
    [['--url', address, '--today', '2026-13-01', task], '--today'],
    [['--url', address, '--site', 'gitlab=x', task], 'unknown tool'],
    [['--url', address, join(folder, 'missing.html')], 'missing.html'],
    [['--url', address, folder], 'EISDIR'],
  ])('refuses %j with a word', (args, word) => {
    const { code, output, errors } = run(...args);
    expect([code, output]).toEqual([2, '']);
    expect(errors).toContain(word);
  });
});
