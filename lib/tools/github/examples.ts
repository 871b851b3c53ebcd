import type { AddressExample } from '../tool.ts';

/** Addresses with what each names, near misses included. */
export const examples: readonly AddressExample[] = [
  { address: 'https://github.com/acme/api/issues/45', key: 'github:github.com:acme/api#45' },
  { address: 'https://github.com/Acme/API/issues/45#issuecomment-7', key: 'github:github.com:acme/api#45' },
  { address: 'http://www.github.com/acme/api/issues/45', key: 'github:github.com:acme/api#45' },
  { address: 'https://github.com//acme//api/issues/045/', key: 'github:github.com:acme/api#45' },
  { address: 'https://github.com/acme/api/pull/46', key: 'github:github.com:acme/api#46' },
  { address: 'https://github.com/acme/api/pull/46/changes/0a1b2c3..4d5e6f7', key: 'github:github.com:acme/api#46' },
  { address: 'https://github.com/acme/api/pull/46/conflicts', key: 'github:github.com:acme/api#46' },
  {
    address: 'https://github.com/acme/api/pull/46?notification_referrer_id=NT_1',
    key: 'github:github.com:acme/api#46',
  },
  { address: 'https://github.com/acme/api/discussions/9', key: 'github:github.com:acme/api#9' },
  {
    address: 'https://github.com/orgs/acme/projects/3/views/1?pane=issue&itemId=77&issue=acme%7Capi%7C45',
    key: 'github:github.com:acme/api#45',
  },
  {
    address: 'https://github.com/users/mona/projects/3?pane=issue&itemId=77&issue=acme%7Capi%7C45',
    key: 'github:github.com:acme/api#45',
  },
  { address: 'https://github.com/issues/assigned?issue=acme%7Capi%7C45', key: 'github:github.com:acme/api#45' },
  { address: 'https://acme.ghe.com/acme/api/pull/46', key: 'github:acme.ghe.com:acme/api#46' },
  // No repository, no number, another product, or another host.
  { address: 'https://github.com/orgs/acme/projects/3/views/1?pane=issue&itemId=77', key: null },
  { address: 'https://github.com/orgs/acme/discussions/9', key: null },
  { address: 'https://github.com/acme/api/issues/mona', key: null },
  { address: 'https://github.com/acme/api/issues/new/choose', key: null },
  { address: 'https://github.com/acme/api/issues/0', key: null },
  { address: 'https://github.com/acme/api/issues/99999999999999999999', key: null },
  { address: 'https://github.com/acme/api/milestone/45', key: null },
  { address: 'https://github.com/acme/api/pulls/45', key: null },
  { address: 'https://github.com/settings/api/issues/45', key: null },
  { address: 'https://github.com/issues/assigned?issue=acme%7Capi', key: null },
  { address: 'https://github.com/login?issue=acme%7Capi%7C45', key: null },
  { address: 'https://github.com.evil.tld/acme/api/issues/45', key: null },
  { address: 'https://github.com@evil.tld/acme/api/issues/45', key: null },
  { address: 'https://gist.github.com/acme/api/issues/45', key: null },
  { address: 'https://git.example.org/acme/api/issues/45', key: null },
  { address: 'https://github.com:8443/acme/api/issues/45', key: null },
  { address: 'https://api.acme.ghe.com/acme/api/issues/45', key: null },
];
