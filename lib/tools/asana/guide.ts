import type { Guide } from '../guide.ts';
import { homeAddress } from './addresses.ts';
import { asana } from './index.ts';

export const asanaGuide: Guide = {
  tool: asana,
  colour: { light: '#b3334a', dark: '#ff9aa5' },
  tells: { due: true, relations: false, reviewers: false },
  mine: homeAddress,
};
