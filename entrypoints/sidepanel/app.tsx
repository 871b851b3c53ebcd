import { useMemo } from 'react';
import { Panel } from '../../components/panel.tsx';
import type { PanelModel } from '../../components/panel-model.ts';
import { Frame } from '../pages/frame.tsx';
import { useLive } from '../pages/live.ts';
import type { PanelSurroundings } from '../pages/surroundings.ts';

/** The address of the panel's page that a notification leads to. */
const findingsHash = '#findings';

export const App = ({ surroundings }: { readonly surroundings: PanelSurroundings }) => (
  <Frame surroundings={surroundings}>
    <LivePanel surroundings={surroundings} />
  </Frame>
);

const LivePanel = ({ surroundings }: { readonly surroundings: PanelSurroundings }) => {
  const following = useLive(surroundings.following) ?? { followed: { type: 'reading' }, pinned: false };
  const mine = useLive(surroundings.mine);
  const findings = useLive(surroundings.findings);
  const known = useLive(surroundings.known);
  const settings = useLive(surroundings.settings);
  const startLinks = useLive(surroundings.startLinks);
  const readOnly = useLive(surroundings.readOnly);
  const here = useLive(surroundings.here);
  const exportsOff = useLive(surroundings.exportsOff) ?? false;
  const outcome = useLive(surroundings.outcome);
  const { followed, pinned, recent } = following;
  const model = useMemo(
    (): PanelModel => ({
      followed,
      pinned,
      recent,
      mine,
      findings,
      readOnly,
      known: known ?? { me: [], ask: [], people: [] },
      singleKeys: settings?.singleKeys ?? false,
      startLinks: startLinks ?? [],
      here,
      exportsOff,
      outcome,
    }),
    [followed, pinned, recent, mine, findings, readOnly, known, settings, startLinks, here, exportsOff, outcome],
  );
  return (
    <Panel
      model={model}
      intents={surroundings.intents}
      opensOn={location.hash === findingsHash ? 'findings' : 'item'}
    />
  );
};
