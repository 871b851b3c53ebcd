import { addMe } from '../../lib/app/add-me.ts';
import { answerPlace } from '../../lib/app/answer-place.ts';
import { likesOfDraft } from '../../lib/app/draft-like.ts';
import type { Likeness, Needs, PageNeeds } from '../../lib/app/needs.ts';
import { propose } from '../../lib/app/propose.ts';
import { seePage } from '../../lib/app/see-page.ts';
import { showCards } from '../../lib/app/show-cards.ts';
import { similarItems } from '../../lib/app/similar-items.ts';
import { createDraftRate } from '../../lib/browser/draft-rate.ts';
import type { Handlers, PageSender } from '../../lib/browser/receive.ts';
import { withAside, withoutAside } from '../../lib/core/aside.ts';
import { isSite, type Site, withSite } from '../../lib/core/key.ts';
import { withoutAccount } from '../../lib/core/person.ts';
import { fail, ok, type Result } from '../../lib/core/result.ts';
import { signalSwitch, siteSwitch } from '../../lib/core/settings.ts';
import type { StoreFailure } from '../../lib/core/store-failure.ts';
import type { Store } from '../../lib/store/index.ts';
import { linkTo } from '../../lib/tools/index.ts';

export interface HandlersNeeds extends Omit<Needs, 'knowledge'> {
  /** Undefined: the browser does not open the store. */
  readonly store: () => Promise<Store | undefined>;
  readonly takeFile: (name: string) => Promise<Uint8Array | undefined>;
  /** Deletes files that were handed over and never taken. */
  readonly sweep: () => Promise<void>;
  /** Whether the browser still lets us read this page. */
  readonly mayRead: (page: PageSender) => Promise<boolean>;
  /** The panel that opens is to show this item. */
  readonly showInPanel: (key: string | undefined) => Promise<void>;
  /** A self-hosted site was added or taken away. */
  readonly onSites: () => void;
  /** False: this document has asked about as many links as it may. */
  readonly mayAsk: (sender: PageSender, keys: readonly string[]) => Promise<boolean>;
  readonly likeDraft: Likeness['likeDraft'];
}

const closed = fail<StoreFailure>({ type: 'StoreClosed' });

