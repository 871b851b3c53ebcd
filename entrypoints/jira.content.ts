import { defineContentScript } from 'wxt/utils/define-content-script';
import { jiraReader } from '../lib/tools/jira/reader.ts';
import { startOverlay } from './overlay/start.ts';

export default defineContentScript({
  matches: [...jiraReader.tool.matches],
  excludeMatches: [...(jiraReader.tool.excludeMatches ?? [])],
  runAt: 'document_idle',
  cssInjectionMode: 'manual',
  // Otherwise every page is told the extension's id.
  noScriptStartedPostMessage: true,
  main: () => startOverlay(jiraReader),
});
