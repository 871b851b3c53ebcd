import { type ItemKey, makeKey, type Site } from '../../lib/core/key.ts';
import type { Draft, Project } from './draft.ts';
import type { Random } from './random.ts';

const sites: readonly Site[] = [
  { tool: 'jira', site: 'acme.atlassian.net' },
  { tool: 'github', site: 'github.com' },
  { tool: 'jira', site: 'corp.example/jira' },
  { tool: 'github', site: 'git.corp.example' },
  { tool: 'asana', site: 'asana' },
];

/** Of 50 to 300 items each (fewer where there are not so many), begun within two years, some of them over. */
export const projectsOf = (items: number, random: Random): readonly Project[] => {
  const projects: Project[] = [];
  for (let left = items; left > 0; ) {
    const wanted = 50 + random.below(201);
    // What would be left is no project of its own.
    const size = left - wanted < 50 ? left : wanted;
    left -= size;
    projects.push(projectOf(projects.length, size, random));
  }
  return projects;
};

const projectOf = (index: number, size: number, random: Random): Project => {
  const site = random.pick(sites);
  const drafts: Draft[] = [];
  const streams = Array.from({ length: Math.ceil(size / 20) }, (): Draft[] => []);
  const project: Project = {
    site,
    name: nameAt(site, index),
    slack: random.chance(0.7) ? random.between(0, 6) : -random.between(10, 100),
    drafts,
    streams,
  };
  const start = -random.between(40, 700);
  const finish = Math.min(0, start + random.between(80, 500));
  const times = Array.from({ length: size }, () => random.between(start, finish)).sort((a, b) => a - b);
  for (const [at, created] of times.entries()) {
    const stream = random.below(streams.length);
    const draft: Draft = {
      key: keyAt(project, at),
      project,
      stream,
      created,
      isRequest: site.tool === 'github' && random.chance(0.35),
      blockers: [],
      end: created,
      isSeen: true,
    };
    drafts.push(draft);
    streams[stream]?.push(draft);
  }
  return project;
};

const subjects = 'api web billing search login export import mobile queue report cache ledger notes maps feed'.split(
  ' ',
);

/** `acme/api-0`, `PAAB`; of tasks, whose keys name no project, a number. */
const nameAt = ({ tool }: Site, index: number): string => {
  if (tool === 'github') return `acme/${subjects[index % subjects.length]}-${Math.floor(index / subjects.length)}`;
  if (tool === 'asana') return String(1_200_000 + index);
  const letters = [Math.floor(index / 676) % 26, Math.floor(index / 26) % 26, index % 26];
  return `P${letters.map((letter) => String.fromCharCode(65 + letter)).join('')}`;
};

const keyAt = ({ site: { tool, site }, name }: Project, at: number): ItemKey => {
  if (tool === 'asana') return makeKey({ tool, ref: `${name}${String(at).padStart(6, '0')}` });
  return makeKey({ tool, site, ref: tool === 'github' ? `${name}#${at + 1}` : `${name}-${at + 1}` });
};
