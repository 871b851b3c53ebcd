import { type ReactNode, useState } from 'react';
import type { Result } from '../lib/core/result.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { type Display, useDisplay } from './display.tsx';
import type { BackupPreview, ColleaguePreview, FileRefused } from './files.ts';
import { plain } from './plain.ts';

interface FileDialogProps {
  readonly title: string;
  readonly explain: string;
  readonly confirm: string;
  readonly done: string;
  /** Reads the file and says what taking it would do; writes nothing. */
  readonly read: (file: File) => Promise<Result<Readable, FileRefused>>;
  readonly onDone: (said: string) => void;
  readonly onClose: () => void;
}

interface Readable {
  readonly draw: ReactNode;
  readonly accept: () => Promise<Result<unknown, FileRefused>>;
}

/** A file in two steps: first what it would do, in words, then a press that does it. */
export const FileDialog = ({ title, explain, confirm, done, read, onDone, onClose }: FileDialogProps) => {
  const { words } = useDisplay();
  const [step, setStep] = useState<'choose' | 'busy' | Readable | FileRefused>('choose');
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    setStep('busy');
    const readable = await read(file);
    setStep(readable.ok ? readable.value : readable.failure);
  };
  const accept = async (readable: Readable): Promise<void> => {
    setStep('busy');
    const accepted = await readable.accept();
    if (accepted.ok) {
      onDone(done);
      onClose();
    } else setStep(accepted.failure);
  };
  const readable = typeof step === 'object' && 'accept' in step ? step : undefined;
  const refused = typeof step === 'object' && 'why' in step ? step : undefined;
  return (
    <Dialog title={title} onClose={onClose}>
      <p className="text-muted">{explain}</p>
      <label className="mt-3 flex flex-col gap-1">
        <span className="font-medium">{words.text('fileChoose')}</span>
        <input
          type="file"
          accept=".json,application/json"
          disabled={step === 'busy'}
          onChange={(event) => void take(event.target.files?.[0])}
          className="text-12 file:mr-2 file:h-7 file:rounded-1 file:border file:border-edge file:bg-surface file:px-2 file:text-ink"
        />
      </label>
      <div role="status" className="mt-3">
        {step === 'busy' && <p className="text-muted">{words.text('fileReading')}</p>}
        {refused !== undefined && <p className="text-blocked">{words.text(refusals[refused.why])}</p>}
        {readable?.draw}
      </div>
      {readable !== undefined && (
        <div className="mt-3 flex justify-end gap-2">
          <Button onClick={onClose}>{words.text('cancel')}</Button>
          <Button look="primary" onClick={() => void accept(readable)}>
            {confirm}
          </Button>
        </div>
      )}
    </Dialog>
  );
};

const refusals = {
  foreign: 'fileForeign',
  broken: 'fileBroken',
  'too-new': 'fileTooNew',
  'too-large': 'fileTooLarge',
  'not-mine': 'fileNotMine',
  'not-stored': 'fileNotStored',
} as const;

export const BackupWords = ({ preview: { file, here } }: { readonly preview: BackupPreview }) => {
  const display = useDisplay();
  const { words } = display;
  return (
    <>
      <p>{contents(display, file)}</p>
      <p className="mt-1">
        {here.items + here.added === 0
          ? words.text('backupIntoEmpty')
          : words.text('backupReplaces', {
              added: words.count('countAdded', here.added),
              items: words.count('countItems', here.items),
            })}
      </p>
    </>
  );
};

const shown = 20;

export const ColleagueWords = ({ preview: { file, fresh, contested } }: { readonly preview: ColleaguePreview }) => {
  const display = useDisplay();
  const { words } = display;
  return (
    <>
      <p>{contents(display, file)}</p>
      <p className="mt-1">{words.count('colleagueFresh', fresh)}</p>
      {contested.length > 0 && (
        <>
          <p className="mt-2 font-medium">{words.count('colleagueContested', contested.length)}</p>
          <ul className="mt-1 max-h-48 overflow-y-auto text-12">
            {contested.slice(0, shown).map(({ about, here, there }) => (
              <li key={about} className="border-t border-line py-1">
                {words.text('colleagueBoth', {
                  about: plain(about, 120),
                  here: plain(here, 80),
                  there: plain(there, 80),
                })}
              </li>
            ))}
          </ul>
          {contested.length > shown && (
            <p className="text-12 text-muted">{words.count('listMore', contested.length - shown)}</p>
          )}
        </>
      )}
    </>
  );
};

const contents = ({ words, when }: Display, { madeAt, items, added }: BackupPreview['file']): string =>
  words.text('fileContents', {
    added: words.count('countAdded', added),
    items: words.count('countItems', items),
    when: when.ago(madeAt).full,
  });
