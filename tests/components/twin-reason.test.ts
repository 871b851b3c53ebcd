import { expect, test } from 'vitest';
import { type ReasonInk, reasonOf } from '../../components/twin-reason.ts';
import type { ItemKey } from '../../lib/core/key.ts';
import type { TwinReason } from '../../lib/core/twin.ts';
import { shippedWords } from './overlay/stage.ts';

const ink: ReasonInk<string> = {
  item: (key) => `<${key}>`,
  person: ({ name = '' }) => `<${name}>`,
  quoted: (words) => `“${words}”`,
};
const said = (reason: TwinReason, locale: 'en' | 'de' = 'en'): string =>
  reasonOf(shippedWords(locale), ink, reason).join('');

const reasons: readonly (readonly [TwinReason, string, string])[] = [
  [{ type: 'same-title' }, 'Same title', 'Gleicher Titel'],
  [{ type: 'rare-words', words: ['refund', 'retry'] }, 'Both say “refund, retry”', 'In beiden steht “refund, retry”'],
  [{ type: 'identifiers', words: ['E_CHARGE'] }, 'Both name “E_CHARGE”', 'Beide nennen “E_CHARGE”'],
  [{ type: 'shared-link', key: 'fake:7' as ItemKey }, 'Both link to <fake:7>', 'Beide verweisen auf <fake:7>'],
  [{ type: 'same-person', who: { name: 'Ada' } }, 'Same person: <Ada>', 'Dieselbe Person: <Ada>'],
  [{ type: 'close-in-time', days: 0 }, 'Opened on the same day', 'Am selben Tag angelegt'],
  [{ type: 'close-in-time', days: 1 }, 'Opened a day apart', 'Einen Tag auseinander angelegt'],
  [{ type: 'close-in-time', days: 5 }, 'Opened 5 days apart', '5 Tage auseinander angelegt'],
];

test.each(reasons)('[W1] each reason in words: %j', (reason, english, german) => {
  expect(said(reason)).toBe(english);
  expect(said(reason, 'de')).toBe(german);
});

test('of many words the first four', () => {
  expect(said({ type: 'rare-words', words: ['a', 'b', 'c', 'd', 'e'] })).toBe('Both say “a, b, c, d”');
});
