import type { Change } from '../core/change.ts';
import type { ItemKey } from '../core/key.ts';
import type { MenuOutcome } from '../core/menu-outcome.ts';
import { worksWith } from './admission.ts';
import type { Needs } from './needs.ts';

/** What is said of the item of a page, seen from there, by a click on a link. */
export interface LinkClick {
  readonly says: 'waits-on' | 'blocks';
  readonly page: string | undefined;
  readonly link: string | undefined;
  /** Of the change, for doing it once. */
  readonly operation: string;
}

/**
 * States that the item of a page waits on, or blocks, the one that a link there leads to. Undefined: it is stated, and
 * everybody who shows it sees it; else why it is not.
 */
export const stateDependency = async (
  needs: Needs,
  { says, page, link, operation }: LinkClick,
): Promise<MenuOutcome['type'] | undefined> => {
  const { knowledge, tools, clock } = needs;
  const [settings, policy] = await Promise.all([knowledge.settings(), needs.policy()]);
  const keyAt = (address: string | undefined): ItemKey | undefined =>
    address !== undefined && URL.canParse(address) ? tools.locate(new URL(address), settings.sites) : undefined;
  const [here, linked] = [keyAt(page), keyAt(link)];
  if (here === undefined || linked === undefined || here === linked) return 'no-item';
  if ((await worksWith(needs, [here, linked], settings, policy)).length < 2) return 'blocked';
  const ends = says === 'waits-on' ? { blocker: linked, blocked: here } : { blocker: here, blocked: linked };
  const change: Change = { type: 'add-dependency', ...ends };
  const written = await knowledge.write(change, { id: operation, at: clock.now() });
  return written.ok ? undefined : 'not-stored';
};
