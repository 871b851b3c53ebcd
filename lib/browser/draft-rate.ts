/** Drafts that a document may ask about in a minute: a person pauses less often. */
const most = 40;
/** Milliseconds. */
const within = 60_000;
/** Documents that are remembered. */
const maxDocuments = 200;

/**
 * Whether a document may ask about one more draft, so that a script that was taken over cannot keep the background busy.
 * Held in memory: whoever asks without end keeps the background from being stopped. Nothing of a draft is in it.
 * `now`: milliseconds.
 */
export const createDraftRate = (now: () => number): ((document: string) => boolean) => {
  const asked = new Map<string, readonly number[]>();
  return (document) => {
    const at = now();
    const lately = (asked.get(document) ?? []).filter((before) => at - before < within);
    if (lately.length >= most) return false;
    // The one that asked last is forgotten last.
    asked.delete(document);
    asked.set(document, [...lately, at]);
    for (const oldest of asked.keys()) if (asked.size > maxDocuments) asked.delete(oldest);
    return true;
  };
};
