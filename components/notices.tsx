import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { useDisplay } from './display.tsx';
import { Icon } from './icon.tsx';
import { plain } from './plain.ts';
import type { MessageId } from './words.ts';

interface NoticeProps {
  readonly title: string;
  readonly children?: ReactNode;
}

/** Something is not as it should be: what happened, what was kept, what to do. */
const Notice = ({ title, children }: NoticeProps) => (
  <div role="status" className="flex items-start gap-2 rounded-2 bg-risk-tint p-2 text-12">
    <Icon name="warn" className="text-risk" />
    <div className="flex min-w-0 flex-1 flex-col gap-1">
      <p className="font-medium">{title}</p>
      {children}
    </div>
  </div>
);

const fieldWords = {
  title: 'nameTitle',
  state: 'nameState',
  assignees: 'nameAssignees',
  due: 'nameDue',
  priority: 'namePriority',
  author: 'nameAuthor',
  labels: 'nameLabels',
} as const satisfies { readonly [field: string]: MessageId };

const isNamed = (field: string): field is keyof typeof fieldWords => Object.hasOwn(fieldWords, field);

/** K5: a page that is an item's and could not be read; never the same as "nothing there". */
export const DriftNotice = ({ missing }: { readonly missing: readonly string[] }) => {
  const { words } = useDisplay();
  const names = missing
    .slice(0, 12)
    .map((field) => (isNamed(field) ? words.text(fieldWords[field]) : plain(field, 40)));
  return (
    <Notice title={words.text('driftTitle')}>
      {names.length > 0 && (
        <p>{words.text('driftMissing', { names: new Intl.ListFormat(words.locale).format(names) })}</p>
      )}
      <p className="text-muted">{words.text('driftKept')}</p>
    </Notice>
  );
};

interface ReadOnlyNoticeProps {
  readonly why: ReadOnlyReason;
  /** Absent: the organisation allows no exports (P6). */
  readonly onExport?: () => void;
}

/** P5: when in doubt, read-only, with an export. */
export const ReadOnlyNotice = ({ why, onExport }: ReadOnlyNoticeProps) => {
  const { words } = useDisplay();
  return (
    <Notice title={words.text(why === 'too-new' ? 'storeTooNew' : 'storeReadOnly')}>
      <p>{words.text(why === 'too-new' ? 'storeTooNewWhat' : 'storeReadOnlyWhat')}</p>
      {onExport !== undefined && (
        <div>
          <Button onClick={onExport}>{words.text('menuExport')}</Button>
        </div>
      )}
    </Notice>
  );
};

/** `too-new`: written by a newer version. `broken`: it cannot be written any more. */
export type ReadOnlyReason = 'too-new' | 'broken';
