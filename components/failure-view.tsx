import { useState } from 'react';
import { Button } from './button.tsx';
import { useDisplay } from './display.tsx';

interface FailureViewProps {
  readonly details: string;
  readonly onCopy: (details: string) => Promise<boolean>;
  readonly onReload: () => void;
}

/** Something here broke: what was kept, and what to do. */
export const FailureView = ({ details, onCopy, onReload }: FailureViewProps) => {
  const { words } = useDisplay();
  const [copied, setCopied] = useState<boolean>();
  return (
    <main className="flex flex-col items-start gap-2 p-4">
      <h1 className="text-16 font-semibold">{words.text('errorTitle')}</h1>
      <p role="alert">{words.text('errorKept')}</p>
      <div className="flex gap-2">
        <Button look="primary" onClick={onReload}>
          {words.text('errorReload')}
        </Button>
        <Button onClick={async () => setCopied(await onCopy(details))}>{words.text('errorCopy')}</Button>
      </div>
      <p role="status" className="text-12 text-muted">
        {copied === undefined ? words.text('errorDetailsNote') : words.text(copied ? 'errorCopied' : 'failedCopy')}
      </p>
      <pre className="max-w-full overflow-x-auto text-11 text-muted">{details}</pre>
    </main>
  );
};
