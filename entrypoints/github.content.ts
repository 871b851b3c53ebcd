import { defineContentScript } from 'wxt/utils/define-content-script';
import { githubReader } from '../lib/tools/github/reader.ts';
import { startOverlay } from './overlay/start.ts';

export default defineContentScript({
  matches: [...githubReader.tool.matches],
  runAt: 'document_idle',
  cssInjectionMode: 'manual',
  // Otherwise every page is told the extension's id.
  noScriptStartedPostMessage: true,
  main: () => startOverlay(githubReader),
});
