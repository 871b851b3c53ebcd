import { useRef } from 'react';
import type { Here } from '../lib/core/access.ts';
import { useAsideToast } from './aside-toast.ts';
import { Button, IconButton } from './button.tsx';
import { CoverageLine } from './coverage.tsx';
import { useDisplay } from './display.tsx';
import type { HereIntents } from './here-model.ts';
import { HereNotice } from './here-notice.tsx';
import { useKeyboard } from './keyboard.ts';
import { ScrollArea } from './long-list.tsx';
import { type MineProps, MineSections, mineTitle, SkeletonRows, SkeletonTitle } from './mine-view.tsx';
import { ReadOnlyNotice, type ReadOnlyReason } from './notices.tsx';
import type { AsideIntents } from './set-aside.tsx';
import type { ChangeIntents } from './toast.tsx';
import { Toast, useToast } from './toast.tsx';

export interface PopupModel extends Omit<MineProps, 'make' | 'onMe' | 'aside'> {
  /** What keeps Crosstie from working in the active tab. Absent: not known yet. */
  readonly here?: Here | undefined;
  /** P6: the organisation allows no exports. */
  readonly exportsOff?: boolean;
  readonly readOnly?: ReadOnlyReason | undefined;
  readonly singleKeys: boolean;
}

export interface PopupIntents extends ChangeIntents, AsideIntents, HereIntents, Pick<MineProps, 'onMe'> {
  /** Called in the click itself: the panel opens only on a gesture. */
  readonly onOpenPanel: () => void;
  readonly onExport: () => void;
  readonly onOptions: () => void;
}

interface PopupProps {
  readonly model: PopupModel;
  readonly intents: PopupIntents;
}

const noKeys = {};

/** "What is blocked on me?" Opens at its final size and keeps it; only the middle scrolls. */
export const Popup = ({ model, intents }: PopupProps) => {
  const display = useDisplay();
  const { words } = display;
  const root = useRef<HTMLDivElement>(null);
  const scroll = useRef<HTMLElement>(null);
  const { toast, aside } = useAsideToast(useToast(intents), model, intents);
  useKeyboard({ root, keys: noKeys, singleKeys: model.singleKeys });
  const { mine } = model;
  return (
    <div ref={root} className="relative flex h-[520px] w-[380px] flex-col bg-surface text-ink">
      <header className="border-b border-line px-3 py-2">
        <h1 className="min-h-6 text-16 font-semibold">
          {mine === undefined ? (
            <>
              <span className="sr-only">{words.text('name')}</span>
              <SkeletonTitle />
            </>
          ) : (
            mineTitle(display, mine)
          )}
        </h1>
      </header>
      <main ref={scroll} tabIndex={-1} className="relative min-h-0 flex-1 overflow-y-auto py-2 outline-none">
        <ScrollArea within={scroll}>
          {model.readOnly !== undefined && (
            <div className="px-2 pb-2">
              <ReadOnlyNotice why={model.readOnly} {...(model.exportsOff ? {} : { onExport: intents.onExport })} />
            </div>
          )}
          {model.here !== undefined && model.here.type !== 'fine' && (
            <div className="px-2 pb-2">
              <HereNotice here={model.here} intents={intents} />
            </div>
          )}
          {mine === undefined ? (
            <SkeletonRows />
          ) : (
            <div className="flex flex-col gap-3 px-1">
              <MineSections {...model} mine={mine} make={toast.make} aside={aside} onMe={intents.onMe} />
            </div>
          )}
        </ScrollArea>
      </main>
      <footer className="flex h-10 items-center gap-2 border-t border-line pr-3 pl-1">
        <div className="min-w-0 flex-1">{mine !== undefined && <CoverageLine coverage={mine.coverage} />}</div>
        <IconButton icon="more" label={words.text('menuOptions')} onClick={intents.onOptions} />
        <Button onClick={intents.onOpenPanel}>{words.text('popupOpenPanel')}</Button>
      </footer>
      <Toast {...toast} />
    </div>
  );
};
