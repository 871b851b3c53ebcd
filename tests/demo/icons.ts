import { type Html, html } from './html.ts';

const types: { readonly [name: string]: readonly [colour: string, shape: Html] } = {
  Task: ['#4bade8', html`<path d="M4.5 8.5l2.5 2.5 4.5-5" fill="none" stroke="#fff" stroke-width="2"/>`],
  Story: ['#63ba3c', html`<path d="M5 4h6v9l-3-2.5L5 13z" fill="#fff"/>`],
  Bug: ['#e5493a', html`<circle cx="8" cy="8" r="3.5" fill="#fff"/>`],
  Epic: ['#904ee2', html`<path d="M9 3L4.5 9H8l-1 4 4.5-6H8z" fill="#fff"/>`],
};

const priorities: { readonly [name: string]: Html } = {
  Highest: html`<path d="M3 9l5-4 5 4M3 13l5-4 5 4" fill="none" stroke="#cd1316" stroke-width="2"/>`,
  High: html`<path d="M3 11l5-4 5 4" fill="none" stroke="#e9494a" stroke-width="2"/>`,
  Medium: html`<path d="M3 6h10M3 10h10" fill="none" stroke="#e97f33" stroke-width="2"/>`,
  Low: html`<path d="M3 6l5 4 5-4" fill="none" stroke="#2a8735" stroke-width="2"/>`,
};

/** Pictures of people, and those of Jira's work types and priorities, by the path that pages ask for. */
export const iconFor = (path: string): Html | undefined => avatarFor(path) ?? jiraIconFor(path);

const jiraIconFor = (path: string): Html | undefined => {
  const [, folder, name] = /^\/images\/(issuetype|icons\/priorities)\/(\w+)\.svg$/u.exec(path) ?? [];
  if (folder === undefined || name === undefined) return undefined;
  const priority = priorities[name];
  if (folder === 'icons/priorities') return priority === undefined ? undefined : picture(priority);
  const type = types[name];
  return type === undefined
    ? undefined
    : picture(html`<rect width="16" height="16" rx="3" fill="${type[0]}"/>${type[1]}`);
};

/** `/_demo/avatar/1-DR.svg`: white initials on one of six colours. */
const avatarFor = (path: string): Html | undefined => {
  const [, colour, initials] = /^\/_demo\/avatar\/([1-6])-(\p{Lu}{1,2})\.svg$/u.exec(decodeURI(path)) ?? [];
  return colour === undefined
    ? undefined
    : html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 28 28"><rect width="28" height="28" fill="${colours[Number(colour)]}"/><text x="14" y="18.2" text-anchor="middle" font-family="system-ui, sans-serif" font-size="11.5" font-weight="600" fill="#fff">${initials}</text></svg>`;
};

const colours: readonly string[] = ['', '#6b4fbb', '#0f7b6c', '#b5561c', '#1f6feb', '#a83262', '#57606a'];

const picture = (content: Html): Html =>
  html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" width="16" height="16">${content}</svg>`;
