import { displayName, type Person } from '../lib/core/person.ts';
import type { OwnerView } from '../lib/core/view.ts';
import { useDisplay } from './display.tsx';
import { plain } from './plain.ts';

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

const firstSign = (word: string): string => [...graphemes.segment(word)][0]?.segment.toLocaleUpperCase() ?? '';

/** One or two signs that stand for a name: of its first and its last word. */
export const initials = (person: Person): string => {
  const words = plain(displayName(person), 120)
    .split(/[\s._-]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  const [first = '?', last] = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return `${firstSign(first)}${last === undefined ? '' : firstSign(last)}`;
};

/** A name in running text: kept apart from the direction of the words around it. */
export const PersonName = ({ person }: { readonly person: Person }) => {
  const { name, handle } = person;
  const tip = name !== undefined && handle !== undefined ? plain(`${name} (${handle})`) : undefined;
  return (
    <bdi className="font-medium text-ink" title={tip}>
      {plain(displayName(person), 60)}
    </bdi>
  );
};

interface MarkProps {
  readonly label: string;
  readonly sign: string;
  readonly look: 'person' | 'team' | 'proposed' | 'none';
}

const looks: Readonly<Record<MarkProps['look'], string>> = {
  person: 'rounded-full bg-pressed text-ink',
  team: 'rounded-1 bg-pressed text-ink',
  proposed: 'rounded-full border border-dashed border-edge text-muted',
  none: 'rounded-full border border-dashed border-edge text-muted',
};

const Mark = ({ label, sign, look }: MarkProps) => (
  <span
    role="img"
    aria-label={label}
    title={label}
    className={`inline-flex size-5 shrink-0 items-center justify-center text-11 leading-none font-medium ${looks[look]}`}
  >
    <span aria-hidden="true">{sign}</span>
  </span>
);

/** Somebody whose name stands beside it: it says nothing of its own. */
export const PersonMark = ({ person }: { readonly person: Person }) => (
  <span aria-hidden="true" className="inline-flex">
    <Mark look={person.kind === 'team' ? 'team' : 'person'} sign={initials(person)} label={displayName(person)} />
  </span>
);

/** Who answers for an item, as two letters; the name in full, and how far it is known, is its label and tip. */
export const OwnerMark = ({ owner }: { readonly owner: OwnerView }) => {
  const { words } = useDisplay();
  switch (owner.by) {
    case 'nobody':
      return <Mark look="none" sign="–" label={words.text('ownerNobody')} />;
    case 'unknown':
      return <Mark look="none" sign="?" label={words.text('ownerUnknown')} />;
    case 'stated': {
      const who = displayName(owner.who);
      if (owner.rivals.length > 0)
        return <Mark look="proposed" sign="!" label={words.text('ownerMarkContested', { who })} />;
      return owner.accepted ? (
        <Mark
          look={owner.who.kind === 'team' ? 'team' : 'person'}
          sign={initials(owner.who)}
          label={words.text(owner.me ? 'ownerMarkMe' : 'ownerMark', { who })}
        />
      ) : (
        <Mark look="proposed" sign={initials(owner.who)} label={words.text('ownerMarkProposed', { who })} />
      );
    }
    case 'assigned': {
      const [first, ...others] = owner.who;
      const who = new Intl.ListFormat(words.locale).format(owner.who.map(displayName));
      return (
        <Mark
          look={first.kind === 'team' ? 'team' : 'person'}
          sign={others.length === 0 ? initials(first) : `+${owner.who.length}`}
          label={words.text('ownerMarkAssigned', { who })}
        />
      );
    }
  }
};
