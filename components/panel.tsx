import { type RefObject, useCallback, useMemo, useRef, useState } from 'react';
import { useAsideMany } from './aside-many.ts';
import { useAsideToast } from './aside-toast.ts';
import { Button } from './button.tsx';
import type { Finder } from './dependency-field.tsx';
import type { DependencyLine } from './dependency-list.tsx';
import { useDisplay } from './display.tsx';
import { Findings } from './findings-view.tsx';
import { HereNotice } from './here-notice.tsx';
import { ItemFindings } from './item-findings.tsx';
import { ThisItem } from './item-view.tsx';
import { useKeyboard } from './keyboard.ts';
import { ScrollArea } from './long-list.tsx';
import { useOutcome } from './menu-outcome.ts';
import { Skeleton, Waiting } from './mine-view.tsx';
import { ReadOnlyNotice } from './notices.tsx';
import { PanelDialogs } from './panel-dialogs.tsx';
import { PanelHeader } from './panel-header.tsx';
import type { PanelDialog } from './panel-menu.tsx';
import type { Followed, PanelProps, Place } from './panel-model.ts';
import type { AsideIntents } from './set-aside.tsx';
import { SimilarList } from './similar-list.tsx';
import { Toast, type ToastState, useToast } from './toast.tsx';

/** The side panel: a header with what it follows, the places, and what is in the place. */
export const Panel = ({ model, intents, opensOn = 'item' }: PanelProps) => {
  const [place, setPlace] = useState<Place>(opensOn);
  const [dialog, setDialog] = useState<PanelDialog>();
  const root = useRef<HTMLDivElement>(null);
  const scroll = useRef<HTMLElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const { words } = useDisplay();
  const { toast, aside, tell } = useAsideToast(useToast(intents), model, intents);
  const asideMany = useAsideMany(tell, model.findings, intents);
  const { onCopy } = intents;
  const copy = useCallback(
    async (text: string) => toast.say(words.text((await onCopy(text)) ? 'saidCopiedWords' : 'failedCopy')),
    [onCopy, toast.say, words],
  );
  const keys = useMemo(
    () => ({
      1: () => setPlace('item'),
      2: () => setPlace('waiting'),
      3: () => setPlace('findings'),
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
          {place === 'item' && (
            <ItemPlace
              model={model}
              intents={intents}
              toast={toast}
              aside={aside}
              onCopy={(text) => void copy(text)}
              field={field}
              onWaiting={() => setPlace('waiting')}
            />
          )}
          {place === 'waiting' && <Waiting {...model} make={toast.make} aside={aside} onMe={intents.onMe} />}
          {place === 'findings' && (
            <Findings
              {...model}
              make={toast.make}
              aside={aside}
              asideMany={asideMany}
              onCopy={(text) => void copy(text)}
              onPreviewSame={intents.onPreviewSame}
              onFilter={intents.onFindingsFilter}
              onSeen={intents.onFindingsSeen}
              onMe={intents.onMe}
            />
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

/** A circle is drawn as a whole, with what opens it: it is not said twice. */
const findingsBeside = ({ view, findings = [] }: Extract<Followed, { readonly type: 'item' }>) =>
  view.cycle.length === 0 ? findings : findings.filter(({ finding }) => finding.signal !== 'blocked-cycle');

interface ItemPlaceProps extends PanelProps {
  readonly toast: ToastState;
  readonly aside: AsideIntents;
  /** Copies prepared words, and says so. */
  readonly onCopy: (text: string) => void;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onWaiting: () => void;
}

const ItemPlace = ({ model, intents, toast, aside, onCopy, field, onWaiting }: ItemPlaceProps) => {
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
          onPreviewSame={intents.onPreviewSame}
          onMe={onMe}
          onCopyLine={(line) => void copy(line)}
          fieldRef={field}
          similar={<SimilarList here={followed.view.item.key} onSimilar={intents.onSimilar} />}
          findings={
            <ItemFindings
              here={followed.view.item.key}
              rows={findingsBeside(followed)}
              known={known}
              make={toast.make}
              aside={aside}
              onCopy={onCopy}
              onPreviewSame={intents.onPreviewSame}
            />
          }
        />
      );
  }
};
