/** The parts of a window that reading needs. */
export interface DomWindow {
  readonly document: Document;
  readonly Node: { readonly prototype: Node };
  readonly Element: { readonly prototype: Element };
  readonly Document: { readonly prototype: Document };
  readonly DocumentFragment: { readonly prototype: DocumentFragment };
  readonly HTMLTextAreaElement: { readonly prototype: HTMLTextAreaElement };
  readonly HTMLInputElement: { readonly prototype: HTMLInputElement };
}

/**
 * Reading a document whose author is hostile (P2, T14): in a `<form>` an input named `closest` or `textContent`
 * hides the method of that name, also from a content script. So the methods are taken from the prototypes once and
 * applied from outside. Never changes the document. Of an element that was not found nothing is known: its attribute, its
 * parent and what is around it are undefined, and its text is empty.
 */
export interface Dom {
  readonly document: Document;
  /** First match below `from` (the document by default), in document order. */
  readonly first: (selector: string, from?: Element) => Element | undefined;
  readonly all: (selector: string, from?: Element) => readonly Element[];
  /** The element itself or its nearest ancestor that matches. */
  readonly closest: (element: Element | undefined, selector: string) => Element | undefined;
  readonly matches: (element: Element, selector: string) => boolean;
  readonly parent: (node: Node | undefined) => Element | undefined;
  readonly children: (element: Element) => readonly Element[];
  readonly childNodes: (node: Node) => readonly Node[];
  readonly nextSibling: (node: Node) => Node | undefined;
  readonly contains: (ancestor: Node, node: Node) => boolean;
  readonly isElement: (node: Node) => node is Element;
  /** Lower case. */
  readonly tag: (element: Element) => string;
  readonly attribute: (element: Element | undefined, name: string) => string | undefined;
  /** All text within, white space folded, at most `limit` characters. */
  readonly text: (node: Node | undefined, limit?: number) => string;
  /** What stands in a text field now: a value is no text and no attribute. */
  readonly value: (element: Element) => string;
}

type Getter<Owner, Value> = (this: Owner) => Value;

const getter = <Owner, Value>(prototype: object, name: string): Getter<Owner, Value> => {
  for (let at: object | null = prototype; at !== null; at = Object.getPrototypeOf(at)) {
    const get = Object.getOwnPropertyDescriptor(at, name)?.get;
    if (get !== undefined) return get as Getter<Owner, Value>;
  }
  throw new TypeError(`This window has no ${name}`);
};

const elementNode = 1;

/** Takes the methods from a window's prototypes and binds them to one document (its own, unless another is given). */
export const domOf = (window: DomWindow, document: Document = window.document): Dom => {
  const element = window.Element.prototype;
  const node = window.Node.prototype;
  const root = window.Document.prototype;

  const queryIn = element.querySelector;
  const queryAllIn = element.querySelectorAll;
  const queryRoot = root.querySelector;
  const queryAllRoot = root.querySelectorAll;
  const closest = element.closest;
  const matches = element.matches;
  const getAttribute = element.getAttribute;
  const contains = node.contains;
  const localName = getter<Element, string>(element, 'localName');
  const children = getter<Element, HTMLCollection>(element, 'children');
  const parentElement = getter<Node, Element | null>(node, 'parentElement');
  const childNodes = getter<Node, NodeListOf<ChildNode>>(node, 'childNodes');
  const nextSibling = getter<Node, ChildNode | null>(node, 'nextSibling');
  const nodeType = getter<Node, number>(node, 'nodeType');
  // From the element's own prototype upwards: browsers have it on Node, happy-dom's Node has an empty one.
  const textContent = getter<Element, string | null>(element, 'textContent');
  const areaValue = getter<HTMLTextAreaElement, string>(window.HTMLTextAreaElement.prototype, 'value');
  const inputValue = getter<HTMLInputElement, string>(window.HTMLInputElement.prototype, 'value');

  const attribute = (of: Element | undefined, name: string): string | undefined =>
    of && (getAttribute.call(of, name) ?? undefined);
  const tag = (of: Element): string => localName.call(of).toLowerCase();
  const isElement = (of: Node): of is Element => nodeType.call(of) === elementNode;
  // Only elements hide their own members; a text node has nothing to hide them with.
  const content = (of: Node): string => (isElement(of) ? textContent.call(of) : of.nodeValue) ?? '';

  return {
    document,
    first: (selector, from) =>
      (from === undefined ? queryRoot.call(document, selector) : queryIn.call(from, selector)) ?? undefined,
    all: (selector, from) => [
      ...(from === undefined ? queryAllRoot.call(document, selector) : queryAllIn.call(from, selector)),
    ],
    closest: (of, selector) => of && (closest.call(of, selector) ?? undefined),
    matches: (of, selector) => matches.call(of, selector),
    parent: (of) => of && (parentElement.call(of) ?? undefined),
    children: (of) => [...children.call(of)],
    childNodes: (of) => [...childNodes.call(of)],
    nextSibling: (of) => nextSibling.call(of) ?? undefined,
    contains: (ancestor, other) => contains.call(ancestor, other),
    isElement,
    tag,
    attribute,
    text: (of, limit = 2_000) =>
      of === undefined
        ? ''
        : foldSpace(content(of).slice(0, limit * 4))
            .slice(0, limit)
            .trimEnd(),
    value: (of) => {
      if (tag(of) === 'textarea') return areaValue.call(of as HTMLTextAreaElement);
      if (tag(of) === 'input') return inputValue.call(of as HTMLInputElement);
      return '';
    },
  };
};

export const foldSpace = (text: string): string => text.replace(/\s+/gu, ' ').trim();
