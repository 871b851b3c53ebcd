import { Window } from 'happy-dom';
import { describe, expect, test } from 'vitest';
import { type DomWindow, domOf } from '../../lib/tools/dom.ts';
import { type ProseOptions, prose } from '../../lib/tools/prose.ts';

const read = (html: string, options: Partial<ProseOptions> = {}): string => {
  const window = new Window();
  const document = new window.DOMParser().parseFromString(`<div>${html}</div>`, 'text/html') as unknown as Document;
  const dom = domOf(window as unknown as DomWindow, document);
  const [root] = dom.children(document.body);
  if (root === undefined) throw new Error('nothing was parsed');
  return prose(dom, root, { limit: 20_000, links: 'address', base: new URL('https://a.example/b/c'), ...options });
};

describe('prose', () => {
  test('block elements end a line, others do not', () => {
    expect(read('<p>One <b>two</b></p><p>three<br>four</p><ul><li>five</li><li>six</li></ul>')).toBe(
      'One two\nthree\nfour\nfive\nsix',
    );
    expect(read('One\n  line\t<span>only</span>')).toBe('One line only');
    expect(read('<table><tr><td>Blocked by</td><td>#4</td></tr><tr><td>x</td></tr></table>')).toBe('Blocked by #4\nx');
  });

  test('[D7] code, quotations, struck and hidden text are left out', () => {
    const html = [
      'code',
      'pre',
      'kbd',
      'samp',
      'blockquote',
      'del',
      's',
      'strike',
      'script',
      'style',
      'button',
      'textarea',
    ];
    for (const tag of html) expect(read(`<p>a</p><${tag}>hidden</${tag}><p>b</p>`)).toBe('a\nb');
    expect(read('<p>a</p><blockquote><p>one <b>two</b></p></blockquote><!-- three --><p>b</p>')).toBe('a\nb');
  });

  test('a link is its address, resolved, to find items by', () => {
    expect(read('see <a href="/x?y=1&amp;z">the <b>plan</b></a>.')).toBe('see https://a.example/x?y=1&z .');
    expect(read('<a href="https://b.example/7">seven</a>,<a href="https://b.example/8">eight</a>')).toBe(
      'https://b.example/7 , https://b.example/8',
    );
  });

  test('a link is its words, to compare by', () => {
    expect(read('see <a href="/x">the <b>plan</b></a>.', { links: 'words' })).toBe('see the plan.');
  });

  test.each(['#part', 'javascript:alert(1)', 'mailto:a@b.example', 'https://[', 'data:text/html,x'])(
    'a link to %j is only its words',
    (href) => expect(read(`<a href="${href}">words</a>`)).toBe('words'),
  );

  test('what a tool names is left out as well', () => {
    expect(read('<p>a</p><div class="menu">Reply</div>', { skip: '.menu' })).toBe('a');
  });

  test('[P2] stops at the limit, however long or deep the text is', () => {
    expect(read('x'.repeat(100_000), { limit: 100 })).toMatch(/^x{90,100}$/u);
    expect(read('<p>word</p>'.repeat(10_000), { limit: 100 }).length).toBeLessThanOrEqual(100);
    expect(read(`${'<i>'.repeat(1_000)}deep`)).toBe('deep');
    expect(read(`<a href="https://b.example/${'x'.repeat(100_000)}">y</a>`, { limit: 100 }).length).toBeLessThanOrEqual(
      100,
    );
  });
});
