// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { Make } from '../../components/changes.ts';
import { DependencyField, type Finder } from '../../components/dependency-field.tsx';
import type { PreviewSame } from '../../components/findings-model.ts';
import type { ItemBrief, ItemView } from '../../lib/core/view.ts';
import {
  bareView,
  brief,
  dependency,
  docs,
  fullView,
  github,
  hostile,
  launch,
  release,
  sameGains,
  sameWorkView,
  tokens,
  vault,
  view,
} from '../gallery/states.ts';
import { draw, expectAccessible } from './draw.tsx';

const start = (about: ItemView, finder: Partial<Finder> = {}) => {
  const make = vi.fn<Make>();
  const onFind = vi.fn<Finder['onFind']>(async () => []);
  const onResolve = vi.fn<Finder['onResolve']>(async () => undefined);
  const onPreviewSame = vi.fn<PreviewSame>(async () => sameGains);
  const { container } = draw(
    <DependencyField
      view={about}
      finder={{ onFind, onResolve, ...finder }}
      make={make}
      onPreviewSame={onPreviewSame}
    />,
  );
  return {
    make,
    onPreviewSame,
    onFind,
    onResolve,
    container,
    user: userEvent.setup(),
    field: screen.getByRole('combobox'),
  };
};

const finding = (...items: readonly ItemBrief[]): Partial<Finder> => ({ onFind: async () => items });

test('[D1] an address or a key adds the dependency, with Enter alone', async () => {
  const { make, user, field } = start(bareView, { onResolve: async () => tokens });
  await user.type(field, 'https://github.com/acme/api/issues/45{Enter}');
  expect(make).toHaveBeenCalledWith(
    { type: 'add-dependency', blocker: tokens.key, blocked: bareView.item.key, hard: true },
    'acme/api#900 waits on acme/api#45 now.',
  );
  expect(field).toHaveProperty('value', '');
});

test('[D4] the direction can be turned', async () => {
  const { make, user } = start(bareView, { onResolve: async () => tokens });
  await user.click(screen.getByRole('radio', { name: 'blocks' }));
  await user.type(screen.getByRole('combobox', { name: 'This blocks' }), 'acme/api#45{Enter}');
  expect(make.mock.lastCall?.[0]).toMatchObject({ blocker: bareView.item.key, blocked: tokens.key });
});

test('[W3] the same work as another item: said once it was seen what it changes', async () => {
  const { make, onPreviewSame, container, user } = start(bareView, { onResolve: async () => tokens });
  await user.click(screen.getByRole('radio', { name: 'same as' }));
  await user.type(screen.getByRole('combobox', { name: 'This is the same work as' }), 'acme/api#45{Enter}');
  expect(onPreviewSame).toHaveBeenLastCalledWith([bareView.item.key, tokens.key], bareView.item.key);
  expect(make).not.toHaveBeenCalled();
  await expectAccessible(container);
  await user.click(screen.getByRole('button', { name: 'They are the same work' }));
  expect(make).toHaveBeenCalledExactlyOnceWith(
    { type: 'settle-pair', items: [bareView.item.key, tokens.key], said: 'same', main: bareView.item.key },
    'acme/api#900 and acme/api#45 are the same work.',
  );
});

test('[W3] what is the same work already, and the item itself, are refused in words', async () => {
  const { make, container, user } = start(sameWorkView, { onResolve: async () => release });
  await user.click(screen.getByRole('radio', { name: 'same as' }));
  await user.type(screen.getByRole('combobox'), 'PAY-231{Enter}');
  expect(container.textContent).toContain('PAY-231 is the same work already.');
  expect(make).not.toHaveBeenCalled();
});

test('[D1] better after, a date and a reason go with it', async () => {
  const { make, user, field } = start(bareView, { onResolve: async () => tokens });
  await user.type(field, 'acme/api#45');
  await user.click(screen.getByRole('radio', { name: 'better after' }));
  await user.type(screen.getByLabelText('needed by'), '2026-12-04');
  await user.type(screen.getByRole('textbox', { name: 'Reason (optional)' }), 'less rework');
  await user.type(field, '{Enter}');
  expect(make.mock.lastCall?.[0]).toMatchObject({ hard: false, needed: '2026-12-04', reason: 'less rework' });
});

