import type { Person } from '../../core/person.ts';
import type { Page } from '../reader.ts';
import type { Header } from './header.ts';
import { peopleOf } from './people.ts';
import { allOutside, written } from './scope.ts';

/** Agents that sign what they make. The list only decides what is marked as detected; a person can say otherwise (A2). */
const signing = [
  'aider',
  'amp',
  'claude',
  'codex',
  'copilot',
  'cursor',
  'devin',
  'gemini',
  'jules',
  'openhands',
  'windsurf',
] as const;

/**
 * The agent that a page shows as a maker: a bot that is the author, a line in the description by which an agent signs
 * (`Generated with Claude Code`, `Co-authored-by: Copilot <…>`), or its picture beside a commit. Undefined: no sign.
 */
export const agentOf = (page: Page, header: Header, author: Person | undefined, lines: string): string | undefined => {
  if (author?.kind === 'agent') return author.name ?? author.handle;
  return (
    agentInLines(lines) ??
    agentIn(
      committers(page, header)
        .map(({ handle }) => handle)
        .join(' '),
    )
  );
};

const agentInLines = (lines: string): string | undefined => {
  for (const line of lines.split('\n')) {
    const signed = signature.exec(line)?.[1] ?? /^co-authored-by:(.{1,200})/iu.exec(line)?.[1];
    const agent = signed === undefined ? undefined : agentIn(signed);
    if (agent !== undefined) return agent;
  }
  return undefined;
};

const signature =
  /^[^a-z]*(?:this (?:pr|pull request|issue|change|code) (?:was|is) )?(?:generated|created|made|written) (?:with|by)\b(.{1,200})/i;

/** Everybody whom the timeline shows beside a commit: its author and those of its `Co-authored-by` lines. */
const committers = ({ dom, address }: Page, { container }: Header): readonly Person[] =>
  peopleOf(
    dom,
    allOutside(dom, 'a[data-test-selector="commits-avatar-stack-avatar-link"]', container, written),
    address,
  );

const agentIn = (words: string): string | undefined => {
  const named = new Set(words.toLowerCase().split(/[^a-z]+/u));
  const agent = signing.find((name) => named.has(name));
  return agent === undefined ? undefined : agent.charAt(0).toUpperCase() + agent.slice(1);
};
