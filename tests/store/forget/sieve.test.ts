import { describe, expect, test } from 'vitest';
import { toolNeeds } from '../../../entrypoints/background/tool-needs.ts';
import { aliasKey, siteOf } from '../../../lib/core/key.ts';
import { coveredBy, type PartScope } from '../../../lib/store/forget/covered.ts';
import { sieveFor } from '../../../lib/store/forget/sieve.ts';
import { api45, dana, day, key, must, noon, openOn, pay7, seen, task } from '../fresh.ts';

const jira = { tool: 'jira', site: 'acme.atlassian.net' };
const core3 = key('jira:acme.atlassian.net:CORE-3');
const web9 = key('jira:acme.atlassian.net:WEB-9');
const pay8 = key('jira:acme.atlassian.net:PAY-8');

/** PAY-7 moved to CORE-3, and CORE-3 to WEB-9. */
const sieve = async (scope: PartScope) => {
  const { store, db } = await openOn();
  const aliases = [aliasKey(siteOf(pay7), '10012')];
  for (const [n, at] of [pay7, core3, web9].entries())
    await must(store.observe([seen(at, {}, { aliases })], { at: noon + n * day }));
  const covered = await coveredBy(db, scope, toolNeeds.place);
  return sieveFor(db, covered, [pay7, core3, web9, pay8, api45, task]);
};

const project = (name: string): PartScope => ({ type: 'place', place: { ...jira, name } });

describe('[K8] the key of an item', () => {
  test('goes with the place in which the item is now', async () => {
    const { key: kept } = await sieve(project('WEB'));
    expect([pay7, core3, web9].map(kept)).toEqual([undefined, undefined, undefined]);
    expect([pay8, api45].map(kept)).toEqual([pay8, api45]);
  });

  test('[K2] that it had in a place that goes is its present one now; other old keys stay', async () => {
    const { key: kept } = await sieve(project('PAY'));
    expect([pay7, core3, web9].map(kept)).toEqual([web9, core3, web9]);
    expect(kept(pay8)).toBeUndefined();
  });

  test('goes with the whole site', async () => {
    const { key: kept } = await sieve({ type: 'site', site: jira });
    expect([pay7, core3, web9, pay8, api45].map(kept)).toEqual([undefined, undefined, undefined, undefined, api45]);
  });

  test('stays as it is where a person goes, an old one too', async () => {
    const { key: kept } = await sieve({ type: 'person', person: dana });
    expect([pay7, core3, web9, pay8].map(kept)).toEqual([pay7, core3, web9, pay8]);
  });

  test('goes with all of a tool whose items name no place', async () => {
    const { key: kept } = await sieve({ type: 'place', place: { tool: 'asana', site: 'asana', name: '*' } });
    expect([task, api45, pay7].map(kept)).toEqual([undefined, api45, pay7]);
  });
});

describe('[K8] what a statement is about', () => {
  test('goes where one of its items does', async () => {
    const { naturalKey } = await sieve(project('WEB'));
    expect(naturalKey(['dep', api45, pay7])).toBeUndefined();
    expect(naturalKey(['dep', web9, api45])).toBeUndefined();
    expect(naturalKey(['own', core3, 'owner'])).toBeUndefined();
    expect(naturalKey(['dep', api45, task])).toEqual(['dep', api45, task]);
  });

  test('[K2] is called by its present key where it was called by one that goes', async () => {
    const { naturalKey } = await sieve(project('PAY'));
    expect(naturalKey(['dep', pay7, core3])).toEqual(['dep', web9, core3]);
    expect(naturalKey(['own', pay7, 'owner'])).toEqual(['own', web9, 'owner']);
  });

  test('stays where it names no item', async () => {
    const { naturalKey } = await sieve({ type: 'site', site: jira });
    expect(naturalKey(['norm', 'weekly', 'PAY'])).toEqual(['norm', 'weekly', 'PAY']);
  });
});
