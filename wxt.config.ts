import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import { mergeConfig } from 'vite';
import { defineConfig } from 'wxt';
import { tools } from './lib/tools/index.ts';

/**
 * For pages of the extension. Nothing is fetched yet, so `connect-src 'self'`. Trusted Types allow one policy, for
 * the addresses of packaged workers: with 'none' every `new Worker()` throws.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types crosstie-worker',
].join('; ');

const onlyChromium = {
  // No other extension and no page may speak to this one.
  externally_connectable: { ids: [] },
  // 116: sidePanel.open, which a click on the strip needs.
  minimum_chrome_version: '116',
  // What an organisation can decide (P6). Firefox needs no schema, and warns of a key that it does not know.
  storage: { managed_schema: 'managed-schema.json' },
};

const onlyFirefox = {
  browser_specific_settings: {
    gecko: {
      id: 'crosstie@crosstie.example',
      // 140: data_collection_permissions, which every new add-on has to declare.
      strict_min_version: '140.0',
      data_collection_permissions: { required: ['none'] },
    },
  },
};

/**
 * What content scripts have in place of what the other parts have; they are on every page, so each kilobyte counts.
 * The browsers that we run in give promises by themselves: the polyfill (10 kB) is for the background's larger API. And
 * WXT's context is a lifetime that any page can end and that we do not use (T6).
 */
const inContentScripts = {
  'wxt/browser': '@wxt-dev/browser',
  'wxt/utils/content-script-context': fileURLToPath(new URL('./entrypoints/overlay/no-context.ts', import.meta.url)),
};

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill'],
  vite: ({ browser }) => ({
    plugins: [tailwindcss()],
    build: {
      // The content script is a fifth smaller than with esbuild, which is taken where it is installed.
      minify: 'oxc',
      target: browser === 'firefox' ? 'firefox140' : 'chrome116',
    },
  }),
  hooks: {
    'vite:build:extendConfig': ([entry], config) => {
      // What is injected later (entrypoints/draft.ts) is a content script as well.
      if (entry?.type === 'content-script' || entry?.type === 'unlisted-script')
        Object.assign(config, mergeConfig(config, { resolve: { alias: inContentScripts } }));
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    // unlimitedStorage exempts the store from eviction; the others serve the panel, the menu on links, the badge's
    // clock, and putting the content script into tabs that are open already.
    permissions: [
      'storage',
      'unlimitedStorage',
      'contextMenus',
      'alarms',
      'scripting',
      'activeTab',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    host_permissions: tools.flatMap((tool) => tool.matches),
    optional_permissions: ['notifications', 'downloads'],
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    content_security_policy: { extension_pages: contentSecurityPolicy },
    incognito: 'not_allowed',
    ...(browser === 'firefox' ? onlyFirefox : onlyChromium),
    action: { default_title: '__MSG_name__' },
    commands: {
      'open-panel': { suggested_key: { default: 'Alt+Shift+Y' }, description: '__MSG_commandOpenPanel__' },
      // Q3: one key hides everything that is drawn on pages, until it is pressed again.
      'toggle-overlays': { suggested_key: { default: 'Alt+Shift+O' }, description: '__MSG_commandToggleOverlays__' },
    },
  }),
});
