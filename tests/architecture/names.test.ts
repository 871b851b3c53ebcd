import { describe, expect, test } from 'vitest';
import { tools } from '../../lib/tools/index.ts';
import { codeOf, filesBelow, foldersIn } from './repository.ts';

const source = /\.(?:ts|tsx|html)$/u;
const product = ['lib', 'components', 'entrypoints'].flatMap((folder) => filesBelow(folder, source));

const ids = tools.map(({ id }) => id);
const lists = ['index', 'readers', 'draft-readers', 'guides', 'examples'].map((name) => `lib/tools/${name}.ts`);
const scripts = ids.map((id) => `entrypoints/${id}.content.ts`);

test('the list of tools is sorted and has every folder', () => {
  expect(ids.length).toBeGreaterThan(2);
  expect(ids).toEqual(foldersIn('lib/tools'));
});

test('each tool has a content script of its own, and there is no other', () => {
  expect(filesBelow('entrypoints', /\.content(?:\.ts|\/.*)$/u)).toEqual(scripts);
  for (const [index, id] of ids.entries()) expect(codeOf(scripts[index] ?? '')).toContain(`startOverlay(${id}Reader)`);
});

describe("shared code never says a tool's name", () => {
  const spelled = new RegExp(`['"\`/.](?:${ids.join('|')})['"\`/:.]`, 'iu');
  // The made-up example shows work in every tool.
  const example = 'lib/tools/example.ts';
  const shared = product.filter(
    (path) => ![...lists, ...scripts, example].includes(path) && !ids.some((id) => path.startsWith(`lib/tools/${id}/`)),
  );

  test('files were found', () => expect(shared.length).toBeGreaterThan(60));

  test.each(shared)('%s', (path) => {
    expect(codeOf(path).match(spelled)?.[0]).toBeUndefined();
  });
});

describe('names', () => {
  test('no drawer for whatever has no place', () => {
    const drawers = /(?:^|[/.-])(?:utils?|helpers?|common|shared|managers?|services?|misc)(?:[/.-]|$)/u;
    expect(product.filter((path) => drawers.test(path))).toEqual([]);
  });

  test('files are spelled in kebab case', () => {
    expect(product.filter((path) => !/^[a-z0-9./-]+$/u.test(path))).toEqual([]);
  });
});

describe('what would let text become markup or code', () => {
  const unsafe =
    /\b(?:innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|createContextualFragment|srcdoc)\b|document\.write|\beval\(|new Function\(/u;
  // T8: a page can post any message to its own window.
  const pageMessages =
    /addEventListener\(\s*['"]message['"]|\bonmessage\b|postMessage\(|externally_connectable: \{ ids: \[['"]/u;

  test.each(product)('[T3] [T8] %s', (path) => {
    expect(codeOf(path).match(unsafe)?.[0]).toBeUndefined();
    expect(codeOf(path).match(pageMessages)?.[0]).toBeUndefined();
  });
});
