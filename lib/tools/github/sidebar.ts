import type { Person } from '../../core/person.ts';
import type { Page } from '../reader.ts';
import type { Header } from './header.ts';
import { labelsOf } from './labels.ts';
import { peopleLinks, peopleOf } from './people.ts';
import { allOutside, elsewhere, firstOutside } from './scope.ts';

/** React sections say what they hold by the parts in them; only where none is known by their heading. */
const assigneeParts =
  '[data-testid="sidebar-assignees-section"], [class*="Assignees-module"], [class*="assigneesList"]';
const section = '[data-testid="sidebar-section"], [data-testid^="sidebar-"][data-testid$="-section"]';

/** Who it is assigned to. `[]`: the page says nobody. Undefined: the page does not show it in a way that is known. */
export const readAssignees = (page: Page, { container }: Header): readonly Person[] | undefined => {
  const { dom, address } = page;
  const react = reactSection(page, container, assigneeParts, /^assignees?$/iu);
  const shown = react ?? firstOutside(dom, '.js-issue-assignees', container, elsewhere);
  if (shown === undefined) return undefined;
  const people = peopleOf(dom, allOutside(dom, peopleLinks, shown, 'details-menu, [role="menu"], h3'), address);
  if (people.length > 0) return people;
  // Somebody is drawn there, but in a way that is not known: then it is not known, rather than nobody.
  return dom.first('img, li, [data-assignee-name]', shown) === undefined ? [] : undefined;
};

/** Names of its labels. `[]`: the page shows that it has none. */
export const readLabels = ({ dom, address }: Page, { container }: Header): readonly string[] | undefined => {
  const shown = firstOutside(
    dom,
    '[data-testid="sidebar-labels-section"], [data-testid="issue-labels"], .js-issue-labels',
    container,
    elsewhere,
  );
  return shown === undefined ? undefined : labelsOf(dom, dom.all('a, .IssueLabel', shown), address);
};

const reactSection = ({ dom }: Page, container: Element, parts: string, heading: RegExp): Element | undefined => {
  const part = firstOutside(dom, parts, container, elsewhere);
  if (part !== undefined) return dom.closest(part, section) ?? part;
  return allOutside(dom, '[data-testid="sidebar-section"]', container, elsewhere).find((candidate) => {
    const title = dom.first('h3', candidate);
    return title !== undefined && heading.test(dom.text(title, 40));
  });
};
