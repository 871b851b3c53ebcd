import { X509Certificate } from 'node:crypto';
import { expect, test } from 'vitest';
import { selfSigned } from './certificate.ts';

test('a certificate for its hosts, signed by its own key and valid today', () => {
  const { cert } = selfSigned(['github.com', '*.atlassian.net']);
  const certificate = new X509Certificate(cert);
  expect(certificate.verify(certificate.publicKey)).toBe(true);
  expect(certificate.checkHost('github.com')).toBe('github.com');
  expect(certificate.checkHost('acme.atlassian.net')).toBe('*.atlassian.net');
  expect(certificate.checkHost('example.com')).toBeUndefined();
  expect(Date.parse(certificate.validFrom)).toBeLessThan(Date.now());
  expect(Date.parse(certificate.validTo)).toBeGreaterThan(Date.now());
});

test('every one is new', () => {
  expect(selfSigned(['github.com']).fingerprint).not.toBe(selfSigned(['github.com']).fingerprint);
});
