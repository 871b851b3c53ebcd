import { type Day, dayAfter } from './dates.ts';
import { dana, ivo, mei, noor, tomas } from './people.ts';
import type { AsanaTask, GitHubItem, Item, JiraIssue } from './world.ts';

const verbs = ['Round', 'Count', 'Cache', 'Translate', 'Test', 'Show', 'Hide', 'Sort', 'Log', 'Check'];
const things = ['invoices', 'totals', 'currencies', 'receipts', 'vouchers', 'address fields', 'taxes'];
const places = ['in the basket', 'on the receipt', 'in the app', 'for large shops', 'at night', 'in exports'];
const owners = [dana, noor, tomas, mei, ivo, undefined];

const pick = <Value>(values: readonly Value[], index: number): Value => values[index % values.length] as Value;

/** Items for lists that are long. They wait on nothing, and look like the others. */
export const manyItems = (tool: Item['tool'], count: number, today: Day): readonly Item[] =>
  Array.from({ length: count }, (_, index) => make[tool](index, today));

const titleOf = (index: number): string =>
  `${pick(verbs, index)} ${pick(things, index * 3 + 1)} ${pick(places, Math.floor(index / 7))}`;

const make: { readonly [Tool in Item['tool']]: (index: number, today: Day) => Item } = {
  github: (index, today): GitHubItem => {
    const owner = pick(owners, index);
    return {
      tool: 'github',
      ref: `acme/api#${1001 + index}`,
      kind: 'issue',
      title: titleOf(index),
      state: 'open',
      author: pick([noor, tomas, mei], index),
      assignees: owner === undefined ? [] : [owner],
      labels: index % 3 === 0 ? ['api'] : [],
      opened: dayAfter(today, -(index % 90)),
      text: 'One of many.',
      comments: [],
      blockedBy: [],
      closes: [],
      reviewers: [],
      reviews: [],
      id: 2_500_000_000 + index,
    };
  },
  jira: (index, today): JiraIssue => {
    const owner = pick(owners, index);
    return {
      tool: 'jira',
      ref: `PAY-${1001 + index}`,
      type: pick(['Task', 'Story', 'Bug'] as const, index),
      title: titleOf(index),
      state: pick(['To Do', 'In Progress', 'In Review', 'Done'] as const, index),
      ...(owner === undefined ? {} : { assignee: owner }),
      reporter: noor,
      priority: pick(['Medium', 'Low', 'High'] as const, index),
      labels: [],
      created: dayAfter(today, -(index % 90) - 1),
      updated: dayAfter(today, -(index % 30)),
      text: 'One of many.',
      comments: [],
      blockedBy: [],
      id: 50_000 + index,
    };
  },
  asana: (index, today): AsanaTask => {
    const owner = pick(owners, index);
    return {
      tool: 'asana',
      ref: `${1_205_000_000_000_000 + index}`,
      title: titleOf(index),
      state: index % 9 === 0 ? 'done' : 'open',
      ...(owner === undefined ? {} : { assignee: owner }),
      ...(index % 4 === 0 ? { due: dayAfter(today, (index % 60) - 10) } : {}),
      section: pick(['Pricing', 'Launch', 'Support'], index),
      text: 'One of many.',
      comments: [],
    };
  },
};
