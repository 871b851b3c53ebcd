import { describe, expect, test } from 'vitest';
import { priorityOf } from '../../../lib/tools/github/labels.ts';

describe('[T4] the priority that labels state', () => {
  test.each([
    ['P0', 'urgent'],
    ['P1', 'high'],
    ['p2', 'normal'],
    ['p3', 'low'],
    ['P4', 'low'],
    ['Priority: P1', 'high'],
    ['priority: high', 'high'],
    ['Priority/Critical-Urgent', 'urgent'],
    ['priority/important-longterm', 'normal'],
    ['prio:medium', 'normal'],
    ['high priority', 'high'],
    ['low-priority', 'low'],
    ['urgent', 'urgent'],
  ] as const)('%s is %s, in its own word', (label, rank) => {
    expect(priorityOf(['bug', label])).toEqual({ word: label, rank });
  });

  test('a word without a place on the scale is kept as it is', () => {
    expect(priorityOf(['priority: whenever'])).toEqual({ word: 'priority: whenever' });
  });

  test('of several the most pressing one', () => {
    expect(priorityOf(['P3', 'priority: whenever', 'P1', 'P2'])?.word).toBe('P1');
  });

  test.each(['bug', 'P', 'P10', 'high', 'php', 'p2p', 'prior art', 'priority', 'step 1', '1', 'critical path', 'V8.1'])(
    '%s is none',
    (label) => {
      expect(priorityOf([label])).toBeNull();
    },
  );
});
