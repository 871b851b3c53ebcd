import type { Account, Person } from '../../lib/core/person.ts';
import type { Project } from './draft.ts';
import type { Random } from './random.ts';

const first = 'Dana Noor Ada Kofi Mei Ivan Lucia Omar Priya Sven Yuki Amara Jonas Leila Tomas Zoe'.split(' ');
const last = 'Reyes Haddad Okafor Lind Tanaka Novak Moreau Silva Kaur Weber Rossi Adeyemi Berg Castro Dunn'.split(' ');

/** One for each sixty items. Who is early among them is in many projects' teams, and answers for much of their work. */
export const teamsOf = (
  projects: readonly Project[],
  items: number,
  random: Random,
): ReadonlyMap<Project, readonly Account[]> => {
  const count = Math.max(4, Math.round(items / 60));
  const known = new Map<string, Account>();
  const accountOf = (project: Project): Account => {
    const number = skewed(count, random);
    const { tool, site } = project.site;
    const id = `${site} ${number}`;
    const account = known.get(id) ?? { tool, site, ...personAt(number) };
    known.set(id, account);
    return account;
  };
  return new Map(
    projects.map((project) => [
      project,
      [...new Set(Array.from({ length: 4 + random.below(7) }, () => accountOf(project)))],
    ]),
  );
};

/** One of a team, its first most often. */
export const memberOf = (team: readonly Account[], random: Random): Account => {
  const member = team[skewed(team.length, random)];
  if (member === undefined) throw new Error('A team without members');
  return member;
};

const skewed = (end: number, random: Random): number => Math.floor(end * random.next() ** 1.5);

const personAt = (number: number): Person => {
  const [given = '', family = ''] = [first[number % first.length], last[number % last.length]];
  return { handle: `${given}.${family}${number}`.toLowerCase(), name: `${given} ${family}` };
};
