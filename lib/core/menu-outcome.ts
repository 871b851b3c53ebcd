/**
 * What became of a click in a browser's menu, for the panel to say.
 * - `me`: the person is me from now on; `about` is the name
 * - `several`, `nobody`: several people who were seen there are called so, or none
 * - `no-item`: the page or the link names no item, or both the same
 * - `blocked`: switched off there, by the person or the organisation
 * - `not-stored`: nothing was written
 */
export interface MenuOutcome {
  readonly type: 'me' | 'several' | 'nobody' | 'no-item' | 'blocked' | 'not-stored';
  /** Empty where the sentence names nobody. */
  readonly about: string;
}
