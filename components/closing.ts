import type { SyntheticEvent } from 'react';

/** Closes the dialog around, as Escape does: the focus goes back to where it was. */
export const closeAround = ({ currentTarget }: SyntheticEvent<Element>): void =>
  currentTarget.closest('dialog')?.close();
