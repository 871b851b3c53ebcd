import { describe, expect, test } from 'vitest';
import { answersFor, ownerOf } from '../../lib/core/owner.ts';
import type { Account } from '../../lib/core/person.ts';
import { dana, keyOf, noor, world } from '../worlds.ts';

const owner = (built: ReturnType<typeof world>) => ownerOf(built.snapshot(), keyOf('a'));

describe('ownerOf', () => {
  test('[O4] seen without an assignee is nobody; never seen is not known', () => {
    expect(owner(world().item('a', { assignees: [] }))).toEqual({ by: 'nobody' });
    expect(owner(world().item('a'))).toEqual({ by: 'unknown' });
    expect(owner(world())).toEqual({ by: 'unknown' });
  });

  test('[O3] a stated owner outranks the assignee, and the difference is said', () => {
    const view = owner(
      world()
        .item('a', { assignees: [{ handle: 'dana' }] })
        .owned('a', noor),
    );
    expect(view).toMatchObject({ by: 'stated', who: noor, differs: [{ handle: 'dana' }] });
  });

  test('[O3] no difference where one of the assignees is the stated owner', () => {
    const view = owner(
      world()
        .item('a', { assignees: [{ handle: 'DANA' }, { handle: 'noor' }] })
        .owned('a', dana),
    );
    expect(view).toMatchObject({ differs: [] });
  });

  test('[O3] an owner named by an account of another site is not called different unless both are mine or neither can be', () => {
    const onJira: Account = { tool: 'jira', site: 'acme.atlassian.net', name: 'Dana Reyes' };
    const built = world()
      .item('a', { assignees: [{ handle: 'dana' }] })
      .owned('a', onJira);
    expect(owner(built)).toMatchObject({ differs: [] });
    expect(owner(built.as(dana, onJira))).toMatchObject({ differs: [], me: true });
  });

  test('[O3] [K3] who I am on the item’s site has to be known before its assignee is called somebody else', () => {
    const onJira: Account = { tool: 'jira', site: 'acme.atlassian.net', name: 'Dana Reyes' };
    const built = world()
      .item('a', { assignees: [{ handle: 'noor' }] })
      .owned('a', onJira);
    expect(owner(built.as(onJira))).toMatchObject({ differs: [], me: true });
    expect(owner(built.as(onJira, dana))).toMatchObject({ differs: [{ handle: 'noor' }] });
  });

  test('[O3] a team is not called different from a person, who may be one of it', () => {
    const team: Account = { tool: 'github', site: 'github.com', handle: 'acme/payments', kind: 'team' };
    const built = world()
      .item('a', { assignees: [{ handle: 'dana' }] })
      .owned('a', team);
    expect(owner(built)).toMatchObject({ differs: [] });
  });

  test('[O2] a proposed owner does not answer yet; one who named himself does', () => {
    const proposed = owner(world().item('a').owned('a', dana, { accepted: false }).as(dana));
    expect(proposed).toMatchObject({ me: true, accepted: false });
    expect(answersFor(proposed)).toBeUndefined();
    expect(answersFor(owner(world().item('a').owned('a', dana).as(dana)))).toBe('owner');
  });

  test('[O1] a taken-back owner leaves the assignee', () => {
    expect(
      owner(
        world()
          .item('a', { assignees: [{ handle: 'noor' }] })
          .owned('a', null),
      ),
    ).toMatchObject({ by: 'assigned' });
  });

  test('[M1] as assignee only where no owner is stated', () => {
    expect(
      answersFor(
        owner(
          world()
            .item('a', { assignees: [{ handle: 'dana' }] })
            .as(dana),
        ),
      ),
    ).toBe('assignee');
    expect(
      answersFor(
        owner(
          world()
            .item('a', { assignees: [{ handle: 'dana' }] })
            .owned('a', noor)
            .as(dana),
        ),
      ),
    ).toBeUndefined();
  });

  test('a team is not me, even where it is mine', () => {
    const team: Account = { tool: 'github', site: 'github.com', handle: 'acme/payments', kind: 'team' };
    expect(
      answersFor(
        owner(
          world()
            .item('a', { assignees: [{ handle: 'acme/payments', kind: 'team' }] })
            .as(team),
        ),
      ),
    ).toBeUndefined();
  });
});
