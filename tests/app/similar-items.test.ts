import { expect, test } from 'vitest';
import { shownItems } from '../../lib/app/shown-items.ts';
import { similarItems } from '../../lib/app/similar-items.ts';
import type { ItemKey } from '../../lib/core/key.ts';
import { noPolicy } from '../../lib/core/policy.ts';
import { siteSwitch } from '../../lib/core/settings.ts';
import { keyOf } from '../worlds.ts';
import { needsFor } from './needs.ts';

const ticket = 'jira:acme.atlassian.net:PAY-231' as ItemKey;
const off = { [siteSwitch({ tool: 'jira', site: 'acme.atlassian.net' })]: false };

test('[Q3] what reads alike is told in its order, without what is on a site that is off', async () => {
  expect(await similarItems(needsFor().needs, [ticket, keyOf('1')])).toEqual([ticket, keyOf('1')]);
  const { needs } = needsFor(undefined, undefined, { switches: off });
  expect(await similarItems(needs, [ticket, keyOf('1')])).toEqual([keyOf('1')]);
});

test('[K7] nor what is in a place that was said to be none of mine, under any name that it had', async () => {
  const place = { tool: 'github', site: 'github.com', name: 'acme/web', answer: 'no' as const };
  const { needs, knowledge } = needsFor(undefined, undefined, { places: [place] });
  const settings = await knowledge.settings();
  expect([...(await shownItems(needs, [ticket, keyOf('1')], settings, noPolicy))]).toEqual([ticket]);
  knowledge.presentKeys.mockResolvedValue(new Map([[ticket, keyOf('1')]]));
  expect([...(await shownItems(needs, [ticket], settings, noPolicy))]).toEqual([]);
});
