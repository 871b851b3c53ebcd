import { digestOf, firstTokens } from '../../core/digest.ts';
import { bounds, type Facts, type Link, type LinkGroup } from '../../core/item.ts';
import type { ItemKey } from '../../core/key.ts';
import type { Person } from '../../core/person.ts';
import { readText, type TextReading } from '../../core/text.ts';
import { prose } from '../prose.ts';
import type { Page } from '../reader.ts';
import { actorOf, authorOf } from './pane-fields.ts';

const editors = '#TaskDescriptionView .ProseMirror, .TaskDescription .ProseMirror, .TaskDescription .RichText';

export const descriptionOf = ({ dom, address }: Page, pane: Element): Pick<Facts, 'description' | 'digest'> => {
  const editor = dom.first(editors, pane);
  if (editor === undefined) return {};
  const words = prose(dom, editor, { limit: 1_000_000, links: 'words', base: address });
  return { description: firstTokens(words), digest: digestOf(words) };
};

export interface Said {
  readonly links: Pick<NonNullable<Facts['links']>, 'text' | 'mentions'>;
  readonly partial: readonly LinkGroup[];
}

/** What stands in the description and in the comments that are shown. */
export const textLinks = (page: Page, pane: Element, here: ItemKey): Said => {
  const { dom, address, locate, expand } = page;
  const read = (element: Element, by: Person | undefined): TextReading =>
    readText(prose(dom, element, { limit: bounds.text, links: 'address', base: address }), {
      here,
      locate,
      expand,
      ...(by !== undefined && { by }),
    });

  const description = dom.first(editors, pane);
  const feed = dom.first('.TaskStoryFeed', pane);
  const comments = feed === undefined ? [] : dom.all('.BlockStoryStructure-body', feed).slice(0, bounds.reviews);
  const readings = [
    ...(description === undefined ? [] : [read(description, authorOf(page, pane))]),
    ...comments.map((body) => {
      const story = dom.closest(body, '.BlockStory, .BlockStoryStructure');
      return read(body, story === undefined ? undefined : actorOf(page, story));
    }),
  ];
  if (readings.length === 0) return { links: {}, partial: [] };
  const text = distinct(readings.flatMap(({ dependencies }) => dependencies));
  // "Fixes #12" in a task is a word on #12, not code for it.
  const named = readings.flatMap(({ closes, mentions }) => [
    ...mentions,
    ...closes.map(({ word: _word, ...link }): Link => ({ ...link, kind: 'mentions' })),
  ]);
  const complete = description !== undefined && feed !== undefined && dom.first(collapsed, feed) === undefined;
  return { links: { text, mentions: distinct(named) }, partial: complete ? [] : ['text', 'mentions'] };
};

/** Older comments that wait behind a link. */
const collapsed = '[class*="oadMore"], [class*="howMore"], [class*="ollapsed"], [class*="xpandLink"]';

const distinct = (links: readonly Link[]): readonly Link[] =>
  [...new Map([...links].reverse().map((link) => [`${link.kind} ${link.key}`, link])).values()]
    .reverse()
    .slice(0, bounds.links);
