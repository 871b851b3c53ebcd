import type { Dom } from '../dom.ts';

/** Whether the page's own script has taken over from the served page and shows what it loads afterwards. */
export const isSettled = (dom: Dom, container: Element): boolean => {
  const app = dom.closest(container, 'react-app');
  if (app !== undefined && !dom.matches(app, '.loaded')) return false;
  return dom.first('[data-testid="issue-timeline-loading"]', container) === undefined;
};
