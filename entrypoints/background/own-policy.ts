import { browser } from 'wxt/browser';
import { readPolicy } from '../../lib/browser/policy.ts';
import type { Policy } from '../../lib/core/policy.ts';
import { tools } from '../../lib/tools/index.ts';

/** What the organisation has decided, as the browser has it now; nothing of it is kept (P6). */
export const policy = (): Promise<Policy> => readPolicy(browser.storage.managed, tools);
