import { expect, test } from 'vitest';
import { parseAddress } from '../../lib/core/address.ts';

test('an address is parsed; what is none, or endless, is not', () => {
  expect(parseAddress('https://a.example/b?c#d')?.href).toBe('https://a.example/b?c#d');
  expect(parseAddress('a.example/b')).toBeUndefined();
  expect(parseAddress('https://')).toBeUndefined();
  expect(parseAddress(`https://a.example/${'x'.repeat(2_000)}`)).toBeUndefined();
});
