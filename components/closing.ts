import { type SyntheticEvent, useEffect, useRef } from 'react';

/** Closes the dialog around, as Escape does: the focus goes back to where it was. */
export const closeAround = ({ currentTarget }: SyntheticEvent<Element>): void =>
  currentTarget.closest('dialog')?.close();

/** While it is open: closes when something else than what is in `root` is pressed or gets the focus. */
export const useClosing = (root: { readonly current: HTMLElement | null }, open: boolean, close: () => void): void => {
  const closing = useRef(close);
  useEffect(() => {
    closing.current = close;
  });
  useEffect(() => {
    if (!open) return;
    const onElsewhere = (event: Event): void => {
      if (!(event.target instanceof Node) || root.current?.contains(event.target) !== true) closing.current();
    };
    document.addEventListener('pointerdown', onElsewhere);
    document.addEventListener('focusin', onElsewhere);
    return () => {
      document.removeEventListener('pointerdown', onElsewhere);
      document.removeEventListener('focusin', onElsewhere);
    };
  }, [open, root]);
};
