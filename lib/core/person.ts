/** Somebody as a page shows them: an account name or id where there is one, a name where there is one, never neither. */
export interface Person {
  /** The tool's own account name or id, lower case. */
  readonly handle?: string;
  /** The name people read. */
  readonly name?: string;
  /** `team`: a name with members. `agent`: not a human. Absent: a person, as far as is known. */
  readonly kind?: 'team' | 'agent';
}

/** A person on one site. Annotations name people this way, so that two sites' namesakes are never mixed up. */
export interface Account extends Person {
  readonly tool: string;
  readonly site: string;
}

/** Whose eyes: the accounts that the person using Crosstie has confirmed as their own. */
export interface Me {
  readonly accounts: readonly Account[];
}

export const nobody: Me = { accounts: [] };

/** A name as it is compared: without width, case, and space around it. */
export const foldedName = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/**
 * Whether two readings of one site mean the same person: by account where both carry one, else by name
 * (decisions: Me). A name alone never matches an account that has another name.
 */
export const samePerson = (a: Person, b: Person): boolean => {
  if ((a.kind === 'team') !== (b.kind === 'team')) return false;
  if (a.handle !== undefined && b.handle !== undefined) return foldedName(a.handle) === foldedName(b.handle);
  return sameName(a, b);
};

/** Both have a name, and it is the same one. */
export const sameName = (a: Person, b: Person): boolean =>
  a.name !== undefined && b.name !== undefined && foldedName(a.name) === foldedName(b.name);

export const sameAccount = (a: Account, b: Account): boolean =>
  a.tool === b.tool && a.site === b.site && samePerson(a, b);

export const isMe = (me: Me, account: Account): boolean => me.accounts.some((mine) => sameAccount(mine, account));

/**
 * One more account of mine. What is told of an account that is known already is joined to it: a name that was confirmed
 * for a site where only the account's id was known belongs to that account.
 */
export const withAccount = (me: Me, account: Account): Me => {
  const onSite = me.accounts.filter(
    (mine) => mine.tool === account.tool && mine.site === account.site && mine.kind === account.kind,
  );
  const same = onSite.find((mine) => samePerson(mine, account)) ?? otherHalf(onSite, account);
  if (same === undefined) return { accounts: [...me.accounts, account] };
  return { accounts: me.accounts.map((mine) => (mine === same ? { ...mine, ...account } : mine)) };
};

export const withoutAccount = (me: Me, account: Account): Me => ({
  accounts: me.accounts.filter((mine) => !sameAccount(mine, account)),
});

const otherHalf = (onSite: readonly Account[], { handle, name }: Account): Account | undefined => {
  const halves = onSite.filter((mine) =>
    handle === undefined ? mine.name === undefined : name === undefined && mine.handle === undefined,
  );
  return halves.length === 1 && (handle === undefined || name === undefined) ? halves[0] : undefined;
};

/** A spelling that is equal for the same reading of a person; for grouping and for keys of lists, never for identity across readings. */
export const accountId = (account: Account): string => {
  const known = ids.get(account);
  if (known !== undefined) return known;
  const { tool, site, handle, name, kind } = account;
  const id = `${tool}:${site}:${kind === 'team' ? 'team:' : ''}${handle === undefined ? `~${foldedName(name ?? '')}` : foldedName(handle)}`;
  ids.set(account, id);
  return id;
};

/** Spelled once for each account: signals ask for them again and again. */
const ids = new WeakMap<Account, string>();

/** Of two spellings of one account the one that says more: the same one in either order. */
export const fuller = (a: Account, b: Account): Account => (a === b || spelling(a) <= spelling(b) ? a : b);

const spelling = ({ name, kind, handle }: Account): string =>
  JSON.stringify([name === undefined, kind === undefined, name ?? null, kind ?? null, handle ?? null]);

export const displayName = ({ name, handle }: Person): string => name ?? handle ?? '';

/**
 * Joins a newer reading of people with an older one: who is in it is the newer one's word, but what the older one
 * knew of the same person (an account behind a bare name) is kept (K4: a page that shows less erases nothing).
 */
export const enrichPeople = (newer: readonly Person[], older: readonly Person[] | undefined): readonly Person[] =>
  older === undefined
    ? newer
    : newer.map((person) => {
        const known = older.filter((other) => samePerson(person, other));
        return known.length === 1 ? { ...known[0], ...person } : person;
      });
