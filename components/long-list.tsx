import { useVirtualizer } from '@tanstack/react-virtual';
import { createContext, type ReactNode, type RefObject, useContext, useLayoutEffect, useRef, useState } from 'react';
import { RovingList } from './roving.tsx';

const ScrollContext = createContext<RefObject<HTMLElement | null> | undefined>(undefined);

/** The one part of a surface that scrolls. Lists inside of it draw only what is in sight. */
export const ScrollArea = ({
  within,
  children,
}: {
  readonly within: RefObject<HTMLElement | null>;
  readonly children: ReactNode;
}) => <ScrollContext value={within}>{children}</ScrollContext>;

interface LongListProps<Entry> {
  readonly label: string;
  readonly entries: readonly Entry[];
  readonly idOf: (entry: Entry) => string;
  readonly draw: (entry: Entry) => ReactNode;
  /** Pixels of a usual row; real heights are measured. */
  readonly rowHeight: number;
}

/** A list that ends within a few screens is drawn whole, so that the page's own search finds everything in it. */
const drawnWhole = 60;

/** A list of any length with a bounded number of elements. */
export const LongList = <Entry,>(props: LongListProps<Entry>) => {
  const { label, entries, idOf, draw } = props;
  return (
    <RovingList ids={entries.map(idOf)}>
      {entries.length <= drawnWhole ? (
        <ul aria-label={label}>
          {entries.map((entry) => (
            <li key={idOf(entry)}>{draw(entry)}</li>
          ))}
        </ul>
      ) : (
        <InSight {...props} />
      )}
    </RovingList>
  );
};

const InSight = <Entry,>({ label, entries, idOf, draw, rowHeight }: LongListProps<Entry>) => {
  const scroll = useContext(ScrollContext);
  const list = useRef<HTMLUListElement>(null);
  const [above, setAbove] = useState(0);
  // What stands above it may grow or shrink at any time: the rows of another list are measured as they come in sight.
  useLayoutEffect(() => {
    setAbove(list.current?.offsetTop ?? 0);
  });
  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroll?.current ?? null,
    estimateSize: () => rowHeight,
    getItemKey: (index) => {
      const entry = entries[index];
      return entry === undefined ? index : idOf(entry);
    },
    overscan: 8,
    scrollMargin: above,
  });
  return (
    <ul ref={list} aria-label={label} className="relative" style={{ height: virtual.getTotalSize() }}>
      {virtual.getVirtualItems().map(({ key, index, start }) => {
        const entry = entries[index];
        return (
          entry !== undefined && (
            <li
              key={String(key)}
              ref={virtual.measureElement}
              data-index={index}
              aria-setsize={entries.length}
              aria-posinset={index + 1}
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${start - above}px)` }}
            >
              {draw(entry)}
            </li>
          )
        );
      })}
    </ul>
  );
};
