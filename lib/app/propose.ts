import type { Change, ChangeRefused } from '../core/change.ts';
import { isMe } from '../core/person.ts';
import { fail, ok, type Result } from '../core/result.ts';
import type { StoreFailure } from '../core/store-failure.ts';
import { worksWith } from './admission.ts';
import type { PageNeeds } from './needs.ts';
import { certainMe } from './who-am-i.ts';

/**
 * A change that a page's script asks for, after a click that it checked. It may only name me as the owner of the item
 * of the page's own address: a script that a page has taken over can do no more than that, and it can be undone (T9).
 */
export const propose = async (
  needs: PageNeeds,
  page: URL,
  { change, operation }: { readonly change: Change; readonly operation: string },
): Promise<Result<null, ChangeRefused | StoreFailure | { readonly type: 'Refused'; readonly why: 'not-allowed' }>> => {
  const { knowledge, tools, clock } = needs;
  const [settings, policy] = await Promise.all([knowledge.settings(), needs.policy()]);
  const { me, sites } = settings;
  const key = tools.locate(page, sites);
  const allowed =
    key !== undefined &&
    (await worksWith(needs, [key], settings, policy)).length > 0 &&
    (await needs.mayRead()) &&
    change.type === 'name-role' &&
    change.role === 'owner' &&
    change.item === key &&
    change.who !== null &&
    isMe(await certainMe(knowledge, me), change.who);
  if (!allowed) return fail({ type: 'Refused', why: 'not-allowed' });
  const written = await knowledge.write(change, { id: operation, at: clock.now() });
  return written.ok ? ok(null) : written;
};
