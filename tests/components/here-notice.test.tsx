// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import type { HereIntents } from '../../components/here-model.ts';
import { HereNotice } from '../../components/here-notice.tsx';
import type { Here } from '../../lib/core/access.ts';
import { heres } from '../gallery/first-days.ts';
import { hostileTitle } from '../gallery/states.ts';
import { draw, expectAccessible } from './draw.tsx';

const start = (here: Here) => {
  const intents = {
    onAllow: vi.fn<HereIntents['onAllow']>(),
    onSite: vi.fn<HereIntents['onSite']>(),
    onPlace: vi.fn<HereIntents['onPlace']>(),
    onShowOverlays: vi.fn<HereIntents['onShowOverlays']>(),
  };
  return { intents, ...draw(<HereNotice here={here} intents={intents} />), user: userEvent.setup() };
};

const api = { tool: 'github', site: 'github.com', name: 'acme/api' };

test('where nothing is missing there is nothing', () => {
  const { container } = start({ type: 'fine' });
  expect(container.childElementCount).toBe(0);
});

test.each([
  ['withheld', 'Crosstie may not read github.com yet', ['Allow']],
  ['off', 'Crosstie is switched off on acme.atlassian.net', ['Switch on']],
  ['blocked', 'Your organisation does not allow Crosstie here: acme/secret', []],
  ['site-blocked', 'Your organisation does not allow Crosstie here: acme.atlassian.net', []],
  ['asked-closed', 'acme/api is new. Is it your work?', ['Yes', 'Not now', 'Never']],
  ['asked-site', 'Asana is new. Is it your work?', ['Yes', 'Not now', 'Never']],
  ['elsewhere', 'acme/api is not among your places', ['Add: acme/api']],
  ['hidden', 'Everything on pages is hidden (Alt+Shift+O)', ['Show']],
] as const)('%s: says what is missing, with the one click that mends it', async (name, said, buttons) => {
  const { container } = start(heres[name]);
  expect(container.textContent).toContain(said);
  const names = screen.queryAllByRole('button').map((one) => one.getAttribute('aria-label') ?? one.textContent);
  expect(names).toEqual(buttons);
  await expectAccessible(container);
});

test('each click says which site it is about', async () => {
  const withheld = start(heres.withheld);
  await withheld.user.click(screen.getByRole('button', { name: 'Allow' }));
  expect(withheld.intents.onAllow).toHaveBeenCalledWith(heres.withheld.site);
  withheld.unmount();
  const off = start(heres.off);
  await off.user.click(screen.getByRole('button', { name: 'Switch on' }));
  expect(off.intents.onSite).toHaveBeenCalledWith(heres.off.site, true);
  off.unmount();
  const hidden = start(heres.hidden);
  await hidden.user.click(screen.getByRole('button', { name: 'Show' }));
  expect(hidden.intents.onShowOverlays).toHaveBeenCalledOnce();
});

describe('[K7] a new place', () => {
  test.each([
    ['Yes', 'yes'],
    ['Not now', 'later'],
    ['Never', 'no'],
  ] as const)('“%s” is its answer', async (word, answer) => {
    const { user, intents } = start(heres['asked-closed']);
    await user.click(screen.getByRole('button', { name: word }));
    expect(intents.onPlace).toHaveBeenCalledExactlyOnceWith(api, answer);
  });

  test('says what happens until it is answered', () => {
    const { container, unmount } = start(heres['asked-closed']);
    expect(container.textContent).toContain('Until you answer, nothing of it is kept or shown.');
    unmount();
    expect(start(heres['asked-open']).container.textContent).toContain('Until you answer, it is kept and shown.');
  });

  test('is added later by one click', async () => {
    const { user, intents } = start(heres.elsewhere);
    await user.click(screen.getByRole('button', { name: 'Add: acme/api' }));
    expect(intents.onPlace).toHaveBeenCalledWith(api, 'yes');
  });
});

test('[P2] a hostile name is text', () => {
  const { container } = start({ type: 'elsewhere', place: { ...api, name: hostileTitle }, ask: true, open: false });
  expect(container.querySelector('img')).toBeNull();
  expect(container.textContent).toContain('<img src=x onerror=alert(1)>');
  expect(container.textContent).not.toMatch(/[\u202E\u2066]/u);
});
