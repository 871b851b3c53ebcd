import { type Account, accountId, displayName } from '../lib/core/person.ts';
import type { WhoAmI } from '../lib/core/view.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { useDisplay } from './display.tsx';
import { plain } from './plain.ts';
import { ToolBadge } from './tool-badge.tsx';
import { WhoAmIAsk } from './who-am-i.tsx';

interface AccountsDialogProps {
  readonly me: readonly Account[];
  readonly ask: readonly WhoAmI[];
  readonly onMe: (account: Account) => void;
  readonly onForget: (account: Account) => void;
  readonly onClose: () => void;
}

/** Who I am, site by site; each can be taken back. */
export const AccountsDialog = ({ me, ask, onMe, onForget, onClose }: AccountsDialogProps) => {
  const { words } = useDisplay();
  return (
    <Dialog title={words.text('accountsTitle')} onClose={onClose}>
      {me.length === 0 ? (
        <p className="text-muted">{words.text('accountsNone')}</p>
      ) : (
        <ul className="flex flex-col gap-1">
          {me.map((account) => (
            <li key={accountId(account)} className="flex min-h-8 items-center gap-2">
              <ToolBadge tool={account.tool} />
              <bdi className="min-w-0 truncate font-medium">{plain(displayName(account), 60)}</bdi>
              <span className="min-w-0 flex-1 truncate text-12 text-muted">
                {account.site === account.tool ? '' : plain(account.site, 80)}
              </span>
              <Button
                look="quiet"
                onClick={() => onForget(account)}
                aria-label={words.text('accountsForgetWho', { who: displayName(account) })}
              >
                {words.text('accountsForget')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {ask.length > 0 && (
        <div className="mt-3 flex flex-col gap-2">
          {ask.map((one) => (
            <WhoAmIAsk key={`${one.tool} ${one.site}`} ask={one} onMe={onMe} />
          ))}
        </div>
      )}
    </Dialog>
  );
};
