/**
 * Two copies of the extension (a store's and a developer's) share nothing but the page, so a copy leaves a mark there:
 * an element with a random name whose second half follows from its first. A page sees one element of a strange name
 * that is another one each time (T11); a copy sees that it is not alone (R24).
 */
export const sessionTag = (random: () => number): string => {
  const first = Array.from({ length: 5 }, () => letters[Math.floor(random() * letters.length)]).join('');
  return `${first}-${second(first)}`;
};

/** Whether a copy has left its mark among these elements. */
export const isMarked = (root: { readonly children: Iterable<{ readonly localName: string }> }): boolean =>
  [...root.children].some(({ localName }) => {
    const [first = '', rest] = localName.split('-');
    return first.length === 5 && rest === second(first);
  });

const letters = 'abcdefghijklmnopqrstuvwxyz';

const second = (first: string): string => {
  let state = 7;
  let made = '';
  for (const letter of first) {
    state = (state * 31 + letter.charCodeAt(0)) % 9_973;
    made += letters[state % letters.length];
  }
  return made;
};
