/** Why the store wrote nothing, besides the reasons of the write itself. */
export type StoreFailure =
  /** The database was written by a newer Crosstie: it is shown and exported, never written (P5). */
  | { readonly type: 'ReadOnly' }
  /** The connection is closed: newer code took over, or somebody cleared the data. */
  | { readonly type: 'StoreClosed' }
  /** The disk, or what the browser allows, is full. */
  | { readonly type: 'StoreFull' };
