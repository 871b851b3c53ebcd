import { asanaGuide } from './asana/guide.ts';
import { githubGuide } from './github/guide.ts';
import type { Guide } from './guide.ts';
import { jiraGuide } from './jira/guide.ts';

/** Every tool's guide, sorted by id. */
export const guides: readonly Guide[] = [asanaGuide, githubGuide, jiraGuide];

export const guideOf = (id: string): Guide | undefined => guides.find(({ tool }) => tool.id === id);
