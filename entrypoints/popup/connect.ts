import { browser } from 'wxt/browser';
import { choices, openOptions } from '../pages/choosing.ts';
import { fileIntents } from '../pages/files.ts';
import { joinSurroundings, ownStore } from '../pages/join.ts';
import { sendChange, sendUndo } from '../pages/sending.ts';
import type { PopupSurroundings } from '../pages/surroundings.ts';

/** Joins store, messages and tools to what the popup needs. */
export const connectPopup = (): PopupSurroundings => {
  let windowId: number | undefined;
  void browser.windows.getCurrent().then(({ id }) => {
    windowId = id;
  });
  return {
    ...joinSurroundings(),
    intents: {
      onChange: sendChange,
      onUndo: sendUndo,
      onExport: fileIntents(ownStore).onExport,
      ...choices,
      onOptions: openOptions,
      // Straight in the click: after an await the browser opens no panel.
      onOpenPanel: () => {
        if (browser.sidePanel !== undefined && windowId !== undefined) void browser.sidePanel.open({ windowId });
        else void firefoxSidebar()?.open();
        window.close();
      },
    },
  };
};

/** `sidebarAction` is Firefox's, and not in the types of the polyfill's Chrome-shaped `browser`. */
const firefoxSidebar = (): { readonly open: () => Promise<void> } | undefined =>
  (browser as unknown as { readonly sidebarAction?: { readonly open: () => Promise<void> } }).sidebarAction;
