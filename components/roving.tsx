import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';

interface Roving {
  readonly active: string | undefined;
  readonly setActive: (id: string) => void;
}

const RovingContext = createContext<Roving | undefined>(undefined);

interface RovingListProps {
  /** The ids of the rows, in order. */
  readonly ids: readonly string[];
  readonly children: ReactNode;
}

/** One tab stop for a whole list: the row that was left last, else the first. */
export const RovingList = ({ ids, children }: RovingListProps) => {
  const [left, setLeft] = useState<string>();
  const active = left !== undefined && ids.includes(left) ? left : ids[0];
  const roving = useMemo((): Roving => ({ active, setActive: setLeft }), [active]);
  return <RovingContext value={roving}>{children}</RovingContext>;
};

type TabIndex = 0 | -1;

/** Whether the row around can be reached with Tab. Outside of a row everything can. */
const StopContext = createContext<TabIndex>(0);

/** The tab index of a link or a button, wherever it stands. */
export const useTabIndex = (): TabIndex => useContext(StopContext);

interface RovingRowProps {
  readonly id: string;
  readonly className: string;
  readonly children: ReactNode;
}

/** A row of a list, with everything that can be pressed in it. Of the rows of a list one is a tab stop. */
export const RovingRow = ({ id, className, children }: RovingRowProps) => {
  const roving = useContext(RovingContext);
  const onFocus = useCallback(() => roving?.setActive(id), [roving, id]);
  return (
    <StopContext value={roving === undefined || roving.active === id ? 0 : -1}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it notes where the focus is, and does nothing itself */}
      <div data-row="" className={className} onFocus={onFocus}>
        {children}
      </div>
    </StopContext>
  );
};
