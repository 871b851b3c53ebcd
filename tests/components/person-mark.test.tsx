import { expect, test } from 'vitest';
import { initials } from '../../components/person-mark.tsx';

test.each([
  [{ name: 'Dana Kim' }, 'DK'],
  [{ name: 'Ana Maria de la Cruz' }, 'AC'],
  [{ handle: 'ravi-p' }, 'RP'],
  [{ handle: 'noor' }, 'N'],
  [{ name: 'יוסף כהן' }, 'יכ'],
  [{ name: '王小明' }, '王'],
  [{ name: 'Éa\u0301 🦊' }, 'É'],
  [{ name: '<script>' }, '<'],
  [{ name: '' }, '?'],
] as const)('%j is %s', (person, sign) => {
  expect(initials(person)).toBe(sign);
});