/** What each message does. The messages, their schemas and their senders are checked before (`receive.ts`). */
export const handlersFor = (needs: HandlersNeeds): Handlers => {
  const { clock, tools, takeFile, sweep, showInPanel, mayAsk, mayRead, onSites, likeDraft } = needs;
  const mayDraft = createDraftRate(clock.now);

  const withStore = async <Value, Failure>(
    run: (store: Store, needs: Needs) => Promise<Result<Value, Failure & { readonly type: string }>>,
  ): Promise<Result<Value, (Failure & { readonly type: string }) | StoreFailure>> => {
    const store = await needs.store();
    return store === undefined ? closed : run(store, { ...needs, knowledge: store });
  };
  const withPage = <Value, Failure>(
    sender: PageSender,
    run: (needs: PageNeeds) => Promise<Result<Value, Failure & { readonly type: string }>>,
  ) => withStore((_store, all) => run({ ...all, mayRead: () => mayRead(sender) }));
  const changeSites = (change: (sites: readonly Site[]) => readonly Site[]) =>
    withStore(async (store) => {
      const done = await store.changeSettings(({ sites }) => ({ sites: change(sites) }));
      if (done.ok) onSites();
      return done;
    });

  return {
    'page.seen': (sighting, sender) => withPage(sender, (all) => seePage(all, sender.address, sighting)),
    'page.cards': async (asked, sender) =>
      (await mayAsk(sender, asked.keys))
        ? withPage(sender, async (all) => ok(await showCards(all, sender.address, asked)))
        : fail({ type: 'Refused', why: 'too-many' }),
    'page.propose': (proposal, sender) => withPage(sender, (all) => propose(all, sender.address, proposal)),
    'draft.like': async ({ isPublic, ...draft }, sender) => {
      if (!mayDraft(sender.document)) return fail({ type: 'Refused', why: 'too-many' });
      return withPage(sender, async (all) => {
        const knowing = { ...all, knowledge: { ...all.knowledge, likeDraft }, link: linkTo };
        const hits = await likesOfDraft(knowing, sender.address, { draft, isPublic });
        // They count among the items that a document may ask about: guessed titles must not read out what is known.
        const keys = hits.map(({ item }) => item.key);
        return (await mayAsk(sender, keys)) ? ok(hits) : fail({ type: 'Refused', why: 'too-many' });
      });
    },
    'item.similar': ({ key }) =>
      withStore(async (store, all) => ok(await similarItems(all, await store.similarTo(key)))),
    'panel.open': async ({ key }) => {
      await showInPanel(key);
      return ok(null);
    },

    'change.write': ({ change, operation }) =>
      withStore((store) => store.write(change, { id: operation, at: clock.now() })),
    'change.undo': ({ change, operation }) =>
      withStore((store) => store.undo(change, { id: operation, at: clock.now() })),
    'me.add': ({ account }) => withStore((store, all) => addMe({ ...all, knowledge: store }, account)),
    'me.remove': ({ account }) =>
      withStore((store) => store.changeSettings(({ me }) => ({ me: withoutAccount(me, account) }))),
    'switch.set': ({ name, on }) =>
      withStore((store) => store.changeSettings(({ switches }) => ({ switches: { ...switches, [name]: on } }))),
    'place.answer': ({ place, answer }) =>
      withStore((store) => answerPlace({ knowledge: store, clock }, place, answer)),
    'site.switch': ({ site, on }) =>
      withStore((store) =>
        store.changeSettings(({ switches }) => ({ switches: { ...switches, [siteSwitch(site)]: on } })),
      ),
    'site.add': ({ site }) => changeSites((sites) => withSite(sites, site)),
    'site.remove': ({ site }) => changeSites((sites) => sites.filter((one) => !isSite(one, site))),
    'week.set': ({ week }) => withStore((store) => store.changeSettings({ week })),
    'ages.set': ({ ages }) => withStore((store) => store.changeSettings({ ages })),
    'thresholds.set': ({ thresholds }) => withStore((store) => store.changeSettings({ thresholds })),
    'signal.set': ({ signal, reach }) =>
      withStore((store) =>
        store.changeSettings(({ switches }) => ({ switches: { ...switches, [signalSwitch(signal)]: reach } })),
      ),
    'findings.looked': () => withStore((store) => store.look(clock.now())),
    'aside.set': ({ asides: more }) =>
      withStore((store) =>
        store.changeSettings(({ asides }) => ({
          asides: more.reduce(
            (all, aside) => withAside(all, { ...aside, at: Math.min(aside.at, clock.now()) }),
            asides,
          ),
        })),
      ),
    'aside.lift': ({ rows }) =>
      withStore((store) => store.changeSettings(({ asides }) => ({ asides: rows.reduce(withoutAside, asides) }))),
    'forget.do': ({ scope }) =>
      withStore(async (store) => {
        // What was handed over and never taken is no less a copy of it. First: where this fails, nothing was deleted.
        await sweep();
        const done = await store.forget(scope, tools.place);
        if (done.ok) onSites();
        return done;
      }),
    'file.restore': async ({ name }) => {
      const content = await takeFile(name);
      if (content === undefined) return fail({ type: 'FileRefused', why: 'not-found' });
      return withStore(async (store) => {
        const restored = await store.restore(content);
        if (!restored.ok) return restored;
        onSites();
        return ok(null);
      });
    },
    'file.add': async ({ name, operation }) => {
      const content = await takeFile(name);
      if (content === undefined) return fail({ type: 'FileRefused', why: 'not-found' });
      return withStore((store) => store.addColleague(content, { id: operation, at: clock.now() }));
    },
  };
};
