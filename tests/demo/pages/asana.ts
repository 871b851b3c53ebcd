import { relativeDay } from '../dates.ts';
import { type Html, html } from '../html.ts';
import { dana } from '../people.ts';
import { places } from '../story.ts';
import type { AsanaTask, Item } from '../world.ts';
import { act, disc, firstRows, type LookAlike, type Page, proseOf, switchTheme, type Visit } from './page.ts';

/**
 * Asana as of November 2025: a project as list and board, my tasks, and the task pane over them. Titles are values of
 * text areas. How dependencies are drawn is not known, so they stand in the description here.
 */
export const asana: LookAlike = {
  tool: 'asana',
  host: 'app.asana.com',
  start: `/1/${places.workspace}/project/${places.launch}/list`,
  page: (visit) => {
    const route = routeOf(visit.address.pathname);
    if (route === undefined) return undefined;
    const task = route.task === undefined ? undefined : visit.world.find(route.task);
    if (route.task !== undefined && task?.tool !== 'asana') return undefined;
    return projectPage(visit, route, task?.tool === 'asana' ? task : undefined);
  },
  late: () => undefined,
  rows: (visit, name) => {
    const route = routeOf(visit.address.pathname);
    const tasks = route === undefined ? [] : tasksOf(visit, route);
    return sections.includes(name)
      ? tasks.filter(({ section }) => section === name).map((task) => row(visit, task))
      : undefined;
  },
};

interface Route {
  readonly view: 'list' | 'board' | 'mine';
  readonly task?: string;
}

/** Both generations of addresses: `/0/<project>/<task>`, `/1/<workspace>/project/<project>/task/<task>`. */
const routeOf = (path: string): Route | undefined => {
  const inProject = new RegExp(
    `^/(?:0/${places.launch}|1/${places.workspace}/project/${places.launch})(?:/(list|board))?(?:/(?:task/)?(\\d+))?(?:/f)?$`,
    'u',
  ).exec(path);
  if (inProject !== null) {
    const [, view, task] = inProject;
    return { view: view === 'board' ? 'board' : 'list', ...(task === undefined ? {} : { task }) };
  }
  const mine = new RegExp(
    `^/(?:0/home|1/${places.workspace}/home|0/${places.myTasks}/list)(?:/task)?(?:/(\\d+))?$`,
    'u',
  ).exec(path);
  if (mine !== null) return { view: 'mine', ...(mine[1] === undefined ? {} : { task: mine[1] }) };
  const alone = /^\/0\/0\/(\d+)(?:\/f)?$/u.exec(path)?.[1];
  return alone === undefined ? undefined : { view: 'list', task: alone };
};

const sections = ['Pricing', 'Launch', 'Support'];

const isTask = (item: Item): item is AsanaTask => item.tool === 'asana';

const tasksOf = ({ world, many }: Visit, { view }: Route): readonly AsanaTask[] =>
  [...world.items(), ...world.many('asana', many)]
    .filter(isTask)
    .filter(({ assignee, state }) => view !== 'mine' || (assignee === dana && state === 'open'));

const home = (view: Route['view']): string =>
  view === 'mine' ? `/1/${places.workspace}/home` : `/1/${places.workspace}/project/${places.launch}/${view}`;

const pathOf = (task: AsanaTask, view: Route['view']): string =>
  view === 'mine'
    ? `/1/${places.workspace}/home/task/${task.ref}`
    : `/1/${places.workspace}/project/${places.launch}/task/${task.ref}`;

const projectPage = (visit: Visit, route: Route, task: AsanaTask | undefined): Page => ({
  title: task === undefined ? 'Checkout 2.0 launch - Asana' : `${task.title} - Checkout 2.0 launch - Asana`,
  head: html`<meta name="application-name" content="Asana">`,
  bodyClass: `DesignTokensDefault DesignTokenThemeSelectors-theme--${visit.theme === 'dark' ? 'darkMode' : 'lightMode'}`,
  regions: {
    top: html`<div class="GlobalTopbarStructure top"><a class="logo" href="${home('list')}"><span class="logo-mark"></span>asana</a><span class="grow"></span><input class="search" aria-label="Search" placeholder="Search"><span class="grow"></span>${switchTheme(visit)}${disc(dana, 'm')}</div>`,
    side: html`<nav class="side" aria-label="Global"><a href="${home('mine')}">My tasks</a><b>Projects</b><a href="${home('list')}"><span class="square"></span>Checkout 2.0 launch</a></nav>`,
    main: html`<main id="asana_main_page" class="main"><div class="head"><h1>${route.view === 'mine' ? 'My tasks' : 'Checkout 2.0 launch'}</h1>${
      route.view !== 'mine' &&
      html`<nav class="views"><a href="${home('list')}" ${route.view === 'list' && html`aria-current="page"`}>List</a><a href="${home('board')}" ${route.view === 'board' && html`aria-current="page"`}>Board</a></nav>`
    }</div>${route.view === 'board' ? board(visit, route) : list(visit, route)}</main>`,
    ...(task === undefined ? {} : { pane: pane(visit, route, task) }),
  },
});

