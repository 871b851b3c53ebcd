import { type ReactNode, useId } from 'react';
import type { OptionsSection } from './options-model.ts';

interface PartProps {
  readonly id: OptionsSection;
  readonly title: string;
  readonly note?: string;
  readonly children: ReactNode;
}

/** A section of the options: its heading, one line on what it is for, what is in it. Addresses end in its name. */
export const Part = ({ id, title, note, children }: PartProps) => {
  const heading = useId();
  return (
    <section
      id={id}
      aria-labelledby={heading}
      className="flex scroll-mt-2 flex-col gap-3 border-t border-line py-6 first-of-type:border-t-0"
    >
      <div>
        <h2 id={heading} className="text-16 font-semibold">
          {title}
        </h2>
        {note !== undefined && <p className="text-muted">{note}</p>}
      </div>
      {children}
    </section>
  );
};

interface DecidedProps {
  readonly id?: string;
  readonly children: ReactNode;
}

/** The organisation's word, at the control that it binds (P6). */
export const Decided = ({ id, children }: DecidedProps) => (
  <p id={id} className="flex items-start gap-1.5 text-12 text-muted">
    <svg
      aria-hidden="true"
      viewBox="0 0 16 16"
      className="size-4 shrink-0"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinejoin="round"
    >
      <path d="M3.5 7.5h9v6h-9zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5" />
    </svg>
    <span className="min-w-0">{children}</span>
  </p>
);
