import { createHash } from 'node:crypto';
import { type Html, html, nothing } from './html.ts';
import type { LookAlike, Page } from './pages/page.ts';

/** A page as it is served. `nonce`: what its policy lets its script run by. */
export const documentOf = ({ tool }: LookAlike, page: Page, nonce: string): string =>
  html`<!doctype html>
<html lang="en" ${page.root}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${page.title}</title>
${page.head}
<link rel="stylesheet" href="/_demo/base.css">
<link rel="stylesheet" href="/_demo/${tool}.css">
<script type="module" src="/_demo/client.js" nonce="${nonce}"></script>
</head>
<body class="${page.bodyClass}" data-demo-tool="${tool}">
<div id="app">${regionsOf(page).map(({ content }) => content)}</div>
${page.stale}
</body>
</html>`.html;

/** What a navigation inside the page replaces. */
export const contentOf = (page: Page): object => ({
  title: page.title,
  bodyClass: page.bodyClass,
  regions: regionsOf(page).map(({ name, version, content }) => ({ name, version, html: content.html })),
});

export const missing: Page = {
  status: 404,
  title: 'Page not found',
  head: nothing,
  bodyClass: '',
  regions: { main: html`<main class="missing"><h1>Page not found</h1><p>The demo world has no such page.</p></main>` },
};

interface Region {
  readonly name: string;
  /** Equal for equal content: a page keeps the regions that did not change. */
  readonly version: string;
  readonly content: Html;
}

const regionsOf = ({ regions }: Page): readonly Region[] =>
  Object.entries(regions).map(([name, inside]) => {
    const version = createHash('sha256').update(inside.html).digest('hex').slice(0, 12);
    const content = html`<div class="region region-${name}" data-region="${name}" data-version="${version}">${inside}</div>`;
    return { name, version, content };
  });
