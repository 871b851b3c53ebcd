import type { Result } from '../../lib/core/result.ts';
import type { Store } from '../../lib/store/index.ts';

/** The store, with a word to everybody who shows it after each write that changed something. */
export const telling = (
  open: () => Promise<Store | undefined>,
  changed: () => void,
): (() => Promise<Store | undefined>) => {
  const after = async <Value, Failure extends { readonly type: string }>(
    result: Promise<Result<Value, Failure>>,
    isNews: (value: Value) => boolean = () => true,
  ): Promise<Result<Value, Failure>> => {
    const done = await result;
    if (done.ok && isNews(done.value)) changed();
    return done;
  };
  return async () => {
    const store = await open();
    if (store === undefined) return undefined;
    return {
      ...store,
      observe: (batch, sighted) => after(store.observe(batch, sighted), (keys) => keys.length > 0),
      write: (change, operation) => after(store.write(change, operation)),
      undo: (change, operation) => after(store.undo(change, operation)),
      changeSettings: (change) => after(store.changeSettings(change)),
      restore: (content) => after(store.restore(content)),
      addColleague: (content, operation) => after(store.addColleague(content, operation)),
      judge: (eyes, at) => after(store.judge(eyes, at), (anew) => anew),
      look: (at) => after(store.look(at)),
      dropStale: (before) => after(store.dropStale(before), (items) => items > 0),
      forget: (scope, placeOf) => after(store.forget(scope, placeOf)),
    };
  };
};
