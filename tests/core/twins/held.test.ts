import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ItemKey } from '../../../lib/core/key.ts';
import { createHeld, createShared } from '../../../lib/core/twins/held.ts';
import type { TwinItem } from '../../../lib/core/twins/text.ts';

const anyItem: fc.Arbitrary<TwinItem> = fc.record(
  {
    key: fc.constantFrom('asana:1', 'asana:2').map((key) => key as ItemKey),
    title: fc.string(),
    kind: fc.constantFrom('issue', 'task'),
    created: fc.nat(),
    closed: fc.nat(),
    author: fc.record({ name: fc.constantFrom('Dana', 'Noor') }),
    labels: fc.array(fc.constantFrom('a', 'b'), { maxLength: 2 }),
  },
  { requiredKeys: ['key', 'title'] },
);

test('law: what was put last of a document is there, without its description, until it is removed', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat({ max: 90 }), fc.option(anyItem)), { maxLength: 40 }), (steps) => {
      const held = createHeld();
      const known = new Map<number, TwinItem>();
      for (const [document, item] of steps) {
        if (item === null) {
          held.remove(document);
          known.delete(document);
        } else {
          held.put(document, { ...item, description: 'not held' });
          known.set(document, item);
        }
      }
      for (let document = 0; document < 100; document += 1) {
        const item = known.get(document);
        expect(held.item(document)).toEqual(item);
        expect(held.title(document)).toBe(item?.title);
        if (item !== undefined) expect(held.created(document)).toBe(item.created ?? Number.NaN);
        if (item !== undefined) expect(held.closed(document)).toBe(item.closed ?? Number.NaN);
      }
    }),
  );
});

test('equal values have one number, and none has 0', () => {
  const shared = createShared<{ readonly name: string }>(({ name }) => name);
  expect([{ name: 'a' }, undefined, { name: 'b' }, { name: 'a' }].map(shared.number)).toEqual([1, 0, 2, 1]);
  expect([shared.value(0), shared.value(2)]).toEqual([undefined, { name: 'b' }]);
});
