import { expect, test } from 'vitest';
import { createDraftRate } from '../../lib/browser/draft-rate.ts';

test('[T9] a document may ask about 40 drafts in a minute, and others are not held up by it', () => {
  let now = 0;
  const mayAsk = createDraftRate(() => now);
  const asks = (document: string, times: number) => Array.from({ length: times }, () => mayAsk(document));
  expect(asks('one', 40)).not.toContain(false);
  expect(mayAsk('one')).toBe(false);
  expect(mayAsk('another')).toBe(true);
  now += 59_999;
  expect(mayAsk('one')).toBe(false);
  now += 1;
  expect(mayAsk('one')).toBe(true);
});

test('what was refused does not lengthen the wait', () => {
  let now = 0;
  const mayAsk = createDraftRate(() => now);
  for (let at = 0; at < 500; at += 1) {
    mayAsk('one');
    now += 100;
  }
  now += 60_000;
  expect(mayAsk('one')).toBe(true);
});

test('however many documents ask, few are remembered, the one that asked last among them', () => {
  const mayAsk = createDraftRate(() => 0);
  for (let times = 0; times < 40; times += 1) mayAsk('busy');
  for (let other = 0; other < 150; other += 1) mayAsk(`document ${other}`);
  expect(mayAsk('busy')).toBe(false);
  for (let other = 0; other < 300; other += 1) mayAsk(`later document ${other}`);
  expect(mayAsk('busy')).toBe(true);
});