const list = (
  visit: Visit,
  route: Route,
): Html => html`<div class="SpreadsheetGridScroller-container grid" role="treegrid" aria-label="Tasks">
    <div role="row" class="SpreadsheetAriaColumnHeaderRow columns"><span role="columnheader">Task name</span><span role="columnheader">Assignee</span><span role="columnheader">Due date</span><span role="columnheader">Priority</span></div>
    ${sections.map((section) => {
      const tasks = tasksOf(visit, route).filter((task) => task.section === section);
      return html`<section><h2 class="section">${section} <span class="count">${tasks.length}</span></h2><div aria-label="Header ${section}" role="treegrid" class="SpreadsheetTaskList" data-rows="${section}" data-virtual="37">${tasks.slice(0, firstRows).map((task) => row(visit, task))}</div></section>`;
    })}
  </div>`;

const completion = (task: AsanaTask): Html =>
  html`<div class="TaskRowCompletionStatus-checkbox check check-${task.state}" role="checkbox" aria-label="Completed" aria-checked="${task.state === 'done' ? 'true' : 'false'}" aria-disabled="false" tabindex="0" ${act(task.ref, { state: task.state === 'done' ? 'open' : 'done' })}>✓</div>`;

const dueDate = ({ world }: Visit, task: AsanaTask): Html | undefined =>
  task.due === undefined
    ? undefined
    : html`<div class="DueDate ${task.state === 'open' && (task.due < world.today ? 'DueDate--past' : 'DueDate--future')}"><span class="DueDate-dateSpan">${relativeDay(task.due, world.today)}</span></div>`;

const row = (visit: Visit, task: AsanaTask): Html => {
  const route = routeOf(visit.address.pathname);
  const path = pathOf(task, route?.view ?? 'list');
  return html`<div role="row" class="SpreadsheetRow SpreadsheetRow--enabled SpreadsheetTaskRow" data-go="${path}">
    <div class="SpreadsheetRow-stickyCell"><span class="HiddenText sr-only" id="row_${task.ref}">${task.state === 'done' ? 'Completed task' : 'Incomplete task'}</span><div role="gridcell" aria-label="${task.title}" class="SpreadsheetCell SpreadsheetGridTaskNameAndDetailsCellGroup SpreadsheetTaskRow-nameOrDetailsCell" tabindex="0" aria-describedby="row_${task.ref}">${completion(task)}<label class="SpreadsheetTaskName"><div class="SpreadsheetTaskName-shadow" aria-hidden="true">${task.title}</div><textarea id="Pot.${places.launch}_${sectionId(task)}_${task.ref}" class="SpreadsheetTaskName-input" rows="1" wrap="off" tabindex="0">${task.title}</textarea></label><a class="details" aria-label="Details" href="${path}">Details ›</a></div></div>
    <div role="gridcell" class="SpreadsheetCell SpreadsheetAssigneeCell-cell SpreadsheetTaskRow-assigneeCell" aria-label="Assignee for ${task.title}"><div class="SpreadsheetAssigneeCell-assignee"><div role="button" class="AssigneeWithNameDisplayButton"><div class="AssigneeWithNameDisplayButton-avatar${task.assignee === undefined && ' AssigneeWithNameDisplayButton-avatar--noValue'}">${disc(task.assignee)}</div></div></div></div>
    <div role="gridcell" class="SpreadsheetCell SpreadsheetMutableDateCell-cell SpreadsheetTaskDueDateCell-cell SpreadsheetTaskRow-dueDateCell"><div class="SpreadsheetMutableDateCell-dueDateDisplay">${dueDate(visit, task)}</div></div>
    <div role="gridcell" class="SpreadsheetCell SpreadsheetCustomPropertyEnumCell-spreadsheetCell" aria-label="Priority field for ${task.title}"><div id="SpreadsheetCustomPropertyEnumCell-${task.ref}-1203000000000099" role="button" class="CustomPropertyEnumValueInput"><div class="CustomPropertyEnumValueInput-label${task.priority !== undefined && ` pill pill-${task.priority}`}">${task.priority ?? '—'}</div></div></div>
  </div>`;
};

const sectionId = ({ section }: AsanaTask): string => `${1_203_000_000_000_080 + sections.indexOf(section)}`;

