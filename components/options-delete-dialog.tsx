import { useEffect, useState } from 'react';
import type { Deleted, Scope } from '../lib/core/access.ts';
import { displayName } from '../lib/core/person.ts';
import { Button } from './button.tsx';
import { closeAround } from './closing.ts';
import { Dialog } from './dialog.tsx';
import { type Display, useDisplay } from './display.tsx';
import { Tick } from './options-fields.tsx';
import type { NotDone, OptionsIntents } from './options-model.ts';
import { Decided } from './options-part.tsx';
import { plain } from './plain.ts';
import { placeName, siteName } from './site-name.ts';
import type { MessageId } from './words.ts';

interface DeleteDialogProps extends Pick<OptionsIntents, 'onExport' | 'onCountDeletion' | 'onDelete'> {
  readonly scope: Scope;
  readonly mayExport: boolean;
  /** Deleted: it is there no more, and nothing can be done with it again. */
  readonly onClose: (deleted: boolean) => void;
}

type Step =
  | { readonly at: 'counting' | 'deleting' }
  | { readonly at: 'counted' | 'deleted'; readonly count: Deleted }
  | { readonly at: 'failed'; readonly why: NotDone['why'] };

/** First what it takes, in words and numbers; then the press that does it; then what was done. */
export const DeleteDialog = (props: DeleteDialogProps) => {
  const { scope, mayExport, onExport, onCountDeletion, onDelete, onClose } = props;
  const display = useDisplay();
  const { words } = display;
  const [step, setStep] = useState<Step>({ at: 'counting' });
  const [isSure, setSure] = useState(scope.type !== 'everything');
  useEffect(() => {
    let isHere = true;
    const seen = (next: Step): void => {
      if (isHere) setStep(next);
    };
    onCountDeletion(scope).then(
      (count) => seen({ at: 'counted', count }),
      () => seen({ at: 'failed', why: 'not-stored' }),
    );
    return () => {
      isHere = false;
    };
  }, [onCountDeletion, scope]);
  const doIt = async (): Promise<void> => {
    setStep({ at: 'deleting' });
    const deleted = await onDelete(scope);
    setStep(deleted.ok ? { at: 'deleted', count: deleted.value } : { at: 'failed', why: deleted.failure.why });
  };
  const isAsked = step.at === 'counting' || step.at === 'counted';
  return (
    <Dialog
      title={isAsked ? question(display, scope) : scopeName(display, scope)}
      onClose={() => onClose(step.at === 'deleted')}
    >
      {isAsked && <p>{words.text(scopeWords[scope.type])}</p>}
      <div role="status" className={isAsked ? 'mt-2' : ''}>
        <StepWords step={step} />
      </div>
      {isAsked && (
        <>
          <p className="mt-2 text-muted">{words.text(againWords[scope.type])}</p>
          <div className="mt-3 flex flex-col gap-2 border-t border-line pt-3">
            <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
              <p className="min-w-0 flex-1 basis-48">{words.text('deleteNoWayBack')}</p>
              <Button disabled={!mayExport} onClick={onExport}>
                {words.text('deleteExportFirst')}
              </Button>
            </div>
            {!mayExport && <Decided>{words.text('optionsNoExports')}</Decided>}
            {scope.type === 'everything' && <Tick label={words.text('deleteSure')} checked={isSure} onTick={setSure} />}
          </div>
        </>
      )}
      <div className="mt-4 flex justify-end gap-2">
        {isAsked ? (
          <>
            <Button onClick={closeAround}>{words.text('cancel')}</Button>
            <Button
              look="primary"
              className="bg-blocked! text-surface!"
              disabled={step.at !== 'counted' || !isSure}
              onClick={() => void doIt()}
            >
              {words.text('deleteConfirm')}
            </Button>
          </>
        ) : (
          <Button disabled={step.at === 'deleting'} onClick={closeAround}>
            {words.text('close')}
          </Button>
        )}
      </div>
    </Dialog>
  );
};

const StepWords = ({ step }: { readonly step: Step }) => {
  const { words } = useDisplay();
  switch (step.at) {
    case 'counting':
      return <p className="text-muted">{words.text('deleteCounting')}</p>;
    case 'deleting':
      return <p className="text-muted">{words.text('deleteWorking')}</p>;
    case 'counted':
      return <p className="font-medium">{words.text('deleteTakes', counts(words, step.count))}</p>;
    case 'deleted':
      return <p className="font-medium">{words.text('deleteDone', counts(words, step.count))}</p>;
    case 'failed':
      return <p className="text-blocked">{words.text(failures[step.why])}</p>;
  }
};

const counts = (words: Display['words'], { items, statements }: Deleted) => ({
  added: words.count('countAdded', statements),
  items: words.count('countItems', items),
});

const failures = {
  'read-only': 'deleteReadOnly',
  'not-stored': 'deleteNotStored',
} as const satisfies Readonly<Record<NotDone['why'], MessageId>>;

/** What goes. */
const scopeWords = {
  everything: 'deleteEverythingWhat',
  site: 'deleteSiteWhat',
  place: 'deletePlaceWhat',
  person: 'deletePersonWhat',
} as const satisfies Readonly<Record<Scope['type'], MessageId>>;

/** How it would come back. */
const againWords = {
  everything: 'deleteEverythingAgain',
  site: 'deleteSiteAgain',
  place: 'deletePlaceAgain',
  person: 'deletePersonAgain',
} as const satisfies Readonly<Record<Scope['type'], MessageId>>;

const question = (display: Display, scope: Scope): string =>
  scope.type === 'everything'
    ? display.words.text('deleteTitleAll')
    : display.words.text('deleteTitle', { what: scopeName(display, scope) });

const scopeName = (display: Display, scope: Scope): string => {
  switch (scope.type) {
    case 'everything':
      return display.words.text('deleteEverything');
    case 'site':
      return siteName(display, scope.site);
    case 'place':
      return placeName(display, scope.place);
    case 'person':
      return display.words.text('deleteWho', {
        site: siteName(display, scope.person),
        who: plain(displayName(scope.person), 60),
      });
  }
};
