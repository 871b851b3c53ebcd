import { type RefObject, useEffect, useRef } from 'react';

/** For a dialog that is there while it is open: the browser's own keeps the focus inside, and closes on Escape. */
export const useModal = (): RefObject<HTMLDialogElement | null> => {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  return dialog;
};
