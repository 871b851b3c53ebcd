import type { PanelModel } from '../../components/panel-model.ts';
import { itemViewOf } from '../../lib/core/item-view.ts';
import { mineViewOf } from '../../lib/core/mine.ts';
import { type ExampleTime, exampleCounts, exampleItem, exampleSnapshot } from '../../lib/tools/example.ts';

/** The panel filled with made-up items; nothing of it is stored. `name`: what the person is called in it. */
export const exampleAt = (time: ExampleTime, name: string): PanelModel => {
  const snapshot = exampleSnapshot(time, name);
  const coverage = { items: exampleCounts(snapshot), since: time.now };
  return {
    followed: { type: 'item', view: itemViewOf(snapshot, exampleItem) },
    pinned: false,
    mine: mineViewOf(snapshot, { coverage, ask: [] }),
    findings: undefined,
    known: { me: snapshot.me.accounts, ask: [], people: [] },
    singleKeys: false,
    startLinks: [],
  };
};
