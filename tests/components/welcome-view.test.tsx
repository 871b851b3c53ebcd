// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import type { WelcomeIntents, WelcomeModel } from '../../components/welcome-model.ts';
import { WelcomeView } from '../../components/welcome-view.tsx';
import { freshWelcome, knownWelcome, limitedWelcome } from '../gallery/first-days.ts';
import { hostileTitle, onAsana, onGithub } from '../gallery/states.ts';
import { draw, expectAccessible } from './draw.tsx';

const start = (model: WelcomeModel | undefined) => {
  const intents = {
    onAllow: vi.fn<WelcomeIntents['onAllow']>(),
    onMe: vi.fn<WelcomeIntents['onMe']>(),
    onOptions: vi.fn<WelcomeIntents['onOptions']>(),
    onExample: vi.fn<WelcomeIntents['onExample']>(),
  };
  return { intents, ...draw(<WelcomeView model={model} intents={intents} />), user: userEvent.setup() };
};

const rowOf = (name: string): HTMLElement =>
  within(screen.getByRole('region', { name: 'Where it may run' }))
    .getByText(name)
    .closest('li') as HTMLElement;

test.each([
  ['fresh', freshWelcome],
  ['limited', limitedWelcome],
  ['known', knownWelcome],
  ['not read yet', undefined],
] as const)(
  '%s: what it reads, what it never does and what lies on the disk is said, and axe finds nothing',
  async (_, model) => {
    const { container } = start(model);
    const text = container.textContent ?? '';
    for (const said of [
      'Pages of these tools that you open, and no other pages.',
      'Send anything anywhere.',
      'Change anything in the tools.',
      'in this browser’s profile as plain text',
      'Alt+Shift+Y opens the side panel.',
      'Alt+Shift+O hides everything on pages',
    ])
      expect(text).toContain(said);
    await expectAccessible(container);
  },
);

describe('where it may run', () => {
  test('each site says it, and has the one click that it lacks', async () => {
    const { user, intents } = start(limitedWelcome);
    expect(rowOf('Asana').textContent).toContain('Blocked by your organisation');
    expect(within(rowOf('Asana')).queryByRole('button')).toBeNull();
    expect(rowOf('acme.atlassian.net').textContent).toContain('Allowed');
    expect(rowOf('github.com').textContent).toContain('Not allowed yet');
    await user.click(screen.getByRole('button', { name: 'Allow: github.com' }));
    expect(intents.onAllow).toHaveBeenCalledWith(limitedWelcome.sites[1]);
  });

  test('the rest is in the options', async () => {
    const { user, intents } = start(freshWelcome);
    await user.click(screen.getByRole('button', { name: 'Switch a site off, or add your own' }));
    await user.click(screen.getByRole('button', { name: 'Delete all or part of it' }));
    expect(intents.onOptions.mock.calls).toEqual([['sites'], ['delete']]);
  });
});

describe('who you are', () => {
  test('before anything was read it is said how it will be known', () => {
    start(freshWelcome);
    const who = screen.getByRole('region', { name: 'Who you are' });
    expect(who.textContent).toContain('Your name is found on the pages that you open.');
    expect(who.textContent).toContain('you are asked once');
    expect(within(who).queryByRole('combobox')).toBeNull();
  });

  test('what was found is shown, the rest is asked', async () => {
    const { user, intents } = start(knownWelcome);
    const who = within(screen.getByRole('region', { name: 'Who you are' }));
    expect(who.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'GNoor Haddadgithub.com',
      'JNoor Haddadacme.atlassian.net',
    ]);
    expect(who.queryByText(/Nothing to do yet/u)).toBeNull();
    await user.click(who.getByRole('button', { name: 'Mia Sørensen' }));
    expect(intents.onMe).toHaveBeenCalledWith(onAsana('Mia Sørensen'));
  });
});

test('for each tool there is the page that lists my own open work, and what was read of it', () => {
  start(knownWelcome);
  const links = within(screen.getByRole('region', { name: 'Open your own work once' })).getAllByRole('link');
  expect(links.map((link) => link.getAttribute('href'))).toEqual([
    'https://app.asana.com/0/home',
    'https://github.com/issues/assigned',
    'https://acme.atlassian.net/issues/?filter=-1',
  ]);
  expect(screen.getByText(/^214 items read/u)).toBeTruthy();
});

test('the example is one press away', async () => {
  const { user, intents } = start(freshWelcome);
  await user.click(screen.getByRole('button', { name: 'See an example' }));
  expect(intents.onExample).toHaveBeenCalledOnce();
});

test('[P2] hostile names are text', () => {
  const { container } = start({ ...knownWelcome, me: [onGithub('x', hostileTitle)] });
  expect(container.querySelector('img, script')).toBeNull();
  expect(container.textContent).not.toMatch(/[\u202E\u2066]/u);
});
