import type { Needs } from '../../lib/app/needs.ts';
import { propose } from '../../lib/app/propose.ts';
import { seePage } from '../../lib/app/see-page.ts';
import { showCards } from '../../lib/app/show-cards.ts';
import type { Handlers, PageSender } from '../../lib/browser/receive.ts';
import type { Account, Me } from '../../lib/core/person.ts';
import { withAccount, withoutAccount } from '../../lib/core/person.ts';
import { fail, ok, type Result } from '../../lib/core/result.ts';
import type { StoreFailure } from '../../lib/core/store-failure.ts';
import type { Store } from '../../lib/store/index.ts';

export interface HandlersNeeds extends Omit<Needs, 'knowledge'> {
  /** Undefined: the browser does not open the store. */
  readonly store: () => Promise<Store | undefined>;
  readonly takeFile: (name: string) => Promise<Uint8Array | undefined>;
  /** The panel that opens is to show this item. */
  readonly showInPanel: (key: string | undefined) => Promise<void>;
  /** False: this document has asked about as many links as it may. */
  readonly mayAsk: (sender: PageSender, keys: readonly string[]) => Promise<boolean>;
}

const closed = fail<StoreFailure>({ type: 'StoreClosed' });

/** What each message does. The messages, their schemas and their senders are checked before (`receive.ts`). */
export const handlersFor = (needs: HandlersNeeds): Handlers => {
  const { clock, takeFile, showInPanel, mayAsk } = needs;

  const withStore = async <Value, Failure>(
    run: (store: Store, needs: Needs) => Promise<Result<Value, Failure & { readonly type: string }>>,
  ): Promise<Result<Value, (Failure & { readonly type: string }) | StoreFailure>> => {
    const store = await needs.store();
    return store === undefined ? closed : run(store, { ...needs, knowledge: store });
  };
  const changeMe = (account: Account, change: (me: Me, account: Account) => Me) =>
    withStore(async (store) => store.changeSettings(({ me }) => ({ me: change(me, account) })));

  return {
    'page.seen': (sighting, sender) => withStore((_store, all) => seePage(all, sender.address, sighting)),
    'page.cards': async (asked, sender) =>
      (await mayAsk(sender, asked.keys))
        ? withStore(async (_store, all) => ok(await showCards(all, sender.address, asked)))
        : fail({ type: 'Refused', why: 'too-many' }),
    'page.propose': (proposal, sender) => withStore((_store, all) => propose(all, sender.address, proposal)),
    'panel.open': async ({ key }) => {
      await showInPanel(key);
      return ok(null);
    },

    'change.write': ({ change, operation }) =>
      withStore((store) => store.write(change, { id: operation, at: clock.now() })),
    'change.undo': ({ change, operation }) =>
      withStore((store) => store.undo(change, { id: operation, at: clock.now() })),
    'me.add': ({ account }) => changeMe(account, withAccount),
    'me.remove': ({ account }) => changeMe(account, withoutAccount),
    'switch.set': ({ name, on }) =>
      withStore((store) => store.changeSettings(({ switches }) => ({ switches: { ...switches, [name]: on } }))),
    'file.restore': async ({ name }) => {
      const content = await takeFile(name);
      if (content === undefined) return fail({ type: 'FileRefused', why: 'not-found' });
      return withStore(async (store) => {
        const restored = await store.restore(content);
        return restored.ok ? ok(null) : restored;
      });
    },
    'file.add': async ({ name, operation }) => {
      const content = await takeFile(name);
      if (content === undefined) return fail({ type: 'FileRefused', why: 'not-found' });
      return withStore((store) => store.addColleague(content, { id: operation, at: clock.now() }));
    },
  };
};
