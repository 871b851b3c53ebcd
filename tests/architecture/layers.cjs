/**
 * Who may import whom. Each rule's comment says what to do instead.
 *
 *   entrypoints -> components -> core
 *   entrypoints -> app -> signals -> core
 *   entrypoints -> tools | page | store | browser -> core
 */
const own = (layer) => `^lib/${layer}/`;
const outside = '(^|node_modules/)';

/** A layer of lib may import itself, core, and what is listed. */
const only = (layer, others, comment) => ({
  name: `${layer}-imports`,
  comment,
  severity: 'error',
  from: { path: own(layer) },
  to: { path: '^(lib|components|entrypoints|tests)/', pathNot: [layer, 'core', ...others].map(own) },
});

const packages = (layer, allowed, comment) => ({
  name: `${layer}-packages`,
  comment,
  severity: 'error',
  from: { path: own(layer) },
  to: {
    dependencyTypes: [
      'npm',
      'npm-dev',
      'npm-optional',
      'npm-peer',
      'npm-no-pkg',
      'npm-unknown',
      'core',
      'unknown',
      'undetermined',
    ],
    ...(allowed.length === 0 ? {} : { pathNot: `${outside}(${allowed.join('|')})(/|$)` }),
  },
});

module.exports = {
  forbidden: [
    {
      name: 'no-cycle',
      comment: 'Move what both need to a file below them.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    only('core', [], 'The core knows nothing above it. Give it the fact as an argument.'),
    packages(
      'core',
      ['zod', 'stemmer'],
      'The core has no libraries but zod, in its schemas, and a stemmer, which is a pure function.',
    ),
    {
      name: 'core-zod-in-schemas',
      comment: 'Content scripts carry the core: validation lives in files named *-schema.ts, which they do not import.',
      severity: 'error',
      from: { path: '^lib/core/', pathNot: '-schema\\.ts$' },
      to: { path: [`${outside}zod(/|$)`, '-schema\\.ts$'] },
    },
    only('signals', [], 'A signal reads the net. Put the fact it needs into the net (lib/core/net).'),
    packages('signals', [], 'A signal is a pure function of the net.'),
    only(
      'tools',
      [],
      'A tool turns addresses and pages into core values. What others do with them is not its business.',
    ),
    packages('tools', [], 'A reader gets the document as an argument and needs no library.'),
    {
      name: 'tool-not-tool',
      comment: 'A tool never imports another tool. What two need stands beside tool.ts.',
      severity: 'error',
      from: { path: '^lib/tools/([^/]+)/' },
      to: { path: '^lib/tools/[^/]+/', pathNot: '^lib/tools/$1/' },
    },
    only('app', ['signals'], 'A use case gets the store, the clock and the tools as arguments (needs.ts).'),
    packages('app', [], 'A use case needs no library.'),
    only('page', ['tools'], 'Watching a page needs the tools and the core; drawing and messages arrive as arguments.'),
    packages('page', [], 'The content script is small: no libraries.'),
    only('store', [], 'The store keeps core values.'),
    packages('store', ['dexie', 'zod'], 'The store is Dexie, with zod at its door.'),
    only('browser', [], 'The edge of the browser carries core values.'),
    packages('browser', ['wxt', 'zod', 'webextension-polyfill'], 'The edge is wxt/browser, with zod at its door.'),
    {
      name: 'components-imports',
      comment: 'A component draws core values that arrive by props and says intents by callbacks.',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^(lib|entrypoints|tests)/', pathNot: own('core') },
    },
    {
      name: 'components-packages',
      comment: 'Components are React and the virtual list.',
      severity: 'error',
      from: { path: '^components/' },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'npm-no-pkg', 'core'],
        pathNot: `${outside}(react|react-dom|@types/react|@types/react-dom|@tanstack/react-virtual)(/|$)`,
      },
    },
    {
      name: 'overlay-is-plain',
      comment: 'What is drawn on pages is plain DOM: React there costs 3.9 MB of heap on every page.',
      severity: 'error',
      from: { path: '^components/overlay/' },
      to: { path: [`${outside}react`, '\\.tsx$'] },
    },
    {
      name: 'nobody-imports-entrypoints',
      comment: 'An entry point joins the parts and decides nothing. Move what you need out of it.',
      severity: 'error',
      from: { pathNot: '^(entrypoints|tests)/' },
      to: { path: '^entrypoints/' },
    },
    {
      name: 'product-not-tests',
      comment: 'Nothing of the tests is shipped.',
      severity: 'error',
      from: { path: '^(lib|components|entrypoints)/' },
      to: { path: '^tests/' },
    },
    {
      name: 'content-script-is-light',
      comment: 'The content script is on every page of a tool: no React, no Dexie, no zod.',
      severity: 'error',
      from: { path: '^entrypoints/(overlay/|draft\\.ts|[^/]+\\.content(\\.ts|/))' },
      to: { path: `${outside}(react|react-dom|dexie|zod)(/|$)`, reachable: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    moduleSystems: ['es6'],
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
    },
  },
};
