import type { Kind, State } from '../lib/core/item.ts';
import { useDisplay } from './display.tsx';
import type { MessageId } from './words.ts';

const stateWords = {
  open: 'stateOpen',
  'in-progress': 'stateInProgress',
  done: 'stateDone',
  dropped: 'stateDropped',
  unknown: 'stateUnknown',
} as const satisfies Readonly<Record<State, MessageId>>;

const kindWords = {
  issue: 'kindIssue',
  'pull-request': 'kindPullRequest',
  task: 'kindTask',
  discussion: 'kindDiscussion',
} as const satisfies Readonly<Record<Kind, MessageId>>;

const colours: Readonly<Record<State, string>> = {
  open: 'text-muted',
  'in-progress': 'text-accent',
  done: 'text-fine',
  dropped: 'text-muted',
  unknown: 'text-unknown',
};

/** The state in plain words; the colour and the sign only repeat it. */
export const useStateWord = (): ((state: State) => string) => {
  const { words } = useDisplay();
  return (state) => words.text(stateWords[state]);
};

interface GlyphProps {
  readonly kind?: Kind | undefined;
  readonly state: State;
}

/** Kind by its frame (circle, branch, square), state by what is in it. */
export const StateGlyph = ({ kind, state }: GlyphProps) => {
  const { words } = useDisplay();
  const label = words.text('kindAndState', {
    kind: words.text(kind === undefined ? 'kindItem' : kindWords[kind]),
    state: words.text(stateWords[state]),
  });
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox="0 0 16 16"
      className={`size-4 shrink-0 ${colours[state]}`}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <title>{label}</title>
      {kind === 'pull-request' ? <Branch state={state} /> : <Framed square={kind === 'task'} state={state} />}
    </svg>
  );
};

const Framed = ({ square, state }: { readonly square: boolean; readonly state: State }) => {
  const dash = state === 'unknown' ? { strokeDasharray: '2 2.2' } : {};
  return (
    <>
      {square ? (
        <rect x="2.5" y="2.5" width="11" height="11" rx="2.5" {...dash} />
      ) : (
        <circle cx="8" cy="8" r="5.75" {...dash} />
      )}
      <Inside state={state} square={square} />
    </>
  );
};

const Inside = ({ state, square }: { readonly state: State; readonly square: boolean }) => {
  switch (state) {
    case 'open':
      return null;
    case 'in-progress':
      return square ? (
        <path d="M5 5h3v6H5z" fill="currentColor" stroke="none" />
      ) : (
        <path d="M8 4.75a3.25 3.25 0 0 1 0 6.5z" fill="currentColor" stroke="none" />
      );
    case 'done':
      return <path d="M5.25 8.25l2 2 3.5-4" />;
    case 'dropped':
      return <path d="M5.5 10.5l5-5" />;
    case 'unknown':
      return <path d="M8 8h.01" strokeWidth="2.5" />;
  }
};

const Branch = ({ state }: { readonly state: State }) => (
  <>
    <circle cx="4.5" cy="3.75" r="1.75" fill={state === 'done' ? 'currentColor' : 'none'} />
    <circle cx="4.5" cy="12.25" r="1.75" fill={state === 'done' ? 'currentColor' : 'none'} />
    <path d="M4.5 5.5v5" strokeDasharray={state === 'unknown' ? '1.5 2' : undefined} />
    {state === 'dropped' ? (
      <path d="M9.75 3.25l3 3M12.75 3.25l-3 3M11.25 9v1.5" />
    ) : state === 'done' ? (
      <>
        <circle cx="11.5" cy="9" r="1.75" fill="currentColor" />
        <path d="M4.5 5.5c.4 2.2 2.4 3.5 5.2 3.5" />
      </>
    ) : (
      <>
        <circle cx="11.5" cy="12.25" r="1.75" fill={state === 'in-progress' ? 'currentColor' : 'none'} />
        <path d="M11.5 10.5V6.2c0-1.4-.9-2.3-2.3-2.3H8.4" strokeDasharray={state === 'unknown' ? '1.5 2' : undefined} />
      </>
    )}
  </>
);
