import { type Day, dayAfter } from './dates.ts';
import { agent, dana, ivo, mei, noor, tomas } from './people.ts';
import type { AsanaTask, GitHubItem, Item, JiraIssue } from './world.ts';

/** Where the three tools of the story are served. */
export const places = {
  github: 'https://github.com',
  jira: 'https://acme.atlassian.net',
  asana: 'https://app.asana.com',
  /** Jira project and board. */
  project: 'PAY',
  board: 7,
  /** Asana workspace, project and, as a stand-in for a project, my own tasks. */
  workspace: '1201000000000001',
  launch: '1203000000000077',
  myTasks: '1202000000000002',
} as const;

/** Items that the walk and the tests speak of. */
export const refs = {
  release: 'PAY-231',
  loadTest: 'PAY-230',
  refunds: 'PAY-233',
  priceSwitch: 'PAY-232',
  finalNumbers: 'PAY-234',
  pricingPage: 'PAY-228',
  retryPolicy: 'PAY-240',
  idempotency: 'acme/api#45',
  migration: 'acme/api#46',
  agentPull: 'acme/api#52',
  retryForm: 'acme/web#12',
  coupon: 'acme/web#14',
  pricePull: 'acme/web#17',
  signOff: '1204000000001204',
  supportAnswers: '1204000000001209',
  pricingTwin: '1204000000001207',
  announcement: '1204000000001211',
} as const;

/** The address of an item's own page. */
export const addressOf = (item: Item): string => {
  if (item.tool === 'jira') return `${places.jira}/browse/${item.ref}`;
  if (item.tool === 'asana') return `${places.asana}/1/${places.workspace}/project/${places.launch}/task/${item.ref}`;
  const [repository, number] = item.ref.split('#');
  return `${places.github}/${repository}/${item.kind === 'pull' ? 'pull' : 'issues'}/${number}`;
};

const issueAt = (ref: string): string => `${places.github}/${ref.replace('#', '/issues/')}`;
const ticketAt = (ref: string): string => `${places.jira}/browse/${ref}`;
const taskAt = (ref: string): string => `${places.asana}/0/${places.launch}/${ref}`;

/**
 * "Checkout 2.0" goes out in eight days, and nobody sees the whole of it: the release ticket in Jira waits on an issue
 * in GitHub that nobody took, which waits on a sign-off in Asana that is planned too late. Beside it: two items that
 * each wait for the other, a piece of work that exists twice, a pull request made by an agent, a review that Dana was
 * asked for, and two items of Dana's that others wait for.
 */
