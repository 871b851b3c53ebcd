import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/**
 * The browser's own copies of what people read and do: pages, their titles and addresses. They are there with or without
 * the extension, and it can neither read nor delete them.
 */
const ofTheBrowser =
  /^(?:Default\/)?(?:[^/]*Cache[^/]*|Favicons|History|Network|Sessions|Shortcuts|Top Sites|Visited Links|blob_storage)(?:[-/]|$)/u;

/** Files of a profile in which a text stands, as bytes of any of the three ways in which browsers write text. */
export const filesHolding = (profile: string, text: string): readonly string[] => {
  const spellings = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le'), Buffer.from(text, 'utf16le').swap16()];
  return filesIn(profile, profile).filter((path) => {
    const bytes = contentOf(join(profile, path));
    return spellings.some((spelling) => bytes.includes(spelling));
  });
};

const filesIn = (profile: string, folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    const name = relative(profile, path).split(sep).join('/');
    if (ofTheBrowser.test(name)) return [];
    if (entry.isDirectory()) return filesIn(profile, path);
    return entry.isFile() ? [name] : [];
  });

/** A file may go while it is looked at: then nothing stands in it. */
const contentOf = (path: string): Buffer => {
  try {
    return statSync(path).isFile() ? readFileSync(path) : Buffer.alloc(0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
};
