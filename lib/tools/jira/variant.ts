import type { Listed, Page } from '../reader.ts';

/** One way in which Jira shows items in a list. */
export interface RowVariant {
  /** Selector of the rows. */
  readonly rows: string;
  readonly read: (page: Page, row: Element) => Listed | undefined;
  /** Within one of these it is a part of that row, not a row of its own. */
  readonly partOf?: string;
  /** With one of these inside it is a frame around rows, not a row. */
  readonly frameOf?: string;
}
