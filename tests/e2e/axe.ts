import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from '@playwright/test';
import type { Surface } from './surfaces.ts';

export const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export interface Checked {
  /** Elements that at least one rule looked at and passed. */
  readonly passed: number;
  readonly violations: readonly string[];
}

/** Runs in the page. Rules of whole documents are for documents that are read as such. */
export const runAxe = async (): Promise<Checked> => {
  interface Finding {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string; readonly target: unknown }[];
  }
  const { axe } = globalThis as unknown as {
    readonly axe: {
      run(where: Document, options: object): Promise<{ readonly passes: Finding[]; readonly violations: Finding[] }>;
    };
  };
  const { passes, violations } = await axe.run(document, { resultTypes: ['violations', 'passes'] });
  return {
    passed: new Set(passes.flatMap(({ nodes }) => nodes.map(({ target }) => JSON.stringify(target)))).size,
    violations: violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary ?? ''}`),
    ),
  };
};

type Looked = Pick<Surface, 'evaluate' | 'send'>;

/** Puts the checker in past the policy, as the browser's own tools are, and asks it. */
const check = async (surface: Looked): Promise<Checked> => {
  if (!(await surface.evaluate(() => 'axe' in globalThis)))
    await surface.send('Runtime.evaluate', { expression: `${axeSource};undefined` });
  return surface.evaluate(runAxe);
};

export const themes = ['light', 'dark'] as const;

const inTheme = async (surface: Looked, value: (typeof themes)[number]): Promise<void> => {
  await surface.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] });
};

/**
 * Nothing that axe can find in either theme, and text in the size that the design has, not in the smaller one that
 * Chromium gives pages of extensions. `least`: so many elements it must have seen, or it looked at nothing.
 */
export const expectAccessible = async (surface: Looked, where: string, least: number): Promise<void> => {
  expect([where, await surface.evaluate(() => getComputedStyle(document.body).fontSize)]).toEqual([where, '13px']);
  for (const theme of themes) {
    await inTheme(surface, theme);
    const { passed, violations } = await check(surface);
    expect([`${where}, ${theme}`, violations]).toEqual([`${where}, ${theme}`, []]);
    expect(passed, `${where}, ${theme}`).toBeGreaterThanOrEqual(least);
  }
};
