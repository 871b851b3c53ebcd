import { expect, test } from 'vitest';
import { maxEvidence } from '../../lib/signals/evidence.ts';
import { staleKnowledge } from '../../lib/signals/stale-knowledge.ts';
import { net } from '../nets.ts';
import { found, theOne } from './judging.ts';

test('where hundreds wait on one item, all are named and counted, and a few stand for the evidence', () => {
  const work = net();
  for (let at = 0; at < 300; at += 1) work.item(`w${at}`).waits(`w${at}`, 'hub');
  const one = theOne(found(staleKnowledge, work));
  expect(one.items).toHaveLength(301);
  expect(one.says.args['count']).toEqual({ count: 300 });
  expect(one.evidence).toHaveLength(1 + maxEvidence);
});