const board = (visit: Visit, route: Route): Html =>
  html`<div class="BoardBody-columns board">${sections.map((section) => {
    const tasks = tasksOf(visit, route).filter((task) => task.section === section);
    return html`<div class="BoardColumn BoardBody-column"><div class="BoardColumnHeader"><h3 class="BoardColumnHeaderTitle BoardColumnHeader-name">${section}</h3></div><div class="BoardColumnScrollableContainer">${tasks.map(
      (task) =>
        html`<div class="DraggableCard" data-go="${pathOf(task, 'list')}"><div data-task-id="${task.ref}" class="BoardCardLayout BoardCard-layout"><div class="BoardCardLayout-titleAndIndicator"><span class="BoardCardLayout-title"><span class="BoardCard-taskName">${task.title}</span></span><div class="BoardCardLayout-completionIndicator">${completion(task)}</div></div><div class="BoardCardLayout-customPropertiesAndTags">${task.priority !== undefined && html`<div class="Pill pill pill-${task.priority}">${task.priority}</div>`}</div><div class="BoardCardLayout-assigneeDueDateActions"><div class="BoardCardLayout-assignee"><div class="BoardCard-assignee">${disc(task.assignee)}</div></div><div class="BoardCardLayout-dueDate">${dueDate(visit, task)}</div></div></div></div>`,
    )}</div></div>`;
  })}</div>`;

const pane = (visit: Visit, { view }: Route, task: AsanaTask): Html => {
  const done = task.state === 'done';
  const field = (name: string, label: string, content: Html): Html =>
    html`<div class="LabeledRowStructure ${name}"><div class="LabeledRowStructure-left"><label class="LabeledRowStructure-label">${label}</label></div><div class="LabeledRowStructure-right">${content}</div></div>`;
  return html`<article class="TaskPane" data-task-id="${task.ref}" tabindex="-1">
    <div class="TaskPaneToolbar"><div class="TaskCompletionToggleButton TaskCompletionToggleButton--${done ? 'isPressed' : 'isNotPressed'} button" role="button" aria-pressed="${done ? 'true' : 'false'}" tabindex="0" ${act(task.ref, { state: done ? 'open' : 'done' })}>✓ ${done ? 'Completed' : 'Mark complete'}</div><span class="grow"></span><a class="TaskPaneToolbar-closeButton" aria-label="Collapse task pane" href="${home(view)}">✕</a></div>
    <div class="TaskPane-body">
      <div class="ObjectTitleInput TaskPane-titleRow" role="heading" aria-level="2"><div class="AutogrowTextarea-container"><div class="AutogrowTextarea-shadow" aria-hidden="true">${task.title}</div><textarea class="simpleTextarea AutogrowTextarea-input" aria-label="Task Name" placeholder="Write a task name" rows="1" data-edit="${task.ref}">${task.title}</textarea></div></div>
      <div class="TaskPaneFields">
        ${field('TaskPaneFields-assigneeRow', 'Assignee', html`<div id="task_pane_assignee_input" class="AssigneeTokenButton AssigneeToken${task.assignee === undefined && ' AssigneeTokenButton--empty'}" role="button" tabindex="0">${disc(task.assignee)}${task.assignee === undefined ? html`<div class="AssigneeTokenButton-label">No assignee</div>` : html`<div class="AssigneeToken-userNameLabel">${task.assignee.name}</div>`}</div>`)}
        ${field('TaskPaneFields-dueDateRow', 'Due date', html`<div id="task_pane_due_date_input" class="DueDateTokenButton DueDateTokenButton--${task.due === undefined ? 'empty' : 'dueDateSet'}" role="button" tabindex="0"><span class="DueDateTokenButton-label">${dueDate(visit, task) ?? 'No due date'}</span></div>`)}
        ${field('TaskProjects', 'Projects', html`<ul class="TaskProjects-projectList"><li id="task_pane_projects_input${places.launch}"><a class="TaskProjectTokenPill" href="${home('list')}"><span class="square"></span><span class="TaskProjectTokenPill-name">Checkout 2.0 launch</span></a> <span class="muted">${task.section}</span></li></ul>`)}
        ${field('TaskDependencies-labeledRowStructure', 'Dependencies', html`<div class="TaskDependencies-contents"><div class="TaskDependencies-noDependenciesClickable muted" role="button" tabindex="0">Add dependencies</div></div>`)}
        ${task.priority !== undefined && field('priority', 'Priority', html`<span class="pill pill-${task.priority}">${task.priority}</span>`)}
      </div>
      <div class="LabeledRowStructure-label description-label">Description</div>
      <div class="TaskDescription"><div id="TaskDescriptionView" class="TextEditor3 TaskDescription-textEditor3"><div class="ProsemirrorEditor TextEditor3-prosemirrorEditor ProseMirror" aria-label="Edit description for ${task.title}" contenteditable="true" tabindex="0">${proseOf(task.text, (address) => html`<a class="ProsemirrorEditor-link" href="${address}">${address}</a>`)}</div></div></div>
      <div class="feed">${task.comments.map(({ by, text }) => html`<div class="FeedBlockStory">${disc(by, 'm')}<div><b>${by.name}</b><p>${text}</p></div></div>`)}</div>
      <form class="comment-form">${disc(dana, 'm')}<textarea rows="2" aria-label="Add a comment" placeholder="Ask a question or post an update…"></textarea></form>
    </div>
  </article>`;
};
