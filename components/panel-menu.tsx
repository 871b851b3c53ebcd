import { type ReactNode, useRef, useState } from 'react';
import { IconButton } from './button.tsx';
import { useClosing } from './closing.ts';
import { useDisplay } from './display.tsx';

export type PanelDialog = 'keys' | 'accounts' | 'backup' | 'colleague';

interface PanelMenuProps {
  readonly onDialog: (dialog: PanelDialog) => void;
  /** Absent: the organisation allows no exports (P6). */
  readonly onExport?: () => void;
  readonly onOptions: () => void;
}

/** What is wanted now and then. A plain list of buttons that opens and closes; Escape gives the focus back. */
export const PanelMenu = ({ onDialog, onExport, onOptions }: PanelMenuProps) => {
  const { words } = useDisplay();
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = (): HTMLElement | null | undefined => root.current?.querySelector('button');
  useClosing(root, open, () => setOpen(false));
  const entry = (word: string, act: () => void): ReactNode => (
    <li>
      <button
        type="button"
        onClick={() => {
          setOpen(false);
          button()?.focus();
          act();
        }}
        className="flex h-8 w-full items-center rounded-1 px-2 text-left hover:bg-raised"
      >
        {word}
      </button>
    </li>
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes it from anywhere inside
    <div
      ref={root}
      className="relative"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.preventDefault();
        setOpen(false);
        button()?.focus();
      }}
    >
      <IconButton icon="more" label={words.text('menu')} aria-expanded={open} onClick={() => setOpen(!open)} />
      {open && (
        <ul className="absolute top-full right-0 z-30 mt-1 w-60 rounded-2 border border-line bg-surface p-1 shadow-float">
          {entry(words.text('menuAccounts'), () => onDialog('accounts'))}
          {entry(words.text('menuKeys'), () => onDialog('keys'))}
          {entry(words.text('menuOptions'), onOptions)}
          <li aria-hidden="true" className="my-1 border-t border-line" />
          {onExport === undefined ? (
            <li className="px-2 py-1 text-12 text-muted">{words.text('optionsNoExports')}</li>
          ) : (
            entry(words.text('menuExport'), onExport)
          )}
          {entry(words.text('menuBackup'), () => onDialog('backup'))}
          {entry(words.text('menuColleague'), () => onDialog('colleague'))}
        </ul>
      )}
    </div>
  );
};
