import type { Guide } from '../guide.ts';
import { placeAt } from './addresses.ts';
import { github } from './index.ts';

export const githubGuide: Guide = {
  tool: github,
  colour: { light: '#24292f', dark: '#d1d7e0' },
  tells: { due: false, relations: true, reviewers: true },
  // Of all lists the one of what I am assigned to holds most of what others can wait on; reviews asked of me are
  // read where they are asked.
  mine: (site) => new URL(`https://${site}/issues/assigned`),
  placeAt,
};
