import type { ReactNode } from 'react';
import type { Here } from '../lib/core/access.ts';
import { wholeSite } from '../lib/core/places.ts';
import { Button } from './button.tsx';
import { type Display, useDisplay } from './display.tsx';
import type { HereIntents } from './here-model.ts';
import { placeName, siteName } from './site-name.ts';

interface HereNoticeProps {
  readonly here: Here;
  readonly intents: HereIntents;
}

/** What keeps Crosstie from working in the active tab, with the one click that mends it. Nothing where nothing does. */
export const HereNotice = ({ here, intents }: HereNoticeProps) => {
  const display = useDisplay();
  const { words } = display;
  switch (here.type) {
    case 'fine':
      return null;
    case 'withheld':
      return (
        <Notice said={words.text('hereWithheld', { site: siteName(display, here.site) })}>
          <Button look="primary" size="small" onClick={() => intents.onAllow(here.site)}>
            {words.text('accessAllow')}
          </Button>
        </Notice>
      );
    case 'off':
      return (
        <Notice said={words.text('hereOff', { site: siteName(display, here.site) })}>
          <Button size="small" onClick={() => intents.onSite(here.site, true)}>
            {words.text('optionsSwitchOn')}
          </Button>
        </Notice>
      );
    case 'blocked':
      return <Notice said={words.text('hereBlocked', { where: blockedName(display, here) })} />;
    case 'elsewhere':
      return <Elsewhere here={here} intents={intents} />;
    case 'hidden':
      return (
        <Notice said={words.text('hereHidden')}>
          <Button size="small" onClick={intents.onShowOverlays}>
            {words.text('hereShow')}
          </Button>
        </Notice>
      );
  }
};

interface ElsewhereProps extends HereNoticeProps {
  readonly here: Extract<Here, { type: 'elsewhere' }>;
}

/** K7: asked about once, quietly; after that one line, and a way to add it. */
const Elsewhere = ({ here: { place, ask, open }, intents }: ElsewhereProps) => {
  const display = useDisplay();
  const { words } = display;
  const name = placeName(display, place);
  const answer = (word: 'hereYes' | 'hereNotNow' | 'hereNever', given: 'yes' | 'later' | 'no'): ReactNode => (
    <Button size="small" onClick={() => intents.onPlace(place, given)}>
      {words.text(word)}
    </Button>
  );
  if (!ask)
    return (
      <div className="flex items-center gap-2 px-2 text-12 text-muted">
        <p className="min-w-0 flex-1">
          {words.text(place.name === wholeSite ? 'hereNotYourSite' : 'hereNotYours', { place: name })}
        </p>
        <Button
          look="quiet"
          aria-label={words.text('hereAddName', { place: name })}
          onClick={() => intents.onPlace(place, 'yes')}
        >
          {words.text('hereAdd')}
        </Button>
      </div>
    );
  return (
    <Notice said={words.text('hereNew', { place: name })} note={words.text(open ? 'hereNewOpen' : 'hereNewClosed')}>
      {answer('hereYes', 'yes')}
      {answer('hereNotNow', 'later')}
      {answer('hereNever', 'no')}
    </Notice>
  );
};

interface NoticeProps {
  readonly said: string;
  readonly note?: string;
  readonly children?: ReactNode;
}

const Notice = ({ said, note, children }: NoticeProps) => {
  const { words } = useDisplay();
  return (
    <section
      aria-label={words.text('herePage')}
      className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-2 border border-line bg-raised px-2 py-1.5 text-12"
    >
      <div className="min-w-0 flex-1 basis-44">
        <p className="font-medium [overflow-wrap:anywhere]">{said}</p>
        {note !== undefined && <p className="text-muted">{note}</p>}
      </div>
      {children !== undefined && <div className="flex flex-wrap gap-1">{children}</div>}
    </section>
  );
};

const blockedName = (display: Display, { site, place }: Extract<Here, { type: 'blocked' }>): string =>
  place === undefined ? siteName(display, site) : placeName(display, place);
