import { type ReactNode, useId } from 'react';

interface SectionProps {
  readonly title: string;
  readonly note?: string;
  readonly children: ReactNode;
}

/** A part of a view: heading, a word on how much is in it, then what is in it. */
export const Section = ({ title, note, children }: SectionProps) => {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <div className="flex items-baseline gap-2 px-2 pb-1">
        <h2 id={id} className="shrink-0 text-12 font-semibold">
          {title}
        </h2>
        {note !== undefined && <p className="text-12 text-muted">{note}</p>}
      </div>
      {children}
    </section>
  );
};

interface FoldedProps {
  readonly title: string;
  readonly onToggle?: (isOpen: boolean) => void;
  readonly children: ReactNode;
}

/** What is there but seldom wanted: one line until it is opened. */
export const Folded = ({ title, onToggle, children }: FoldedProps) => (
  <details className="group/fold" onToggle={({ currentTarget }) => onToggle?.(currentTarget.open)}>
    <summary className="flex min-h-7 cursor-pointer list-none items-center gap-1 rounded-1 px-2 py-1 text-12 text-muted hover:bg-raised">
      <svg
        aria-hidden="true"
        viewBox="0 0 16 16"
        className="size-3 shrink-0 group-open/fold:rotate-90"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
      >
        <path d="M6 4l4 4-4 4" />
      </svg>
      {title}
    </summary>
    {children}
  </details>
);
