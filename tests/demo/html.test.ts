import { expect, test } from 'vitest';
import { html, json } from './html.ts';

test('text is escaped, markup and lists of it are kept', () => {
  const name = '<img src=x onerror="alert(1)">';
  expect(html`<p title="${name}">${name}</p>`.html).not.toContain('<img');
  expect(html`<ul>${['a', 'b'].map((word) => html`<li>${word}</li>`)}</ul>`.html).toBe('<ul><li>a</li><li>b</li></ul>');
  expect(html`${false}${undefined}${0}`.html).toBe('0');
});

test('data in a script cannot end the script', () => {
  expect(json({ title: '</script><script>' }).html).not.toContain('</script>');
  expect(JSON.parse(json({ title: '</script>' }).html)).toEqual({ title: '</script>' });
});
