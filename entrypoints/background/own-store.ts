import { createStore, type Judge, openDatabase, type Store } from '../../lib/store/index.ts';

/**
 * Opens the store once, when it is first needed. `judge`: for who writes. Undefined: the browser does not open it; the next call tries again.
 */
export const openOwnStore = (judge?: Judge): (() => Promise<Store | undefined>) => {
  let opening: Promise<Store | undefined> | undefined;
  const open = async (): Promise<Store | undefined> => {
    const opened = await openDatabase({
      onNewer: () => {
        opening = undefined;
      },
    });
    if (opened.ok) return createStore(opened.value, judge);
    opening = undefined;
    console.error('crosstie: the store does not open', opened.failure.reason);
    return undefined;
  };
  return () => {
    opening ??= open();
    return opening;
  };
};
