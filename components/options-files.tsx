import { useState } from 'react';
import { Button } from './button.tsx';
import { useDisplay } from './display.tsx';
import { BackupDialog, ColleagueDialog } from './file-dialogs.tsx';
import type { OptionsPartProps } from './options-model.ts';
import { Decided, Part } from './options-part.tsx';

/** The way out, and the two doors in. */
export const FilesPart = ({ model, intents }: OptionsPartProps) => {
  const { words } = useDisplay();
  const [open, setOpen] = useState<'backup' | 'colleague'>();
  const [said, setSaid] = useState('');
  const locked = model.readOnly !== undefined;
  const door = { say: setSaid, onClose: () => setOpen(undefined) };
  return (
    <Part id="files" title={words.text('optionsFiles')} note={words.text('optionsFilesNote')}>
      <div className="flex flex-wrap gap-2">
        <Button disabled={!model.policy.exports} onClick={intents.onExport}>
          {words.text('menuExport')}
        </Button>
        <Button disabled={locked} onClick={() => setOpen('backup')}>
          {words.text('menuBackup')}
        </Button>
        <Button disabled={locked} onClick={() => setOpen('colleague')}>
          {words.text('menuColleague')}
        </Button>
      </div>
      {!model.policy.exports && <Decided>{words.text('optionsNoExports')}</Decided>}
      <p role="status" className="text-12 text-fine empty:hidden">
        {said}
      </p>
      {open === 'backup' && <BackupDialog {...door} onReadBackup={intents.onReadBackup} />}
      {open === 'colleague' && <ColleagueDialog {...door} onReadColleague={intents.onReadColleague} />}
    </Part>
  );
};