export const story = (today: Day): readonly Item[] => {
  const on = (days: number): Day => dayAfter(today, days);
  let serial = 0;

  const issue = (item: Partial<GitHubItem> & Pick<GitHubItem, 'ref' | 'title' | 'author'>): GitHubItem => ({
    tool: 'github',
    kind: 'issue',
    state: 'open',
    assignees: [],
    labels: [],
    opened: on(-9),
    text: '',
    comments: [],
    blockedBy: [],
    closes: [],
    reviewers: [],
    reviews: [],
    id: 2_400_000_100 + ++serial,
    ...item,
  });
  const pull = (item: Parameters<typeof issue>[0] & Pick<GitHubItem, 'branch' | 'head'>): GitHubItem =>
    issue({ kind: 'pull', ...item });
  const ticket = (item: Partial<JiraIssue> & Pick<JiraIssue, 'ref' | 'title'>): JiraIssue => ({
    tool: 'jira',
    type: 'Task',
    state: 'To Do',
    reporter: noor,
    priority: 'Medium',
    labels: [],
    created: on(-20),
    updated: on(-2),
    text: '',
    comments: [],
    blockedBy: [],
    parent: 'PAY-200',
    id: 10_400 + ++serial,
    ...item,
  });
  const task = (item: Partial<AsanaTask> & Pick<AsanaTask, 'ref' | 'title' | 'section'>): AsanaTask => ({
    tool: 'asana',
    state: 'open',
    text: '',
    comments: [],
    ...item,
  });

  return [
    // Jira: project PAY
    ticket({
      ref: 'PAY-200',
      type: 'Epic',
      title: 'Checkout 2.0',
      state: 'In Progress',
      assignee: noor,
      priority: 'High',
      due: on(8),
      text: 'One page, any card, any currency. Replaces the three-step checkout.',
    }),
    ticket({
      ref: refs.release,
      title: 'Release checkout 2.0',
      state: 'In Progress',
      assignee: noor,
      priority: 'Highest',
      labels: ['release', 'checkout'],
      due: on(8),
      blockedBy: [refs.loadTest],
      text: `The switch to the new checkout for all shops. Customers hear about it the same day.

A charge that is sent twice must never be taken twice, so the charge endpoint comes first.

Blocked by ${issueAt(refs.idempotency)}

> We said in March that we would not wait for anything in the API team. That was before the double charges.`,
      comments: [{ by: ivo, on: on(-1), text: 'Support has the help pages ready. Which day is it now?' }],
    }),
    ticket({
      ref: refs.loadTest,
      title: 'Load test of the checkout at 500 requests a second',
      assignee: tomas,
      priority: 'High',
      labels: ['checkout'],
      due: on(5),
      blockedBy: ['PAY-229'],
      text: 'Two hours at 500 requests a second, with the card provider in its test mode.',
    }),
    ticket({
      ref: 'PAY-229',
      title: 'Environment for the load test, with data of real size',
      state: 'In Progress',
      assignee: mei,
      priority: 'High',
      due: on(3),
      text: 'A copy of the shop data without names, restored every night.',
    }),
    ticket({
      ref: refs.pricingPage,
      type: 'Story',
      title: 'Show the new prices on the pricing page',
      state: 'In Progress',
      assignee: mei,
      labels: ['pricing'],
      due: on(6),
      text: 'The pricing page shows the new prices and the old ones struck through, in all three languages.',
    }),
    ticket({
      ref: refs.priceSwitch,
      title: 'Turn on the new price table for everyone',
      assignee: dana,
      priority: 'High',
      labels: ['pricing'],
      due: on(7),
      text: 'A flag today, on for ten shops. On for everyone at the release.',
    }),
    ticket({
      ref: refs.refunds,
      type: 'Bug',
      title: 'Refunds keep the exchange rate of the day of the purchase',
      state: 'In Progress',
      assignee: tomas,
      priority: 'High',
      due: on(4),
      text: `Finance found 41 refunds at the rate of the refund day.

Depends on ${issueAt(refs.coupon)}, because a refund counts the coupon again.`,
    }),
    ticket({
      ref: refs.finalNumbers,
      title: 'Final numbers for the price table',
      state: 'In Progress',
      assignee: dana,
      priority: 'High',
      labels: ['pricing'],
      due: on(2),
      text: 'Six plans, four currencies, rounded as finance rounds them.',
    }),
    ticket({
      ref: 'PAY-235',
      type: 'Story',
      title: 'Receipts in three languages',
      state: 'In Review',
      assignee: ivo,
      due: on(4),
      text: 'German and Portuguese beside English.',
    }),
    ticket({
      ref: 'PAY-236',
      type: 'Bug',
      title: 'The postcode field refuses Irish codes',
      assignee: mei,
      priority: 'Low',
      text: 'Codes such as D02 AF30 have a space in the middle.',
    }),
    ticket({ ref: 'PAY-237', type: 'Story', title: 'Save a second card', assignee: tomas, priority: 'Low' }),
    ticket({ ref: 'PAY-238', title: 'Words for a declined card', assignee: ivo, state: 'In Review', priority: 'Low' }),
    ticket({ ref: 'PAY-239', type: 'Bug', title: 'Totals jump while a currency loads', priority: 'Medium' }),
    ticket({
      ref: refs.retryPolicy,
      title: 'Retry policy for card payments that fail',
      state: 'In Progress',
      assignee: noor,
      priority: 'High',
      due: on(5),
      text: `Three tries in ten minutes, then the customer is asked.

Depends on ${issueAt(refs.retryForm)}`,
    }),
    ticket({
      ref: 'PAY-241',
      type: 'Story',
      title: 'Ask for the invoice address late',
      assignee: mei,
      priority: 'Low',
    }),
    ticket({ ref: 'PAY-242', title: 'Fraud rules for the first hour', assignee: dana, due: on(9), priority: 'Medium' }),
    ticket({
      ref: 'PAY-227',
      title: 'Drop the old price endpoint',
      state: 'Done',
      assignee: tomas,
      updated: on(-3),
      text: 'Nothing has called it for four weeks.',
    }),
    ticket({ ref: 'PAY-226', title: 'Agree on the wording of the checkout', state: 'Done', assignee: ivo }),
    ticket({ ref: 'PAY-225', title: 'Second card provider', state: "Won't do", assignee: noor, priority: 'Low' }),
    ticket({ ref: 'PAY-224', type: 'Story', title: 'Pay with a wallet', state: 'Done', assignee: mei }),

    // GitHub: acme/api and acme/web
    issue({
      ref: refs.idempotency,
      title: 'Idempotency keys for the charge endpoint',
      author: noor,
      labels: ['P1', 'api'],
      blockedBy: [refs.migration],
      text: `A client that lost the answer sends the charge again. With a key the second one is answered from the first.

The key lives as long as a price is valid, so the table of prices has to be settled first.

Blocked by ${taskAt(refs.signOff)}, needed by ${on(5)}`,
      comments: [
        { by: tomas, on: on(-6), text: 'I can review this, but I am on the load test until it is done.' },
        { by: ivo, on: on(-2), text: `Is somebody on this? ${ticketAt(refs.release)} is on my list for next week.` },
      ],
    }),
    issue({
      ref: refs.migration,
      title: 'Migration: table idempotency_keys',
      author: tomas,
      assignees: [tomas],
      labels: ['P1', 'database'],
      opened: on(-8),
      text: 'One row for each key, gone after 24 hours.',
    }),
    issue({
      ref: 'acme/api#41',
      title: 'Charge endpoint answers 409 for a second currency',
      author: mei,
      assignees: [tomas],
      labels: ['bug', 'api'],
      state: 'closed',
      opened: on(-30),
      closed: on(-12),
      text: 'Fixed with the new rounding.',
    }),
    pull({
      ref: 'acme/api#43',
      title: 'Rate limit per merchant',
      author: tomas,
      labels: ['api'],
      state: 'merged',
      opened: on(-15),
      closed: on(-11),
      branch: 'rate-limit-per-merchant',
      head: '3f9d0b7c51e2a84d6c10f7ab92e35d48c0b61f72',
      reviews: [{ by: noor, verdict: 'approved' }],
      text: 'Counts by merchant instead of by address.',
    }),
    issue({
      ref: 'acme/api#47',
      title: 'Accept charges in points',
      author: ivo,
      state: 'not-planned',
      opened: on(-40),
      closed: on(-25),
      text: 'Nobody asked for it in a year.',
    }),
    issue({
      ref: 'acme/api#49',
      title: 'Refund of a part of a charge',
      author: ivo,
      assignees: [noor],
      labels: ['api'],
      opened: on(-18),
      text: 'Support does it by hand today.',
    }),
    issue({
      ref: 'acme/api#50',
      title: 'Slow answers when a price has many tiers',
      author: mei,
      assignees: [tomas],
      labels: ['performance'],
      opened: on(-6),
      text: 'Above forty tiers the price service takes a second.',
    }),
    issue({
      ref: 'acme/api#51',
      title: 'Log the key of a charge, not its card number',
      author: tomas,
      assignees: [mei],
      labels: ['P2', 'api'],
      opened: on(-3),
      text: 'The last four digits are enough.',
    }),
    pull({
      ref: 'acme/api#48',
      title: 'Metrics for each step of a charge',
      author: mei,
      assignees: [mei],
      state: 'draft',
      opened: on(-4),
      branch: 'mei/charge-metrics',
      head: 'a17c4be03d5f68912e7740bd1c6f09a5823de416',
      text: 'Not ready: the names are not agreed.',
    }),
    pull({
      ref: refs.agentPull,
      title: 'Store and replay idempotency keys',
      author: agent,
      labels: ['api'],
      opened: on(-1),
      branch: 'agent/PAY-231-idempotency-keys',
      head: '7be1c90fd2a3584b61e0ffa2947cd13506b8de29',
      closes: [refs.idempotency],
      text: `Adds a key to the charge endpoint and answers a repeated charge from the first one.

Closes #45

Generated with crafty-agent`,
    }),
    issue({
      ref: refs.retryForm,
      title: 'Payment form shows the state of a retry',
      author: noor,
      assignees: [mei],
      labels: ['checkout'],
      opened: on(-7),
      text: `How many tries there are has to be known before it can be shown.

Blocked by ${ticketAt(refs.retryPolicy)}`,
    }),
    issue({
      ref: refs.coupon,
      title: 'Checkout form loses the coupon on going back',
      author: ivo,
      assignees: [dana],
      labels: ['bug', 'checkout'],
      opened: on(-11),
      text: 'Enter a coupon, continue, go back: the field is empty and the total is the old one.',
      comments: [{ by: tomas, on: on(-3), text: `The refund bug ${ticketAt(refs.refunds)} is the same coupon.` }],
    }),
    pull({
      ref: 'acme/web#15',
      title: 'New form fields for cards',
      author: mei,
      state: 'merged',
      opened: on(-10),
      closed: on(-5),
      branch: 'card-fields',
      head: '0c9f2ad71b3e5684d7721f0a8ce94b35d0a6f113',
      reviews: [{ by: dana, verdict: 'approved' }],
    }),
    pull({
      ref: refs.pricePull,
      title: 'PAY-228 Pricing page reads the new price table',
      author: noor,
      assignees: [noor],
      labels: ['pricing'],
      opened: on(-3),
      branch: 'noor/PAY-228-pricing-page',
      head: 'd41c7f3b90aa6e52817c3d0fb6e2945a1c08f7be',
      reviewers: [dana, 'acme/design'],
      reviews: [{ by: mei, verdict: 'approved' }],
      text: `The page asks the price service instead of keeping its own list.

Blocked by ${ticketAt(refs.finalNumbers)}`,
    }),
    issue({
      ref: 'acme/web#18',
      title: 'Coupon field says why a coupon is refused',
      author: mei,
      assignees: [ivo],
      labels: ['checkout'],
      opened: on(-5),
      blockedBy: [refs.coupon],
      text: 'Expired, for another country, used up: three different words.',
    }),
    issue({
      ref: 'acme/web#19',
      title: 'Focus jumps to the top after an error',
      author: tomas,
      labels: ['bug', 'accessibility'],
      opened: on(-2),
      text: 'With a screen reader the error is never heard.',
    }),

    // Asana: project "Checkout 2.0 launch"
    task({
      ref: refs.signOff,
      title: 'Sign-off of the new pricing table',
      section: 'Pricing',
      assignee: mei,
      due: on(12),
      priority: 'High',
      text: 'Finance and legal sign the table that the checkout will show. Legal meets every second Thursday.',
      comments: [{ by: mei, on: on(-2), text: 'Legal moved it by a week.' }],
    }),
    task({
      ref: refs.pricingTwin,
      title: 'Show new prices on the pricing page',
      section: 'Pricing',
      assignee: ivo,
      due: on(6),
      priority: 'Medium',
      text: 'The pricing page shows the new prices, with the old ones struck through, in three languages.',
    }),
    task({
      ref: '1204000000001208',
      title: 'Compare our prices with three competitors',
      section: 'Pricing',
      assignee: ivo,
      state: 'done',
      due: on(-6),
    }),
    task({
      ref: refs.supportAnswers,
      title: 'Answers for support: why did my price change',
      section: 'Pricing',
      assignee: dana,
      due: on(3),
      text: 'Ten questions that will come, ten answers.',
    }),
    task({
      ref: refs.announcement,
      title: 'Announce checkout 2.0 to customers',
      section: 'Launch',
      assignee: ivo,
      due: on(8),
      priority: 'High',
      text: `Mail, banner and a post, all on the day of the release.

Blocked by ${ticketAt(refs.release)}
Blocked by ${taskAt(refs.supportAnswers)}`,
    }),
    task({ ref: '1204000000001212', title: 'Film for the start page', section: 'Launch', assignee: mei, due: on(6) }),
    task({ ref: '1204000000001213', title: 'Book the room for the launch day', section: 'Launch', state: 'done' }),
    task({ ref: '1204000000001214', title: 'Who is on call on the launch day', section: 'Launch', due: on(7) }),
    task({ ref: '1204000000001215', title: 'Tell the ten pilot shops', section: 'Launch', assignee: dana, due: on(1) }),
    task({ ref: '1204000000001216', title: 'Screens for the app stores', section: 'Launch', assignee: mei }),
    task({
      ref: '1204000000001217',
      title: 'Help pages',
      section: 'Support',
      assignee: ivo,
      state: 'done',
      due: on(-1),
    }),
    task({ ref: '1204000000001218', title: 'Train the late shift', section: 'Support', assignee: ivo, due: on(0) }),
    task({ ref: '1204000000001219', title: 'Canned answer for double charges', section: 'Support', assignee: tomas }),
    task({ ref: '1204000000001220', title: 'Phone numbers for the first week', section: 'Support', priority: 'Low' }),
    task({ ref: '1204000000001221', title: 'Collect what shops say', section: 'Support', assignee: noor, due: on(14) }),
  ];
};
