import { expect, expectTypeOf, test } from 'vitest';
import type * as z from 'zod/mini';
import { bounds, type Observation } from '../../lib/core/item.ts';
import { observationSchema } from '../../lib/core/observation-schema.ts';
import { keyOf } from '../worlds.ts';

const whole: Observation = {
  key: keyOf('1'),
  from: 'item',
  aliases: ['github:github.com:node-1'],
  partial: ['mentions'],
  facts: {
    kind: 'pull-request',
    title: '<img src=x onerror=alert(1)>',
    state: 'in-progress',
    word: 'Draft',
    assignees: [
      { handle: 'dana', name: 'Dana Reyes' },
      { handle: 'acme/web', kind: 'team' },
    ],
    author: { handle: 'bot', kind: 'agent' },
    reviewers: [],
    reviews: [{ by: { name: 'Noor' }, verdict: 'approved', commit: 'abc123', at: '2026-11-20T10:00:00Z' }],
    priority: { word: 'P1', rank: 'high' },
    labels: ['bug'],
    due: null,
    created: '2026-11-01T09:00:00Z',
    updated: '2026-11-02',
    closed: null,
    branch: 'feature/x',
    commit: 'abc123',
    projects: ['Website'],
    links: {
      relations: [{ kind: 'blocked-by', key: keyOf('2'), word: 'is blocked by', hard: false, needed: '2026-12-01' }],
      mentions: [],
    },
    description: 'words',
    digest: '0123456789abcdef',
    agent: 'Some Agent',
  },
};

test('an observation as readers make it passes unchanged, and is one for the compiler too', () => {
  expect(observationSchema.parse(whole)).toEqual(whole);
  expectTypeOf<z.infer<typeof observationSchema>>().toExtend<Observation>();
  expect(observationSchema.parse({ key: keyOf('1'), from: 'list', facts: {} })).toEqual({
    key: keyOf('1'),
    from: 'list',
    facts: {},
  });
});

const withFacts = (facts: object): unknown => ({ key: keyOf('1'), from: 'item', facts });

test.each<[string, unknown]>([
  ['no key', { from: 'item', facts: {} }],
  ['a key that is none', { key: 'javascript:alert (1)', from: 'item', facts: {} }],
  ['an unknown field', { ...whole, extra: 1 }],
  ['an unknown fact', withFacts({ owner: 'dana' })],
  ['a prototype', JSON.parse(`{"key":"asana:1","from":"item","facts":{"__proto__":{"x":1}}}`)],
  ['a state that is none', withFacts({ state: 'closed' })],
  ['a day that is none', withFacts({ due: '2026-02-30' })],
  ['a title of 10 MB', withFacts({ title: 'x'.repeat(10_000_000) })],
  ['too many people', withFacts({ assignees: Array(bounds.people + 1).fill({ name: 'x' }) })],
  ['too many links', withFacts({ links: { text: Array(bounds.links + 1).fill({ kind: 'blocks', key: 'asana:1' }) } })],
  ['a group of links that is none', withFacts({ links: { secret: [] } })],
  ['nobody as an assignee', withFacts({ assignees: [{}] })],
  ['a fact that is undefined', withFacts({ title: undefined })],
  ['an alias that is none', { ...whole, aliases: ['x'] }],
])('%s is refused', (_what, value) => {
  expect(observationSchema.safeParse(value).success).toBe(false);
});
