import { expect, test } from 'vitest';
import { leaveFile, type PrivateFiles, sweepFiles, takeFile } from '../../lib/browser/handover.ts';

/** A private file system with one folder, as far as handing over needs one. */
const folder = (): PrivateFiles => {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const handle = (name: string) => ({
    getFile: async () => new Blob([files.get(name) ?? new Uint8Array()]),
    createWritable: async () => ({
      write: async (content: Uint8Array<ArrayBuffer>) => void files.set(name, content),
      close: async () => undefined,
    }),
  });
  const directory = {
    getFileHandle: async (name: string, { create = false } = {}) => {
      if (!create && !files.has(name)) throw new DOMException('no such file', 'NotFoundError');
      return handle(name);
    },
    removeEntry: async (name: string) => void files.delete(name),
    keys: async function* () {
      yield* [...files.keys()];
    },
  };
  return { getDirectory: async () => directory as unknown as FileSystemDirectoryHandle };
};

test('what is left is taken once, byte for byte', async () => {
  const files = folder();
  const content = new Uint8Array([0, 1, 254, 255]);
  expect(await leaveFile(files, content, 'a-name')).toBe('a-name');
  expect(await takeFile(files, 'a-name')).toEqual(content);
  expect(await takeFile(files, 'a-name')).toBeUndefined();
});

test('a name that nobody left is nothing; another fault is not swallowed', async () => {
  expect(await takeFile(folder(), 'unknown')).toBeUndefined();
  const broken: PrivateFiles = { getDirectory: () => Promise.reject(new Error('no disk')) };
  await expect(takeFile(broken, 'a-name')).rejects.toThrow('no disk');
});

test('what nobody took is swept away', async () => {
  const files = folder();
  for (const name of ['one', 'two']) await leaveFile(files, new Uint8Array([1]), name);
  await sweepFiles(files);
  expect([await takeFile(files, 'one'), await takeFile(files, 'two')]).toEqual([undefined, undefined]);
});
