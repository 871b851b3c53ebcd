import { useEffect, useState } from 'react';
import type { Live } from './surroundings.ts';

/** The latest value of something that changes; undefined until the first. What breaks it goes to the error boundary. */
export const useLive = <Value>(live: Live<Value>): Value | undefined => {
  const [state, setState] = useState<{ readonly value?: Value; readonly error?: unknown }>({});
  useEffect(
    () =>
      live(
        (value) => setState({ value }),
        (error) => setState({ error }),
      ),
    [live],
  );
  if ('error' in state) throw state.error;
  return state.value;
};
