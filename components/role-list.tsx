import { useId, useState } from 'react';
import { siteOf } from '../lib/core/key.ts';
import { displayName } from '../lib/core/person.ts';
import type { ItemView, RoleView } from '../lib/core/view.ts';
import { Button, IconButton } from './button.tsx';
import type { Make } from './changes.ts';
import { Pieces, useDisplay } from './display.tsx';
import type { Known } from './owner-field.tsx';
import { PersonField } from './person-field.tsx';
import { PersonName } from './person-mark.tsx';

const roleWords = { backup: 'roleBackup', reviewer: 'roleReviewer', approver: 'roleApprover' } as const;

type SideRole = RoleView['role'];
const sideRoles = Object.keys(roleWords) as readonly SideRole[];

interface RoleListProps {
  readonly view: ItemView;
  readonly known: Known;
  readonly make: Make;
}

/** The roles beside the owner (O1). A role nobody has is not shown; "Add…" offers it. */
export const RoleList = ({ view, known, make }: RoleListProps) => {
  const { words } = useDisplay();
  const [adding, setAdding] = useState<SideRole>();
  const select = useId();
  const { item, roles = [] } = view;
  const free = sideRoles.filter((role) => !roles.some((one) => one.role === role));
  return (
    <div className="flex flex-col gap-1 text-12">
      {roles.map(({ role, who, accepted }) => (
        <p key={role} className="flex min-h-6 items-center gap-1">
          <span className="text-muted">{words.text(roleWords[role])}</span>
          {accepted ? (
            <PersonName person={who} />
          ) : (
            <span>
              <Pieces of={words.pieces('roleProposed', { who: <PersonName person={who} /> })} />
            </span>
          )}
          <IconButton
            icon="withdraw"
            label={words.text('roleRemove', { role: words.text(roleWords[role]), who: displayName(who) })}
            onClick={() =>
              make(
                { type: 'name-role', item: item.key, role, who: null, accepted: false },
                words.text('saidRoleRemoved', { who: displayName(who) }),
              )
            }
          />
        </p>
      ))}
      {free.length > 0 &&
        (adding === undefined ? (
          <Button look="quiet" className="self-start" onClick={() => setAdding(free[0])}>
            {words.text('roleAdd')}
          </Button>
        ) : (
          <div className="flex items-start gap-1.5">
            <label htmlFor={select} className="sr-only">
              {words.text('roleWhich')}
            </label>
            <select
              id={select}
              value={adding}
              onChange={(event) => setAdding(free.find((role) => role === event.target.value))}
              className="h-8 rounded-1 border border-edge bg-surface px-1 text-12"
            >
              {free.map((role) => (
                <option key={role} value={role}>
                  {words.text(roleWords[role])}
                </option>
              ))}
            </select>
            <div className="min-w-0 flex-1">
              <PersonField
                label={words.text('roleWho')}
                site={siteOf(item.key)}
                known={known.people}
                focused
                onPick={(who) => {
                  make(
                    { type: 'name-role', item: item.key, role: adding, who, accepted: false },
                    words.text('saidRoleProposed', { role: words.text(roleWords[adding]), who: displayName(who) }),
                  );
                  setAdding(undefined);
                }}
              />
            </div>
            <IconButton icon="withdraw" label={words.text('cancel')} onClick={() => setAdding(undefined)} />
          </div>
        ))}
    </div>
  );
};
