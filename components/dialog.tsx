import { type ReactNode, useId } from 'react';
import { IconButton } from './button.tsx';
import { useDisplay } from './display.tsx';
import { useModal } from './modal.ts';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The browser's own modal dialog: it keeps the focus inside, gives it back, and closes on Escape. */
export const Dialog = ({ title, onClose, children }: DialogProps) => {
  const { words } = useDisplay();
  const dialog = useModal();
  const id = useId();
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onClose={onClose}
      className="m-auto max-h-[calc(100%-32px)] w-[min(480px,calc(100%-24px))] overflow-y-auto rounded-2 border border-line bg-surface p-4 text-13 text-ink shadow-float"
    >
      <div className="mb-2 flex items-start gap-2">
        <h2 id={id} className="min-w-0 flex-1 text-16 font-semibold">
          {title}
        </h2>
        <IconButton icon="withdraw" label={words.text('close')} onClick={() => dialog.current?.close()} />
      </div>
      {children}
    </dialog>
  );
};
