/** Rows by a name of theirs, in order of first appearance (`Map.groupBy`, which Node 20 has not). No group is empty. */
export const grouped = <Row, Name>(
  rows: readonly Row[],
  nameOf: (row: Row) => Name,
): ReadonlyMap<Name, readonly [Row, ...Row[]]> => {
  const groups = new Map<Name, [Row, ...Row[]]>();
  for (const row of rows) {
    const name = nameOf(row);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [row]);
    else group.push(row);
  }
  return groups;
};
