import { AccountsDialog } from './accounts-dialog.tsx';
import { BackupDialog, ColleagueDialog } from './file-dialogs.tsx';
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
      return <BackupDialog onReadBackup={intents.onReadBackup} say={say} onClose={onClose} />;
    case 'colleague':
      return <ColleagueDialog onReadColleague={intents.onReadColleague} say={say} onClose={onClose} />;
  }
};
