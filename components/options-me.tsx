import { useState } from 'react';
import { isSite } from '../lib/core/key.ts';
import { type Account, accountId, displayName } from '../lib/core/person.ts';
import { Button } from './button.tsx';
import { useDisplay } from './display.tsx';
import { Choice } from './options-fields.tsx';
import type { OptionsModel, OptionsPartProps } from './options-model.ts';
import { Part } from './options-part.tsx';
import { PersonField } from './person-field.tsx';
import { plain } from './plain.ts';
import { siteName } from './site-name.ts';
import { ToolBadge } from './tool-badge.tsx';
import { WhoAmIAsk } from './who-am-i.tsx';

/** Who I am on each site, and which teams are mine. */
export const MePart = ({ model, intents }: OptionsPartProps) => {
  const { words } = useDisplay();
  const [adding, setAdding] = useState<Kind>();
  const locked = model.readOnly !== undefined;
  const sites = sitesOfPeople(model);
  return (
    <Part id="me" title={words.text('optionsMe')} note={words.text('optionsMeNote')}>
      {model.me.length === 0 ? (
        <p className="text-muted">{words.text('accountsNone')}</p>
      ) : (
        <ul className="flex flex-col divide-y divide-line">
          {model.me.map((account) => (
            <AccountRow key={accountId(account)} account={account} locked={locked} onForget={intents.onForget} />
          ))}
        </ul>
      )}
      {!locked && model.ask.map((one) => <WhoAmIAsk key={`${one.tool} ${one.site}`} ask={one} onMe={intents.onMe} />)}
      {!locked && sites.length > 0 && (
        <>
          <div className="flex flex-wrap gap-2">
            {(['person', 'team'] as const).map((kind) => (
              <Button
                key={kind}
                aria-expanded={adding === kind}
                onClick={() => setAdding(adding === kind ? undefined : kind)}
              >
                {words.text(kind === 'team' ? 'optionsAddTeam' : 'optionsAddAccount')}
              </Button>
            ))}
          </div>
          {adding !== undefined && <AddAccount key={adding} kind={adding} model={model} onMe={intents.onMe} />}
        </>
      )}
    </Part>
  );
};

type Kind = 'person' | 'team';

interface AccountRowProps {
  readonly account: Account;
  readonly locked: boolean;
  readonly onForget: (account: Account) => void;
}

const AccountRow = ({ account, locked, onForget }: AccountRowProps) => {
  const display = useDisplay();
  const { words } = display;
  const { name, handle, kind } = account;
  const beside = [
    siteName(display, account),
    ...(name === undefined || handle === undefined || name === handle ? [] : [plain(handle, 60)]),
    ...(kind === 'team' ? [words.text('optionsTeam')] : []),
  ];
  return (
    <li className="flex min-h-9 items-center gap-2 py-1">
      <ToolBadge tool={account.tool} />
      <p className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-2">
        <bdi className="min-w-0 truncate font-medium">{plain(displayName(account), 60)}</bdi>
        <bdi className="min-w-0 truncate text-12 text-muted">{beside.join(' · ')}</bdi>
      </p>
      <Button
        look="quiet"
        disabled={locked}
        onClick={() => onForget(account)}
        aria-label={words.text('accountsForgetWho', { who: displayName(account) })}
      >
        {words.text('accountsForget')}
      </Button>
    </li>
  );
};

/** Where somebody can have an account that counts: every listed site but those the organisation keeps out. */
const sitesOfPeople = ({ sites }: OptionsModel): OptionsModel['sites'] =>
  sites.filter(({ access, site }) => access !== 'blocked' && !site.includes('*'));

interface AddAccountProps {
  readonly kind: Kind;
  readonly model: OptionsModel;
  readonly onMe: (account: Account) => void;
}

/** One more account or team of mine: chosen among those seen on its site, or typed. It stays open for the next one. */
const AddAccount = ({ kind, model, onMe }: AddAccountProps) => {
  const display = useDisplay();
  const { words } = display;
  const sites = sitesOfPeople(model);
  const [at, setAt] = useState('0');
  const site = sites[Number(at)] ?? sites[0];
  if (site === undefined) return null;
  const mine = new Set(model.me.map(accountId));
  const known = (kind === 'team' ? model.teams : model.people).filter(
    (account) => isSite(account, site) && !mine.has(accountId(account)),
  );
  const named = siteName(display, site);
  return (
    <div className="flex flex-col gap-2 rounded-2 border border-line bg-raised p-3">
      <Choice
        label={words.text('optionsSite')}
        value={at}
        options={sites.map((one, index) => [String(index), siteName(display, one)])}
        onChoose={setAt}
      />
      <PersonField
        key={at}
        label={words.text(kind === 'team' ? 'optionsTeamName' : 'whoAmIName', { tool: named })}
        site={{ tool: site.tool, site: site.site }}
        known={known}
        onPick={(account) => onMe(kind === 'team' ? { ...account, kind } : account)}
      />
    </div>
  );
};
