import { expect, test } from 'vitest';
import { mayAskAbout, type SessionArea } from '../../lib/browser/asked-links.ts';

const session = (): SessionArea => {
  const stored: Record<string, unknown> = {};
  return {
    get: async (name) => (name in stored ? { [name]: structuredClone(stored[name]) } : {}),
    set: async (items) => void Object.assign(stored, items),
  };
};
const keys = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => `asana:${from + index}`);

test('[T9] a document may ask about 200 different items in its life, and about those as often as it likes', async () => {
  const area = session();
  expect(await mayAskAbout(area, 'one', keys(0, 150))).toBe(true);
  expect(await mayAskAbout(area, 'one', keys(100, 200))).toBe(true);
  expect(await mayAskAbout(area, 'one', keys(0, 200))).toBe(true);
  expect(await mayAskAbout(area, 'one', ['asana:201'])).toBe(false);
  expect(await mayAskAbout(area, 'another', ['asana:201'])).toBe(true);
});
