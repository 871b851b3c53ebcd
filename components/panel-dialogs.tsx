import { AccountsDialog } from './accounts-dialog.tsx';
import { useDisplay } from './display.tsx';
import { BackupWords, ColleagueWords, FileDialog } from './file-dialog.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import type { PanelDialog } from './panel-menu.tsx';
import type { PanelProps } from './panel-model.ts';

interface PanelDialogsProps extends PanelProps {
  readonly dialog: PanelDialog | undefined;
  readonly say: (text: string) => void;
  readonly onClose: () => void;
}

/** The dialog that is open, if any. */
export const PanelDialogs = ({ dialog, model, intents, say, onClose }: PanelDialogsProps) => {
  const { words } = useDisplay();
  switch (dialog) {
    case undefined:
      return null;
    case 'keys':
      return <KeysDialog singleKeys={model.singleKeys} onSingleKeys={intents.onSingleKeys} onClose={onClose} />;
    case 'accounts':
      return (
        <AccountsDialog
          me={model.known.me}
          ask={model.known.ask}
          onMe={intents.onMe}
          onForget={intents.onForget}
          onClose={onClose}
        />
      );
    case 'backup':
      return (
        <FileDialog
          title={words.text('menuBackup')}
          explain={words.text('backupExplain')}
          confirm={words.text('backupConfirm')}
          done={words.text('backupDone')}
          read={async (file) => {
            const read = await intents.onReadBackup(file);
            return read.ok
              ? { ok: true, value: { draw: <BackupWords preview={read.value} />, accept: read.value.accept } }
              : read;
          }}
          onDone={say}
          onClose={onClose}
        />
      );
    case 'colleague':
      return (
        <FileDialog
          title={words.text('menuColleague')}
          explain={words.text('colleagueExplain')}
          confirm={words.text('colleagueConfirm')}
          done={words.text('colleagueDone')}
          read={async (file) => {
            const read = await intents.onReadColleague(file);
            return read.ok
              ? { ok: true, value: { draw: <ColleagueWords preview={read.value} />, accept: read.value.accept } }
              : read;
          }}
          onDone={say}
          onClose={onClose}
        />
      );
  }
};
