import { drawCard } from '../../components/overlay/card.ts';
import type { Drawing } from '../../components/overlay/drawing.ts';
import { drawMark, drawQuietMark } from '../../components/overlay/mark.ts';
import { drawStrip } from '../../components/overlay/strip.ts';
import { overlayCss, type Theme } from '../../components/overlay/theme.ts';
import { createWords } from '../../components/words.ts';
import type { ItemKey } from '../../lib/core/key.ts';
import type { NamedItem } from '../../lib/core/page-view.ts';

/*
 * What the overlays draw, by the same functions, in a page's light DOM: a checker finds nothing in a closed root. It
 * is bundled and run in a page of a real browser.
 */

declare global {
  function drawOverlays(
    theme: Theme,
    messages: Record<string, { message: string; placeholders?: Record<string, { content: string }> }>,
  ): void;
}

const now = Date.parse('2026-11-22T12:00:00Z');

const item = (more: Partial<NamedItem>): NamedItem => ({
  key: 'github:github.com:acme/api#45' as ItemKey,
  tool: 'GitHub',
  short: 'acme/api#45',
  title: 'Idempotency keys for the charge endpoint',
  state: 'open',
  owner: { by: 'nobody' },
  lastSeen: now - 3_600_000,
  ...more,
});

const ticket = 'jira:acme.atlassian.net:PAY-231' as ItemKey;

globalThis.drawOverlays = (theme, messages) => {
  const words = createWords((id, given) => {
    const { message = '', placeholders = {} } = messages[id] ?? {};
    const values = given === undefined ? [] : Array.isArray(given) ? given : [given];
    return message.replace(/\$(\w+)\$/gu, (whole, name: string) => {
      const place = Number(placeholders[name.toLowerCase()]?.content.slice(1));
      return Number.isNaN(place) ? whole : String(values[place - 1] ?? '');
    });
  }, 'en');
  const drawing: Drawing = {
    document,
    words,
    link: (key) => new URL(`https://example.com/${encodeURIComponent(key)}`),
    now: () => now,
  };
  const noop = (): undefined => undefined;
  const actions = { onOpen: noop, onTake: noop, opensPanel: true };
  const me = { tool: 'github', site: 'github.com', handle: 'dana-reyes' };
  const drawn = [
    drawStrip(
      drawing,
      {
        key: ticket,
        parts: [
          { type: 'owner', owner: { by: 'nobody' }, claimAs: me },
          { type: 'blocked', by: item({}), status: 'blocking', hard: true, since: now - 9 * 86_400_000, more: 2 },
          { type: 'waiting', count: 2, early: 1 },
          { type: 'finding', title: 'checkBlockedCycle', more: 1 },
          { type: 'likes', items: [item({})], why: { id: 'twinRareWords', words: ['retry', 'webhook'] } },
          { type: 'drift', missing: ['title'] },
        ],
      },
      actions,
    ),
    drawMark(drawing, { key: ticket, level: 'awaited-unowned', blockers: 0, waiting: 2 }),
    drawMark(drawing, { key: ticket, level: 'blocked', blockers: 3, waiting: 0 }),
    drawQuietMark(drawing, noop),
    drawCard(drawing, {
      item: item({}),
      blockers: [item({ state: 'in-progress' })],
      moreBlockers: 1,
      waiting: 2,
      speaks: true,
    }),
  ];
  const style = document.createElement('style');
  style.textContent = `${overlayCss} .mark{position:static;width:max-content}`;
  const root = document.createElement('div');
  root.className = 'root';
  root.dataset['theme'] = theme;
  root.style.cssText = `background:${theme === 'dark' ? '#0d1117' : '#ffffff'};padding:8px`;
  root.append(...drawn);
  document.head.append(style);
  document.body.append(root);
};
