/**
 * What the look-alikes' pages run: navigation inside the page, lists that keep only the rows in view, content that
 * arrives later, and re-rendering, each as the tools' own frameworks do it. It knows nothing of the extension.
 *
 * For tests, `document.dispatchEvent(new Event('demo:rerender'))` replaces every row of every list by a new element.
 */

interface Content {
  readonly title: string;
  readonly bodyClass: string;
  readonly regions: readonly { readonly name: string; readonly version: string; readonly html: string }[];
}

const tool = document.body.dataset['demoTool'];
const app = required(document.querySelector<HTMLElement>('#app'));

/** The latest navigation; an answer to an older one is thrown away. */
let latest = 0;

document.addEventListener('click', (event) => {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const target = event.target instanceof Element ? event.target : undefined;
  const actor = target?.closest<HTMLElement>('[data-act]');
  if (actor?.dataset['act'] !== undefined) {
    event.preventDefault();
    void change(actor.dataset['act']);
    return;
  }
  if (target?.closest('[data-sort]') !== null && target !== undefined) {
    for (const list of lists) list.reverse();
    return;
  }
  const link = target?.closest('a');
  if (link !== null && link !== undefined) {
    const inside = link.origin === location.origin && link.target === '' && link.dataset['reload'] === undefined;
    if (!inside || link.getAttribute('href')?.startsWith('#') === true) return;
    event.preventDefault();
    void navigate(link.href);
    return;
  }
  const goer = target?.closest<HTMLElement>('[data-go]');
  if (goer?.dataset['go'] === undefined || target?.closest('textarea, input') !== null) return;
  const to = new URL(goer.dataset['go'], location.href);
  const many = new URL(location.href).searchParams.get('many');
  if (many !== null) to.searchParams.set('many', many);
  void navigate(to.href);
});

document.addEventListener('change', (event) => {
  const field = event.target;
  if (!(field instanceof HTMLTextAreaElement) || field.dataset['edit'] === undefined) return;
  void change(JSON.stringify({ ref: field.dataset['edit'], change: { title: field.value } }));
});

window.addEventListener('popstate', () => void arrive());
document.addEventListener('scroll', () => lists.forEach((list) => void list.show()), { capture: true, passive: true });
window.addEventListener('resize', () => lists.forEach((list) => void list.show()));
document.addEventListener('demo:rerender', () => lists.forEach((list) => void list.rerender()));

const navigate = async (address: string): Promise<void> => {
  announce('soft-nav:start', 'turbo:visit');
  history.pushState({}, '', address);
  await arrive();
};

/** Shows what the address names now. Head and embedded data stay as they were. */
const arrive = async (): Promise<void> => {
  const mine = ++latest;
  const response = await ask('content');
  const content: Content = await response.json();
  if (mine !== latest) return;
  document.title = content.title;
  document.body.className = content.bodyClass;
  const before = new Map([...app.children].map((region) => [region.getAttribute('data-region'), region]));
  const after = content.regions.map(({ name, version, html }) => {
    const known = before.get(name);
    return known?.getAttribute('data-version') === version ? known : required(fragment(html, app).firstElementChild);
  });
  const kept = new Set<Element>(after);
  for (const region of before.values()) if (!kept.has(region)) region.remove();
  after.forEach((region, index) => {
    if (app.children[index] !== region) app.insertBefore(region, app.children[index] ?? null);
  });
  mount();
  announce('soft-nav:end', 'turbo:render', 'turbo:load', 'soft-nav:react-done');
};

/** Only GitHub's pages announce their navigations. */
const announce = (...names: readonly string[]): void => {
  if (tool === 'github') for (const name of names) document.dispatchEvent(new CustomEvent(name, { bubbles: true }));
};

const change = async (body: string): Promise<void> => {
  await fetch('/_demo/change', { method: 'POST', body });
  await arrive();
};

const ask = (what: string): Promise<Response> =>
  fetch(location.href, { headers: { 'x-demo': what }, cache: 'no-store' });

/** Brings the parts of new regions to life. */
const mount = (): void => {
  lists = lists.filter((list) => list.element.isConnected);
  for (const element of document.querySelectorAll<HTMLElement>('[data-rows]')) {
    if (!lists.some((list) => list.element === element)) lists.push(createList(element));
  }
  for (const place of document.querySelectorAll<HTMLElement>('[data-late]')) void fill(place);
  for (const area of document.querySelectorAll('textarea')) keepValueOnly(area);
};

