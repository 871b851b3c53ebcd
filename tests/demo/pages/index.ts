import { asana } from './asana.ts';
import { github } from './github.ts';
import { jira } from './jira.ts';
import type { LookAlike } from './page.ts';

export const lookAlikes: readonly LookAlike[] = [asana, github, jira];
