// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import type { Make } from '../../components/changes.ts';
import type { PreviewSame } from '../../components/findings-model.ts';
import { ItemFindings } from '../../components/item-findings.tsx';
import { ApartList, SameWorkList } from '../../components/same-work-list.tsx';
import { SimilarList } from '../../components/similar-list.tsx';
import type { FindingRow } from '../../lib/core/findings-view.ts';
import { twinRow, twinsRow } from '../gallery/findings.ts';
import * as states from '../gallery/states.ts';
import { draw, expectAccessible } from './draw.tsx';

const { docs, launch, release, sameGains, sameWorkView, tokens, vault } = states;

const start = (row: FindingRow) => {
  const make = vi.fn<Make>();
  const onPreviewSame = vi.fn<PreviewSame>(async () => sameGains);
  const aside = { onSetAside: vi.fn(async () => true), onBringBack: vi.fn(async () => true) };
  const { container } = draw(
    <ItemFindings
      here={row.finding.items[0]}
      rows={[row]}
      known={states.known}
      make={make}
      aside={aside}
      onCopy={vi.fn()}
      onPreviewSame={onPreviewSame}
    />,
  );
  return { make, onPreviewSame, container, user: userEvent.setup() };
};
const [first] = twinRow.finding.likes ?? [];
const pair = [launch.key, docs.key] as const;

describe('what an item may be the same work as', () => {
  test('[W1] each with its reasons', async () => {
    const { container } = start(twinsRow);
    const text = container.textContent;
    for (const said of ['VAULT_TOKEN, E4012', 'Mia Sørensen', 'Opened 3 days apart', 'Opened on the same day'])
      expect(text).toContain(said);
    expect(screen.getAllByRole('button', { name: 'Same work' })).toHaveLength(3);
    await expectAccessible(container);
  });

  test('[W2] "not the same" is said at once, with how sure the suggestion was', async () => {
    const { make, user } = start(twinRow);
    await user.click(screen.getByRole('button', { name: 'Not the same' }));
    expect(make).toHaveBeenCalledExactlyOnceWith(
      { type: 'settle-pair', items: pair, said: 'not', sureness: first?.sureness },
      expect.stringMatching(/are not the same\.$/u),
    );
  });

  test('[W3] "same work" first says what will change at each; the main one can be chosen', async () => {
    const { make, onPreviewSame, container, user } = start(twinRow);
    await user.click(screen.getByRole('button', { name: 'Same work' }));
    // The older one is a pull request: it is code for the work.
    expect(onPreviewSame).toHaveBeenLastCalledWith(pair, launch.key);
    expect(await screen.findByText(/^Owner/u)).toBeTruthy();
    expect(container.textContent).toContain('Waits on');
    expect(container.textContent).toContain('Nothing is written into the tools.');
    expect(make).not.toHaveBeenCalled();
    await expectAccessible(container);
    await user.click(screen.getAllByRole('radio')[1] as HTMLElement);
    expect(onPreviewSame).toHaveBeenLastCalledWith(pair, docs.key);
    await user.click(screen.getByRole('button', { name: 'They are the same work' }));
    expect(make).toHaveBeenCalledExactlyOnceWith(
      { type: 'settle-pair', items: pair, said: 'same', main: docs.key, sureness: first?.sureness },
      expect.stringMatching(/are the same work\.$/u),
    );
  });

  test('[W3] cancelled, nothing is said', async () => {
    const { make, user } = start(twinRow);
    await user.click(screen.getByRole('button', { name: 'Same work' }));
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByRole('radio')).toBeNull();
    expect(make).not.toHaveBeenCalled();
  });

  test.each([
    [0, { said: 'part', main: docs.key }],
    [1, { said: 'part', main: launch.key }],
    [2, { said: 'related' }],
  ])('something else, choice %i', async (index, said) => {
    const { make, user } = start(twinRow);
    await user.click(screen.getByRole('button', { name: 'Something else' }));
    const choices = within(screen.getByRole('dialog', { hidden: true })).getAllByRole('button', { hidden: true });
    await user.click(choices[index] as HTMLElement);
    expect(make.mock.lastCall?.[0]).toEqual({
      type: 'settle-pair',
      items: pair,
      sureness: first?.sureness,
      ...said,
    });
  });
});

describe('the same work', () => {
  const show = () => {
    const make = vi.fn<Make>();
    const { container } = draw(
      <>
        <SameWorkList view={sameWorkView} make={make} />
        <ApartList view={sameWorkView} make={make} />
      </>,
    );
    return { make, container, user: userEvent.setup() };
  };
  const rowOf = (title: string): HTMLElement =>
    screen.getByText(title).closest<HTMLElement>('[data-row]') as HTMLElement;

  test('[W3] names the other items and the main one; what follows from other pairs cannot be taken back here', async () => {
    const { container } = show();
    expect(rowOf(release.title ?? '').textContent).toContain('main one');
    expect(within(rowOf(docs.title ?? '')).queryByRole('button')).toBeNull();
    await expectAccessible(container);
  });

  test('[W3] it can be parted, and another one made the main one', async () => {
    const { make, user } = show();
    const row = within(rowOf(release.title ?? ''));
    await user.click(row.getByRole('button', { name: 'Make it the main one' }));
    expect(make.mock.lastCall?.[0]).toEqual({
      type: 'settle-pair',
      items: [launch.key, release.key],
      said: 'same',
      main: launch.key,
    });
    await user.click(row.getByRole('button', { name: 'Take back' }));
    expect(make.mock.lastCall?.[0]).toEqual({ type: 'withdraw-pair', items: [launch.key, release.key] });
  });

  test('[W2] what is not the same can be taken back', async () => {
    const { make, user } = show();
    await user.click(within(rowOf(vault.title ?? '')).getByRole('button', { name: 'Take back', hidden: true }));
    expect(make.mock.lastCall?.[0]).toEqual({ type: 'withdraw-pair', items: [launch.key, vault.key] });
  });
});

describe('what reads alike', () => {
  const show = (found: Parameters<typeof SimilarList>[0]['onSimilar']) => {
    const onSimilar = vi.fn(found);
    draw(<SimilarList here={launch.key} onSimilar={onSimilar} />);
    return { onSimilar, user: userEvent.setup() };
  };

  test('is looked for once it is opened, and claims nothing', async () => {
    const { onSimilar, user } = show(async () => [tokens]);
    expect(onSimilar).not.toHaveBeenCalled();
    await user.click(screen.getByText('Reads alike'));
    expect(await screen.findByText(tokens.title ?? '')).toBeTruthy();
    expect(onSimilar).toHaveBeenCalledExactlyOnceWith(launch.key);
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('says so where there is nothing', async () => {
    const { user } = show(async () => []);
    await user.click(screen.getByText('Reads alike'));
    expect(await screen.findByText('Nothing else reads like it.')).toBeTruthy();
  });
});
