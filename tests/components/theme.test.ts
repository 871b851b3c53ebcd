import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { displaySource } from '../gallery/source.ts';

const css = readFileSync(new URL('../../components/theme.css', import.meta.url), 'utf8');

const tokensIn = (block: string): ReadonlyMap<string, string> =>
  new Map([...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/gu)].map(([, name = '', value = '']) => [name, value]));

const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');
const themes = { light: tokensIn(light), dark: tokensIn(dark.split('@theme')[0] ?? '') };

/** WCAG 2.2: relative luminance. */
const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (a: string, b: string): number => {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((one, other) => one - other);
  return (high + 0.05) / (low + 0.05);
};

const texts = ['ink', 'muted', 'accent', 'blocked', 'risk', 'fine', 'unknown'];
const surfaces = ['surface', 'raised'];
const tints = [
  ['accent', 'tint'],
  ['ink', 'pressed'],
  ['ink', 'risk-tint'],
  ['muted', 'risk-tint'],
  ['risk', 'risk-tint'],
  ['ink', 'blocked-tint'],
  ['muted', 'blocked-tint'],
  ['blocked', 'blocked-tint'],
  ['fine', 'fine-tint'],
  ['on-accent', 'accent'],
  ['muted', 'pressed'],
];

describe.each(Object.entries(themes))('the %s theme', (theme, tokens) => {
  const value = (name: string): string => {
    const found = tokens.get(name);
    if (found === undefined) throw new Error(`no token ${name} in the ${theme} theme`);
    return found;
  };

  test('text stands AA on every surface it is put on', () => {
    const pairs = [...texts.flatMap((text) => surfaces.map((surface) => [text, surface])), ...tints];
    const weak = pairs.filter(([text = '', surface = '']) => contrast(value(text), value(surface)) < 4.5);
    expect(pairs).toHaveLength(25);
    expect(weak).toEqual([]);
  });

  test('the edge of a field can be told from what is around it', () => {
    for (const surface of surfaces) expect(contrast(value('edge'), value(surface))).toBeGreaterThanOrEqual(3);
  });
});

test('a letter of a tool stands AA in both themes', () => {
  for (const { name, colour } of displaySource({}, 'en').tools) {
    expect(contrast(colour?.light ?? '', themes.light.get('surface') ?? ''), name).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colour?.dark ?? '', themes.dark.get('surface') ?? ''), name).toBeGreaterThanOrEqual(4.5);
  }
});

test('both themes have the same tokens', () => {
  expect([...themes.dark.keys()].sort()).toEqual([...themes.light.keys()].sort());
});
