import { describe, expect, test } from 'vitest';
import { spokenText, termsOf } from '../../../lib/core/twins/terms.ts';

describe('the terms of a text', () => {
  test.each([
    ['words without case and endings', 'Crashes when CRASHING', ['crash', 'crash']],
    ['no words that tell nothing', 'it is the same as that', []],
    [
      'parts of a name, and the name',
      'android.content.Intent',
      ['android', 'content', 'intent', 'android.content.intent'],
    ],
    ['words that are joined by capitals', 'openURLFailed', ['openurlfail', 'open', 'url', 'fail']],
    ['numbers of a version, no long ones', 'error 404 at 1479231234567', ['error', '404']],
    ['no names of items', 'PAY-231 blocks acme #45 badly', ['block', 'acm', 'badli']],
    [
      'German as it is written',
      'Anmeldung schlägt nach Überprüfung fehl',
      ['anmeldung', 'schlägt', 'nach', 'überprüfung', 'fehl'],
    ],
    ['Russian', 'Ошибка входа', ['ошибка', 'входа']],
    ['Hindi with its signs', 'लॉगिन विफल', ['लॉगिन', 'विफल']],
    ['Japanese by pairs of characters', '決済が失敗', ['決済', '済が', 'が失', '失敗']],
    ['Chinese beside Latin letters', 'API限流', ['api', '限流']],
    ['Korean', '결제 오류', ['결제', '오류']],
    ['one character alone', '車', ['車']],
    ['full-width letters as plain ones', 'ＡＰＩ', ['api']],
  ])('%s', (_what, text, terms) => {
    expect(termsOf(text)).toEqual(terms);
  });

  test('no more than are asked for, in their order', () => {
    expect(termsOf('alpha.beta gamma', 2)).toEqual(['alpha', 'beta']);
  });

  test('a text that is one long word costs nothing and gives nothing', () => {
    expect(termsOf('x'.repeat(100_000))).toEqual([]);
  });
});

test('what is no word of people is left out of a description', () => {
  const said = spokenText('<!-- fill in -->See https://example.com/a?b=c <b>now</b> {code:java}int x;{code}');
  expect(termsOf(said)).toEqual(['see', 'int']);
});
