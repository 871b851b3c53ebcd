import { useRef } from 'react';
import { Button } from './button.tsx';
import { CoverageLine } from './coverage.tsx';
import { useDisplay } from './display.tsx';
import { useKeyboard } from './keyboard.ts';
import { ScrollArea } from './long-list.tsx';
import { type MineProps, MineSections, mineTitle, SkeletonRows, SkeletonTitle } from './mine-view.tsx';
import { ReadOnlyNotice, type ReadOnlyReason } from './notices.tsx';
import type { ChangeIntents } from './toast.tsx';
import { Toast, useToast } from './toast.tsx';

export interface PopupModel extends Omit<MineProps, 'make' | 'onMe'> {
  readonly readOnly?: ReadOnlyReason | undefined;
  readonly singleKeys: boolean;
}

export interface PopupIntents extends ChangeIntents, Pick<MineProps, 'onMe'> {
  /** Called in the click itself: the panel opens only on a gesture. */
  readonly onOpenPanel: () => void;
  readonly onExport: () => void;
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
  const toast = useToast(intents);
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
              <ReadOnlyNotice why={model.readOnly} onExport={intents.onExport} />
            </div>
          )}
          {mine === undefined ? (
            <SkeletonRows />
          ) : (
            <div className="flex flex-col gap-3 px-1">
              <MineSections {...model} mine={mine} make={toast.make} onMe={intents.onMe} />
            </div>
          )}
        </ScrollArea>
      </main>
      <footer className="flex h-10 items-center gap-2 border-t border-line pr-3 pl-1">
        <div className="min-w-0 flex-1">{mine !== undefined && <CoverageLine coverage={mine.coverage} />}</div>
        <Button onClick={intents.onOpenPanel}>{words.text('popupOpenPanel')}</Button>
      </footer>
      <Toast {...toast} />
    </div>
  );
};
