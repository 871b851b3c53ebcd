import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeKey } from '../../../lib/core/key.ts';
import { locateTask, taskAddress } from '../../../lib/tools/asana/addresses.ts';
import { examples } from '../../../lib/tools/asana/examples.ts';

const gid = fc.bigInt({ min: 1n, max: 10n ** 19n }).map(String);

describe('addresses of tasks', () => {
  test.each(examples)('$address names $key', ({ address, key }) => {
    expect(locateTask(new URL(address)) ?? null).toBe(key);
  });

  test('[K1] the address to open names the task again', () => {
    fc.assert(
      fc.property(gid, (ref) => {
        const key = makeKey({ tool: 'asana', ref });
        expect(locateTask(taskAddress(key))).toBe(key);
      }),
    );
  });

  test('[K2] a task is the same in whichever project, view or workspace it is looked at', () => {
    fc.assert(
      fc.property(gid, gid, gid, (task, project, workspace) => {
        const addresses = [
          `/0/${project}/${task}`,
          `/0/inbox/${workspace}/${task}/${project}`,
          `/0/search?q=a&child=${task}`,
          `/1/${workspace}/project/${project}/task/${task}?focus=true`,
          `/1/${workspace}/task/${task}/comment/${project}`,
        ];
        const keys = addresses.map((path) => locateTask(new URL(path, 'https://app.asana.com')));
        expect(new Set(keys)).toEqual(new Set([`asana:${task}`]));
      }),
    );
  });

  test.each([
    '/0/1/12a',
    '/0/1/٣',
    '/0/1/123456789012345678901',
    '/1/a/task/2',
    '/1/9/task/2/task/3',
    '/0/search?child=x',
  ])('nothing is named by %s', (path) => expect(locateTask(new URL(path, 'https://app.asana.com'))).toBeUndefined());
});
