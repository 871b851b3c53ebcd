import { useEffect, useLayoutEffect } from 'react';

const gap = 4;

/** Opens below its button, above it where there is no room, and stays beside it; the first entry gets the focus. */
export const usePlace = (
  box: { readonly current: HTMLElement | null },
  anchor: { readonly current: HTMLElement | null },
  changes: unknown,
): void => {
  useLayoutEffect(() => {
    const element = box.current;
    element?.showPopover?.();
    return () => element?.hidePopover?.();
  }, [box]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is in it decides how high it is
  useLayoutEffect(() => {
    const place = (): void => {
      if (box.current === null || anchor.current === null) return;
      const button = anchor.current.getBoundingClientRect();
      const { width, height } = box.current.getBoundingClientRect();
      const below = button.bottom + gap;
      const top = below + height + gap <= innerHeight ? below : button.top - gap - height;
      box.current.style.top = `${Math.max(gap, Math.min(top, innerHeight - height - gap))}px`;
      box.current.style.left = `${Math.max(gap, button.right - width)}px`;
    };
    place();
    addEventListener('resize', place);
    document.addEventListener('scroll', place, true);
    return () => {
      removeEventListener('resize', place);
      document.removeEventListener('scroll', place, true);
    };
  }, [box, anchor, changes]);
  useEffect(() => box.current?.querySelector('button')?.focus({ preventScroll: true }), [box]);
};
