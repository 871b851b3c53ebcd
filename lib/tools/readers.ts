import { asanaReader } from './asana/reader.ts';
import { githubReader } from './github/reader.ts';
import { jiraReader } from './jira/reader.ts';
import type { Reader } from './reader.ts';

/** Every tool's reader, sorted by id. For commands and tests: a page carries the reader of its own tool alone. */
export const readers: readonly Reader[] = [asanaReader, githubReader, jiraReader];
