import { browser } from 'wxt/browser';
import { findingsOfItem, findingsView } from '../../lib/app/findings.ts';
import type { Needs } from '../../lib/app/needs.ts';
import { previewSameWork } from '../../lib/app/preview-same-work.ts';
import { eyesNow } from '../../lib/app/who-am-i.ts';
import { followOutcomes, type SessionChanges } from '../../lib/browser/menu-outcome.ts';
import type { FindingsFilter } from '../../lib/core/findings-view.ts';
import { itemViewOf } from '../../lib/core/item-view.ts';
import type { ItemKey } from '../../lib/core/key.ts';
import { lineFor } from '../../lib/core/line.ts';
import { singleKeysOffSwitch } from '../../lib/core/settings.ts';
import type { Store } from '../../lib/store/index.ts';
import { linkTo, locate } from '../../lib/tools/index.ts';
import { policy } from '../background/own-policy.ts';
import { clock, toolNeeds } from '../background/tool-needs.ts';
import { choices, openOptions } from '../pages/choosing.ts';
import { fileIntents } from '../pages/files.ts';
import { joinSurroundings, ownStore } from '../pages/join.ts';
import { activeAddress, focusedItem, fromStoreOf, onReachChange } from '../pages/live-sources.ts';
import { choose, send, sendChange, sendUndo } from '../pages/sending.ts';
import type { Following, Live, PanelSurroundings } from '../pages/surroundings.ts';
import { briefsFor, findItems, resolveItem } from './finding.ts';

/** Joins store, messages, tabs and tools to what the panel needs. */
export const connectPanel = (): PanelSurroundings => {
  const surroundings = joinSurroundings();
  const subject = followedSubject();
  const filter = chosenFilter();
  const intents = {
    onChange: sendChange,
    onUndo: sendUndo,
    onSingleKeys: (on) => choose('switch.set', { name: singleKeysOffSwitch, on: !on }),
    onPin: subject.pin,
    onSimilar: async (key) => {
      const answer = await send('item.similar', { key });
      return answer.ok ? briefsFor(await ownStore(), answer.value) : [];
    },
    onFind: async (text) => findItems(await ownStore(), text),
    onResolve: async (text) => resolveItem(await ownStore(), text, subject.now()),
    onCopyLine: async (_here, { kind, other, ...line }) => {
      const address = linkTo(other)?.href;
      return address !== undefined && surroundings.copy(lineFor({ ...line, direction: kind, address }));
    },
    onOptions: openOptions,
    onFindingsFilter: filter.set,
    onFindingsSeen: () => choose('findings.looked', {}),
    onCopy: surroundings.copy,
    onPreviewSame: async (items, main) => previewSameWork({ knowledge: await ownStore(), clock }, items, main),
    ...choices,
    ...fileIntents(ownStore),
  } satisfies PanelSurroundings['intents'];
  return {
    ...surroundings,
    following: fromStoreOf(ownStore, subject.live, followingOf),
    findings: fromStoreOf(
      ownStore,
      filter.live,
      (store, chosen) => findingsView(needsOf(store), chosen),
      onReachChange,
    ),
    outcome,
    intents,
  };
};

const outcome: PanelSurroundings['outcome'] = (see) => {
  const { session } = browser.storage;
  return followOutcomes(session, session.onChanged as unknown as SessionChanges, clock.now, see);
};

const needsOf = (store: Store): Needs => ({ knowledge: store, tools: toolNeeds, clock, policy });

/** What somebody wants to see of the findings; it opens on what concerns them (Q5). */
const chosenFilter = () => {
  let current: FindingsFilter = { mine: true };
  let tell: (filter: FindingsFilter) => void = () => undefined;
  const live: Live<FindingsFilter> = (see) => {
    tell = see;
    see(current);
    return () => {
      tell = () => undefined;
    };
  };
  return {
    live,
    set: (filter: FindingsFilter) => {
      current = filter;
      tell(filter);
    },
  };
};

interface Subject {
  readonly key: ItemKey | undefined;
  readonly pinned: boolean;
}

/** Which item the panel is about: the pinned one, the one a click asked for, else the one of the active tab. */
const followedSubject = () => {
  let current: Subject = { key: undefined, pinned: false };
  let ofTab: ItemKey | undefined;
  let tell: (subject: Subject) => void = () => undefined;
  const change = (next: Subject): void => {
    current = next;
    tell(next);
  };
  const live: Live<Subject> = (see, fail) => {
    tell = see;
    const stopTab = activeAddress((address) => {
      keyAt(address).then((key) => {
        ofTab = key;
        if (!current.pinned) change({ key, pinned: false });
      }, fail);
    }, fail);
    const stopFocus = focusedItem((key) => {
      if (key !== undefined) change({ key, pinned: current.pinned });
    }, fail);
    return () => {
      stopTab();
      stopFocus();
    };
  };
  return {
    live,
    now: () => current.key,
    pin: (pinned: boolean) => change(pinned ? { ...current, pinned } : { key: ofTab, pinned }),
  };
};

const keyAt = async (address: URL | undefined): Promise<ItemKey | undefined> =>
  address === undefined ? undefined : locate(address, (await (await ownStore()).settings()).sites);

const followingOf = async (store: Store, { key, pinned }: Subject): Promise<Following> => {
  if (key === undefined) return { followed: { type: 'nothing' }, pinned };
  const { me, week } = await store.settings();
  const snapshot = await store.readItem(key, await eyesNow({ knowledge: store, clock }, me));
  const view = itemViewOf(snapshot, key, { week });
  const [before, findings] = await Promise.all([
    itemBefore(store, view.item.key),
    findingsOfItem(needsOf(store), view.item.key),
  ]);
  return { followed: { type: 'item', view, findings }, pinned, ...(before === undefined ? {} : { recent: before }) };
};

/** The item whose page was open before this one's: what people most often want to link (decisions: Panel). */
const itemBefore = async (store: Store, key: ItemKey): Promise<Following['recent']> => {
  const before = (await store.recent(2)).find((item) => item.key !== key);
  if (before === undefined) return undefined;
  const [brief] = await briefsFor(store, [before.key]);
  return brief;
};
