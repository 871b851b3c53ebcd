import { bounds } from '../../lib/core/item.ts';
import type { ItemKey } from '../../lib/core/key.ts';
import type { NamedItem } from '../../lib/core/page-view.ts';
import { displayName, type Person } from '../../lib/core/person.ts';
import type { OwnerView } from '../../lib/core/view.ts';
import { plain } from '../plain.ts';
import type { Words } from '../words.ts';
import { element } from './element.ts';

/** What every drawing needs and none of them knows by itself. */
export interface Drawing {
  readonly document: Document;
  readonly words: Words;
  /** The address to open, built by the item's own tool (T4). */
  readonly link: (key: ItemKey) => URL | undefined;
  /** Milliseconds. */
  readonly now: () => number;
}

/**
 * What somebody wrote, apart from the words around it. The style sheet draws it from an attribute: a page's own
 * `window.find` reaches the text of a closed root, letter by letter, but not what a style sheet adds (T5).
 */
export const quoted = ({ document }: Drawing, text: string, max?: number): HTMLElement =>
  element(document, 'bdi', { 'data-said': plain(text, max) });

export const personOf = (drawing: Drawing, person: Person): HTMLElement =>
  quoted(drawing, displayName(person), bounds.name);

/** An item by its short key, else by its title, else by its tool: a link that its own tool built, or plain text. */
export const itemOf = (drawing: Drawing, { key, short, title, tool }: NamedItem): HTMLElement => {
  const label = quoted(drawing, short ?? title ?? tool, shortest);
  const address = drawing.link(key);
  if (address === undefined || !/^https?:$/u.test(address.protocol)) return label;
  const tip = [short, title].filter((part) => part !== undefined).map((part) => plain(part));
  return element(
    drawing.document,
    'a',
    { href: address.href, target: '_blank', rel: 'noopener noreferrer', title: tip.join(' ') },
    label,
  );
};

/** Characters of a title that stands for a key. */
const shortest = 48;

const stateIds = {
  open: 'stateOpen',
  'in-progress': 'stateInProgress',
  done: 'stateDone',
  dropped: 'stateDropped',
  unknown: 'stateUnknown',
} as const;

/** The state in plain words: where it stands in a sentence, the tool's own word would not fit. */
export const stateOf = ({ words }: Drawing, { state }: NamedItem): string => words.text(stateIds[state]);

/** Who answers for the page's own item, or for the item of a card. */
export const ownerOf = (drawing: Drawing, owner: OwnerView): readonly (string | Node)[] => {
  const { words } = drawing;
  switch (owner.by) {
    case 'nobody':
      return [words.text('overlayNobody')];
    case 'unknown':
      return [words.text('overlayOwnerUnknown')];
    case 'assigned':
      return owner.me
        ? [words.text('overlayAssignedMe')]
        : words.pieces('overlayAssigned', { who: peopleOf(drawing, owner.who) });
    case 'stated': {
      const who = personOf(drawing, owner.who);
      if (owner.rivals.length > 0)
        return words.pieces('overlayOwnerContested', { who, other: peopleOf(drawing, owner.rivals) });
      if (!owner.accepted) return words.pieces('overlayOwnerProposed', { who });
      if (owner.differs.length > 0)
        return words.pieces('overlayOwnerDiffers', { who, other: peopleOf(drawing, owner.differs) });
      return owner.me ? [words.text('overlayOwnerMe')] : words.pieces('overlayOwner', { who });
    }
  }
};

/** "unowned", or the name, for the details in brackets; nothing where it is not known. */
export const ownerInBrief = (drawing: Drawing, owner: OwnerView): readonly Node[] => {
  if (owner.by === 'unknown') return [];
  const { document, words } = drawing;
  if (owner.by === 'nobody') return [document.createTextNode(words.text('overlayUnowned'))];
  if (owner.me) return [document.createTextNode(words.text('overlayYou'))];
  return [owner.by === 'assigned' ? peopleOf(drawing, owner.who) : personOf(drawing, owner.who)];
};

const peopleOf = (drawing: Drawing, people: readonly Person[]): HTMLElement => {
  const [first, ...others] = people;
  const all = element(drawing.document, 'span', {
    title: people.map((person) => plain(displayName(person), bounds.name)).join(', '),
  });
  if (first !== undefined) all.append(personOf(drawing, first));
  if (others.length > 0) all.append(` +${drawing.words.number(others.length)}`);
  return all;
};

/** Nodes and texts with something between each two. */
export const joined = (drawing: Drawing, parts: readonly (Node | string)[], between = ', '): HTMLElement =>
  element(drawing.document, 'span', {}, ...parts.flatMap((part, index) => (index === 0 ? [part] : [between, part])));
