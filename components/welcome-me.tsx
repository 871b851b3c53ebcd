import { accountId, displayName } from '../lib/core/person.ts';
import { Button } from './button.tsx';
import { useDisplay } from './display.tsx';
import { plain } from './plain.ts';
import { siteName } from './site-name.ts';
import { ToolBadge } from './tool-badge.tsx';
import type { WelcomePartProps } from './welcome-model.ts';
import { WhoAmIAsk } from './who-am-i.tsx';

/** Who I am: found on pages, asked once where a page does not tell, and before that a word on how it will be known. */
export const WelcomeMe = ({ model, intents }: WelcomePartProps) => {
  const display = useDisplay();
  const { words } = display;
  const me = model.me.filter(({ kind }) => kind !== 'team');
  return (
    <>
      {me.length === 0 && model.ask.length === 0 && <p>{words.text('welcomeMeLater')}</p>}
      {me.length > 0 && (
        <>
          <ul className="flex flex-col divide-y divide-line">
            {me.map((account) => (
              <li key={accountId(account)} className="flex min-h-9 items-center gap-2 py-1">
                <ToolBadge tool={account.tool} />
                <bdi className="min-w-0 truncate font-medium">{plain(displayName(account), 60)}</bdi>
                <bdi className="min-w-0 flex-1 truncate text-12 text-muted">{siteName(display, account)}</bdi>
              </li>
            ))}
          </ul>
          <p>
            <Button look="quiet" className="-ml-2" onClick={() => intents.onOptions('me')}>
              {words.text('welcomeMeMore')}
            </Button>
          </p>
        </>
      )}
      {model.ask.map((one) => (
        <WhoAmIAsk key={`${one.tool} ${one.site}`} ask={one} onMe={intents.onMe} />
      ))}
    </>
  );
};
