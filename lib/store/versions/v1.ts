/**
 * The first version. What stands here is what databases of this version have: it is never edited, and it imports
 * nothing, so that today's code cannot change what an old version means.
 *
 * Few indexes: each one is rewritten with every write of its row. Links stand in one row for each item that says them,
 * titles and their words in a table of their own, so that seeing an item again rewrites no list.
 */
export const v1 = {
  number: 1,
  stores: {
    items: 'key, *answers, lastSeen, opened',
    titles: 'key, *words',
    links: 'from, *to',
    changes: '++seq, [key+at]',
    aliases: 'alias, key',
    people: 'id, [tool+site+count]',
    cells: '[space+rec+author+device]',
    records: 'rec, *about, *answers',
    history: '++seq, change, rec',
    operations: '++seq, &id, undoes',
    told: '[key+operation], operation',
    settings: 'name',
  },
} as const;
