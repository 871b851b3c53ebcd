import { fail } from '../lib/core/result.ts';
import type { FileRefused } from './files.ts';
import type { PanelIntents } from './panel-model.ts';

/** Never answers: in the example nothing is saved, so nothing is said to be. */
const unanswered = <Value>(): Promise<Value> => new Promise(() => {});

const notTaken: FileRefused = { type: 'FileRefused', why: 'not-stored' };

/** What the panel can do where it shows made-up items: look, and no more. `onTried`: something else was pressed. */
export const exampleIntents = (onTried: () => void): PanelIntents => {
  const nothing = async <Value>(): Promise<Value> => {
    onTried();
    return unanswered();
  };
  return {
    onChange: nothing,
    onUndo: nothing,
    onSetAside: nothing,
    onBringBack: nothing,
    onSetAsideMany: nothing,
    onBringBackMany: nothing,
    onFindingsFilter: onTried,
    onFindingsSeen: () => {},
    onCopy: nothing,
    onPreviewSame: nothing,
    onSimilar: nothing,
    onMe: onTried,
    onForget: onTried,
    onFind: async () => [],
    onResolve: async () => undefined,
    onCopyLine: nothing,
    onPin: onTried,
    onSingleKeys: onTried,
    onAllow: onTried,
    onSite: onTried,
    onPlace: onTried,
    onShowOverlays: onTried,
    onOptions: onTried,
    onExport: onTried,
    onReadBackup: async () => fail(notTaken),
    onReadColleague: async () => fail(notTaken),
  };
};
