import type { LinkKind } from '../../core/item.ts';

/**
 * D4: the direction of a link is taken from the words that stand over it. They are configured by each site and
 * translated; what is not known here relates, with its word kept. The first pattern that fits decides.
 */
const patterns: readonly (readonly [LinkKind, RegExp])[] = [
  // "was blocked by", "is no longer blocked by", "unblocks": no such link today.
  ['relates', /\b(?:not|never|longer|was|were|formerly|previously|unblocks?)\b/u],

  // English. "is dependent of" is the other end of Jira's pair "depends on", though it reads like the same end.
  [
    'blocks',
    /\bdepend(?:ed|ent|s)? (?:up)?on by\b|\bdependent of\b|\bdependency (?:of|for)\b|\bpre(?:requisite|decessor) (?:of|for)\b/u,
  ],
  [
    'blocks',
    /\bdone before\b|\b(?:required|needed) (?:by|for)\b|^(?:blocks|is blocking|precedes|gates|has dependent)\b/u,
  ],
  [
    'blocked-by',
    /\b(?:blocked|gated|preceded) by\b|\bdepend(?:s|ent|ing)? (?:up)?on\b|\bdone after\b|\bsuccessor of\b/u,
  ],
  ['blocked-by', /^(?:requires|needs)\b|\bwait(?:s|ing) (?:for|on)\b|^has (?:a )?dependency\b/u],
  ['duplicated-by', /\bduplicated by\b|^has (?:a )?duplicate\b/u],
  ['duplicates', /^duplicates\b|^is (?:a )?duplicate of\b/u],
  ['implemented-by', /\b(?:implemented|delivered) by\b/u],
  ['implements', /^(?:implements|delivers)\b/u],
  ['part-of', /\b(?:child|part|sub-?task) of\b|\b(?:contained|included) (?:by|in)\b|^belongs to\b/u],
  ['has-part', /\bparent of\b|^(?:contains|incorporates|includes)\b|^has (?:a )?(?:part|sub-?task)\b/u],

  // German, French, Spanish, Portuguese, Italian, Polish, Dutch, Russian, Japanese, in this order.
  [
    'blocked-by',
    /blockiert (?:von|durch)|hängt ab von|abhängig von|erledigt werden nach|bloquée? par|dépend de|bloquead[oa] por|^depende de|bloccat[oa] da|dipende da|blokowan[aey] przez|zależ(?:y|n[aey]) od|geblokkeerd door|hangt af van|afhankelijk van|^блокируется|^заблокирован|^зависит от|ブロックされ|依存(?!され)/u,
  ],
  [
    'blocks',
    /^blockiert$|erledigt werden vor|voraussetzung für|wird benötigt (?:von|für)|^bloqu(?:e|ea|eia)$|dépendance de|requise? par|^blocca$|^blokuje$|^blokkeert$|^блокирует$|ブロック(?:して|する|します|$)|依存され/u,
  ],
  [
    'duplicated-by',
    /dupliziert (?:von|durch)|dupliquée? par|duplicad[oa] por|duplicat[oa] da|duplikowan[aey] przez|gedupliceerd door|^дублируется|(?:重複|複製)され/u,
  ],
  [
    'duplicates',
    /^(?:dupliziert|duplique|duplica|duplikuje|dupliceert|дублирует)$|(?:duplikat|doublon|duplicado|duplicata|duplicato|duplicaat) (?:von|de|di|van)$|^jest duplikatem|重複(?:して|する|します|$)/u,
  ],
  [
    'implemented-by',
    /(?:umgesetzt|implementiert) (?:von|durch)|implémentée? par|implementad[oa] por|implementat[oa] da|implementowan[aey] przez|geïmplementeerd door/u,
  ],
  ['implements', /^(?:setzt um|implementiert|implémente|implementa|implementuje|implementeert)$/u],
  ['part-of', /(?:teil|kind) von$|untergeordnet|^gehört zu|fait partie de|parte d[ei]$|częścią$|onderdeel van/u],
  ['has-part', /^(?:enthält|umfasst|contient|inclut|contiene|incluye|contém|inclui|zawiera|bevat)$|übergeordnet/u],
];

/** How the item on whose page the word stands is linked to the item listed under it. */
export const kindOfWord = (word: string): LinkKind => {
  const plain = word
    .normalize('NFKC')
    .replace(/\s+/gu, ' ')
    .replace(/ ?[:：] ?$/u, '')
    .trim()
    .toLowerCase();
  return patterns.find(([, shape]) => shape.test(plain))?.[0] ?? 'relates';
};
