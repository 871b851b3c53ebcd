import { wholeSite } from '../../../lib/core/places.ts';
import { api45, dana, day, key, must, noon, noor, openOn, pay7, seen, task } from '../fresh.ts';

/** A store with something in every table. */
export const filled = async () => {
  const opened = await openOn();
  const { store } = opened;
  const moved = key('jira:acme.atlassian.net:CORE-3');
  const alias = 'jira:acme.atlassian.net:id=10012';
  await must(
    store.observe(
      [
        seen(api45, {
          title: 'Rate limits',
          state: 'open',
          assignees: [{ handle: 'dana', name: 'Dana Reyes' }],
          due: null,
        }),
        seen(
          pay7,
          {
            title: 'Pay by card',
            state: 'open',
            priority: { word: 'High', rank: 'high' },
            links: { relations: [{ kind: 'blocked-by', key: api45, word: 'is blocked by' }], mentions: [] },
          },
          { aliases: [alias] },
        ),
      ],
      { at: noon },
    ),
  );
  await must(
    store.write({ type: 'name-role', item: pay7, role: 'owner', who: noor, accepted: true }, { id: 'f1', at: noon }),
  );
  await must(store.observe([seen(moved, { state: 'in-progress' }, { aliases: [alias] })], { at: noon + day }));
  await must(store.observe([], { at: noon + day, drift: { key: task, missing: ['title'] } }));
  await must(
    store.write(
      { type: 'add-dependency', blocker: api45, blocked: moved, reason: 'limit', needed: '2026-12-04' },
      { id: 'f2', at: noon },
    ),
  );
  await must(
    store.write(
      { type: 'name-role', item: moved, role: 'owner', who: dana, accepted: false },
      { id: 'f3', at: noon + 1 },
    ),
  );
  await must(store.undo('f3', { id: 'f4', at: noon + 2 }));
  await must(
    store.changeSettings({
      me: { accounts: [dana] },
      sites: [{ tool: 'github', site: 'git.corp.example:8443' }],
      places: [
        { tool: 'jira', site: 'acme.atlassian.net', name: 'PAY', sign: 'assigned' },
        { tool: 'github', site: 'github.com', name: 'acme/api', answer: 'later', answeredAt: noon },
        { tool: 'asana', site: 'asana', name: wholeSite },
      ],
      switches: { 'signal.stalled': false },
      week: { days: [1, 2, 3, 7], holidays: ['2026-12-25'] },
      ages: { kept: 30, fresh: 3 },
      asides: [
        { row: `work ${moved}`, at: noon, until: '2026-12-01', was: { state: 'open', rank: 'high', owner: 'nobody' } },
        { row: `${moved} ${api45}`, at: noon - day, was: {} },
      ],
    }),
  );
  return { ...opened, moved };
};
