import { useMemo } from 'react';
import { Popup, type PopupModel } from '../../components/popup-view.tsx';
import { Frame } from '../pages/frame.tsx';
import { useLive } from '../pages/live.ts';
import type { PopupSurroundings } from '../pages/surroundings.ts';

export const App = ({ surroundings }: { readonly surroundings: PopupSurroundings }) => (
  <Frame surroundings={surroundings}>
    <LivePopup surroundings={surroundings} />
  </Frame>
);

const LivePopup = ({ surroundings }: { readonly surroundings: PopupSurroundings }) => {
  const mine = useLive(surroundings.mine);
  const known = useLive(surroundings.known);
  const settings = useLive(surroundings.settings);
  const startLinks = useLive(surroundings.startLinks);
  const readOnly = useLive(surroundings.readOnly);
  const here = useLive(surroundings.here);
  const exportsOff = useLive(surroundings.exportsOff) ?? false;
  const model = useMemo(
    (): PopupModel => ({
      mine,
      readOnly,
      known: known ?? { me: [], ask: [], people: [] },
      singleKeys: settings?.singleKeys ?? false,
      startLinks: startLinks ?? [],
      here,
      exportsOff,
    }),
    [mine, readOnly, known, settings, startLinks, here, exportsOff],
  );
  return <Popup model={model} intents={surroundings.intents} />;
};
