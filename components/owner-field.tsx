import { type ReactNode, useState } from 'react';
import { type ItemKey, siteOf } from '../lib/core/key.ts';
import { type Account, accountId, displayName, type Person } from '../lib/core/person.ts';
import type { ItemBrief, OwnerView, WhoAmI } from '../lib/core/view.ts';
import { Button } from './button.tsx';
import type { Make } from './changes.ts';
import { itemName, Pieces, useDisplay } from './display.tsx';
import { Icon } from './icon.tsx';
import { PersonField } from './person-field.tsx';
import { OwnerMark, PersonName } from './person-mark.tsx';
import { WhoAmIAsk } from './who-am-i.tsx';

export interface Known {
  /** My accounts; empty where nobody said yet who I am. */
  readonly me: readonly Account[];
  /** Where I am not known, the question to ask. */
  readonly ask: readonly WhoAmI[];
  /** People seen before, most likely first. */
  readonly people: readonly Account[];
}

interface OwnerFieldProps {
  readonly item: ItemBrief;
  readonly known: Known;
  readonly make: Make;
  readonly onMe: (account: Account) => void;
}

/** Who answers for the item (O1 to O4), and the one step to change it. */
export const OwnerField = ({ item, known, make, onMe }: OwnerFieldProps) => {
  const display = useDisplay();
  const { words } = display;
  const [open, setOpen] = useState<'propose' | 'who'>();
  const { owner } = item;
  const mine = owner.by === 'stated' && owner.me && owner.accepted;
  const me = myAccount(known.me, item.key);

  const nameOwner = (who: Account | null, accepted: boolean): void => {
    const said = who === null ? words.text('saidOwnerRemoved') : ownerSaid(who, accepted);
    // W3: what was stated of another item of the same work is changed there.
    const stated = owner.by === 'stated' ? (owner.of ?? item.key) : item.key;
    make({ type: 'name-role', item: stated, role: 'owner', who, accepted }, said);
    setOpen(undefined);
  };
  const ownerSaid = (who: Account, accepted: boolean): string =>
    words.text(accepted ? 'saidOwner' : 'saidOwnerProposed', { who: displayName(who) });
  const takeAs = (account: Account): void => {
    onMe(account);
    nameOwner(account, true);
  };
  const take = (): void => (me === undefined ? setOpen('who') : nameOwner(me, true));

  return (
    <section aria-labelledby="owner-heading" className="flex flex-col gap-1">
      <div className="flex min-h-7 items-center gap-2">
        <h2 id="owner-heading" className="sr-only">
          {words.text('ownerHeading')}
        </h2>
        <OwnerMark owner={owner} />
        <p className="min-w-0 flex-1 text-13">
          <OwnerSentence owner={owner} />
          {'of' in owner && owner.of !== undefined && (
            <span className="text-12 text-muted">
              {' '}
              <Pieces of={words.pieces('ownerOf', { item: <bdi>{itemName(display, { key: owner.of })}</bdi> })} />
            </span>
          )}
        </p>
        {!mine && (
          <Button look={isFree(owner) ? 'primary' : 'plain'} letter="t" onClick={take}>
            {words.text(owner.by === 'stated' && owner.me ? 'ownerAccept' : 'ownerTake')}
          </Button>
        )}
        <Button onClick={() => setOpen(open === 'propose' ? undefined : 'propose')} aria-expanded={open === 'propose'}>
          {words.text(owner.by === 'stated' ? 'ownerChange' : 'ownerPropose')}
        </Button>
      </div>
      <OwnerNotices owner={owner} choose={(who) => nameOwner(who, true)} />
      {open === 'who' && <WhoAmIAsk ask={askFor(known, item.key)} onMe={takeAs} />}
      {open === 'propose' && (
        <div className="flex flex-col gap-1.5 rounded-2 border border-line bg-raised p-2">
          <PersonField
            label={words.text('ownerProposeLabel')}
            site={siteOf(item.key)}
            known={known.people}
            focused
            onPick={(who) => nameOwner(who, false)}
          />
          {owner.by === 'stated' && (
            <Button look="quiet" className="self-start" onClick={() => nameOwner(null, false)}>
              {words.text('ownerRemove')}
            </Button>
          )}
        </div>
      )}
    </section>
  );
};

