import type { ItemKey, Place, Site } from '../core/key.ts';
import { splitKey } from '../core/key.ts';
import { asana } from './asana/index.ts';
import { github } from './github/index.ts';
import { jira } from './jira/index.ts';
import type { Tool } from './tool.ts';

/** Every tool, sorted by id. Adding one is a folder, a line here and in the lists beside it, and a content script. */
export const tools: readonly Tool[] = [asana, github, jira];

const toolsById = new Map(tools.map((tool) => [tool.id, tool]));

export const toolOf = (key: ItemKey): Tool | undefined => toolsById.get(splitKey(key).tool);

/** The item that an address names, whichever tool it belongs to. Tools claim disjoint addresses, so order does not matter. */
export const locate = (address: URL, sites: readonly Site[]): ItemKey | undefined => {
  if (address.protocol !== 'https:' && address.protocol !== 'http:') return undefined;
  if (address.username !== '' || address.password !== '') return undefined;
  for (const tool of tools) {
    const key = tool.locate(address, sites);
    if (key !== undefined) return key;
  }
  return undefined;
};

/** The tool whose page this is, item or not. */
export const toolFor = (address: URL, sites: readonly Site[]): Tool | undefined =>
  tools.find((tool) => tool.site(address, sites) !== undefined);

/** The item that a short form means in the text of `here`. Undefined where several tools claim it. */
export const expand = (word: string, here: ItemKey, places: readonly Place[]): ItemKey | undefined => {
  const found = new Set(tools.flatMap((tool) => tool.expand(word, here, places) ?? []));
  return found.size === 1 ? [...found][0] : undefined;
};

/** The address to open for a key. Built by the tool itself, never taken from a page or a file. */
export const linkTo = (key: ItemKey): URL | undefined => toolOf(key)?.link(key);
