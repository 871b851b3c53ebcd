/**
 * Kept answers: the net of everything known as one packed row with the edits since, and what signals say of it. All of it is
 * made from the other tables, so nothing is to be upgraded: it is made when it is first missed.
 */
export const v2 = {
  number: 2,
  stores: {
    kept: 'name',
    edits: '++seq',
    findings: 'id, subject, *items, order',
  },
} as const;
