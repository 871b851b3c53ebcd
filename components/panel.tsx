import { type RefObject, useCallback, useMemo, useRef, useState } from 'react';
import { useAsideToast } from './aside-toast.ts';
import { Button } from './button.tsx';
import type { Finder } from './dependency-field.tsx';
import type { DependencyLine } from './dependency-list.tsx';
import { useDisplay } from './display.tsx';
import { HereNotice } from './here-notice.tsx';
import { ThisItem } from './item-view.tsx';
import { useKeyboard } from './keyboard.ts';
import { ScrollArea } from './long-list.tsx';
import { useOutcome } from './menu-outcome.ts';
import { Skeleton, Waiting } from './mine-view.tsx';
import { ReadOnlyNotice } from './notices.tsx';
import { PanelDialogs } from './panel-dialogs.tsx';
import { PanelHeader } from './panel-header.tsx';
import type { PanelDialog } from './panel-menu.tsx';
import type { PanelProps, Place } from './panel-model.ts';
import { Toast, type ToastState, useToast } from './toast.tsx';

/** The side panel: a header with what it follows, the places, and what is in the place. */
export const Panel = ({ model, intents }: PanelProps) => {
  const [place, setPlace] = useState<Place>('item');
  const [dialog, setDialog] = useState<PanelDialog>();
  const root = useRef<HTMLDivElement>(null);
  const scroll = useRef<HTMLElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const { toast, aside } = useAsideToast(useToast(intents), model.mine, intents);
  const keys = useMemo(
    () => ({
      1: () => setPlace('item'),
      2: () => setPlace('waiting'),
      '/': () => field.current?.focus(),
      '?': () => setDialog('keys'),
    }),
    [],
  );
  useKeyboard({ root, keys, singleKeys: model.singleKeys });
  useOutcome(model.outcome, toast.say);
  return (
    <div ref={root} className="relative flex h-full min-w-[320px] flex-col bg-surface text-ink">
      <PanelHeader model={model} intents={intents} place={place} onPlace={setPlace} onDialog={setDialog} />
      <main ref={scroll} tabIndex={-1} className="relative min-h-0 flex-1 overflow-y-auto py-3 outline-none">
        <ScrollArea within={scroll}>
          {model.readOnly !== undefined && (
            <div className="px-3 pb-3">
              <ReadOnlyNotice why={model.readOnly} {...(model.exportsOff ? {} : { onExport: intents.onExport })} />
            </div>
          )}
          {model.here !== undefined && model.here.type !== 'fine' && (
            <div className="px-3 pb-3">
              <HereNotice here={model.here} intents={intents} />
            </div>
          )}
          {place === 'item' ? (
            <ItemPlace
              model={model}
              intents={intents}
              toast={toast}
              field={field}
              onWaiting={() => setPlace('waiting')}
            />
          ) : (
            <Waiting {...model} make={toast.make} aside={aside} onMe={intents.onMe} />
          )}
        </ScrollArea>
      </main>
      <Toast {...toast} />
      <PanelDialogs
        dialog={dialog}
        model={model}
        intents={intents}
        say={toast.say}
        onClose={() => setDialog(undefined)}
      />
    </div>
  );
};

interface ItemPlaceProps extends PanelProps {
  readonly toast: ToastState;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onWaiting: () => void;
}

const ItemPlace = ({ model, intents, toast, field, onWaiting }: ItemPlaceProps) => {
  const { words } = useDisplay();
  const { followed, known, recent } = model;
  const { onFind, onResolve, onMe, onCopyLine } = intents;
  const finder = useMemo((): Finder => ({ onFind, onResolve, recent }), [onFind, onResolve, recent]);
  const here = followed.type === 'item' ? followed.view.item.key : undefined;
  const copy = useCallback(
    async (line: DependencyLine) => {
      if (here === undefined) return;
      const copied = await onCopyLine(here, line);
      toast.say(words.text(copied ? 'saidCopied' : 'failedCopy'));
    },
    [here, onCopyLine, toast.say, words],
  );
  switch (followed.type) {
    case 'reading':
      return <Skeleton />;
    case 'nothing':
      return (
        <div className="flex flex-col items-start gap-2 px-3">
          <h1 className="text-16 font-semibold">{words.text('followNothing')}</h1>
          <p className="text-muted">{words.text('followNothingHow')}</p>
          <Button onClick={onWaiting}>{words.text('followNothingWaiting')}</Button>
        </div>
      );
    case 'item':
      return (
        <ThisItem
          view={followed.view}
          known={known}
          finder={finder}
          make={toast.make}
          onMe={onMe}
          onCopyLine={(line) => void copy(line)}
          fieldRef={field}
        />
      );
  }
};
