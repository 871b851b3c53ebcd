// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { SafeLink } from '../../components/safe-link.tsx';
import { draw } from './draw.tsx';

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'file:///etc/passwd',
  'chrome-extension://abc/page.html',
  'blob:https://github.com/0',
  'https://a@evil.example/',
])('[T4] an address that is no plain web address is shown and cannot be followed: %j', (address) => {
  draw(<SafeLink to={new URL(address)}>PAY-7</SafeLink>);
  expect(screen.getByText('PAY-7')).toBeTruthy();
  expect(document.querySelector('a, [href]')).toBeNull();
});

test('a web address opens apart from the panel and tells nothing of where it came from', () => {
  draw(<SafeLink to={new URL('https://github.com/acme/api/issues/45')}>#45</SafeLink>);
  const link = screen.getByRole<HTMLAnchorElement>('link', { name: '#45' });
  expect(link.href).toBe('https://github.com/acme/api/issues/45');
  expect(link.rel).toBe('noopener noreferrer');
  expect(link.target).toBe('_blank');
});

test('without an address it is still a stop of the walk', () => {
  draw(
    <SafeLink to={undefined} walk>
      PAY-7
    </SafeLink>,
  );
  expect(screen.getByText('PAY-7').tabIndex).toBe(0);
});
