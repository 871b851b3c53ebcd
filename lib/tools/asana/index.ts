import type { Tool } from '../tool.ts';
import { isAsana, locateTask, taskAddress } from './addresses.ts';

export const asana: Tool = {
  id: 'asana',
  name: 'Asana',
  matches: ['https://app.asana.com/*'],
  locate: locateTask,
  link: taskAddress,
  // A task may stand in several projects, or in none: its key names no place.
  place: () => undefined,
  // References are global, so all of Asana is one site.
  site: (address) => (isAsana(address) ? 'asana' : undefined),
  short: () => undefined,
  expand: () => undefined,
};
