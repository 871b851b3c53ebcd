import { cleanup, type RenderResult, render } from '@testing-library/react';
import axe from 'axe-core';
import type { ReactElement, ReactNode } from 'react';
import { afterEach, expect } from 'vitest';
import { DisplayProvider, type DisplaySource } from '../../components/display.tsx';
import { displaySource } from '../gallery/source.ts';
import { readMessages } from './messages.ts';

afterEach(cleanup);

export const english: DisplaySource = displaySource(readMessages('en'), 'en-GB');

/** Draws a component with English words, the gallery's tools and a clock that stands still. */
export const draw = (what: ReactElement, source: DisplaySource = english): RenderResult =>
  render(what, {
    wrapper: ({ children }: { readonly children: ReactNode }) => (
      <DisplayProvider source={source}>{children}</DisplayProvider>
    ),
  });

/** Everything axe can judge without a layout: roles, names, labels, order of headings. Colours are theme.test.ts's. */
export const expectAccessible = async (root: Element): Promise<void> => {
  const { violations, passes } = await axe.run(root, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(passes.length).toBeGreaterThan(0);
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
};
