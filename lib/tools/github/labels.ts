import { bounds, type Priority, type Rank } from '../../core/item.ts';
import type { Dom } from '../dom.ts';

/** Names of the labels that links stand for, each once. Issue types and milestones look like labels and are none. */
export const labelsOf = (dom: Dom, links: readonly Element[], base: URL): readonly string[] => {
  const names = new Set<string>();
  for (const element of links) {
    const name = labelOf(dom, element, base);
    if (name !== undefined && name !== '') names.add(name.slice(0, bounds.label));
    if (names.size >= bounds.labels) break;
  }
  return [...names];
};

/** `data-name` (Rails), the `label:` of the search that the link opens (both), or the name of a `/labels/` page. */
const labelOf = (dom: Dom, element: Element, base: URL): string | undefined => {
  const named = dom.attribute(element, 'data-name');
  if (named !== undefined) return named;
  const href = dom.attribute(element, 'href');
  if (href === undefined || !URL.canParse(href, base)) return undefined;
  const address = new URL(href, base);
  const searched = /(?:^|\s)label:(?:"([^"]+)"|(\S+))/u.exec(address.searchParams.get('q') ?? '');
  if (searched !== null) return searched[1] ?? searched[2];
  return /\/labels\/[^/]+$/u.test(address.pathname) ? dom.text(element, bounds.label) : undefined;
};

/**
 * The priority that labels state (T4): GitHub has no such field, teams write `P1`, `priority: high`,
 * `priority/important-soon` (Kubernetes' words) or `high priority`. Of several the most pressing one; null where
 * labels were seen and none is a priority.
 */
export const priorityOf = (labels: readonly string[]): Priority | null => {
  let found: Priority | null = null;
  for (const label of labels) {
    const priority = priorityIn(label);
    if (priority !== undefined && (found === null || weight(priority) < weight(found))) found = priority;
  }
  return found;
};

const ranks: readonly Rank[] = ['urgent', 'high', 'normal', 'low'];
const weight = ({ rank }: Priority): number => (rank === undefined ? ranks.length : ranks.indexOf(rank));

const priorityIn = (label: string): Priority | undefined => {
  const text = label
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const level = /^(?:p|pri|prio|priority)? ?p?([0-4])$/u.exec(text)?.[1];
  if (level !== undefined && text.startsWith('p')) return ranked(label, ranks[Math.min(Number(level), 3)]);
  const said = /^(?:priority|prio|pri) (.+)$/u.exec(text)?.[1] ?? /^(.+) (?:priority|prio)$/u.exec(text)?.[1];
  if (said !== undefined) return ranked(label, rankOf(said));
  return text === 'urgent' || text === 'critical' ? ranked(label, 'urgent') : undefined;
};

const ranked = (word: string, rank: Rank | undefined): Priority => ({ word, ...(rank !== undefined && { rank }) });

const rankOf = (said: string): Rank | undefined => ranks.find((rank) => wordsOf[rank].has(said));

const wordsOf: { readonly [Word in Rank]: ReadonlySet<string> } = {
  urgent: new Set(['urgent', 'critical', 'critical urgent', 'highest', 'blocker', 'immediate', 'very high', 'top']),
  high: new Set(['high', 'important', 'important soon', 'major']),
  normal: new Set(['normal', 'medium', 'mid', 'moderate', 'default', 'important longterm']),
  low: new Set(['low', 'lowest', 'very low', 'minor', 'trivial', 'backlog', 'nice to have']),
};
