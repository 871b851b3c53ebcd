import { type ReactNode, useEffect, useMemo } from 'react';
import { DisplayProvider, type DisplaySource } from '../../components/display.tsx';
import { ErrorBoundary } from '../../components/error-boundary.tsx';
import { FailureView } from '../../components/failure-view.tsx';
import { NotStored } from '../../components/not-stored.tsx';
import { createWords } from '../../components/words.ts';
import { useLive } from './live.ts';
import type { Surroundings } from './surroundings.ts';

interface FrameProps {
  readonly surroundings: Surroundings;
  readonly children: ReactNode;
}

/** What every page of the extension stands in: words, tools and clock for every component, and a floor for what throws. */
export const Frame = ({ surroundings, children }: FrameProps) => {
  const { messages, locale, tools, short, linkTo, copy } = surroundings;
  const words = useMemo(() => createWords(messages, locale), [messages, locale]);
  // Screen readers pronounce by it; the page itself cannot know the language it is shown in.
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  const clock = useLive(surroundings.clock);
  const refusals = useLive(surroundings.refusals) ?? 0;
  const source = useMemo(
    (): DisplaySource | undefined => clock && { words, tools, short, linkTo, ...clock },
    [words, tools, short, linkTo, clock],
  );
  if (source === undefined) return null;
  return (
    <DisplayProvider source={source}>
      <ErrorBoundary
        fallback={(details) => <FailureView details={details} onCopy={copy} onReload={() => location.reload()} />}
      >
        {children}
        <NotStored times={refusals} />
      </ErrorBoundary>
    </DisplayProvider>
  );
};
