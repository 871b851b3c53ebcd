import { defineContentScript } from 'wxt/utils/define-content-script';
import { asanaReader } from '../lib/tools/asana/reader.ts';
import { startOverlay } from './overlay/start.ts';

export default defineContentScript({
  matches: [...asanaReader.tool.matches],
  runAt: 'document_idle',
  cssInjectionMode: 'manual',
  // Otherwise every page is told the extension's id.
  noScriptStartedPostMessage: true,
  main: () => startOverlay(asanaReader),
});
