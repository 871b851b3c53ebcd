/**
 * Stands where WXT makes a context for each content script. Its own one announces itself in an event of the page's
 * document and ends when the page sends the same event; `startLifetime` does neither.
 */
export class ContentScriptContext {}
