import { OptionsView } from '../../components/options-view.tsx';
import { Frame } from '../pages/frame.tsx';
import { useLive } from '../pages/live.ts';
import type { OptionsSurroundings } from './connect.ts';

export const App = ({ surroundings }: { readonly surroundings: OptionsSurroundings }) => (
  <Frame surroundings={surroundings}>
    <LiveOptions surroundings={surroundings} />
  </Frame>
);

const LiveOptions = ({ surroundings }: { readonly surroundings: OptionsSurroundings }) => (
  <OptionsView model={useLive(surroundings.options)} intents={surroundings.intents} />
);
