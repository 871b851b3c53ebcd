import { examples as asana } from './asana/examples.ts';
import { examples as github } from './github/examples.ts';
import { examples as jira } from './jira/examples.ts';
import type { AddressExample } from './tool.ts';

/** By tool: addresses with the item that each one names. Only tests need them, so nothing that is shipped imports this. */
export const examples: { readonly [tool: string]: readonly AddressExample[] } = { asana, github, jira };
