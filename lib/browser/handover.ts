/** The part of `navigator.storage` that handing a file over needs. */
export interface PrivateFiles {
  readonly getDirectory: () => Promise<FileSystemDirectoryHandle>;
}

/**
 * Leaves a file in the extension's own private file system for the background, which alone writes the store: a message
 * may hold 64 MB, a backup more. Gives the name to send.
 */
export const leaveFile = async (
  files: PrivateFiles,
  content: Uint8Array<ArrayBuffer>,
  name: string,
): Promise<string> => {
  const handle = await (await files.getDirectory()).getFileHandle(name, { create: true });
  const stream = await handle.createWritable();
  await stream.write(content);
  await stream.close();
  return name;
};

/** Deletes files that nobody took: the browser ended between the two, or the message about one never arrived. */
export const sweepFiles = async (files: PrivateFiles): Promise<void> => {
  const folder = await files.getDirectory();
  const names: string[] = [];
  for await (const name of folder.keys()) names.push(name);
  await Promise.all(names.map((name) => folder.removeEntry(name)));
};

/** Takes the file away again. Undefined: there is none of this name. */
export const takeFile = async (files: PrivateFiles, name: string): Promise<Uint8Array | undefined> => {
  const folder = await files.getDirectory();
  try {
    const file = await (await folder.getFileHandle(name)).getFile();
    const content = new Uint8Array(await file.arrayBuffer());
    await folder.removeEntry(name);
    return content;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return undefined;
    throw error;
  }
};
