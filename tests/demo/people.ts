import type { Person } from './world.ts';

/** Whose browser it is: signed in on all three tools. */
export const dana: Person = person('Dana Reyes', 'dana-reyes', '5f0c1e7a9b2d4c0068a1d0aa', 1);
export const noor: Person = person('Noor Haddad', 'noor-haddad', '5f0c1e7a9b2d4c0068a1d0ab', 2);
export const tomas: Person = person('Tomás Silva', 'tomas-silva', '5f0c1e7a9b2d4c0068a1d0ac', 3);
export const mei: Person = person('Mei Lin', 'mei-lin', '5f0c1e7a9b2d4c0068a1d0ad', 4);
export const ivo: Person = person('Ivo Brandt', 'ivo-brandt', '5f0c1e7a9b2d4c0068a1d0ae', 5);
/** A coding agent: it works on GitHub only. */
export const agent: Person = { ...person('crafty-agent', 'crafty-agent[bot]', '', 6), bot: true };

export const people: readonly Person[] = [dana, noor, tomas, mei, ivo, agent];

function person(name: string, login: string, account: string, colour: number): Person {
  const initials = name
    .split(/[\s-]/u)
    .map((word) => word.slice(0, 1).toUpperCase())
    .join('');
  return { name, login, account, initials, colour };
}