/** A framework sets a text area's value and leaves the element without text. */
const keepValueOnly = (area: HTMLTextAreaElement): void => {
  const { value } = area;
  area.defaultValue = '';
  area.value = value;
};

/** A section that the page asks for after it is drawn; with it, the framework draws the page's head again. */
const fill = async (place: HTMLElement): Promise<void> => {
  const name = place.dataset['late'];
  delete place.dataset['late'];
  const response = await ask(`late ${name}`);
  const arrived = fragment(await response.text(), app);
  if (!place.isConnected) return;
  place.replaceWith(arrived);
  for (const old of document.querySelectorAll('[data-hydrate]')) {
    const copy = old.cloneNode(true);
    if (copy instanceof Element) copy.removeAttribute('data-hydrate');
    old.replaceWith(copy);
  }
};

interface List {
  readonly element: HTMLElement;
  /** Brings the rows that are in view into the document and takes the others out. */
  readonly show: () => Promise<void>;
  readonly rerender: () => Promise<void>;
  readonly reverse: () => void;
}

let lists: List[] = [];

/** A list whose element says the name of its rows and, where it keeps only those in view, the height of one. */
const createList = (element: HTMLElement): List => {
  const height = element.dataset['virtual'] === undefined ? undefined : Number(element.dataset['virtual']);
  let rows: readonly string[] | undefined;
  let drawn = new Map<number, Element>();

  const fetchRows = async (): Promise<readonly string[]> => {
    const response = await ask(`rows ${encodeURIComponent(element.dataset['rows'] ?? '')}`);
    return response.json();
  };
  const range = (count: number): readonly [first: number, end: number] => {
    if (height === undefined) return [0, count];
    const { top } = element.getBoundingClientRect();
    const first = Math.floor(-top / height) - overscan;
    return [Math.max(0, first), Math.min(count, first + Math.ceil(innerHeight / height) + 2 * overscan)];
  };
  const draw = (): void => {
    if (rows === undefined) return;
    if (height !== undefined) {
      element.classList.add('is-virtual');
      element.style.height = `${rows.length * height}px`;
    }
    const [first, end] = range(rows.length);
    for (const [index, row] of drawn) {
      if (index >= first && index < end) continue;
      row.remove();
      drawn.delete(index);
    }
    let previous: Element | undefined;
    for (let index = first; index < end; index += 1) {
      const known = drawn.get(index);
      const row = known ?? make(rows[index] ?? '', index);
      if (known === undefined && previous === undefined) element.prepend(row);
      if (known === undefined) previous?.after(row);
      drawn.set(index, row);
      previous = row;
    }
  };
  const make = (markup: string, index: number): Element => {
    const row = required(fragment(markup, element).firstElementChild);
    place(row, index);
    for (const area of row.querySelectorAll('textarea')) keepValueOnly(area);
    return row;
  };
  const clear = (): void => {
    for (const row of drawn.values()) row.remove();
    drawn = new Map();
  };
  const begin = async (): Promise<void> => {
    // The rows that came with the page are kept until all of them are known.
    const first = [...element.children];
    rows = await fetchRows();
    drawn = new Map(first.map((row, index) => [index, row]));
    for (const [index, row] of drawn) place(row, index);
    draw();
  };
  const place = (row: Element, index: number): void => {
    if (height !== undefined && row instanceof HTMLElement) row.style.top = `${index * height}px`;
  };
  const started = begin();
  return {
    element,
    show: async () => {
      await started;
      if (height !== undefined) draw();
    },
    rerender: async () => {
      await started;
      rows = await fetchRows();
      clear();
      draw();
    },
    reverse: () => {
      rows = rows?.toReversed();
      clear();
      draw();
    },
  };
};

/** Rows beyond the edges of the window that stay drawn. */
const overscan = 4;

const fragment = (markup: string, within: Element): DocumentFragment => {
  const range = document.createRange();
  range.selectNodeContents(within);
  return range.createContextualFragment(markup);
};

function required<Value>(value: Value | null): Value {
  if (value === null) throw new Error('The page has no such element');
  return value;
}

mount();
