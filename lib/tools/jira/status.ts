import type { State } from '../../core/item.ts';

/** Jira's own three kinds of status, whatever a site calls them. */
export type Category = 'new' | 'indeterminate' | 'done';

export interface StatusReading {
  /** The status in the site's own word. */
  readonly word?: string | undefined;
  readonly category?: Category | undefined;
  /** File name of the status icon of old servers, without its ending. */
  readonly icon?: string | undefined;
  /** The resolution in the site's own word; absent where it says unresolved. */
  readonly resolution?: string | undefined;
  /** Whether a language-free hook says that a resolution is set. */
  readonly resolved?: boolean | undefined;
}

const byCategory: Readonly<Record<Category, State>> = { new: 'open', indeterminate: 'in-progress', done: 'done' };

/**
 * Names of statuses and resolutions, for pages that have only words: English, German, French, Spanish, Portuguese,
 * Italian, Polish, Dutch, Japanese. A site's own invention stays unknown.
 */
const names: readonly (readonly [State, RegExp])[] = [
  [
    'open',
    /^(?:(?:re)?open(?:ed)?|to[ -]?do|new|backlog|selected for development|created|ready(?: for development)?|waiting|offen|neu|zu erledigen|wieder offen|erneut geöffnet|(?:r?ouvert|nouveau)e?|à faire|(?:re)?abiert[oa]|(?:tareas )?por hacer|nuevo|(?:re)?abert[oa]|a fazer|tarefas pendentes|pendente|novo|(?:ri)?aperto|da (?:fare|completare)|nuovo|(?:ponownie )?otwart[ey]|do zrobienia|now[ey]|heropend|te doen|nieuw|未着手|(?:再)?オープン|未対応|作業前)$/u,
  ],
  [
    'in-progress',
    /^(?:in (?:progress|(?:code )?review|development|test(?:ing)?)|(?:code |under )?review|testing|in (?:arbeit|bearbeitung|überprüfung)|wird ausgeführt|en (?:cours(?: de revue)?|revue)|en (?:curso|progreso|proceso|revisión)|em (?:andamento|progresso|revisão)|in (?:corso|lavorazione|revisione)|w (?:toku|trakcie)(?: realizacji)?|bezig|in (?:uitvoering|behandeling)|進行中|処理中|作業中|レビュー中)$/u,
  ],
  [
    'done',
    /^(?:done|closed|resolved|completed?|fixed|released|finished|erledigt|geschlossen|fertig|gelöst|abgeschlossen|behoben|(?:terminé|fermé|résolu|corrigé)e?|fini|hecho|listo|(?:finalizad|cerrad|resuelt|terminad)[oa]|(?:itens )?conclu[ií]d[oa]s?|(?:fechad|resolvid)[oa]|feito|fatto|completato|chiuso|risolto|gotowe|(?:zamknię|rozwiąza)[nt][ey]|(?:ukończ|zakończ|napraw)(?:i?one)|gereed|gesloten|opgelost|voltooid|klaar|完了|クローズ|解決済み|終了|修正済み)$/u,
  ],
  [
    'dropped',
    /^(?:w(?:on['’]?t|ill not) (?:fix|do)|duplicated?|(?:can(?:no|')t|could not) reproduce|declined|rejected|incomplete|invalid|not an? (?:bug|problem|issue)|works for me|(?:works )?as designed|by design|abandoned|obsolete|cancell?ed|withdrawn|superseded|out of scope|discarded|dropped)$/u,
  ],
  [
    'dropped',
    /^(?:abgelehnt|abgebrochen|verworfen|storniert|zurückgezogen|duplikat|wird nicht (?:behoben|erledigt|umgesetzt)|(?:kann )?nicht reproduzier(?:bar|t werden)|unvollständig|ungültig|(?:rejeté|annulé|abandonné|refusé)e?|doublon|ne sera pas (?:corrigé|fait|résolu)|non reproductible|impossible à reproduire|incomplet|(?:rechazad|cancelad|anulad|descartad|duplicad|rejeitad)[oa]|no se (?:corregirá|resolverá|hará|puede reproducir)|incompleto|não será (?:corrigido|feito|resolvido)|não é possível reproduzir|rifiutato|annullato|duplicato|non (?:verrà|sarà) (?:corretto|risolto)|impossibile riprodurre|(?:odrzuc|anulow)(?:one|ony|ane|any)|nie (?:będzie|zostanie) (?:naprawione|zrobione)|nie (?:można|do) odtworz(?:yć|enia)|niekompletne|afgewezen|geannuleerd|vervallen|duplicaat|wordt niet (?:opgelost|gedaan)|niet te reproduceren|onvolledig|却下|キャンセル|中止|修正しない|対応しない|重複|再現できない|再現不可|不完全)$/u,
  ],
];

const fold = (word: string): string => word.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase();

/** What a name of a status or resolution means in the languages known here. */
export const stateOfWord = (word: string | undefined): State => {
  const name = fold(word ?? '');
  return names.find(([, shape]) => shape.test(name))?.[0] ?? 'unknown';
};

/** Icons that Jira up to 6 gave its own statuses. Sites use others for theirs, which say nothing. */
const byIcon: Readonly<Record<string, State>> = {
  open: 'open',
  reopened: 'open',
  inprogress: 'in-progress',
  resolved: 'done',
  closed: 'done',
};

/** The state of an item: by Jira's category, else by a name that is known, else by its icon, else by a set resolution. */
export const stateOf = ({ word, category, icon, resolution, resolved }: StatusReading): State => {
  const named = stateOfWord(word);
  const state = category === undefined ? withoutCategory(named, icon, resolved) : byCategory[category];
  const endedUndone = stateOfWord(resolution) === 'dropped' || named === 'dropped';
  return state === 'done' && endedUndone ? 'dropped' : state;
};

const withoutCategory = (named: State, icon: string | undefined, resolved: boolean | undefined): State => {
  if (named !== 'unknown') return named;
  const drawn = icon === undefined ? undefined : byIcon[icon];
  return drawn ?? (resolved === true ? 'done' : 'unknown');
};

/** Ids of Jira's status categories, as the Cloud's hooks end with them: `…status-lozenge.4`. */
export const categoryOfId = (id: string | undefined): Category | undefined => {
  if (id === '2') return 'new';
  if (id === '4') return 'indeterminate';
  return id === '3' ? 'done' : undefined;
};

const classes: readonly (readonly [RegExp, Category])[] = [
  [/(?:^|\s)jira-issue-status-lozenge-done(?:\s|$)/u, 'done'],
  [/(?:^|\s)jira-issue-status-lozenge-(?:indeterminate|inprogress)(?:\s|$)/u, 'indeterminate'],
  [/(?:^|\s)jira-issue-status-lozenge-new(?:\s|$)/u, 'new'],
  // Colours come last: a page may carry both, and the category itself is the better word.
  [/(?:^|\s)(?:jira-issue-status-lozenge-green|aui-lozenge-success)(?:\s|$)/u, 'done'],
  [
    /(?:^|\s)(?:jira-issue-status-lozenge-(?:yellow|inprogress)|aui-lozenge-(?:current|inprogress))(?:\s|$)/u,
    'indeterminate',
  ],
  [/(?:^|\s)jira-issue-status-lozenge-blue-gray(?:\s|$)/u, 'new'],
];

/** The category that the classes of a server's status lozenge tell. */
export const categoryOfClasses = (list: string | undefined): Category | undefined =>
  list === undefined ? undefined : classes.find(([shape]) => shape.test(list))?.[1];
