import { describe, expect, test } from 'vitest';
import { bounds } from '../../lib/core/item.ts';
import type { ItemKey } from '../../lib/core/key.ts';
import { readText, type TextReading } from '../../lib/core/text.ts';

const here = 'github:github.com:acme/api#1' as ItemKey;

const locate = (url: URL): ItemKey | undefined => {
  const [, owner, repo, number] = /^\/([^/]+)\/([^/]+)\/(?:issues|pull)\/(\d+)$/u.exec(url.pathname) ?? [];
  if (url.host === 'github.com' && number !== undefined) return key(`github:github.com:${owner}/${repo}#${number}`);
  const task = /^\/0\/\d+\/(\d+)/u.exec(url.pathname)?.[1];
  return url.host === 'app.asana.com' && task !== undefined ? key(`asana:${task}`) : undefined;
};
const expand = (word: string): ItemKey | undefined => {
  const [, repo, number] = /^([^#]*)#(\d+)$/u.exec(word) ?? [];
  if (number !== undefined) return key(`github:github.com:${repo === '' ? 'acme/api' : repo?.toLowerCase()}#${number}`);
  if (word.startsWith('GH-')) return key(`github:github.com:acme/api#${word.slice(3)}`);
  return word.startsWith('PAY-') ? key(`jira:acme.atlassian.net:${word}`) : undefined;
};
const key = (text: string): ItemKey => text as ItemKey;
const read = (text: string): TextReading => readText(text, { here, locate, expand });

/** `blocked-by #4 !`: kind, the short form of the key, and what else is known. */
const said = (text: string): readonly string[] => {
  const { dependencies, closes } = read(text);
  return [...dependencies, ...closes].map(({ kind, key: to, hard, needed, promised }) =>
    [
      kind,
      short(to),
      ...(hard === false ? ['soft'] : []),
      ...(needed ? [needed] : []),
      ...(promised ? [`promised ${promised}`] : []),
    ].join(' '),
  );
};
const mentioned = (text: string): readonly string[] => read(text).mentions.map(({ key: to }) => short(to));
const short = (to: ItemKey): string =>
  to
    .replace('github:github.com:acme/api#', '#')
    .replace('jira:acme.atlassian.net:', '')
    .replace('github:github.com:', '');

describe('names of items', () => {
  test.each([
    ['https://github.com/acme/api/issues/45', ['#45']],
    ['(see https://github.com/acme/api/issues/45).', ['#45']],
    ['<https://github.com/acme/api/issues/45>, "https://github.com/acme/web/pull/2"!', ['#45', 'acme/web#2']],
    ['[the API](https://github.com/acme/api/issues/45)', ['#45']],
    ['[#7](https://github.com/acme/api/issues/45 "a title")', ['#45']],
    ['**https://github.com/acme/api/issues/45** and _https://github.com/acme/api/issues/46_', ['#45', '#46']],
    ['https://github.com/acme/api/issues/45 #45 acme/api#45 GH-45', ['#45']],
    ['https://github.com/acme/api/issues/45。', ['#45']],
    ['https://app.asana.com/0/1/222/f', ['asana:222']],
    ['Acme/Web#3, PAY-231; PAY-7.', ['acme/web#3', 'PAY-231', 'PAY-7']],
    ["PAY-231's turn (#4)", ['PAY-231', '#4']],
    ['支払いPAY-231を待つ', ['PAY-231']],
  ])('are found in %j', (text, keys) => expect(mentioned(text)).toEqual(keys));

  test.each([
    'UTF-8, CVE-2024-1, COVID-19, pay-231, PAY-231-fix, feature/PAY-231',
    'v1#4, a&#39;b, #45abc, #1.5, colour #123abc, issue # 4, foo#',
    'https://github.com/acme/api/issues, https://example.com/?next=PAY-7',
    'mailto:a@b.example ftp://github.com/acme/api/issues/45',
    'itself: #1, acme/api#1, https://github.com/acme/api/pull/1',
  ])('are not found in %j', (text) => expect(mentioned(text)).toEqual([]));

  test('carry who named them', () => {
    const by = { handle: 'ada' };
    expect(readText('Blocked by #4, like #5. Fixes #6', { here, by, locate, expand })).toEqual({
      dependencies: [{ kind: 'blocked-by', key: key('github:github.com:acme/api#4'), word: 'Blocked by', by }],
      closes: [{ kind: 'implements', key: key('github:github.com:acme/api#6'), word: 'Fixes', by }],
      mentions: [{ kind: 'mentions', key: key('github:github.com:acme/api#5'), by }],
    });
  });
});

describe('dependency words', () => {
  test.each([
    ['Blocked by #4', ['blocked-by #4']],
    ['BLOCKED BY: PAY-7', ['blocked-by PAY-7']],
    ['This is currently blocked on #4.', ['blocked-by #4']],
    ['Depends on acme/web#9', ['blocked-by acme/web#9']],
    ['Depends-On: https://github.com/acme/web/pull/9', ['blocked-by acme/web#9']],
    ['it depends upon PAY-7', ['blocked-by PAY-7']],
    ['We are waiting for #4 and waits on #5', ['blocked-by #4', 'blocked-by #5']],
    ['This must wait for #4', ['blocked-by #4']],
    ['Requires #4', ['blocked-by #4']],
    ['It needs #4 first', ['blocked-by #4']],
    ['Better after #4', ['blocked-by #4 soft']],
    ['better before #4', ['blocks #4 soft']],
    ['Blocks #4', ['blocks #4']],
    ['is blocking PAY-7', ['blocks PAY-7']],
    ['is depended upon by #4', ['blocks #4']],
    ['required by #4', ['blocks #4']],
    ['Not only blocked by #4', ['blocked-by #4']],
    ['Not ready, blocked by #4', ['blocked-by #4']],
    ["We can't ship because it is blocked by #4", ['blocked-by #4']],
    ['Was fine before. Blocked by #4', ['blocked-by #4']],
    ['- [x] blocked by #5', ['blocked-by #5']],
    ['- [ ] **Blocked by** [the API](https://github.com/acme/api/issues/5)', ['blocked-by #5']],
    ['Blocked by the migration in #4', ['blocked-by #4']],
    ['Blocked by issue #4', ['blocked-by #4']],
    ['#1 is blocked by #4', ['blocked-by #4']],
    ['Blockiert von #4', ['blocked-by #4']],
    ['Hängt ab von PAY-7', ['blocked-by PAY-7']],
    ['Ha\u0308ngt ab von PAY-7', ['blocked-by PAY-7']],
    ['wartet auf #4', ['blocked-by #4']],
    ['blockiert #4', ['blocks #4']],
    ['Bloqué par #4', ['blocked-by #4']],
    ['dépend de #4', ['blocked-by #4']],
    ['bloqueado por #4', ['blocked-by #4']],
    ['ブロック元: #4', ['blocked-by #4']],
  ])('[D7] %j', (text, statements) => expect(said(text)).toEqual(statements));

  test.each([
    ['Blocked by #4, #5 and PAY-7', ['blocked-by #4', 'blocked-by #5', 'blocked-by PAY-7']],
    ['blocked by #4 #5', ['blocked-by #4', 'blocked-by #5']],
    ['blocked by #4 (the API), #5 (the rest) & #6', ['blocked-by #4', 'blocked-by #5', 'blocked-by #6']],
    ['Blocked by #4 and blocks #5', ['blocked-by #4', 'blocks #5']],
    ['Blocked by #4. See #5', ['blocked-by #4']],
    ['Blocked by #4, not #5', ['blocked-by #4']],
    [
      'Blocked by\n- #4\n- [ ] PAY-7, needed by 2026-12-04\n\nThen #9',
      ['blocked-by #4', 'blocked-by PAY-7 2026-12-04'],
    ],
    ['## Depends on:\n\n1. #4\nSee #9', ['blocked-by #4']],
    ['Blocked by:\n- ~~#3~~\n- #4 and #5', ['blocked-by #4', 'blocked-by #5']],
  ])('[D7] speak of several items: %j', (text, statements) => expect(said(text)).toEqual(statements));

  test.each([
    'Not blocked by #4',
    'no longer blocked by #4',
    "isn't blocked by #4",
    'This isn\u2019t really blocked by #4',
    'never blocked by #4',
    '**not** blocked by #4',
    'does not depend on #4',
    "doesn't block #4",
    'It will no longer be blocked by #4',
    'unblocked by #4',
    'unblocks #4',
    'non-blocking: #4',
    'was blocked by #4',
    'had been waiting for #4',
    'It used to be blocked by #4',
    'Blocked by #4 no longer',
    'if blocked by #4, say so',
    'Is this blocked by #4?',
    'nicht mehr blockiert von #4',
    'hängt nicht ab von #4',
    "n'est plus bloqué par #4",
    'ya no depende de #4',
    'war blockiert von #4',
  ])('[D7] negated, past or asked say nothing: %j', (text) => {
    expect(said(text)).toEqual([]);
    expect(mentioned(text)).toEqual(['#4']);
  });

  test.each([
    'Blocked by the vendor, see #4',
    'Blocked by rain. #4 is fine',
    'Blocked\nby #4',
    'after #4',
    'needs #4',
    'Blocking issue: #4',
    'roadblocks #4',
    'blockedby #4',
    'Waiting for Bob to look at #4',
    'A blocking call in #4',
    'Needed by 2026-12-04 (#4)',
    'Blocked by nothing in #4',
  ])('[D7] a near miss says nothing: %j', (text) => expect(said(text)).toEqual([]));

  test.each(['#3 is blocked by #4', '#3: blocked by #4', 'PAY-3 (blocked by #4)', '#3 blocks #4'])(
    '[D7] said of another item is not said of this one: %j',
    (text) => expect(said(text)).toEqual([]),
  );

  test.each([
    'Use `blocked by #4` to say so',
    '``blocked by `#4` ``',
    '> Blocked by #4',
    '  > > Blocked by #4',
    '~~Blocked by #4~~',
    '```\nBlocked by #4\n```',
    '~~~ text\nBlocked by #4\n~~~',
    '```\nBlocked by #4',
    '<!-- Blocked by #4 -->',
    '<!--\nFixes #4\n',
  ])('[D7] code, quotations, struck and hidden words name nothing: %j', (text) => {
    expect(read(text)).toEqual({ dependencies: [], closes: [], mentions: [] });
  });

  test('[D7] an unpaired mark hides nothing', () => {
    expect(said('It`s blocked by #4 ~~ for now')).toEqual(['blocked-by #4']);
  });

  test('[D7] dates are read behind the items, on the same line, if they are days', () => {
    expect(said('Blocked by #4, needed by 2026-12-04')).toEqual(['blocked-by #4 2026-12-04']);
    expect(said('Blocks #4, needed by 2026-12-04, promised for 2026-12-01.')).toEqual([
      'blocks #4 2026-12-04 promised 2026-12-01',
    ]);
    expect(said('Blocked by #4 and blocks #5, needed by 2026-12-04')).toEqual([
      'blocked-by #4',
      'blocks #5 2026-12-04',
    ]);
    expect(said('Blocked by #4\nneeded by 2026-12-04')).toEqual(['blocked-by #4']);
    expect(said('Blocked by #4, needed by 2026-02-30')).toEqual(['blocked-by #4']);
    expect(said('Blocked by #4, needed by 2026-12-041')).toEqual(['blocked-by #4']);
  });

  test('[D3] the same dependency said twice is one: hard if one is hard, with its dates', () => {
    expect(said('Better after #4\nBlocked by #4, needed by 2026-12-04\nBetter after #4')).toEqual([
      'blocked-by #4 2026-12-04',
    ]);
  });
});

describe('closing keywords', () => {
  test.each([
    ['Fixes #4', ['implements #4']],
    ['fixes: #4', ['implements #4']],
    ['Closes https://github.com/acme/web/issues/2, resolved PAY-7', ['implements acme/web#2', 'implements PAY-7']],
    ['Fix #4 and #5', ['implements #4', 'implements #5']],
    ['Implements PAY-3', ['implements PAY-3']],
  ])('[D8] %j', (text, statements) => expect(said(text)).toEqual(statements));

  test.each(['Does not fix #4', "doesn't close #4", 'Fixes a bug in #4', 'fixed in #4', 'Part of #4', 'prefixes #4'])(
    '[D8] not in %j',
    (text) => {
      expect(said(text)).toEqual([]);
      expect(mentioned(text)).toEqual(['#4']);
    },
  );
});

describe('hostile text', () => {
  const long = (unit: string): string => unit.repeat(Math.ceil(bounds.text / unit.length));

  test.each([
    ['numbers', Array.from({ length: 6_000 }, (_, index) => `#${index + 2}`).join(' ')],
    ['brackets', long('[')],
    ['bracket pairs', long('[](')],
    ['keys', long('AAAA-1')],
    ['keys apart', long('AAAA-1 ')],
    ['one word', long('a')],
    ['paths', long('a/')],
    ['a path with dots', long('a.b/c.d')],
    ['addresses', long('https://')],
    ['an endless address', `https://github.com/${long('a')}`],
    ['closing brackets', `https://github.com/${long(')')}`],
    ['exclamation marks', `https://x.example/${long('!')}a`],
    ['backticks', long('`')],
    ['backticks apart', long('` ``')],
    ['tildes', long('~~a')],
    ['comments', long('<!--')],
    ['dependency words', long('blocked by ')],
    ['negations', `${long('not ')} blocked by #4`],
    ['lists', `blocked by #4${long(' and ')}`],
    ['spaces', `blocked by${long(' ')}#4`],
    ['lines', long('\n')],
    ['blank headings', long('blocked by\n')],
    ['brackets after an item', `blocked by #4 ${long('(')}`],
    ['needs', long('needs #4 ')],
  ])('[P2] %s neither run away nor overflow', (_name, text) => {
    const { dependencies, mentions } = read(text);
    expect(dependencies.length).toBeLessThanOrEqual(bounds.links);
    expect(mentions.length).toBeLessThanOrEqual(bounds.links);
  });

  test('[P2] what lies behind the bound is not read', () => {
    expect(mentioned(`${'x '.repeat(bounds.text / 2)}#4`)).toEqual([]);
    expect(mentioned(`${'x '.repeat(bounds.text / 2 - 10)}#4`)).toEqual(['#4']);
  });

  test('[P2] what the bound cuts in two names nothing', () => {
    expect(mentioned(`${'x '.repeat(bounds.text / 2 - 1)}#456`)).toEqual([]);
  });
});