test('part of a title finds items; arrows and Enter choose one', async () => {
  const { make, user, field, container } = start(bareView, finding(tokens, vault));
  await user.type(field, 'tok');
  expect(await screen.findAllByRole('option')).toHaveLength(2);
  await expectAccessible(container);
  await user.keyboard('{ArrowDown}{ArrowDown}');
  const marked = screen.getByRole('option', { selected: true });
  expect(marked.textContent).toContain('acme/vault#7');
  expect(field.getAttribute('aria-activedescendant')).toBe(marked.id);
  await user.keyboard('{Enter}');
  expect(make.mock.lastCall?.[0]).toMatchObject({ blocker: vault.key });
});

test('it offers the item that I was on before, and never the item itself', async () => {
  const { user, field } = start(bareView, { recent: tokens });
  await user.click(field);
  expect(screen.getByRole('option').textContent).toContain('seen before this');
});

test('the item itself is not offered', async () => {
  const { user, field } = start(bareView, { recent: bareView.item, ...finding(bareView.item, tokens) });
  await user.click(field);
  expect(screen.queryByRole('option')).toBeNull();
  await user.type(field, 'a');
  expect((await screen.findAllByRole('option')).map((option) => option.textContent)).toEqual([
    expect.stringContaining('acme/api#45'),
  ]);
});

test('Escape closes the list, then empties the field', async () => {
  const { user, field } = start(bareView, finding(tokens));
  await user.type(field, 'tok');
  await screen.findByRole('option');
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('option')).toBeNull();
  expect(field).toHaveProperty('value', 'tok');
  await user.keyboard('{Escape}');
  expect(field).toHaveProperty('value', '');
});

test('an answer that comes late is not shown for another text', async () => {
  const answers: Record<string, (items: readonly ItemBrief[]) => void> = {};
  const onFind = (text: string): Promise<readonly ItemBrief[]> =>
    new Promise((resolve) => {
      answers[text] = resolve;
    });
  const { user, field } = start(bareView, { onFind });
  await user.type(field, 'a');
  await vi.waitFor(() => expect(answers).toHaveProperty('a'));
  await user.type(field, 'b');
  await vi.waitFor(() => expect(answers).toHaveProperty('ab'));
  answers['ab']?.([docs]);
  await screen.findByRole('option');
  answers['a']?.([tokens]);
  await vi.waitFor(() => expect(screen.getByRole('option').textContent).toContain('acme/docs#310'));
});

test.each([
  ['names nothing', bareView, undefined, 'Nothing read so far is called “zzz”. Paste its address instead.'],
  ['is the item itself', bareView, bareView.item, 'acme/api#900 is this item. It cannot wait on itself.'],
  ['is there already', fullView, tokens, 'It already waits on acme/api#45.'],
] as const)('what %s is refused in words, and nothing is changed', async (_, about, named, words) => {
  const { make, user, field } = start(about, { onResolve: async () => named });
  await user.type(field, 'zzz{Enter}');
  expect((await screen.findByRole('status')).textContent).toBe(words);
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(field).toHaveProperty('value', 'zzz');
  expect(make).not.toHaveBeenCalled();
});

test('near miss: what waits on this already may still be what this waits on', async () => {
  const { make, user, field } = start(view(release, { dependents: [dependency(launch)] }), {
    onResolve: async () => launch,
  });
  await user.type(field, 'launch{Enter}');
  expect(make).toHaveBeenCalledOnce();
});

test('several that fit are not guessed among; one that fits is taken', async () => {
  const several = start(bareView, finding(tokens, vault));
  await several.user.type(several.field, 'e{Enter}');
  expect((await screen.findByRole('status')).textContent).toBe('More than one fits. Choose one from the list.');
  several.container.remove();
  const one = start(bareView, finding(tokens));
  await one.user.type(one.field, 'tok{Enter}');
  await vi.waitFor(() => expect(one.make).toHaveBeenCalledOnce());
});

test('[T3] what a page calls its items is text in the list too', async () => {
  const { user, field, container } = start(bareView, finding(hostile, brief(github('a/b#1'))));
  await user.type(field, 'img');
  await screen.findAllByRole('option');
  expect(container.querySelector('img, script')).toBeNull();
});
