import { splitKey } from '../lib/core/key.ts';
import type { ItemBrief } from '../lib/core/view.ts';
import { keyLabel, useDisplay } from './display.tsx';
import { Icon } from './icon.tsx';
import { type PanelDialog, PanelMenu } from './panel-menu.tsx';
import type { PanelProps, Place } from './panel-model.ts';
import { plain } from './plain.ts';
import { SafeLink } from './safe-link.tsx';
import { ToolBadge } from './tool-badge.tsx';

interface PanelHeaderProps extends PanelProps {
  readonly place: Place;
  readonly onPlace: (place: Place) => void;
  readonly onDialog: (dialog: PanelDialog) => void;
}

/** What the panel follows, the pin, the menu, and the places. */
export const PanelHeader = ({ model, intents, place, onPlace, onDialog }: PanelHeaderProps) => {
  const { words } = useDisplay();
  const { followed, pinned, mine, findings } = model;
  return (
    <header className="flex flex-col border-b border-line">
      <div className="flex h-9 items-center gap-1 pr-2 pl-3">
        <p className="flex min-w-0 flex-1 items-center gap-1.5 text-12 text-muted">
          {followed.type === 'item' ? (
            <FollowedLine item={followed.view.item} titled={place !== 'item'} />
          ) : (
            words.text('panelFollowsNothing')
          )}
        </p>
        <button
          type="button"
          aria-pressed={pinned}
          disabled={followed.type !== 'item'}
          data-letter="p"
          aria-keyshortcuts="p"
          title={words.text(pinned ? 'panelUnpinTip' : 'panelPinTip')}
          aria-label={words.text('panelPin')}
          onClick={() => intents.onPin(!pinned)}
          className="inline-flex size-6 items-center justify-center rounded-1 text-muted hover:bg-pressed disabled:opacity-40 aria-pressed:bg-tint aria-pressed:text-accent"
        >
          <Icon name="pin" />
        </button>
        <PanelMenu
          onDialog={onDialog}
          onOptions={intents.onOptions}
          {...(model.exportsOff ? {} : { onExport: intents.onExport })}
        />
      </div>
      <nav aria-label={words.text('places')} className="flex gap-1 px-2">
        <PlaceButton
          word={words.text('placeItem')}
          letter="1"
          current={place === 'item'}
          onPress={() => onPlace('item')}
        />
        <PlaceButton
          word={words.text('placeWaiting')}
          count={mine?.count}
          countWord="placeWaitingCount"
          letter="2"
          current={place === 'waiting'}
          onPress={() => onPlace('waiting')}
        />
        <PlaceButton
          word={words.text('placeFindings')}
          count={findings?.counts.mine}
          countWord="placeFindingsCount"
          letter="3"
          current={place === 'findings'}
          onPress={() => onPlace('findings')}
        />
      </nav>
    </header>
  );
};

/** What the panel follows. Its title is left to the place that shows it large. */
const FollowedLine = ({ item, titled }: { readonly item: ItemBrief; readonly titled: boolean }) => {
  const display = useDisplay();
  return (
    <>
      <ToolBadge tool={splitKey(item.key).tool} />
      <SafeLink
        to={display.linkTo(item.key)}
        className="max-w-[70%] shrink-0 truncate rounded-1 tabular-nums hover:underline"
      >
        <bdi>{keyLabel(display, item.key)}</bdi>
      </SafeLink>
      {titled && (
        <bdi className="min-w-0 truncate" title={plain(item.title ?? '')}>
          {plain(item.title ?? '')}
        </bdi>
      )}
    </>
  );
};

interface PlaceButtonProps {
  readonly word: string;
  /** Undefined: not known yet. */
  readonly count?: number | undefined;
  /** What the number counts. */
  readonly countWord?: 'placeWaitingCount' | 'placeFindingsCount';
  readonly letter: string;
  readonly current: boolean;
  readonly onPress: () => void;
}

const PlaceButton = ({ word, count = 0, countWord, letter, current, onPress }: PlaceButtonProps) => {
  const { words } = useDisplay();
  return (
    <button
      type="button"
      aria-current={current ? 'page' : undefined}
      aria-keyshortcuts={letter}
      title={`${word} (${letter})`}
      onClick={onPress}
      className="inline-flex h-8 items-center gap-1.5 border-b-2 border-transparent px-2 text-13 text-muted hover:text-ink aria-[current=page]:border-accent aria-[current=page]:font-medium aria-[current=page]:text-ink"
    >
      {word}
      {count > 0 && (
        <span className="rounded-full bg-pressed px-1.5 text-11 text-ink tabular-nums">
          <span aria-hidden="true">{words.number(count)}</span>
          {countWord !== undefined && <span className="sr-only">{words.count(countWord, count)}</span>}
        </span>
      )}
    </button>
  );
};
