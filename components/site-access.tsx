import type { SiteAccess } from '../lib/core/access.ts';
import { useDisplay } from './display.tsx';
import type { MessageId } from './words.ts';

interface Look {
  readonly word: MessageId;
  readonly colour: string;
  readonly path: string;
}

const looks: Readonly<Record<SiteAccess, Look>> = {
  allowed: { word: 'accessAllowed', colour: 'text-fine', path: 'M3.5 8.5l3 3 6-7' },
  withheld: { word: 'accessWithheld', colour: 'text-risk', path: 'M8 2L14.5 13.5H1.5zM8 6.5v3M8 11.5v.01' },
  off: { word: 'accessOff', colour: 'text-muted', path: 'M4 8h8' },
  blocked: {
    word: 'accessBlocked',
    colour: 'text-muted',
    path: 'M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 0 0 0-11M4.2 4.2l7.6 7.6',
  },
};

/** Whether Crosstie can work on a site: a sign and the word. */
export const SiteAccessWord = ({ access }: { readonly access: SiteAccess }) => {
  const { words } = useDisplay();
  const { word, colour, path } = looks[access];
  return (
    <span className={`inline-flex items-center gap-1 text-12 ${colour}`}>
      <svg
        aria-hidden="true"
        viewBox="0 0 16 16"
        className="size-3.5 shrink-0"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        <path d={path} />
      </svg>
      {words.text(word)}
    </span>
  );
};
