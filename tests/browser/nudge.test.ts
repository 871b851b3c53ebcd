import { expect, test, vi } from 'vitest';
import { nudgePages } from '../../lib/browser/nudge.ts';

test('[P3] every open page is told to ask again, with no facts; one that does not listen stops nothing', async () => {
  const sendMessage = vi.fn((tabId: number) =>
    tabId === 1 ? Promise.reject(new Error('Receiving end does not exist')) : Promise.resolve(),
  );
  await nudgePages({ query: async () => [{ id: 1 }, {}, { id: 2 }], sendMessage });
  expect(sendMessage.mock.calls).toEqual([
    [1, { crosstie: 'changed' }, { frameId: 0 }],
    [2, { crosstie: 'changed' }, { frameId: 0 }],
  ]);
});
