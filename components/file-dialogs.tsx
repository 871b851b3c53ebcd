import { useDisplay } from './display.tsx';
import { BackupWords, ColleagueWords, FileDialog } from './file-dialog.tsx';
import type { FileIntents } from './files.ts';

interface FileDoorProps {
  readonly say: (text: string) => void;
  readonly onClose: () => void;
}

/** "Restore my backup": all of it, in place of what is here. */
export const BackupDialog = ({ onReadBackup, say, onClose }: FileDoorProps & Pick<FileIntents, 'onReadBackup'>) => {
  const { words } = useDisplay();
  return (
    <FileDialog
      title={words.text('menuBackup')}
      explain={words.text('backupExplain')}
      confirm={words.text('backupConfirm')}
      done={words.text('backupDone')}
      read={async (file) => {
        const read = await onReadBackup(file);
        return read.ok
          ? { ok: true, value: { draw: <BackupWords preview={read.value} />, accept: read.value.accept } }
          : read;
      }}
      onDone={say}
      onClose={onClose}
    />
  );
};

/** "Add a colleague's file": what is in it joins what is here. */
export const ColleagueDialog = ({
  onReadColleague,
  say,
  onClose,
}: FileDoorProps & Pick<FileIntents, 'onReadColleague'>) => {
  const { words } = useDisplay();
  return (
    <FileDialog
      title={words.text('menuColleague')}
      explain={words.text('colleagueExplain')}
      confirm={words.text('colleagueConfirm')}
      done={words.text('colleagueDone')}
      read={async (file) => {
        const read = await onReadColleague(file);
        return read.ok
          ? { ok: true, value: { draw: <ColleagueWords preview={read.value} />, accept: read.value.accept } }
          : read;
      }}
      onDone={say}
      onClose={onClose}
    />
  );
};
