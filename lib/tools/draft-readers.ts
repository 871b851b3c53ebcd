import { asanaDrafts } from './asana/draft.ts';
import type { DraftReader } from './draft-reader.ts';
import { githubDrafts } from './github/draft.ts';
import { jiraDrafts } from './jira/draft.ts';

/** How the create forms of every tool are read, sorted by id. */
export const draftReaders: readonly DraftReader[] = [asanaDrafts, githubDrafts, jiraDrafts];

export const draftReaderOf = (id: string): DraftReader | undefined => draftReaders.find((one) => one.id === id);
