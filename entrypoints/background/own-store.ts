import { createStore, openDatabase, type Store } from '../../lib/store/index.ts';

/**
 * Opens the store once, when it is first needed. Undefined: the browser does not open it; the next call tries again.
 */
export const openOwnStore = (): (() => Promise<Store | undefined>) => {
  let opening: Promise<Store | undefined> | undefined;
  const open = async (): Promise<Store | undefined> => {
    const opened = await openDatabase({
      onNewer: () => {
        opening = undefined;
      },
    });
    if (opened.ok) return createStore(opened.value);
    opening = undefined;
    console.error('crosstie: the store does not open', opened.failure.reason);
    return undefined;
  };
  return () => {
    opening ??= open();
    return opening;
  };
};
