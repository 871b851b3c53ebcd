import type { ReactNode } from 'react';
import { aboutPerson, isAboutPerson } from '../lib/core/finding.ts';
import type { FindingRow } from '../lib/core/findings-view.ts';
import type { ItemKey } from '../lib/core/key.ts';
import { displayName } from '../lib/core/person.ts';
import type { ItemBrief } from '../lib/core/view.ts';
import { type Display, itemName, useDisplay } from './display.tsx';
import { ItemLine } from './item-line.tsx';
import { ItemRow, NewsMark, rowLook } from './item-row.tsx';
import { PersonMark } from './person-mark.tsx';
import { RovingRow } from './roving.tsx';
import { SafeLink } from './safe-link.tsx';

interface AboutRowProps {
  readonly row: FindingRow;
  /** Before everything: a box to tick. */
  readonly lead?: ReactNode;
  /** The buttons at its end. */
  readonly tail?: ReactNode;
  readonly isNew?: boolean;
  readonly changed?: boolean;
  readonly facts?: readonly ReactNode[];
  readonly children: ReactNode;
}

/** The row of what a finding is about: an item as in every list, or somebody's work. */
export const AboutRow = ({ row, children, ...rest }: AboutRowProps) =>
  isAboutPerson(row.finding) ? (
    <WorkRow row={row} {...rest}>
      {children}
    </WorkRow>
  ) : (
    <SubjectRow row={row} {...rest}>
      {children}
    </SubjectRow>
  );

const SubjectRow = ({ row, tail, facts = [], children, ...rest }: AboutRowProps) => (
  <ItemRow item={subjectOf(row)} id={row.finding.id} facts={facts} step={tail} {...rest}>
    {children}
  </ItemRow>
);

const WorkRow = ({ row, facts: _, children, ...rest }: AboutRowProps) => {
  const { finding } = row;
  return (
    <WordRow
      id={finding.id}
      mark={<PersonMark person={finding.concerns[0] ?? {}} />}
      word={aboutWord(useDisplay(), row)}
      {...rest}
    >
      {children}
    </WordRow>
  );
};

const named = 2;

/** The first of the items by which somebody's work is told. */
export const Among = ({ items }: Pick<FindingRow, 'items'>) => {
  const { words } = useDisplay();
  const all = [...items.values()];
  return (
    <>
      {all.slice(0, named).map((item) => (
        <ItemLine key={item.key} lead={words.text('findingAlso')} item={item} />
      ))}
      {all.length > named && <p>{words.count('chainEndsMore', all.length - named)}</p>}
    </>
  );
};

interface WordRowProps extends Pick<AboutRowProps, 'lead' | 'tail' | 'isNew' | 'changed' | 'children'> {
  readonly id: string;
  readonly mark?: ReactNode;
  readonly word: string;
}

/** A row that is called by a word and not by an item. */
export const WordRow = ({ id, lead, mark, word, tail, isNew = false, changed = false, children }: WordRowProps) => (
  <RovingRow id={id} className={rowLook}>
    <div className="flex min-h-6 items-center gap-1.5">
      {lead}
      {mark}
      <SafeLink
        to={undefined}
        walk
        title={word}
        className="min-w-0 flex-1 truncate rounded-1 text-13 font-medium text-ink"
      >
        <bdi>{word}</bdi>
      </SafeLink>
      <NewsMark changed={changed} isNew={isNew} />
      {tail}
    </div>
    <div className={`text-12 text-muted ${mark === undefined ? '' : 'pl-[26px]'}`}>{children}</div>
  </RovingRow>
);

/** An item of which nothing but its key is at hand. */
const unseen = (key: ItemKey): ItemBrief => ({ key, state: 'unknown', owner: { by: 'unknown' } });

const subjectOf = ({ finding, items }: FindingRow): ItemBrief =>
  items.get(finding.items[0]) ?? unseen(finding.items[0]);

/** What a finding is about, in a few words. */
export const aboutWord = (display: Display, row: FindingRow): string => {
  const { words } = display;
  const { finding } = row;
  if (!isAboutPerson(finding)) return itemName(display, subjectOf(row));
  const [who] = finding.concerns;
  return finding.subject === aboutPerson('me') || who === undefined
    ? words.text('findingYours')
    : words.text('findingWorkOf', { who: displayName(who) });
};
