import { Window } from 'happy-dom';
import { describe, expect, test } from 'vitest';
import { type Dom, type DomWindow, domOf, foldSpace } from '../../lib/tools/dom.ts';

const parse = (html: string): Dom => {
  const window = new Window();
  const document = new window.DOMParser().parseFromString(html, 'text/html');
  return domOf(window as unknown as DomWindow, document as unknown as Document);
};

const only = (dom: Dom, selector: string): Element => {
  const [found, ...others] = dom.all(selector);
  if (found === undefined || others.length > 0) throw new Error(`${selector} is not one element`);
  return found;
};

describe('domOf', () => {
  const dom = parse('<main id="m" data-a=""><p>One <b>two</b>\n  three</p><ul><li>a<li class="x">b</ul></main>');

  test('finds elements, in document order, within an element or the whole', () => {
    const list = only(dom, 'ul');
    expect(dom.all('li', list)).toHaveLength(2);
    expect(dom.first('li')).toBe(dom.children(list)[0]);
    expect(dom.first('p', list)).toBeUndefined();
    expect(dom.first('li.x')).toBe(dom.children(list)[1]);
  });

  test('walks to parents, children and siblings', () => {
    const item = only(dom, '.x');
    expect(dom.parent(item)).toBe(only(dom, 'ul'));
    expect(dom.closest(item, 'main')).toBe(only(dom, 'main'));
    expect(dom.closest(item, '.x')).toBe(item);
    expect(dom.closest(item, 'p')).toBeUndefined();
    expect(dom.contains(only(dom, 'main'), item)).toBe(true);
    expect(dom.childNodes(only(dom, 'p')).map((node) => dom.isElement(node))).toEqual([false, true, false]);
    expect(dom.nextSibling(only(dom, 'p'))).toBe(only(dom, 'ul'));
    expect(dom.matches(item, 'li')).toBe(true);
  });

  test('tells an empty attribute from none', () => {
    expect([dom.attribute(only(dom, 'main'), 'data-a'), dom.attribute(only(dom, 'main'), 'data-b')]).toEqual([
      '',
      undefined,
    ]);
    expect(dom.tag(only(dom, 'main'))).toBe('main');
  });

  test('gives text with folded white space, cut at the limit', () => {
    expect(dom.text(only(dom, 'p'))).toBe('One two three');
    expect(dom.text(only(dom, 'p'), 5)).toBe('One t');
    expect(dom.childNodes(only(dom, 'p')).map((node) => dom.text(node))).toEqual(['One', 'two', 'three']);
    expect(dom.text(only(parse(`<p>${'x '.repeat(1_000_000)}</p>`), 'p'))).toHaveLength(1_999);
  });

  test('gives what stands in a field now, which is neither text nor attribute', () => {
    const fields = parse('<textarea>before</textarea><input value="before">');
    const area = only(fields, 'textarea') as HTMLTextAreaElement;
    const input = only(fields, 'input') as HTMLInputElement;
    area.value = 'now';
    input.value = 'now';
    expect([fields.value(area), fields.value(input)]).toEqual(['now', 'now']);
    expect(fields.value(only(dom, 'ul'))).toBe('');
  });

  test('[P2] is not misled by what hides an element’s own members', () => {
    const hostile = parse('<main><form id="f" class="c"><p>inside</p></form></main>');
    const form = only(hostile, 'form');
    for (const name of [
      'closest',
      'matches',
      'querySelector',
      'querySelectorAll',
      'children',
      'textContent',
      'nextSibling',
    ]) {
      Object.defineProperty(form, name, { value: 'hidden' });
    }
    expect(hostile.text(form)).toBe('inside');
    expect(hostile.closest(form, 'main')).toBe(only(hostile, 'main'));
    expect(hostile.matches(form, '.c')).toBe(true);
    expect(hostile.children(form)).toEqual([only(hostile, 'p')]);
    expect(hostile.first('p', form)).toBe(only(hostile, 'p'));
    expect(hostile.nextSibling(form)).toBeUndefined();
  });
});

test('foldSpace leaves single spaces, none at the ends', () => {
  expect(foldSpace(' \u00a0a\n\tb ')).toBe('a b');
});
