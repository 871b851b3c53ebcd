/**
 * Names of fields in the languages of Jira's pages, for the few places that have no hook but a label. Matched as parts
 * of a label ("Edit Due date", "Zugewiesene Person bearbeiten").
 */
const fields = {
  assignee: `assignee, zugewiesene person, zugewiesener, bearbeiter, personne assignée, responsable, persona asignada, osoba przypisana, przypisany,
    responsável, assegnatario, toegewezen, 担当者`,
  reporter:
    'reporter, autor, berichterstatter, rapporteur, informador, osoba zgłaszająca, zgłaszający, relator, segnalatore, melder, 報告者',
  creator: 'creator, ersteller, créateur, creador, twórca, criador, creatore, aangemaakt door, 作成者',
  created:
    'created, erstellt, création, créé, creada, creado, utworzono, criado, creato, data creazione, gemaakt, aangemaakt, 作成日',
  updated: `updated, aktualisiert, mise à jour, mis à jour, actualizada, actualizado, zaktualizowano, atualizado, aggiornato, bijgewerkt,
    gewijzigd, 更新日`,
  resolved: 'resolved, erledigt, résolu, résolue, resuelta, resuelto, rozwiązano, resolvido, risolto, opgelost, 解決日',
  due: `due date, due, fällig, fällig am, fälligkeit, fälligkeitsdatum, échéance, vencimiento, fecha límite, termin wykonania, termin realizacji, data limite, data de entrega, vencimento, scadenza,
    vervaldatum, einddatum, 期限`,
  status: 'status, état, estado, stato, ステータス',
  priority: 'priority, priorität, priorité, prioridad, priorytet, prioridade, priorità, prioriteit, 優先度',
  resolution: 'resolution, lösung, résolution, resolución, rozwiązanie, resolução, risoluzione, oplossing, 解決状況',
  parent: 'parent, übergeordnet, elternelement, element nadrzędny, elemento superior, bovenliggend, 親',
  labels: 'labels, stichwörter, étiquettes, etiquetas, etykiety, etichette, ラベル',
} as const;

export type Field = keyof typeof fields;

const fold = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase();

const known: readonly (readonly [string, Field])[] = (Object.keys(fields) as Field[])
  .flatMap((field) => fields[field].split(',').map((word): [string, Field] => [fold(word), field]))
  // The longest name wins: "due date" before "due".
  .sort(([a], [b]) => b.length - a.length);

const isLetter = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{N}]/u.test(character);

const isIdeographic = (word: string): boolean => /[\u3000-\u9fff]/u.test(word);

const holds = (text: string, word: string): boolean => {
  if (isIdeographic(word)) return text.includes(word);
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!isLetter(text[at - 1]) && !isLetter(text[at + word.length])) return true;
  }
  return false;
};

const exactly = new Map(known);

/** `Edit Due date`, `Sam Example- edit Assignee`: in English the name of the field stands alone behind the verb. */
const english = /(?:^|[-\s])edit (.+)$/u;

/** Which field a label names. Elsewhere than in English the name is looked for within the label. */
export const fieldOfLabel = (label: string): Field | undefined => {
  const text = fold(label).replace(/[:：]$/u, '');
  const edited = english.exec(text)?.[1];
  if (edited !== undefined) return exactly.get(edited);
  return (
    exactly.get(text) ?? known.find(([word]) => (word.length > 4 || isIdeographic(word)) && holds(text, word))?.[1]
  );
};

const unassigned = new Set(
  `unassigned, none, nicht zugewiesen, keine, non assigné, non assignée, non attribué, aucun, sin asignar, ninguno, nieprzypisane,
  nieprzypisany, brak, não atribuído, sem responsável, nenhum, non assegnato, nessuno, niet toegewezen, geen, 未割り当て, なし`
    .split(',')
    .map(fold),
);

/** Whether the words in an assignee's place say that there is nobody. */
export const saysNobody = (text: string): boolean => unassigned.has(fold(text));
