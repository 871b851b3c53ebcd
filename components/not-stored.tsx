import { useCallback, useMemo, useState } from 'react';
import { useDisplay } from './display.tsx';
import { Toast } from './toast.tsx';

interface NotStoredProps {
  /** How often something that was chosen on this page could not be stored. */
  readonly times: number;
}

/** Says that a choice was not stored, on whatever page it was made. The choice itself stands there as it was before. */
export const NotStored = ({ times }: NotStoredProps) => {
  const { words } = useDisplay();
  const [read, setRead] = useState(0);
  const said = useMemo(
    () => (times > read ? { text: words.text('failedNotStored'), failed: true } : undefined),
    [times, read, words],
  );
  const dismiss = useCallback(() => setRead(times), [times]);
  return (
    <div className="pointer-events-none fixed inset-x-0 bottom-0 z-30 h-0">
      <Toast said={said} dismiss={dismiss} undo={dismiss} />
    </div>
  );
};
