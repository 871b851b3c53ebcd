import type { Tool } from '../tool.ts';
import { homeAddress, isAsana, locateTask, taskAddress } from './addresses.ts';

export const asana: Tool = {
  id: 'asana',
  name: 'Asana',
  colour: { light: '#b3334a', dark: '#ff9aa5' },
  matches: ['https://app.asana.com/*'],
  locate: locateTask,
  link: taskAddress,
  // A task may stand in several projects, or in none: its key names no place.
  place: () => undefined,
  // References are global, so all of Asana is one site.
  site: (address) => (isAsana(address) ? 'asana' : undefined),
  short: () => undefined,
  expand: () => undefined,
  tells: { due: true, relations: false, reviewers: false },
  mine: homeAddress,
};
