import { expect, test } from 'vitest';
import { element, sign } from '../../../components/overlay/element.ts';
import { hostile, newWindow } from './stage.ts';

const document = newWindow().document as unknown as Document;

test.each(hostile)('[T3] children and attributes are text: %.30s', (words) => {
  const made = element(document, 'div', { title: words }, words);
  expect(made.childNodes).toHaveLength(1);
  expect(made.textContent).toBe(words);
  expect(made.getAttribute('title')).toBe(words);
});

test('a sign is hidden from readers, which get the words beside it', () => {
  expect(sign(document, 'blocked', 'risk').getAttribute('aria-hidden')).toBe('true');
});
