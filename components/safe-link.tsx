import type { DragEvent, ReactNode } from 'react';
import { useTabIndex } from './roving.tsx';

interface SafeLinkProps {
  /** Built from a key by the tool itself. Undefined, or anything but http and https: text, no link. */
  readonly to: URL | undefined;
  readonly children: ReactNode;
  readonly className?: string;
  readonly title?: string;
  /** Marks it as a stop of the walk with j, k and arrows. */
  readonly walk?: boolean;
}

/** The only way to an address outside (T4): what is not a plain web address is shown and cannot be followed. */
export const SafeLink = ({ to, children, className, title, walk = false }: SafeLinkProps) => {
  const tabIndex = useTabIndex();
  const shared = { className, title, ...(walk ? { 'data-walk': '' } : {}) };
  if (to === undefined || !isWeb(to))
    return (
      // Still a stop of the walk: an item whose address is not known can be acted on.
      <span {...shared} {...(walk ? { tabIndex } : {})}>
        {children}
      </span>
    );
  return (
    <a
      {...shared}
      href={to.href}
      target="_blank"
      rel="noopener noreferrer"
      tabIndex={tabIndex}
      onDragStart={preventDrag}
    >
      {children}
    </a>
  );
};

const isWeb = ({ protocol, username, password }: URL): boolean =>
  (protocol === 'https:' || protocol === 'http:') && username === '' && password === '';

/** A row is pressed and moved over quickly; dragging its link by accident helps nobody. */
const preventDrag = (event: DragEvent): void => event.preventDefault();
