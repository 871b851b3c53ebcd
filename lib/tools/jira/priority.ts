import type { Priority, Rank } from '../../core/item.ts';
import { bounds } from '../../core/item.ts';
import { seen } from '../../core/seen.ts';
import type { Dom } from '../dom.ts';

/**
 * T4: Jira's two own scales, and the numbers many sites use, on one scale, in the languages of `status.ts`. Major and
 * Medium are what Jira gives an item when nobody chooses, so they are normal.
 */
const ranks: readonly (readonly [Rank, RegExp])[] = [
  [
    'urgent',
    /^(?:highest|blocker|urgent|showstopper|immediate|p0|höchste|sehr hoch|la plus haute|bloquante?|très élevée|(?:la )?más alta|bloqueante|mais alta|bloqueador|massima|più alta|bloccante|najwyższy|blokujący|hoogste|最高|緊急)$/u,
  ],
  [
    'high',
    /^(?:high|critical|p1|hoch|kritisch|élevée|haute|critique|alta|crític[oa]|critic[oa]|wysoki|krytyczny|hoog|kritiek|高|重大)$/u,
  ],
  [
    'normal',
    /^(?:medium|normal|major|moderate|p2|mittel|schwerwiegend|moyen(?:ne)?|majeure?|medi[oa]|médi[oa]|importante|średni|istotny|gemiddeld|normaal|中|普通)$/u,
  ],
  [
    'low',
    /^(?:low(?:est)?|minor|trivial|p[345]|(?:am )?niedrig(?:sten|ste)?|gering(?:fügig)?|(?:la plus )?basse|faible|mineure?|triviale|(?:(?:la )?más )?baja|menor|(?:mais )?baixa|(?:più )?bassa|minore|banale|niski|najniższy|drobny|trywialny|laag(?:ste)?|低|最低)$/u,
  ],
];

const rankOfWord = (word: string): Rank | undefined => ranks.find(([, shape]) => shape.test(word.toLowerCase()))?.[0];

/** Files of Jira's own priority icons; new sets end in `_new`. */
const rankOfIcon = (file: string | undefined): Rank | undefined =>
  file === undefined ? undefined : rankOfWord(file.replace(/[-_]new$/u, ''));

/** `critical_new` from `/images/icons/priorities/critical_new.svg?x=1`. */
export const fileName = (address: string | undefined): string | undefined =>
  address === undefined ? undefined : /([^/?#]+)\.(?:svg|png|gif)(?:[?#]|$)/iu.exec(address)?.[1]?.toLowerCase();

/** `P1` from `P1 priority`, `Priority: P1` or `Priorität: P1`. */
const bare = (word: string): string =>
  word
    .replace(/^[^:：]{1,30}[:：]\s*/u, '')
    .replace(/\s+priority$/iu, '')
    .trim();

export const priorityOf = (shown: string | undefined, icon: string | undefined): Priority | undefined => {
  const word = bare(shown ?? '');
  const name = /[\p{L}\p{N}]/u.test(word) ? word : (icon ?? '');
  if (name === '') return undefined;
  const rank = rankOfWord(name) ?? rankOfIcon(icon);
  return seen<Priority>({ word: name.slice(0, bounds.word), rank });
};

/** The priority that an element shows by its words or its icon. Undefined where it shows neither. */
export const priorityIn = (dom: Dom, element: Element): Priority | undefined => {
  const image = dom.tag(element) === 'img' ? element : dom.first('img', element);
  const text = dom.text(element, bounds.word);
  const alt = dom.attribute(image, 'alt');
  const title = dom.attribute(element, 'title');
  const shown = [text, alt, title].find((word) => word !== undefined && word.trim() !== '');
  return priorityOf(shown, image === undefined ? undefined : fileName(dom.attribute(image, 'src')));
};
