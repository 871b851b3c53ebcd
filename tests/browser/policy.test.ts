import { expect, test, vi } from 'vitest';
import { onPolicyChange, readPolicy } from '../../lib/browser/policy.ts';
import { allowsSite, noPolicy } from '../../lib/core/policy.ts';
import { tools } from '../../lib/tools/index.ts';

test('[P6] what the browser has of the organisation is read anew each time', async () => {
  let stored: unknown = {};
  const area = { get: vi.fn(async () => stored) };
  expect(await readPolicy(area, tools)).toEqual(noPolicy);
  stored = { exports: false, tokens: 'no' };
  expect(await readPolicy(area, tools)).toEqual({
    ...noPolicy,
    exports: false,
    tokens: false,
    decided: ['tokens', 'exports'],
    unreadable: ['tokens'],
  });
  expect(area.get).toHaveBeenCalledWith(null);
});

test('[P6] every host that a tool reads by itself can be blocked by its name', async () => {
  const hosts = tools.flatMap(({ matches }) => matches.map((match) => new URL(match).host));
  expect(hosts.length).toBeGreaterThan(2);
  for (const tool of tools) {
    for (const match of tool.matches) {
      const { host } = new URL(match);
      const site = tool.site(new URL(`https://${host.replace('*', 'acme')}/`), []) ?? host;
      const isAllowed = async (...blockedSites: readonly string[]): Promise<boolean> =>
        allowsSite(await readPolicy({ get: async () => ({ blockedSites }) }, tools), { tool: tool.id, site });
      expect([host, await isAllowed(host)]).toEqual([host, false]);
      expect([host, await isAllowed(...hosts.filter((other) => other !== host))]).toEqual([host, true]);
    }
  }
});

test('[P6] Firefox refuses to answer where no organisation has decided: that is no policy', async () => {
  const get = () => Promise.reject(new Error('Managed storage manifest not found'));
  expect(await readPolicy({ get }, tools)).toEqual(noPolicy);
});

test('[P6] any other refusal throws: what is not known does not count as allowed', async () => {
  const get = () => Promise.reject(new Error('The managed storage manifest is broken'));
  await expect(readPolicy({ get }, tools)).rejects.toThrow('broken');
});

test('[P6] a change is told, where the browser tells it', () => {
  const listeners: (() => void)[] = [];
  const changed = vi.fn();
  const onChanged = {
    addListener: (listener: () => void) => {
      listeners.push(listener);
    },
  };
  onPolicyChange({ get: async () => ({}), onChanged }, changed);
  onPolicyChange({ get: async () => ({}) }, changed);
  expect(changed).not.toHaveBeenCalled();
  for (const listener of listeners) listener();
  expect(changed).toHaveBeenCalledTimes(1);
});
