import { bounds, type Priority, type Rank } from '../../core/item.ts';

// Asana has no priority of its own: it is a custom field that a team gives a name. These are the names that Asana's
// templates give it in the languages that it is offered in.
const fieldNames = new Set([
  ...['priority', 'priorität', 'priorité', 'prioridad', 'prioridade', 'priorità', 'prioriteit', 'prioritet'],
  ...['priorytet', '優先度', '우선순위', '优先级'],
]);

const ranks: ReadonlyMap<string, Rank> = new Map<string, Rank>([
  ...['urgent', 'critical', 'highest', 'p0', 'dringend', 'urgente'].map((word) => [word, 'urgent'] as const),
  ...['high', 'p1', 'hoch', 'haute', 'alta', 'élevée', '高'].map((word) => [word, 'high'] as const),
  ...['medium', 'normal', 'p2', 'mittel', 'moyenne', 'media', 'média', '中'].map((word) => [word, 'normal'] as const),
  ...['low', 'lowest', 'p3', 'p4', 'niedrig', 'basse', 'faible', 'baja', 'baixa', 'bassa', '低'].map(
    (word) => [word, 'low'] as const,
  ),
]);

export const isPriorityField = (name: string): boolean => fieldNames.has(name.trim().toLowerCase());

export const priorityFrom = (shown: string): Priority => {
  const word = shown.slice(0, bounds.word);
  const rank = ranks.get(word.toLowerCase());
  return rank === undefined ? { word } : { word, rank };
};
