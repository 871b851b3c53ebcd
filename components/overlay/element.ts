type Child = Node | string;

type Attributes = { readonly [name: string]: string };

/** Makes an element: attributes by name, children as nodes or as text, never as markup (P2). */
export const element = <Tag extends keyof HTMLElementTagNameMap>(
  document: Document,
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
};

const svgNamespace = 'http://www.w3.org/2000/svg';

/** Signs of 16 by 16; each stands beside words or has a label. */
const paths = {
  /** Two rails and their ties. */
  crosstie: 'M5 2v12M11 2v12M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
  blocked: 'M8 2.2a5.8 5.8 0 1 0 0 11.6a5.8 5.8 0 0 0 0-11.6M5 8h6',
  waiting: 'M4 2.5h8M4 13.5h8M5 2.5c0 3 2 4 3 5.5c1-1.5 3-2.5 3-5.5M5 13.5c0-3 2-4 3-5.5c1 1.5 3 2.5 3 5.5',
  unowned: 'M8 8a2.5 2.5 0 1 0 0-5a2.5 2.5 0 0 0 0 5M3 13.5c.4-2.3 2.3-3.5 5-3.5s4.6 1.2 5 3.5',
  warning: 'M8 2L14.5 13.5H1.5zM8 6.5v3M8 11.5v.01',
  fine: 'M3.5 8.5l3 3l6-7',
} as const;

export type Sign = keyof typeof paths;

/** `colour`: the class of its meaning. */
export const sign = (document: Document, name: Sign, colour = ''): SVGSVGElement => {
  const svg = document.createElementNS(svgNamespace, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', colour);
  const path = document.createElementNS(svgNamespace, 'path');
  path.setAttribute('d', paths[name]);
  svg.append(path);
  return svg;
};
