import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { Button } from './button.tsx';
import { useClosing } from './closing.ts';
import { walk } from './keyboard.ts';
import { usePlace } from './popover.ts';

/** A menu that is open, as its choices see it. */
export interface OpenMenu {
  /** Its field stands open: a day or words are typed. */
  readonly isTyping: boolean;
  readonly onType: () => void;
  /** Closes it, and does what was chosen. */
  readonly onChosen: (act: () => void) => void;
}

interface ChoiceMenuProps {
  /** The name of the button, and of what it opens. */
  readonly label: string;
  readonly letter: string;
  /** What stands on the button: a sign, or its word. */
  readonly face: ReactNode;
  /** With a word on it, it is as high as the buttons beside it. */
  readonly look?: 'quiet' | 'plain';
  readonly disabled?: boolean;
  /** What is chosen takes the row away: the focus goes on to the next one. */
  readonly leaves?: boolean;
  readonly children: (menu: OpenMenu) => ReactNode;
}

/** A button that opens a few choices beside it. Escape, and a press elsewhere, close them. */
export const ChoiceMenu = (props: ChoiceMenuProps) => {
  const { label, letter, face, look = 'quiet', disabled = false, leaves = false, children } = props;
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLSpanElement>(null);
  useClosing(root, open, () => setOpen(false));
  const focusButton = (): void => root.current?.querySelector('button')?.focus({ preventScroll: true });
  const choose = (act: () => void): void => {
    focusButton();
    // The row is about to leave, and the focus would go with it.
    if (leaves && !walk(document, 1)) walk(document, -1);
    setOpen(false);
    act();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes it from anywhere inside
    <span
      ref={root}
      className="inline-flex shrink-0"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.preventDefault();
        setOpen(false);
        focusButton();
      }}
    >
      <Button
        look={look}
        letter={letter}
        aria-label={label}
        title={`${label} (${letter})`}
        aria-haspopup="dialog"
        aria-expanded={open}
        disabled={disabled}
        onClick={() => setOpen(!open)}
      >
        {face}
      </Button>
      {open && (
        <Choices label={label} anchor={root} onChosen={choose}>
          {children}
        </Choices>
      )}
    </span>
  );
};

interface ChoicesProps extends Pick<ChoiceMenuProps, 'label' | 'children'>, Pick<OpenMenu, 'onChosen'> {
  readonly anchor: { readonly current: HTMLElement | null };
}

const Choices = ({ label, anchor, onChosen, children }: ChoicesProps) => {
  const [isTyping, setTyping] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  usePlace(box, anchor, isTyping);
  return (
    // Above everything: rows of a long list each stand on a level of their own.
    <div
      ref={box}
      popover="manual"
      role="dialog"
      aria-label={label}
      onKeyDown={walkEntries}
      className="inset-auto m-0 w-60 rounded-2 border border-line bg-surface p-1 font-normal text-13 text-ink shadow-float"
    >
      {children({ isTyping, onType: () => setTyping(true), onChosen })}
    </div>
  );
};

interface EntryProps {
  readonly onPress: () => void;
  /** What the choice comes to: a day. */
  readonly note?: string;
  readonly children: string;
}

export const ChoiceEntry = ({ onPress, note, children }: EntryProps) => (
  <li>
    <button
      type="button"
      className="flex min-h-8 w-full items-center gap-2 rounded-1 px-2 text-left text-13 text-ink hover:bg-raised"
      onClick={onPress}
    >
      <span className="flex-1">{children}</span>
      {note !== undefined && <span className="text-12 text-muted">{note}</span>}
    </button>
  </li>
);

/** Arrows go from entry to entry, and stop at the ends; in a field they are the field's. */
const walkEntries = (event: KeyboardEvent<HTMLElement>): void => {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || event.target instanceof HTMLInputElement) return;
  event.preventDefault();
  const entries: readonly Element[] = [...event.currentTarget.querySelectorAll('button, input')];
  const next = entries[document.activeElement === null ? 0 : entries.indexOf(document.activeElement) + step];
  if (next instanceof HTMLElement) next.focus();
};
