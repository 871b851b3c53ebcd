import type { Place, Site } from '../core/key.ts';
import type { Tool } from './tool.ts';

/**
 * What panel, popup and background ask of a tool beside its addresses. It stands apart from `Tool`, which every page's
 * script carries for every tool.
 */
export interface Guide {
  readonly tool: Tool;
  /** The colour of its letter on a light and on a dark surface; both stand AA (tests/components/theme.test.ts). */
  readonly colour: { readonly light: string; readonly dark: string };
  /** What the tool's pages can tell at all, so that the interface hides the rest instead of pretending. */
  readonly tells: { readonly due: boolean; readonly relations: boolean; readonly reviewers: boolean };
  /** The page that lists my own open work. `site` as in keys. */
  readonly mine: (site: string) => URL;
  /** The project or repository that a page belongs to, item or not. Absent: a tool whose keys name no place. */
  readonly placeAt?: (address: URL, sites: readonly Site[]) => Place | undefined;
}
