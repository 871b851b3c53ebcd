import { type Evidence, titleOf } from '../lib/core/finding.ts';
import type { EvidenceView, FindingRow } from '../lib/core/findings-view.ts';
import { whyOf } from './check-words.ts';
import { Pieces, useDisplay } from './display.tsx';
import { ItemMention } from './finding-ink.tsx';
import type { MessageId } from './words.ts';

const factWords = {
  kind: 'nameKind',
  title: 'nameTitle',
  state: 'nameState',
  word: 'nameState',
  assignees: 'nameAssignees',
  author: 'nameAuthor',
  reviewers: 'nameReviewers',
  reviews: 'nameReviews',
  priority: 'namePriority',
  labels: 'nameLabels',
  due: 'nameDue',
  created: 'nameCreated',
  updated: 'nameUpdated',
  closed: 'nameClosed',
  branch: 'nameBranch',
  commit: 'nameCommit',
  projects: 'nameProjects',
  description: 'nameText',
  digest: 'nameText',
  agent: 'nameAgent',
  owner: 'nameOwner',
} as const satisfies Readonly<Record<Exclude<Evidence['fact'], 'waits'>, MessageId>>;

const shown = 8;

/** What a finding rests on, where and when that was seen (K3), since when it stands, and what the check looks for. */
export const EvidenceList = ({ row: { evidence, finding } }: { readonly row: FindingRow }) => {
  const { words, when } = useDisplay();
  const since = when.ago(finding.since);
  return (
    <div className="flex flex-col gap-1 border-l-2 border-line pl-2">
      <ul>
        {evidence.slice(0, shown).map((one) => (
          <li key={`${one.item.key} ${one.fact} ${one.on?.key ?? ''}`}>
            <EvidenceLine evidence={one} />
          </li>
        ))}
      </ul>
      {evidence.length > shown && <p>{words.count('chainEndsMore', evidence.length - shown)}</p>}
      <p title={since.full}>{words.text('findingSince', { when: since.word })}</p>
      <p>
        <span className="font-medium text-ink">{words.text(titleOf(finding.signal))}</span>
        {': '}
        {words.text(whyOf(finding.signal))}
      </p>
    </div>
  );
};

const EvidenceLine = ({ evidence: { item, fact, on, seen } }: { readonly evidence: EvidenceView }) => {
  const { words, when } = useDisplay();
  const age = seen === undefined ? undefined : when.ago(seen.at);
  return (
    <>
      <Pieces
        of={
          fact === 'waits'
            ? words.pieces('evidenceWaits', {
                blocked: <ItemMention item={item} />,
                blocker: on === undefined ? '?' : <ItemMention item={on} />,
              })
            : words.pieces('evidenceFact', {
                fact: words.text(factWords[fact]),
                item: <ItemMention item={item} />,
              })
        }
      />
      {': '}
      {seen === undefined || age === undefined ? (
        words.text(fact === 'waits' || fact === 'owner' ? 'evidenceStated' : 'evidenceNever')
      ) : (
        <span title={age.full}>
          {words.text(seen.from === 'item' ? 'evidenceOnItem' : 'evidenceOnList', { when: age.word })}
        </span>
      )}
    </>
  );
};
