/** What a page shows where an issue view would be. */
export type Sight =
  | { readonly type: 'this'; readonly container: Element }
  /** Another issue: the one before, while the page changes. */
  | { readonly type: 'another' }
  | { readonly type: 'none' };
