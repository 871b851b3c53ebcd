import type { ReactNode } from 'react';
import type { ItemView, Sighting } from '../lib/core/view.ts';
import { useDisplay } from './display.tsx';
import { StateGlyph, useStateWord } from './glyph.tsx';
import { LatestLine } from './latest-line.tsx';
import { DriftNotice } from './notices.tsx';
import { Names } from './owner-field.tsx';
import { PersonName } from './person-mark.tsx';
import { plain } from './plain.ts';

/** What is known of the item itself, and how old that is (K3). */
export const ItemHeader = ({ view }: { readonly view: ItemView }) => {
  const { words } = useDisplay();
  const { item } = view;
  return (
    <header className="flex flex-col gap-1">
      <h1 dir="auto" className="line-clamp-3 text-16 font-semibold wrap-anywhere" title={plain(item.title ?? '')}>
        {item.title === undefined ? (
          <span className="text-muted italic">{words.text('titleUnknown')}</span>
        ) : (
          plain(item.title) || words.text('titleEmpty')
        )}
      </h1>
      <FactList view={view} />
      <LatestLine latest={view.latest} />
      <ItemAge view={view} />
      {item.drift !== undefined && <DriftNotice missing={item.drift} />}
      <NotRead view={view} />
    </header>
  );
};

const ItemAge = ({ view }: { readonly view: ItemView }) => {
  const { words, when } = useDisplay();
  const { lastSeen } = view.item;
  if (lastSeen === undefined) return null;
  const { word, full } = when.ago(lastSeen);
  return (
    <time className="text-12 text-muted" title={full}>
      {words.text('itemRead', { when: word })}
    </time>
  );
};

const FactList = ({ view }: { readonly view: ItemView }) => {
  const { words, when } = useDisplay();
  const stateWord = useStateWord();
  const { item, assignees, author, labels, seen = {} } = view;
  const word = item.word === undefined ? '' : plain(item.word, 60);
  const due = item.due == null ? undefined : when.due(item.due);
  return (
    <dl className="flex flex-wrap gap-x-4 gap-y-0.5 text-12">
      <Fact name={words.text('factState')} evident seen={seen.state}>
        <span className="inline-flex items-center gap-1">
          <StateGlyph kind={item.kind} state={item.state} />
          <span>{stateWord(item.state)}</span>
          {word !== '' && word.toLowerCase() !== stateWord(item.state).toLowerCase() && (
            <bdi className="text-muted">({word})</bdi>
          )}
        </span>
      </Fact>
      {due !== undefined && (
        <Fact name={words.text('factDue')} seen={seen.due}>
          <span title={due.full}>{due.word}</span>
        </Fact>
      )}
      {item.priority != null && (
        <Fact name={words.text('factPriority')} seen={seen.priority}>
          <bdi>{plain(item.priority.word, 40)}</bdi>
        </Fact>
      )}
      {assignees !== undefined && item.owner.by === 'stated' && assignees.length > 0 && (
        <Fact name={words.text('factAssignees')} seen={seen.assignees}>
          <Names people={assignees} />
        </Fact>
      )}
      {author !== undefined && (
        <Fact name={words.text('factAuthor')} seen={seen.author}>
          <PersonName person={author} />
        </Fact>
      )}
      {labels !== undefined && labels.length > 0 && (
        <Fact name={words.text('factLabels')} seen={seen.labels}>
          <bdi>
            {labels
              .slice(0, 6)
              .map((label) => plain(label, 30))
              .join(', ')}
          </bdi>
          {labels.length > 6 && ` +${words.number(labels.length - 6)}`}
        </Fact>
      )}
    </dl>
  );
};

interface FactProps {
  readonly name: string;
  /** The name would only repeat what is seen. */
  readonly evident?: boolean;
  readonly seen: Sighting | undefined;
  readonly children: ReactNode;
}

/** A fact; where and when it was read in the tip, and in words where that is more than a day ago. */
const Fact = ({ name, evident = false, seen, children }: FactProps) => {
  const { words, when } = useDisplay();
  const age = seen === undefined ? undefined : when.ago(seen.at);
  const tip =
    seen === undefined || age === undefined
      ? undefined
      : words.text(seen.from === 'item' ? 'factReadOnItem' : 'factReadOnList', { when: age.full });
  return (
    <div className="flex items-center gap-1" title={tip}>
      <dt className={evident ? 'sr-only' : 'text-muted'}>{name}</dt>
      <dd className="inline-flex items-center gap-1">
        {children}
        {seen !== undefined && age !== undefined && when.isOld(seen.at) && (
          <span className="text-muted">({words.text('rowRead', { when: age.word })})</span>
        )}
      </dd>
    </div>
  );
};

/** K3: what was never seen is said, and what would give it. */
const NotRead = ({ view }: { readonly view: ItemView }) => {
  const { words } = useDisplay();
  const { item, assignees, seen = {} } = view;
  const missing = [
    ...(item.state === 'unknown' ? (['nameState'] as const) : []),
    ...(assignees === undefined && item.owner.by === 'unknown' ? (['nameAssignees'] as const) : []),
    ...(item.due === undefined ? (['nameDue'] as const) : []),
  ];
  if (missing.length === 0 || item.drift !== undefined) return null;
  const names = new Intl.ListFormat(words.locale).format(missing.map((id) => words.text(id)));
  const onItsPage = Object.values(seen).some(({ from }) => from === 'item');
  return <p className="text-12 text-muted">{words.text(onItsPage ? 'factsNotShown' : 'factsNotRead', { names })}</p>;
};
