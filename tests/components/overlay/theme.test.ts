import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { overlayCss, tokens } from '../../../components/overlay/theme.ts';

const css = readFileSync(new URL('../../../components/theme.css', import.meta.url), 'utf8');
const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');
const valuesIn = (block: string): ReadonlyMap<string, string> =>
  new Map(
    [...block.slice(0, block.indexOf('}')).matchAll(/--([\w-]+):\s*([^;]+);/gu)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );

test.each(['light', 'dark'] as const)('the tokens are those of the panel, in %s', (theme) => {
  const block = theme === 'light' ? light.slice(light.indexOf(':root')) : dark;
  const panel = valuesIn(block);
  expect(panel.size).toBeGreaterThan(10);
  for (const [name, value] of Object.entries(tokens[theme])) expect([name, panel.get(name)]).toEqual([name, value]);
});

test('sizes are in pixels: a page’s own root size must not reach in', () => {
  expect(overlayCss).not.toMatch(/\d(?:rem|em)\b/u);
});

test('[T13] nothing is loaded', () => {
  expect(overlayCss).not.toMatch(/url\(|@import/u);
});

test('every colour used is a token that exists', () => {
  const used = [...overlayCss.matchAll(/var\(--([\w-]+)\)/gu)].map(([, name]) => name);
  expect(used.length).toBeGreaterThan(10);
  for (const name of used) expect(Object.keys(tokens.light)).toContain(name);
});
