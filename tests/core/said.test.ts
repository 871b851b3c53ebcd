import { expect, test } from 'vitest';
import { saidLines } from '../../lib/core/said.ts';

test.each([
  ['plain  lines\n\n kept', ['plain lines', '', 'kept']],
  ['a `b` c ``d ` e`` f', ['a c f']],
  ['a ~~b~~ c ~~d', ['a c ~~d']],
  ['a ` b', ['a ` b']],
  ['> quoted\nsaid', ['said']],
  ['```js\ncode\n```\nsaid', ['said']],
  ['~~~\ncode ```\nmore\n~~~\nsaid', ['said']],
  ['a <!-- b\nc --> d', ['a d']],
  ['', ['']],
])('[D7] of %j is said %j', (text, lines) => expect(saidLines(text)).toEqual(lines));
