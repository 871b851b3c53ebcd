import { createHash, generateKeyPairSync, sign } from 'node:crypto';

export interface Certificate {
  /** PEM. */
  readonly key: string;
  /** PEM, self-signed, valid for a month. */
  readonly cert: string;
  /** SHA-256 of the public key, base64: what `--ignore-certificate-errors-spki-list` takes. */
  readonly fingerprint: string;
}

/**
 * A self-signed certificate for these host names (`*.atlassian.net` is one). Written out as DER here (RFC 5280), since
 * Node signs but does not issue, and a fresh machine has no openssl.
 */
export const selfSigned = (hosts: readonly string[]): Certificate => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const now = Date.now();

  const body = sequence(
    context(0, integer(2)), // version 3
    integer(now),
    ecdsaWithSha256,
    commonName('Demo world'),
    sequence(utcTime(now - dayMs), utcTime(now + 30 * dayMs)),
    commonName('Demo world'),
    spki,
    context(3, sequence(subjectAltNames(hosts))),
  );
  const signature = sign('sha256', body, privateKey);
  const certificate = sequence(body, ecdsaWithSha256, tagged(0x03, Buffer.concat([Buffer.of(0), signature])));

  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: pem('CERTIFICATE', certificate),
    fingerprint: createHash('sha256').update(spki).digest('base64'),
  };
};

const dayMs = 86_400_000;

const tagged = (tag: number, ...contents: readonly Uint8Array[]): Buffer => {
  const content = Buffer.concat(contents);
  const size = content.length;
  const length =
    size < 0x80 ? Buffer.of(size) : size < 0x100 ? Buffer.of(0x81, size) : Buffer.of(0x82, size >> 8, size & 0xff);
  return Buffer.concat([Buffer.of(tag), length, content]);
};
const sequence = (...contents: readonly Uint8Array[]): Buffer => tagged(0x30, ...contents);
const context = (number: number, content: Uint8Array): Buffer => tagged(0xa0 | number, content);
const text = (value: string): Buffer => tagged(0x0c, Buffer.from(value));
const utcTime = (at: number): Buffer =>
  tagged(0x17, Buffer.from(`${new Date(at).toISOString().replace(/[-:T]/gu, '').slice(2, 14)}Z`));

/** A whole number below 2^53, not negative. */
const integer = (value: number): Buffer => {
  const digits = value.toString(16);
  const bytes = Buffer.from(digits.padStart(digits.length + (digits.length % 2), '0'), 'hex');
  // The first bit is the sign, so a number that would begin with it gets a zero before it.
  return tagged(0x02, (bytes[0] ?? 0) < 0x80 ? bytes : Buffer.concat([Buffer.of(0), bytes]));
};

/** Object identifiers, in the form they are written in: ecdsa-with-SHA256, commonName, subjectAltName. */
const ecdsaWithSha256 = sequence(tagged(0x06, Buffer.from('2a8648ce3d040302', 'hex')));
const commonNameId = tagged(0x06, Buffer.from('550403', 'hex'));
const subjectAltNameId = tagged(0x06, Buffer.from('551d11', 'hex'));

const commonName = (name: string): Buffer => sequence(tagged(0x31, sequence(commonNameId, text(name))));

const subjectAltNames = (hosts: readonly string[]): Buffer =>
  sequence(subjectAltNameId, tagged(0x04, sequence(...hosts.map((host) => tagged(0x82, Buffer.from(host))))));

const pem = (label: string, der: Uint8Array): string =>
  `-----BEGIN ${label}-----\n${Buffer.from(der)
    .toString('base64')
    .replace(/.{1,64}/gu, '$&\n')}-----END ${label}-----\n`;
