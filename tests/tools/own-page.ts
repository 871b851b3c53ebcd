/** A small page of the project's own, in the shape of a tool's, for the tests that every tool passes. */
export interface OwnPage {
  readonly name: string;
  readonly address: string;
  /** Whether it is an item's page, which can be read. */
  readonly item: boolean;
  readonly html: string;
}