/** Nobody answers for it as far as is known, or it is offered to me: taking it is the thing to do. */
const isFree = (owner: OwnerView): boolean =>
  owner.by === 'nobody' || owner.by === 'unknown' || (owner.by === 'stated' && owner.me && !owner.accepted);

/** My account on the item's own site, else any: an owner may be named by an account of another tool. */
export const myAccount = (me: readonly Account[], key: ItemKey): Account | undefined => {
  const { tool, site } = siteOf(key);
  return (
    me.find((account) => account.tool === tool && account.site === site && account.kind !== 'team') ??
    me.find(({ kind }) => kind !== 'team')
  );
};

const askFor = ({ ask, people }: Known, key: ItemKey): WhoAmI => {
  const here = siteOf(key);
  const isHere = ({ tool, site }: { readonly tool: string; readonly site: string }): boolean =>
    tool === here.tool && site === here.site;
  return ask.find(isHere) ?? { ...here, people: people.filter(isHere) };
};

const OwnerSentence = ({ owner }: { readonly owner: OwnerView }) => {
  const { words } = useDisplay();
  switch (owner.by) {
    case 'stated': {
      if (owner.rivals.length > 0) return words.text('ownerContested');
      if (owner.me) return words.text(owner.accepted ? 'ownerIsMe' : 'ownerIsMeProposed');
      const who = <PersonName person={owner.who} />;
      return owner.accepted ? (
        <Pieces of={words.pieces('ownerIs', { who })} />
      ) : (
        <Pieces of={words.pieces('ownerIsProposed', { who })} />
      );
    }
    case 'assigned':
      return (
        <Pieces
          of={words.pieces(owner.me ? 'ownerAssignedMe' : 'ownerAssigned', { who: <Names people={owner.who} /> })}
        />
      );
    case 'nobody':
      return words.text('ownerNobody');
    case 'unknown':
      return words.text('ownerUnknown');
  }
};

const OwnerNotices = ({ owner, choose }: { readonly owner: OwnerView; readonly choose: (who: Account) => void }) => {
  const { words } = useDisplay();
  if (owner.by !== 'stated') return null;
  return (
    <>
      {owner.rivals.length > 0 && (
        <Notice>
          <div className="flex flex-wrap items-center gap-1.5">
            <span>{words.text('ownerChoose')}</span>
            {[owner.who, ...owner.rivals].map((who) => (
              <Button key={accountId(who)} size="small" onClick={() => choose(who)}>
                <PersonName person={who} />
              </Button>
            ))}
          </div>
        </Notice>
      )}
      {owner.differs.length > 0 && (
        <Notice>
          <Pieces of={words.pieces('ownerDiffers', { who: <Names people={owner.differs} /> })} />
        </Notice>
      )}
    </>
  );
};

const Notice = ({ children }: { readonly children: ReactNode }) => (
  <div className="flex items-start gap-1.5 rounded-1 bg-risk-tint px-2 py-1 text-12 text-ink">
    <Icon name="warn" className="text-risk" />
    <div className="min-w-0 flex-1">{children}</div>
  </div>
);

/** Names in the language's own way of listing. */
export const Names = ({ people }: { readonly people: readonly Person[] }) => {
  const { words } = useDisplay();
  const parts = new Intl.ListFormat(words.locale).formatToParts(people.map((_, index) => String(index)));
  return (
    <Pieces
      of={parts.map(({ type, value }) => {
        const person = type === 'element' ? people[Number(value)] : undefined;
        return person === undefined ? value : <PersonName key={value} person={person} />;
      })}
    />
  );
};
