/**
 * Where overlays stand in a page that is not ours. The page's elements are asked through the prototypes: a form's
 * fields hide its methods (T14).
 */
export interface Placing {
  readonly rect: (of: Element) => DOMRect;
  readonly insert: (parent: Element, node: Node, before: Node | null) => void;
  /** Where the strip goes: under the block that holds the title. Undefined: there is no place for a line. */
  readonly underTitle: (title: Element) => StripPlace | undefined;
  /** Whether a sign of this width (pixels) has free room after the text, before it, or has to take some. */
  readonly besideText: (anchor: Element, host: Element, width: number) => 'after' | 'before' | 'take';
  /** The anchor lays its children out in a row of its own. */
  readonly isFlex: (anchor: Element) => boolean;
}

export interface StripPlace {
  readonly parent: Element;
  readonly before: Node | null;
  /** There is room under the title already: nothing has to move. */
  readonly free: boolean;
  /** Too narrow for one line. */
  readonly narrow: boolean;
}

/** Pixels. */
export const stripHeight = 28;
/** Two lines. */
export const narrowHeight = 52;
const gap = 4;
const narrowBelow = 480;
const tallest = 200;
const climbs = 8;

export const createPlacing = (window: Window & typeof globalThis): Placing => {
  const elements = window.Element.prototype;
  const nodes = window.Node.prototype;
  const rect = (of: Element): DOMRect => elements.getBoundingClientRect.call(of);
  const read = <Value>(prototype: object, name: string): ((of: Node) => Value) => {
    const get = Object.getOwnPropertyDescriptor(prototype, name)?.get;
    return (of) => get?.call(of) as Value;
  };
  const parentOf = read<Element | null>(nodes, 'parentElement');
  const nextNode = read<Node | null>(nodes, 'nextSibling');
  const next = read<Element | null>(elements, 'nextElementSibling');
  const previous = read<Element | null>(elements, 'previousElementSibling');
  const style = (of: Element): CSSStyleDeclaration => window.getComputedStyle(of);

  /** Lays its children out from top to bottom, so that a line can be put between two of them. */
  const stacks = (of: Element): boolean => {
    const { display, flexDirection } = style(of);
    return /^(?:block|flow-root|list-item|inline-block|table-cell)$/u.test(display)
      ? true
      : display.endsWith('flex') && flexDirection.startsWith('column');
  };
  const isInline = (of: Element): boolean => /^(?:inline|contents|ruby)/u.test(style(of).display);

  const roomBelow = (of: Element, parent: Element): number => {
    const { bottom } = rect(of);
    for (let at = next(of); at !== null; at = next(at)) {
      const { top, height } = rect(at);
      if (height > 0 && style(at).position !== 'absolute') return top - bottom;
    }
    return rect(parent).bottom - bottom;
  };

  const overlaps = (other: Element, left: number, right: number, middle: number): boolean => {
    const at = rect(other);
    return at.width > 0 && at.left < right && at.right > left && at.top <= middle && at.bottom >= middle;
  };
  const isTaken = (
    from: Element,
    step: (of: Element) => Element | null,
    [left, right]: readonly [number, number],
    middle: number,
  ): boolean => {
    for (let at: Element | null = from, up = 0; at !== null && up < 3; at = parentOf(at), up += 1) {
      for (let other = step(at), seen = 0; other !== null && seen < 3; other = step(other), seen += 1)
        if (overlaps(other, left, right, middle)) return true;
    }
    return false;
  };

  return {
    rect,
    insert: (parent, node, before) => nodes.insertBefore.call(parent, node, before),
    isFlex: (anchor) => style(anchor).display.endsWith('flex'),
    underTitle: (title) => {
      let block = title;
      for (let climbed = 0; climbed < climbs; climbed += 1) {
        const parent = parentOf(block);
        if (parent === null || parent === window.document.documentElement) return undefined;
        if (stacks(parent) && !isInline(block)) {
          const { height } = rect(block);
          if (height > tallest) return undefined;
          return {
            parent,
            before: nextNode(block),
            free: roomBelow(block, parent) >= stripHeight + 2 * gap,
            narrow: rect(parent).width < narrowBelow,
          };
        }
        block = parent;
      }
      return undefined;
    },
    besideText: (anchor, host, width) => {
      const { left, top } = rect(host);
      const room = rect(anchor);
      const clips = style(anchor).overflowX !== 'visible';
      const middle = top === room.bottom ? top - 4 : top;
      const end = Math.min(window.innerWidth, clips ? room.right : Number.POSITIVE_INFINITY);
      if (left + width <= end && !isTaken(host, next, [left, left + width], middle)) return 'after';
      if (!clips && room.left >= width && !isTaken(anchor, previous, [room.left - width, room.left], middle))
        return 'before';
      return 'take';
    },
  };
};
