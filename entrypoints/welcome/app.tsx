import { useMemo, useState } from 'react';
import { useDisplay } from '../../components/display.tsx';
import { ExampleView } from '../../components/example-view.tsx';
import { WelcomeView } from '../../components/welcome-view.tsx';
import { Frame } from '../pages/frame.tsx';
import { useLive } from '../pages/live.ts';
import type { WelcomeSurroundings } from './connect.ts';
import { exampleAt } from './example.ts';

export const App = ({ surroundings }: { readonly surroundings: WelcomeSurroundings }) => (
  <Frame surroundings={surroundings}>
    <LiveWelcome surroundings={surroundings} />
  </Frame>
);

const LiveWelcome = ({ surroundings }: { readonly surroundings: WelcomeSurroundings }) => {
  const [showsExample, setShowsExample] = useState(false);
  const model = useLive(surroundings.welcome);
  const intents = useMemo(
    () => ({ ...surroundings.intents, onExample: () => setShowsExample(true) }),
    [surroundings.intents],
  );
  return (
    <>
      <WelcomeView model={model} intents={intents} />
      {showsExample && <Example onClose={() => setShowsExample(false)} />}
    </>
  );
};

const Example = ({ onClose }: { readonly onClose: () => void }) => {
  const { now, today, words } = useDisplay();
  const model = useMemo(() => exampleAt({ now, today }, words.text('exampleYou')), [now, today, words]);
  return <ExampleView model={model} onClose={onClose} />;
};
